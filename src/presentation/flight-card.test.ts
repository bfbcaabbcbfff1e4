import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlightCard } from '../contract/flight-card.ts';
import { formatsFor } from '../dialogue/format.ts';
import { parseMoney } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import { travellerCount } from '../domain/trip.ts';
import { arbitrarySearch } from '../ranking/arbitrary-offer.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from '../ranking/example-offer.ts';
import { rank } from '../ranking/rank.ts';
import { toFlightCard } from './flight-card.ts';

const formats = formatsFor('en-US', 2026);

function cardOf(offer: Offer, travellers = 1): FlightCard {
  const [ranked] = rank([offer], tripWith({}), { currency: 'USD' }).cards;
  if (!ranked) throw new RangeError('the offer does not pass');
  return toFlightCard(ranked, travellers, formats);
}

const night = legOf(
  'BA 212 BOS 2026-12-04T10:00-05:00 LHR 2026-12-04T23:00+00:00',
  'TP 1351 LGW 2026-12-05T07:00+00:00 LIS 2026-12-05T09:40+00:00',
);

describe('a flight card', () => {
  it('keeps to the contract, whatever the sources say, and survives JSON', () => {
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        for (const ranked of rank(offers, trip, { currency }).cards) {
          const card = toFlightCard(ranked, travellerCount(trip.passengers), formats);
          expect(FlightCard.strict().parse(JSON.parse(JSON.stringify(card)))).toEqual(card);
        }
      }),
    );
  });

  it('prices to the last unit what the offer costs', () => {
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        for (const ranked of rank(offers, trip, { currency }).cards) {
          const { price, fares, sources } = toFlightCard(ranked, 2, formats);
          const { amount, currency: own } = price.total;
          expect(parseMoney(amount, own)).toEqual(ranked.offer.total);
          expect(fares.map(({ offer_id }) => offer_id)).toEqual(ranked.fares.map(({ id }) => id));
          expect(sources.map(({ total }) => parseMoney(total.amount, total.currency))).toEqual(
            ranked.sources.map(({ total }) => total),
          );
        }
      }),
    );
  });

  it('tells times as the clocks of the airports show them, with their offsets', () => {
    const [leg] = cardOf(offerOf('a', '500 USD', night)).legs;
    expect(leg).toMatchObject({
      origin: 'BOS',
      destination: 'LIS',
      departs_at: '2026-12-04T10:00:00-05:00',
      arrives_at: '2026-12-05T09:40:00+00:00',
      duration_minutes: 1120,
      stops: 1,
      day_shift: 1,
      layovers: [{ airport: 'LHR', minutes: 480, overnight: true, changes_airport: true }],
    });
    expect(leg?.segments.map(({ flight, origin, departs_at }) => [flight, origin, departs_at])).toEqual([
      ['BA 212', 'BOS', '2026-12-04T10:00:00-05:00'],
      ['TP 1351', 'LGW', '2026-12-05T07:00:00+00:00'],
    ]);
  });

  it('writes null for everything the source does not say, and guesses nothing', () => {
    const card = cardOf(offerOf('a', '500 USD'), 2);
    expect(card).toMatchObject({ co2_kg: null, seats_left: null, expires_at: null });
    expect(card.price.per_traveller).toBeNull();
    expect(card.fare).toEqual({
      brand: null,
      cabin: null,
      refundable: null,
      changeable: null,
      carry_on_bags: null,
      checked_bags: null,
      extra_bag_price: null,
    });
    expect(card.legs[0]?.segments[0]).toMatchObject({ operated_by: null, aircraft: null, cabin: null });
  });

  it('keeps zero apart from unknown', () => {
    const fare = { checkedBags: 0, carryOnBags: 0, refundable: false, changeable: false };
    const card = cardOf(offerOf('a', '500 USD', plainLeg, { fare, co2Kg: 0 }));
    expect(card.co2_kg).toBe(0);
    expect(card.fare).toMatchObject({
      checked_bags: 0,
      carry_on_bags: 0,
      refundable: false,
      changeable: false,
    });
  });

  it('shares the price only where that is known', () => {
    const offer = offerOf('a', '500 USD');
    expect(cardOf(offer, 1).price.per_traveller).toEqual({ amount: '500.00', currency: 'USD' });
    expect(cardOf(offer, 3).price.per_traveller).toBeNull();
    const shared = { ...offer, perTraveller: amountOf('260 USD') };
    expect(cardOf(shared, 2).price.per_traveller).toEqual({ amount: '260.00', currency: 'USD' });
  });

  it('prices the bags that were asked for, and says what the order by price goes by', () => {
    const trip = tripWith({ checkedBags: 1 }, { passengers: { adults: 2, children: [], infants: 0 } });
    const priceOf = (fare: Parameters<typeof offerOf>[3] & object, total = '500 USD', of = trip) => {
      const [ranked] = rank([offerOf('a', total, plainLeg, fare)], of, { currency: 'USD' }).cards;
      const { with_bags, compared } = toFlightCard(ranked!, 2, formats).price;
      return [with_bags?.amount ?? null, compared ? `${compared.amount} ${compared.currency}` : 'the total'];
    };
    const bagFor = (price: string) => ({ fare: { checkedBags: 0, extraBagPrice: amountOf(price) } });
    expect(priceOf(bagFor('45 USD'))).toEqual(['590.00', '590.00 USD']);
    expect(priceOf({ fare: { checkedBags: 1 } })).toEqual(['500.00', 'the total']);
    // Nobody knows what they cost: not a price to show, but 40 dollars each in the order.
    expect(priceOf({ fare: { checkedBags: 0 } })).toEqual([null, '580.00 USD']);
    expect(priceOf(bagFor('45 USD'), '500 USD', tripWith({}))).toEqual([null, 'the total']);
    expect(priceOf(bagFor('43 EUR'), '430 EUR')).toEqual(['516.00', '600.00 USD']);
  });

  it('names the airline, or its code where nobody knows it', () => {
    expect(cardOf(offerOf('a', '500 USD')).airline).toEqual({ code: 'TP', name: 'TAP Air Portugal' });
    expect(cardOf(offerOf('a', '500 USD', plainLeg, { carrier: '9Z' })).airline).toEqual({
      code: '9Z',
      name: '9Z',
    });
  });
});
