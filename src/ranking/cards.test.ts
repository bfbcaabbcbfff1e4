import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertApproximately } from '../domain/exchange-rates.ts';
import { arbitrarySearch } from './arbitrary-offer.ts';
import { draftCards } from './cards.ts';
import type { Offer } from '../domain/offer.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from './example-offer.ts';
import { groupByFlights } from './same-flights.ts';

const draft = (offers: readonly Offer[], trip = tripWith({}), currency = 'USD') =>
  draftCards(groupByFlights(offers), trip, currency);

describe('the cards', () => {
  it('join the same flights of two sources, at the better price, and name both', () => {
    const [card, ...others] = draft([offerOf('duffel:1', '520 USD'), offerOf('amadeus:7', '500 USD')]);
    expect(others).toEqual([]);
    expect(card?.offer.id).toBe('amadeus:7');
    expect(card?.sources).toEqual([
      { provider: 'amadeus', offerId: 'amadeus:7', total: amountOf('500 USD') },
      { provider: 'duffel', offerId: 'duffel:1', total: amountOf('520 USD') },
    ]);
    // Nobody chooses between two prices for one fare.
    expect(card?.fares.map(({ id }) => id)).toEqual(['amadeus:7']);
  });

  it('compare sources that sell in different currencies', () => {
    const [card] = draft([offerOf('duffel:1', '500 USD'), offerOf('amadeus:7', '429 EUR')]);
    expect(card?.offer.id).toBe('amadeus:7');
    expect(card?.sources.map(({ provider }) => provider)).toEqual(['amadeus', 'duffel']);
  });

  it('keep flights apart that differ in number, day or airport', () => {
    const another = [
      'TP 219 BOS 2026-12-04T09:00-05:00 LIS 2026-12-04T20:30+00:00',
      'TP 218 BOS 2026-12-05T09:00-05:00 LIS 2026-12-05T20:30+00:00',
      'TP 218 BOS 2026-12-04T09:00-05:00 OPO 2026-12-04T20:30+00:00',
    ].map((flight, index) => offerOf(`duffel:${index}`, '500 USD', legOf(flight)));
    expect(draft([offerOf('duffel:9', '500 USD'), ...another])).toHaveLength(4);
    expect(
      draft([offerOf('duffel:1', '1 USD'), offerOf('duffel:2', '1 USD', [plainLeg, plainLeg])]),
    ).toHaveLength(2);
  });

  const light = offerOf('duffel:light', '500 USD', plainLeg, { fare: { brand: 'Light', checkedBags: 0 } });
  const classic = offerOf('duffel:classic', '530 USD', plainLeg, {
    fare: { brand: 'Classic', checkedBags: 1 },
  });
  const flex = offerOf('duffel:flex', '800 USD', plainLeg, { fare: { brand: 'Flex', checkedBags: 2 } });

  it('offer the fares of the same flights as a choice, cheapest first', () => {
    const [card] = draft([flex, light, classic]);
    expect(card?.offer.id).toBe('duffel:light');
    expect(card?.fares.map(({ id }) => id)).toEqual(['duffel:light', 'duffel:classic', 'duffel:flex']);
    expect(card?.sources.map(({ offerId }) => offerId)).toEqual(['duffel:light']);
  });

  it('stand for the fare that is cheapest with the bags asked for', () => {
    // A bag at the usual price makes the light fare 540.
    const [card] = draft([flex, light, classic], tripWith({ checkedBags: 1 }));
    expect(card?.offer.id).toBe('duffel:classic');
    expect(card?.fares.map(({ id }) => id)).toEqual(['duffel:light', 'duffel:classic', 'duffel:flex']);
    expect(card?.extras).toBe(0);
    expect(draft([light], tripWith({ checkedBags: 1 }))[0]?.extras).toBe(4_000);
  });

  it('keep the chosen fare among the fares where another of its kind is cheaper without bags', () => {
    const bagFor = (price: string) => ({ fare: { checkedBags: 0, extraBagPrice: amountOf(price) } });
    const dearBag = offerOf('duffel:1', '500 USD', plainLeg, bagFor('90 USD'));
    const fairBag = offerOf('amadeus:1', '510 USD', plainLeg, bagFor('30 USD'));
    const [card] = draft([dearBag, fairBag], tripWith({ checkedBags: 1 }));
    expect(card?.offer).toBe(fairBag);
    expect(card?.fares).toEqual([fairBag]);
    expect(card?.sources.map(({ provider }) => provider)).toEqual(['duffel', 'amadeus']);
  });

  it('prefer the fare that protects its connections where both cost the same', () => {
    const apart = offerOf('amadeus:1', '500 USD', plainLeg, { separateTickets: true });
    expect(draft([apart, offerOf('duffel:1', '500 USD')])[0]?.offer.id).toBe('duffel:1');
  });

  it('list each fare and each source once, cheapest first, the chosen one among them', () => {
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        const worth = ({ total }: Pick<(typeof offers)[number], 'total'>) =>
          convertApproximately(total, currency)?.minor ?? Number.MAX_SAFE_INTEGER;
        for (const { offer, fares, sources } of draft(offers, trip, currency)) {
          expect(fares).toContain(offer);
          expect(sources.map(({ provider }) => provider)).toContain(offer.provider);
          expect(new Set(sources.map(({ provider }) => provider)).size).toBe(sources.length);
          for (const list of [fares.map(worth), sources.map(worth)])
            expect(list).toEqual(list.toSorted((a, b) => a - b));
          for (const { provider, offerId, total } of sources)
            expect(offers.find(({ id }) => id === offerId)).toMatchObject({ provider, total });
        }
      }),
    );
  });
});
