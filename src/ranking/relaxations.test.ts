import { describe, expect, it } from 'vitest';
import type { Offer } from '../domain/offer.ts';
import type { Relaxation } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from './example-offer.ts';
import { measureOf } from './filters/flags.ts';
import { rank } from './rank.ts';

const relaxations = (offers: readonly Offer[], trip: Trip): readonly Relaxation[] =>
  rank(offers, trip, { currency: 'USD' }).relaxations;

/** By way of London with a wait of so many minutes. */
const waiting = (minutes: number) => {
  const leaves = Temporal.Instant.from('2026-12-04T12:00:00Z').add({ minutes });
  return legOf(
    'BA 1 BOS 2026-12-04T06:00-05:00 LHR 2026-12-04T12:00+00:00',
    `BA 2 LHR ${leaves.toString()} LIS ${leaves.add({ minutes: 150 }).toString()}`,
  );
};

describe('what to relax', () => {
  it('is nothing where nothing was taken out', () => {
    expect(relaxations([offerOf('a', '500 USD')], tripWith({ maxStops: 0 }))).toEqual([]);
  });

  it('names the cheapest price over the ceiling, and by how much it passes it', () => {
    const offers = [offerOf('a', '700 USD'), offerOf('b', '600 USD'), offerOf('c', '1 XTS')];
    expect(relaxations(offers, tripWith({ maxPrice: amountOf('500 USD') }))).toEqual([
      {
        filter: 'max_price',
        also: [],
        offers: 3,
        flights: 1,
        nearest: { kind: 'money', value: amountOf('600 USD'), over: amountOf('100 USD') },
      },
    ]);
  });

  it('names a price in another currency as it is sold, because a converted one is in no offer', () => {
    const offers = [offerOf('a', '700 USD'), offerOf('b', '516 EUR')];
    const [found] = relaxations(offers, tripWith({ maxPrice: amountOf('500 USD') }));
    expect(found?.nearest).toEqual({ kind: 'money', value: amountOf('516 EUR'), over: null });
  });

  it('names of two equal prices the one that nobody had to convert, whichever came first', () => {
    const offers = [offerOf('a', '90000 JPY'), offerOf('b', '600 USD')];
    const trip = tripWith({ maxPrice: amountOf('500 USD') });
    const measures = offers.map((offer) => measureOf(offer, 'max_price', trip));
    expect(measures[0]).toBe(measures[1]);
    for (const each of [offers, offers.toReversed()]) {
      const [found] = relaxations(each, trip);
      expect(found?.nearest).toMatchObject({ value: amountOf('600 USD'), over: amountOf('100 USD') });
    }
  });

  it('names the least that anybody pays with the bags that were asked for', () => {
    const offers = [
      offerOf('light', '480 USD', plainLeg, { fare: { checkedBags: 0, extraBagPrice: amountOf('90 USD') } }),
      offerOf('full', '560 USD', plainLeg, { fare: { checkedBags: 1 } }),
      offerOf('plus', '525 USD', waiting(90), {
        fare: { checkedBags: 0, extraBagPrice: amountOf('30 USD') },
      }),
    ];
    const limit = { maxPrice: amountOf('500 USD'), checkedBags: 1 };
    const [found] = relaxations(offers, tripWith(limit));
    expect(found?.nearest).toEqual({
      kind: 'money',
      value: amountOf('555 USD'),
      over: amountOf('55 USD'),
      withBags: true,
    });
    const { cards } = rank(offers, tripWith({ ...limit, maxPrice: amountOf('555 USD') }), {
      currency: 'USD',
    });
    expect(cards.map(({ offer }) => offer.id)).toEqual(['plus']);
  });

  it('names no price that it could not compare', () => {
    const [found] = relaxations([offerOf('a', '1 XTS')], tripWith({ maxPrice: amountOf('500 USD') }));
    expect(found).toEqual({
      filter: 'max_price',
      also: [],
      offers: 1,
      flights: 1,
      nearest: { kind: 'none' },
    });
  });

  it('names the fewest stops and the least time', () => {
    const offers = [waiting(90), waiting(120)].map((leg, index) =>
      offerOf(`a:${index}`, '1 USD', [plainLeg, leg]),
    );
    expect(relaxations(offers, tripWith({ maxStops: 0 }))[0]?.nearest).toEqual({ kind: 'stops', value: 1 });
    // 06:00 in Boston is 11:00 in London: an hour, the wait, and two and a half hours.
    expect(relaxations(offers, tripWith({ maxDurationMinutes: 390 }))).toEqual([]);
    const shorter = [waiting(240), waiting(250)].map((leg, index) => offerOf(`a:${index}`, '1 USD', leg));
    expect(relaxations(shorter, tripWith({ maxDurationMinutes: 400 }))[0]?.nearest).toEqual({
      kind: 'minutes',
      value: 450,
      over: 50,
    });
    expect(relaxations(shorter, tripWith({ maxLayoverMinutes: 200 }))[0]?.nearest).toEqual({
      kind: 'minutes',
      value: 240,
      over: 40,
    });
  });

  it('puts first what brings back most', () => {
    const offers = [
      offerOf('a', '700 USD'),
      offerOf('b', '400 USD', waiting(90)),
      offerOf('c', '400 USD', waiting(95)),
      offerOf('d', '900 USD', waiting(100)),
    ];
    const found = relaxations(offers, tripWith({ maxStops: 0, maxPrice: amountOf('500 USD') }));
    expect(found.map(({ filter, also, offers: count }) => [filter, also, count])).toEqual([
      ['max_stops', [], 2],
      ['max_price', [], 1],
    ]);
  });

  it('gives up two filters only where one is not enough, and never three', () => {
    const trip = tripWith({ maxStops: 0, maxPrice: amountOf('500 USD'), refundableOnly: true });
    const two = offerOf('a', '700 USD', waiting(90), { fare: { refundable: true } });
    const three = offerOf('b', '700 USD', waiting(95), { fare: { refundable: false } });
    expect(relaxations([two, three], trip)).toEqual([
      {
        filter: 'max_stops',
        also: ['max_price'],
        offers: 1,
        flights: 1,
        nearest: { kind: 'stops', value: 1 },
      },
    ]);
    expect(relaxations([three], trip)).toEqual([]);
  });

  it('counts flights once, however many fares of them come back, and those that are shown not at all', () => {
    const offers = [
      offerOf('shown', '450 USD', waiting(90)),
      offerOf('shown:flex', '800 USD', waiting(90)),
      ...['600 USD', '650 USD', '700 USD'].map((total, index) => offerOf(`a:${index}`, total)),
      offerOf('b', '900 USD', waiting(95)),
    ];
    const limit = tripWith({ maxPrice: amountOf('500 USD') });
    expect(relaxations(offers, limit)).toMatchObject([{ filter: 'max_price', offers: 5, flights: 2 }]);
    const before = rank(offers, limit, { currency: 'USD' }).cards.length;
    expect(rank(offers, tripWith({}), { currency: 'USD' }).cards).toHaveLength(before + 2);
  });

  it('brings back what it promises', () => {
    const offers = [offerOf('a', '700 USD'), offerOf('b', '600 USD'), offerOf('c', '650 USD', waiting(90))];
    const trip = tripWith({ maxPrice: amountOf('500 USD') });
    const [found] = relaxations(offers, trip);
    expect(found?.nearest.kind).toBe('money');
    if (found?.nearest.kind !== 'money') return;
    const { cards } = rank(offers, tripWith({ maxPrice: found.nearest.value }), { currency: 'USD' });
    expect(cards.map(({ offer }) => offer.id)).toEqual(['b']);
  });
});
