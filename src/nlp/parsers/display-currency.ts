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
const prices = new Pattern(
  `\\b(?:prices?|fares?|costs?|pay|paying|charged?) (?:me )?in (${currencyPattern})`,
);

/** The currency in which a message asks for prices ("in euros, please"), ISO 4217; null where it asks for none. */
export function readDisplayCurrency(text: Passage, locale: string): string | null {
  const sign = (whole.exec(text) ?? prices.exec(text))?.[1];
  return sign === undefined ? null : currencyOf(sign.trim(), locale);
}
