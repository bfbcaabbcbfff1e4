import { marks } from '../skeleton.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { count, ordinal, thing } from './offer-words.ts';

const things = `(?:${thing}|tickets|seats?|fares?|prices?|deals?|rates?)`;
const pointed = `(?:${[
  `(?:the |that |this |my |your )?(?:${ordinal}|cheapest|fastest|earliest|latest|best|chosen|selected)(?: ${thing})?`,
  `(?:the |that )[${marks.airline}${marks.date}] ${thing}`,
  `(?:the |that |this |these |those |my |its )?${things}`,
  `(?:number|option|#) ?#?${count}`,
  'it|this|that|they|these|those|(?:all|both|any|either) of (?:them|these|those)',
].join('|')})`;
const state =
  '(?:available|on sale|for sale|on offer|sold|bookable|to be had|there|valid|current|up[- ]to[- ]date|accurate|guaranteed|the same|correct|right|the price|the fare|(?:at|for) (?:that|this|the same) price|that (?:price|cheap|much)|\\S?\\d+)';
/** Of another day or place, in another cabin, for others: that is a wish. */
const ofThis = `(?!.{0,25}[${marks.place}${marks.date}])(?! (?:in|on|for|from|to|as|about|with|of|next) (?!(?:that|this|it|sale|me|us|all of us|everyone|the (?:same|first|second|third|fourth|fifth|last|cheapest|fastest))\\b))`;
const fact =
  '(?:holds?|stands?|changed?|gone (?:up|down)|go(?:ne)? (?:up|down)|risen|dropped|increased|valid|good|correct|right|accurate|current|up[- ]to[- ]date|guaranteed|the same|available|live)';

/** Whether an offer is still sold, at the price that was shown. */
const patterns: readonly Pattern[] = [
  // "Is it still available", "are the seats really there".
  new Pattern(
    `\\b(?:is|are|was|were|isn't|aren't|will|would) ${pointed} (?:all |both )?(?:be )?(?:still|really|actually|definitely) (?:be )?${state}\\b${ofThis}`,
  ),
  // "Is that one sold out".
  new Pattern(
    `\\b(?:is|are|isn't|aren't) ${pointed} (?:already |all |both |now )?(?:available|bookable|sold out|booked out|fully booked|gone)\\b${ofThis}`,
  ),
  // "The second one still available?", "still available?"
  new Pattern(
    `^(?:(?:and|so|ok|okay)[,]? )?(?:${pointed} (?:is |are )?)?still (?:available|bookable|on sale|for sale|there|valid|the same price)[?.!]*$`,
  ),
  new Pattern(
    `\\b(?:which|what)(?: ${thing}| of (?:them|these|those))? (?:is|are) still (?:available|bookable|on sale|for sale)\\b${ofThis}`,
  ),
  new Pattern(
    '\\b(?:are|is) there still (?:any )?(?:seats?|tickets?|places|room)\\b(?! (?:to|from|for|on|in)\\b)',
  ),
  // "Does that price still hold", "has the price changed", "price still good?"
  new Pattern(
    `\\b(?:has|have|did|does|do|will|is|are|was) (?:the|that|this|its|these|those|your) (?:prices?|fares?|offers?|deals?|totals?|rates?|costs?|\\S{1,4}\\d\\S{0,8}) (?:still |even |really |now )?${fact}\\b${ofThis}`,
  ),
  new Pattern(`^(?:is )?(?:the |that )?price (?:is )?still ${fact}[?.!]*$`),
  // "The current price", "the price now".
  new Pattern(
    `\\bwhat(?:'?s| is) the (?:current|latest|live|actual) (?:price|fare)\\b${ofThis}|\\bwhat(?:'?s| is) the price (?:right )?now[?.!]*$|\\bis (?:this|that|it|the price) (?:a )?(?:live|real[- ]?time)\\b|\\bare you (?:sure|certain) (?:about|of) (?:the|that|this) (?:price|fare)\\b`,
  ),
  // "Check the price again", "check whether it is still there".
  new Pattern(
    `\\b(?:re-?check|check|double[- ]check|verify|confirm|refresh|update|validate) (?:again )?(?:me )?(?:the |that |this |its |for |my |their )?(?:current |latest |live |actual |exact )?(?:prices?|fares?|availability|cost)\\b${ofThis}`,
  ),
  new Pattern(
    `\\b(?:check|see|verify|confirm|find out|make sure)(?: again)? (?:if |whether |that )?${pointed}(?:'s| is| are) (?:still )?(?:${state}|sold out|gone)\\b${ofThis}`,
  ),
  new Pattern(`\\b(?:check|verify) ${pointed} again\\b`),
];

export const asksAvailability = (passage: Passage): boolean =>
  patterns.some((pattern) => pattern.test(passage));
