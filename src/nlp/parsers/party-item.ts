import type { Pattern } from '../patterns/pattern.ts';
import { countOf } from './count.ts';
import { readAges } from './party-ages.ts';
import { teenager } from './party-words.ts';

/** One entry of "me, my wife and our kids aged 5 and 8". */
export interface PartyItem {
  readonly kind: 'self' | 'relative' | 'people' | 'adults' | 'youth' | 'child' | 'infant';
  readonly count: number;
  /** Years, in the order said. */
  readonly ages: readonly number[];
  /** "Another child": comes to whoever travels already. */
  readonly more?: true;
  /** "Teenagers", whose ages were not said. */
  readonly teenage?: true;
}

/** What one phrase names, and where it stands. */
export interface PlacedItem {
  readonly items: readonly PartyItem[];
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a phrase that begins where it is tried; nothing where it names nobody after all. `around` matches wherever the pattern does, and is
 * given where the words that it needs stand before or behind it.
 */
export type Reader = readonly [
  pattern: Pattern,
  read: (match: RegExpExecArray) => PartyItem | readonly PartyItem[],
  around?: Pattern,
];

/** More digits are not read as a number of people. */
const most = 999;
export const some = (kind: PartyItem['kind'], count: number, ages: readonly number[] = []): PartyItem => ({
  kind,
  count: Math.min(Math.max(count, ages.length), most),
  ages,
});

/** "kids" without a number are two, as "our kids aged 5 and 8" and "me and the kids" mostly are. */
export const countNoun = (count: string | undefined, noun = ''): number =>
  count === 'another'
    ? 1
    : (countOf(count) ?? (noun === 'triplets' ? 3 : /(?:[^s]s|ren|babies)$/.test(noun) ? 2 : 1));

/** Children with what was said of their ages; "twins, age 4" have one age for all. */
export function children(said: string, count: number, noun: string, list: string | undefined): PartyItem {
  const listed = readAges(list ?? '', true);
  const [only] = listed;
  const shared = only !== undefined && listed.length === 1 && ofEach.test(said);
  const item = some('child', count, shared ? repeated(only, count) : listed);
  return new RegExp(`(?<![a-z])(?:teen|teenage |${teenager}$)`).test(noun)
    ? { ...item, teenage: true }
    : item;
}

/** One age is that of each. */
export const ofEach = /\b(?:twins?|triplets|under|below|younger|less|both|all)\b/;
export const repeated = (age: number, count: number): number[] =>
  Array.from({ length: Math.min(count, most) }, () => age);

/** Sources of patterns for where a phrase begins and where a word of it ends. */
export const wordStart = '(?<![a-z0-9])';
export const noWord =
  "(?![a-z]|'(?!s (?:also |now |not |now also )?(?:coming|joining|travell?ing|flying|going|staying)\\b))";
