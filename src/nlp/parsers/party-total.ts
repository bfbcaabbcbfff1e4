import { countOf, countPattern } from './count.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const heads =
  '(?:people|persons?|ppl|pax|passengers?|travell?ers?|tickets?|tix|seats?|individuals|folks|airfares?)';
const kinds =
  '(?:(?:one|1)[- ]?way |oneway |round[- ]?trip |return |plane |air(?:line|plane)? |flight |(?:premium )?economy(?:[- ]class)? |coach |business(?:[- ]class)? |first[- ]class |\\ue002 |cheap |refundable |direct |nonstop |adult |more expensive )?';

/** Ways to say how many travel, the number in the first group. */
const patterns: readonly Pattern[] = [
  new Pattern(
    `\\b(?:party|group|family|fam|team|crew|gang|total|bunch) (?:of|is|has|have|will be|will have|are|size is) (?:about |only |just )?(${countPattern})\\b(?! (?:nights?|days?|weeks?|bags?|stops?|hours?))`,
  ),
  new Pattern(`\\b(${countPattern}) ?${kinds}${heads}(?![a-z])`),
  new Pattern(
    `\\bnot (?:for )?(?:${countPattern}) (?:adults|people|passengers|travell?ers|tickets|seats|of us),? (?:but )?(?:just |only |for )?(${countPattern})(?=$|[.,!?])`,
  ),
  new Pattern(
    /(?<![a-z0-9])(?<!bags? |luggage |suitcases? )x ?([2-9])(?![a-z0-9]| (?:bags?|stops?|nights?|suitcases?|checked|carry)\b)/,
  ),
  // "Passengers: 3", as in a form.
  new Pattern(
    `(?<!\\d ?)\\b(?:(?:passengers?|travell?ers?|pax|people|persons?|guests?|tickets?|seats?|party size|(?:number|no\\.?) of (?:passengers|people|travell?ers|persons|guests|tickets|seats|pax))(?: ?[:=] ?| (?:is|are|of) )|(?:pax|party size) )(${countPattern})(?![\\d:/]|-\\d| ?(?:adults?|adts?|ads?|child(?:ren)?|kids?|a|chd|infants?|nights?|days?)(?![a-z]))`,
  ),
  new Pattern(`\\b(?!(?:one|1) of us)(${countPattern}) of us\\b`),
  new Pattern(`\\b(${countPattern})(?: people)? (?:in|on) (?:my|our|the) (?:group|party|family|team)\\b`),
  new Pattern(
    `\\bwe(?: are|'re| will be|'ll be) (?:a (?:group|party|family) of |about |only |just )?(${countPattern})(?! (?:years|days|weeks|hours|minutes))(?=[ .,!?]|$)`,
  ),
  new Pattern(
    `\\bfor (?:just |only |all |the |us )?(${countPattern})(?:$|[.,!?;]| (?:please|instead|then|now|with|on|in|from|to|and|leaving|departing|travell?ing|flying|passengers|this|next|at|under|\\ue000|\\ue001)(?![a-z]))(?! (?:half|days?|nights?|weeks?))`,
  ),
  new Pattern(
    `\\b(?:there are|there're|there will be|there's|there is|it's|it is|it will be|make it|book|reserve|actually) (?:actually |only |just |now )?(?:for )?(${countPattern})(?= travell?ing| flying| going|[.!]|$)`,
  ),
];
const couple = new Pattern(
  /\b(?:both of us|us both|the pair of us|for a couple|we're a couple|we are a couple|as a couple|us two)\b/,
);
const bare = new Pattern(
  `^(?:no wait,? |no,? |wait,? |sorry,? |i mean,? )?(?:just |only |for |it's |it is |we are |we're |there are |there will be |there'll be |it'll be |that would be |that'd be |a total of |total |um |uh |oh |make it |actually |about |probably )?(?:just |only |for )?(${countPattern})(?:,? (?:please|of us|in total|total|altogether|thanks|thank you|travell?ing))?[.!]?$`,
);

/** "Wait, three": a number in words that corrects the one before; in figures it is an offer's as well. */
const corrected = new Pattern(
  `^(?:(?:no,? )?(?:wait|sorry|oops|i mean|i meant),? ){1,2}(?:actually |rather |make (?:it|that) |it's |we are |we're )?(${countPattern})(?: of us|(?<=[a-z]))[.!]?$`,
);

const couples = new Pattern(/\b(two|three|four|[2-4]) couples\b/);

/** The whole number of travellers a message names; null where none, or where the number is impossible. */
export function findPartyTotal(passage: Passage, asked: boolean): number | null {
  const pairs = countOf(couples.exec(passage)?.[1]);
  if (pairs !== undefined) return 2 * pairs;
  for (const pattern of patterns) {
    const count = countOf(pattern.exec(passage)?.[1]);
    if (count !== undefined && count >= 1) return count;
  }
  if (couple.test(passage)) return 2;
  const again = countOf(corrected.exec(passage)?.[1]);
  if (again !== undefined && again >= 1) return again;
  return asked ? (countOf(bare.exec(passage)?.[1]) ?? null) : null;
}
