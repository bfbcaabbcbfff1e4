import { expect, it } from 'vitest';
import type { Offer } from '../../domain/offer.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from '../../ranking/example-offer.ts';
import { rank } from '../../ranking/rank.ts';
import { formatsFor } from '../format.ts';
import { sayComparison } from './say-comparison.ts';

const back = (number: string, lands: string) =>
  legOf(`${number} LIS 2026-12-13T10:00+00:00 BOS 2026-12-13T${lands}-05:00`);
const verdict = (offers: readonly [Offer, Offer], trip = tripWith({})): string | undefined => {
  const { cards } = rank(offers, trip, { currency: 'USD' });
  const inOrder = offers.flatMap(({ id }) => cards.find(({ offer }) => offer.id === id) ?? []);
  return sayComparison(inOrder, formatsFor('en-US', 2026)).split('\n\n')[1];
};

it('two flights are told apart by their numbers', () => {
  const other = legOf('DL 5 BOS 2026-12-04T09:00-05:00 LIS 2026-12-04T21:00+00:00');
  expect(verdict([offerOf('a', '500 USD'), offerOf('b', '450 USD', other)])).toBe(
    '**TAP Air Portugal TP 218** costs $50 more and takes 30 min less.',
  );
});

it('two ways back that follow the same way out are told apart by their lines', () => {
  const [slow, fast] = [
    offerOf('slow', '450 USD', [plainLeg, back('TP 217', '14:00')]),
    offerOf('fast', '500 USD', [plainLeg, back('TP 215', '13:00')]),
  ];
  expect(verdict([fast, slow])).toBe('**The first of the two** costs $50 more and takes 1 h less.');
  expect(verdict([slow, fast])).toBe('**The second of the two** costs $50 more and takes 1 h less.');
  const even = offerOf('even', '450 USD', [plainLeg, back('TP 215', '13:00')]);
  expect(verdict([even, slow])).toBe('Both cost the same; **the second of the two** takes 1 h more.');
});

it('the bags that were asked for are a part of the price', () => {
  const bare = offerOf('bare', '450 USD', [plainLeg, back('TP 217', '13:00')], {
    fare: { checkedBags: 0, extraBagPrice: amountOf('90 USD') },
  });
  const full = offerOf('full', '500 USD', [plainLeg, back('TP 215', '13:00')], { fare: { checkedBags: 1 } });
  expect(verdict([bare, full], tripWith({ checkedBags: 1 }))).toBe(
    '**The first of the two** costs $40 more with the bags and takes just as long.',
  );
  expect(verdict([bare, full])).toBe('**The second of the two** costs $50 more and takes just as long.');
});
