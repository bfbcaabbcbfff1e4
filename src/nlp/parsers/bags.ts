import { countOf, countPattern } from './count.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const none = new Pattern(
  /\b(?:(?:carry[- ]?ons?|hand (?:luggage|baggage)|cabin bags?|hand carry) only|only (?:a |one |my )?(?:carry[- ]?on|hand (?:luggage|baggage)|cabin bag|backpack|personal item)|just (?:a |my |one )?(?:carry[- ]?on|hand (?:luggage|baggage)|cabin bag|backpack|personal item)|(?:only|just)(?: have| bring| bringing| take| taking| got| carry| carrying)? (?:a |our |my |small )?(?:carry[- ]?ons|hand (?:luggage|baggage)|cabin bags|backpacks?|personal items?|carry[- ]?on)|(?:no|without(?: any| a)?|zero|0|don't need(?: a| any)?|not|(?:remove|drop|skip|forget|leave out)(?: the| my| a| any)?) (?:checked |check-in |hold )?(?:bags?|baggage|luggage|suitcases?)|(?:(?:don't|do not|dont|won't|not) (?:need|have|want|plan|going)(?: to)?|not) check(?:ing)?(?: in)?(?: any| a| our| my| the)? (?:bags?|baggage|luggage|suitcases?|anything)|(?:manage|do|cope|get by|fine|ok|okay|happy|travel(?:l?ing)?|go(?:ing)?|fly(?:ing)?) (?:with|on) (?:just |only )?(?:a |an |our |my |one )?(?:carry[- ]?ons?|hand (?:luggage|baggage)|cabin bags?|backpacks?)|travel(?:l?ing)? light)\b/,
);
const counted = new Pattern(
  `\\b(${countPattern}|an?|my|extra) (?:large |big |extra |free |\\d{1,2} ?kg )?(?:checked(?:[- ]in)? |check[- ]in |hold |pieces? of )?(?:bags?|suitcases?|luggage|baggage|pieces?)\\b(?! (?:of cake|of paper|allowance))`,
);
const included = new Pattern(
  /\b(?:with|including|include|includes|plus|and|want|need|have|check) (?:a |my |the |some |checked |hold )?(?:checked |hold |check[- ]in )?(?:bags?|baggage|luggage|suitcases?)\b|\b(?:checked |check[- ]in |hold )?(?:bags?|baggage|luggage) (?:must be |should be |is |are )?included\b|\bchecked (?:bags?|baggage|luggage)\b/,
);
/** "Two bags between us": of the party, not of each. */
export const sharedBags = new Pattern(
  /\b(?:bags?|suitcases?|luggage|baggage|pieces?),? (?:(?:are |is )?(?:shared|to share)|between (?:us|the (?:two|three|four)|(?:all|both) of us)|in total|altogether|in all|for (?:all|both|the (?:two|three|four)) of us|for the (?:whole )?(?:family|group))\b|\b(?:in total|altogether|share) (?:\d|an?|one|two|three|four|five) (?:checked |large |big )?(?:bags?|suitcases?)\b/g,
);
const handBag = /\b(?:carry[- ]?on|hand|cabin) $/;

/** Bags to check, for each traveller unless they are shared; null where the message does not say. */
export function readCheckedBags(passage: Passage): number | null {
  if (none.test(passage)) return 0;
  const match = counted.exec(passage);
  if (match) {
    const noun = match.index + match[0].search(/(?:bags?|suitcases?|luggage|baggage|pieces?)$/);
    if (!handBag.test(passage.text.slice(0, noun))) return Math.min(countOf(match[1]) ?? 1, 9);
  }
  return included.test(passage) ? 1 : null;
}
