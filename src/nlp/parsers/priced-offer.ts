import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { currencyPattern } from './currency.ts';
import type { Pointed } from './offer-words.ts';

const thing = '(?:one|flight|option|offer|ticket|fare)';
const figures = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,6})(?:\\.\\d{2})?';
const money = `${currencyPattern} ?${figures}|${figures}[ -]?${currencyPattern}`;
/** Fewer figures without a currency are a time, a place in the list or a number of people. */
const bare = '\\d{3,6}';
const end =
  '(?=$|[.,!?]| (?:please|then|instead|looks|sounds|is|seems|works|and|or|thanks|with|includes?|leaves?)\\b)';

/** "The $500 one", "the 500 dollar flight", "the one for €480", "the option that costs 480". */
const priced = new Pattern(
  `\\b(?:the|that) (?:(${money}) ${thing}\\b|${thing} (?:for|at|costing|priced at|(?:that|which) costs?|that is|that's) (?:only |just )?(${money}|${bare})${end})`,
  'g',
);

/** Offers that are pointed at by what they cost, in whole units of whatever currency they have. */
export const readPricedOffers = (passage: Passage): Pointed[] =>
  priced.matches(passage).map(({ index, 1: before, 2: behind }) => {
    const [amount = ''] = /\d[\d,.]*/.exec(before ?? behind ?? '') ?? [];
    return { at: index, reference: { by: 'price', amount: Number(amount.replaceAll(',', '')) } };
  });

/** The passage without such amounts, which limit nothing. */
export const withoutPricedOffers = (passage: Passage): Passage => priced.blankIn(passage);
