import { isIndifferent } from './indifference.ts';
import type { Cabin } from '../../domain/cabin.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** `any` says that the class does not matter. */
export type CabinSaid = Cabin | 'any';

const patterns: readonly (readonly [Cabin, Pattern])[] = [
  [
    'premium_economy',
    new Pattern(
      /\b(?:premium[- ]?(?:economy|eco|coach)|economy[- ](?:premium|plus)|comfort ?\+|premium(?: (?:class|cabin|seats?|please)|$))/g,
    ),
  ],
  [
    'economy',
    new Pattern(
      /\b(?:economy|eco class|coach(?: class)?|main cabin|tourist class|standard class|second class)\b/g,
    ),
  ],
  [
    'business',
    new Pattern(
      /\b(?:business[- ]class|biz(?: class)?(?! trip| travel| meeting)|club (?:class|world)|(?:in|make it|it|meant|mean|rather|fly|flying|to|or|and|prefer|want|only|please|with|by|for|instead of|not|travel|travell?ing) (?:business|biz)|(?<=[,;] ?|[\ue000-\ue002] |\b(?:adults?|infants?|bab(?:y|ies)|kids?|child(?:ren)?|people|persons?|passengers?|pax|return|round ?trip|one[- ]way) )(?:business|biz)(?=[.,!]|$)|(?:^|cheap(?:est)?|best|fastest|any) ?(?:business|biz)(?=[.,!?]|$)|business (?:seats?|tickets?|cabin|fares?|flights?|instead|please|only|or|and|is|would|then))\b/g,
    ),
  ],
  [
    'first',
    new Pattern(
      /\b(?:first[- ]class|(?:in|make it|fly|flying|prefer|business or) first(?=[.,!?]|$| (?:please|instead|then)\b)|first cabin|first or business)/g,
    ),
  ],
];

/** "Business trip" is why somebody travels, not where they sit. */
const errand =
  /^ ?(?:business|biz) (?:trip|travel|tour|meeting|conference|visit|purposes?|reasons?|people|partners?|days?|hours?|school|associate|event|matter)/;
const rejected =
  /(?:\bnot|\bno|\bwithout|\binstead of|\brather than|\bdon't (?:want|need|like)|\bnever|\b(?:anything|everything|any class|any cabin) (?:but|except)|\bupgrade from|\bdowngrade from|\bnot in|\bnot fly) (?:a |an |the |in |any |basic ){0,2}$/;

const indifferent = new Pattern(
  /\b(?:any|whatever|whichever|which ever) (?:ticket |travel |seat(?:ing)? |cabin |flight )?(?:class(?:es)?|cabins?)\b|\b(?:ticket |travel |seat(?:ing)? )?(?:class|cabin|seating|seat type) (?:does ?n[o']t|does not|is not|isn't|won't) (?:really |actually )?(?:matter|important|an issue|a concern)|\b(?:don't|do not|dont) (?:really |actually )?(?:care|mind) (?:about |which |what )?(?:the |my )?(?:ticket |travel |seat(?:ing)? |cabin )?(?:class|cabin|seating)|\bno (?:class|cabin|seating) preference|\bno preference (?:on|for|about|in|of|as to) (?:the )?(?:ticket |travel |seating )?(?:class|cabin|seating)|\ball classes\b/,
);

/** The cabin a message asks for; null where it says nothing of it. Two cabins offered as equal are `any`. */
export function readCabin(passage: Passage, asked: boolean): CabinSaid | null {
  const { text } = passage;
  const cabins: Cabin[] = [];
  let left = text;
  for (const [cabin, pattern] of patterns) {
    if (!pattern.mayMatch(passage)) continue;
    left = left.replace(pattern.regex, (phrase: string, offset: number) => {
      const business = phrase.search(/business|biz/);
      if (cabin === 'business' && errand.test(text.slice(offset + business))) return phrase;
      const isRejected = rejected.test(text.slice(Math.max(0, offset - 30), offset));
      if (!isRejected && !cabins.includes(cabin)) cabins.push(cabin);
      return '#'.repeat(phrase.length);
    });
  }
  if (cabins.length === 0 && asked) {
    const bare =
      /^(?:in |the |maybe |um |i'd like |i would like |i'll take |i prefer |let's do |please )?(business|first|premium)\b/.exec(
        text,
      );
    if (bare) return bare[1] === 'business' ? 'business' : bare[1] === 'first' ? 'first' : 'premium_economy';
  }
  const [only] = cabins;
  if (cabins.length === 1 && only) return only;
  return cabins.length > 1 || indifferent.test(passage) || (asked && isIndifferent(passage)) ? 'any' : null;
}
