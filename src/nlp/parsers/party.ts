import { countOf, countPattern } from './count.ts';
import { findPartyGroups } from './party-groups.ts';
import { findPartyItems, type PartyItem } from './party-items.ts';
import { findPartyTotal } from './party-total.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** Who travels, as a message says it. */
export interface PartySaid {
  /** `set` is the whole party, `add` comes to it, `remove` leaves it; `among` says who some of it are. */
  readonly mode: 'set' | 'add' | 'remove' | 'among';
  /** Everybody, where a number of heads was said; null where only names were. */
  readonly heads: number | null;
  /** 0 where only children were named, whose company is known already. */
  readonly adults: number;
  /** Ages in years. */
  readonly children: readonly number[];
  /** Under two years. */
  readonly infants: number;
  /** All children leave, however many there are. */
  readonly noChildren: boolean;
}

/** A child whose age was not said is taken to be of school age: fares for children are mostly the same from 2 to 11. */
const assumedAge = 8;

const more = new Pattern(
  /\b(?:(\d{1,2}|one|two|three|four|five|six) (?:more|other|additional|extra) (?:people|persons?|adults?|passengers?|travell?ers?|tickets?|seats?)|(?:another|an additional|an extra) (?:person|adult|passenger|travell?er|ticket|seat))\b/,
);
const arrives = new Pattern(
  /\b(?:is|are|will be) (?:also )?(?:coming|joining|travell?ing|flying|going)\b|\b(?:too|as well|along)(?:[.!]|$)|\b(?:add(?:ing)?|plus|bring(?:ing)?|include|also for)\b/,
);
const leaves = new Pattern(
  /\b(?:without|minus|drop|remove|leave out|leaving behind|(?:isn't|aren't|is not|are not|not) (?:coming|joining|travell?ing)|(?:can't|cannot|won't) (?:come|make it|be coming|join))\b/,
);
const childless = new Pattern(
  /\b(?:no|without(?: the| my| our| any)?|minus the|leaving the) (?:kids|children)\b/,
);
const alone = new Pattern(
  /\b(?:just|only) (?:for )?(?:me|myself)\b|\bby myself\b|\b(?:travell?ing|going|flying|fly|travel|go|i'm|am|trip) (?:alone|solo)\b|^(?:for )?(?:me|myself|solo|alone)[.!]?$|\bsolo (?:trip|travell?er|flight)|\bon my own\b/,
);

/** "One of them is a baby". */
const some = new Pattern(
  /\b(\d|one|two|three|four|five|six) of (?:them|us|those|the (?:people|passengers|travell?ers|adults|others|\d|two|three|four|five|six))(?: is| are| will be|'s|'re)? /g,
);

const nobody: PartySaid = {
  mode: 'set',
  heads: null,
  adults: 0,
  children: [],
  infants: 0,
  noChildren: false,
};
const headsOnly = (count: number): PartySaid => ({ ...nobody, heads: count });

/** The party a message names; null where it says nothing of it. `asked` reads a bare number as the number of travellers. */
export function readParty(passage: Passage, asked: boolean): PartySaid | null {
  if (childless.test(passage)) return { ...nobody, mode: 'remove', noChildren: true };
  const total = findPartyTotal(passage, asked);
  const among = youngAmong(passage, total);
  if (among) return among;
  const extra = more.exec(passage);
  if (extra) return withMore(countOf(extra[1]) ?? 1, passage.text.slice(0, extra.index), total);
  const items = findPartyGroups(passage).flatMap((group) => group.items);
  const beside = youngBeside(items, passage, total);
  if (beside) return beside;
  if (items.length > 0) return named(items, passage, total);
  if (total !== null) return headsOnly(total);
  return alone.test(passage) ? headsOnly(1) : null;
}

/** Who some are of those who are known, or of as many as the message says there are in all. */
function youngAmong(passage: Passage, total: number | null): PartySaid | null {
  for (const match of some.matches(passage)) {
    const count = countOf(match[1]) ?? 0;
    const [placed] = findPartyItems(partOf(passage, match.index + match[0].length));
    if (placed?.start !== 0 || (placed.item.kind !== 'child' && placed.item.kind !== 'infant')) continue;
    const young = countItems([{ ...placed.item, count }]);
    const heads = total ?? adultsNamed(passage);
    return heads > count ? { ...young, heads } : { ...young, mode: 'among' };
  }
  return null;
}

const ofUsAnd = new Pattern(
  `\\b(?:${countPattern}|both|the pair) of us(?:,| and|, and| plus|, plus) (?:a|an|our|my|the|one|two|three|\\d)\\b`,
);

/** "2 of us and a five year old": the child comes to those who were counted. */
function youngBeside(items: readonly PartyItem[], passage: Passage, total: number | null): PartySaid | null {
  const young = items.filter(({ kind }) => kind !== 'self');
  const isYoung = young.every(({ kind }) => kind === 'child' || kind === 'infant');
  if (total === null || young.length === 0 || !isYoung || !ofUsAnd.test(passage)) return null;
  return { ...countItems(young), adults: total };
}

/** "3 adults, one of them a child: whoever was counted first. */
const adultsNamed = (passage: Passage): number =>
  findPartyGroups(passage)
    .flatMap(({ items }) => items)
    .reduce((sum, { kind, count }) => sum + (kind === 'adults' ? count : 0), 0);

/** "Myself and two more people" is three; "two more people" comes to whoever travels already. */
function withMore(others: number, before: string, total: number | null): PartySaid {
  if (total !== null && total !== others) return headsOnly(total);
  if (/\b(?:me|myself|i|with)(?:,? and| &|,? plus|,? with|)? $/.test(before)) return headsOnly(others + 1);
  return { ...nobody, mode: 'add', adults: others };
}

function named(items: readonly PartyItem[], passage: Passage, total: number | null): PartySaid {
  const people = countItems(items);
  const withSelf = items.some(({ kind }) => kind === 'self');
  if (!withSelf && leaves.test(passage)) return { ...people, mode: 'remove' };
  if (!withSelf && arrives.test(passage)) return { ...people, mode: 'add' };
  const counted = people.adults + people.children.length + people.infants;
  const together = /\bfamily of\b|\bparty of\b|\bgroup of\b/.test(passage.text);
  return { ...people, heads: total !== null && (total > counted || together) ? total : null };
}

function countItems(items: readonly PartyItem[]): PartySaid {
  let adults = 0;
  let infants = 0;
  const children: number[] = [];
  for (const { kind, count, ages } of items) {
    if (kind === 'infant') infants += count;
    else if (kind !== 'child') adults += count;
    else {
      for (const age of Array.from({ length: count }, (_, index) => ages[index] ?? assumedAge)) {
        if (age >= 18) adults += 1;
        else if (age < 2) infants += 1;
        else children.push(age);
      }
    }
  }
  return { ...nobody, adults, children, infants };
}
