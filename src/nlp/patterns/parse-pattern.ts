import { isLetter, noLetter, type Term } from './term.ts';

/** More characters than this in a class are not told apart. */
const mostCharacters = 6;
const anything: Term = { kind: 'any', everyLetter: false };
const oneOf = (...texts: string[]): Term => ({ kind: 'texts', texts });

/**
 * Reads the source of a regular expression (flags g, u and y) as far as it matters for the words in its matches. What it does not know, it
 * takes for something that matches anything.
 */
export function parsePattern(source: string): Term {
  let at = 0;

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    at += match?.[0].length ?? 0;
    return match;
  }

  function choice(): Term {
    const terms = [sequence()];
    while (take(/\|/y)) terms.push(sequence());
    return { kind: 'choice', terms };
  }

  function sequence(): Term {
    const terms: Term[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') append(terms, repeated(item()));
    return { kind: 'sequence', terms };
  }

  function repeated(term: Term): Term {
    const [mark, least = '', comma = '', most = ''] = take(/(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y) ?? [];
    if (mark === undefined) return term;
    if (mark.startsWith('*')) return { kind: 'repeat', term, least: 0, most: Infinity };
    if (mark.startsWith('+')) return { kind: 'repeat', term, least: 1, most: Infinity };
    if (mark.startsWith('?')) return { kind: 'repeat', term, least: 0, most: 1 };
    const upTo = comma === '' ? Number(least) : most === '' ? Infinity : Number(most);
    return { kind: 'repeat', term, least: Number(least), most: upTo };
  }

  function item(): Term {
    const opening = take(/\((?:\?(?:<?[=!]|:|<[^>]*>))?/y)?.[0];
    if (opening !== undefined) {
      const inside = choice();
      take(/\)/y);
      if (!/[=!]$/.test(opening)) return inside;
      return { kind: 'around', edge: opening.endsWith('!') && includesLetters(inside) };
    }
    if (take(/[\^$]|\\b/y)) return { kind: 'around', edge: true };
    if (take(/\\B/y)) return { kind: 'around', edge: false };
    const [list, not, members] = take(/\[(\^?)((?:\\.|[^\]\\])*)\]/suy) ?? [];
    if (list !== undefined) return classOf(members ?? '', not === '^');
    const one = take(member)?.[0] ?? '';
    return one === '.' ? anything : termOf(characterOf(one));
  }

  return choice();
}

const member = /\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\[pP]\{[^}]*\}|\\k<[^>]*>|\\.|./isuy;

/** Characters that follow each other are one text: "flight" is looked at once, not letter by letter. */
function append(terms: Term[], term: Term): void {
  const last = terms.at(-1);
  const [text, ...others] = last?.kind === 'texts' ? last.texts : [];
  const [next, ...otherNext] = term.kind === 'texts' ? term.texts : [];
  if (text === undefined || next === undefined || others.length + otherNext.length > 0) terms.push(term);
  else terms[terms.length - 1] = oneOf(text + next);
}

const termOf = (character: string | null): Term => (character === null ? anything : oneOf(character));

/** The character that a part of a pattern stands for; null where it is not a certain one. */
function characterOf(written: string): string | null {
  const hex = /^\\[ux]\{?([\da-f]+)\}?$/i.exec(written)?.[1];
  const character = hex === undefined ? written : String.fromCodePoint(Number.parseInt(hex, 16));
  if (character === '\\d' || /^\d$/.test(character)) return '0';
  if (/^\\[sWnrtfv]$/.test(character)) return noLetter;
  if (/^\\[a-z\d]/i.test(character)) return null;
  const plain = character.replace('\\', '');
  // Beyond the basic plane a character is two of the text's; neither is a letter.
  return plain.length > 1 ? noLetter : plain;
}

function classOf(members: string, not: boolean): Term {
  const listed = [...members.matchAll(new RegExp(member, 'gisu'))].map(([written]) => written);
  const characters = new Set<string>();
  let [everyLetter, isCertain] = [false, true];
  for (let index = 0; index < listed.length; index += 1) {
    const [first = '', dash, last] = listed.slice(index, index + 3);
    const isRange = dash === '-' && last !== undefined;
    if (isRange) index += 2;
    if (first === '\\w' || (isRange && first === 'a' && last === 'z')) everyLetter = true;
    const character = isRange ? characterOfRange(first, last) : characterOf(first);
    if (character === null) isCertain = false;
    else characters.add(character);
  }
  if (not) return everyLetter ? oneOf(noLetter) : anything;
  if (isCertain && characters.size <= mostCharacters) return oneOf(...characters);
  return isCertain && ![...characters].some(isLetter) ? oneOf(noLetter) : { kind: 'any', everyLetter };
}

/** Ranges are of digits, or of what is no letter; others are not told apart. */
function characterOfRange(first: string, last: string): string | null {
  if (/^\d$/.test(first) && /^\d$/.test(last)) return '0';
  const [from, to] = [characterOf(first), characterOf(last)];
  return from !== null && to !== null && (to < 'a' || from > 'z') ? noLetter : null;
}

/** Whether a look around takes every letter, so that to refuse it is to refuse letters. */
function includesLetters(term: Term): boolean {
  if (term.kind === 'any') return term.everyLetter;
  if (term.kind === 'sequence') return term.terms.length === 1 && term.terms.every(includesLetters);
  return term.kind === 'choice' && term.terms.some(includesLetters);
}
