import { currencyOf, currencyPattern } from './currency.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const polite = "(?:(?:please|can you|could you|can i|i'd like to|i want to|let me) )?";
const verb = '(?:(?:show|give|quote|list|see|get|have|pay|tell|switch|convert|change|use)(?: me| us)? ?)?';
const what =
  '(?:(?:it|them|that|this|everything|(?:the |all )?(?:prices?|fares?|costs?|amounts?|results?|cards?|flights?)) ?)?';
const whole = new Pattern(
  `^${polite}${verb}${what}(?:in|to|into|as|use) (${currencyPattern})(?:,? (?:please|instead|thanks|thank you))?[.!?]?$`,
);
const amounts = new Pattern(
  `^(?:and |so |ok,? )?(?:what|how much) (?:is|are|was|would|will|does|do|'s) ?(?:it|that|this|they|those|these)(?: all)?(?: be| cost| make| come to)? in (${currencyPattern})[.!?]?$`,
);
const prices = new Pattern(
  `\\b(?:prices?|fares?|costs?|pay|paying|charged?) (?:me )?in (${currencyPattern})`,
);

const inPassing = new Pattern(`(?<!\\d )\\bin (${currencyPattern})`);
/** What is as heavy as "in pounds" is no price. */
const weighs = new Pattern(/\b(?:weighs?|weight|heavy|heavier|kilos?|kg|lbs?|allowance|limits?)\b/);

/** The currency in which a message asks for prices ("in euros, please"), ISO 4217; null where it asks for none. */
export function readDisplayCurrency(text: Passage, locale: string): string | null {
  const sign = (whole.exec(text) ?? amounts.exec(text) ?? prices.exec(text))?.[1];
  return sign === undefined ? null : currencyOf(sign.trim(), locale);
}

/** The currency that a message about something else names in passing ("the cheapest one in euros"), ISO 4217; null where it names none. */
export function readCurrencyInPassing(text: Passage, locale: string): string | null {
  const sign = inPassing.exec(text)?.[1];
  return sign === undefined || weighs.test(text) ? null : currencyOf(sign.trim(), locale);
}
