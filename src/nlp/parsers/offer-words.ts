import { numberWords } from '../number-words.ts';
import type { OfferReference } from '../../domain/understood.ts';

/** An offer that is pointed at, and where in the message. */
export interface Pointed {
  readonly at: number;
  readonly reference: OfferReference;
}

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  last: -1,
  top: 1,
  'second last': -2,
};
export const ordinal =
  '(?:second last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|top|(?:[1-9]|[1-9]\\d)(?:st|nd|rd|th))';
export const placeOf = (word: string): number | undefined =>
  ordinals[word] ?? (/^\d/.test(word) ? Number.parseInt(word, 10) : undefined);

export const thing =
  '(?:one|ones|flight|flights|option|options|offer|offers|result|results|card|cards|choice|ticket|itinerary)';
export const count = '(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
export const numberOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : /^\d/.test(word) ? Number(word) : numberWords[word];

/** What stands behind an offer that is pointed at: the end, or what is said or asked of it. */
export const goesOn =
  '$|[.,!?]| (?:please|looks|sounds|is|seems|works|then|instead|has|would|with|and|or|thanks|vs|still|really|available|sold|gone|includes?|included|comes?|come with|leaves?|arrives?|lands?|departs?|costs?|takes?|gets?|any|again)\\b';

/** In the order of the groups of the patterns that read them. */
export const superlatives = ['cheapest', 'fastest', 'earliest', 'latest', 'best'] as const;
