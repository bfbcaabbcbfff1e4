import { describe, expect, it } from 'vitest';
import type { Offer } from '../domain/offer.ts';
import type { Trip } from '../domain/trip.ts';
import { bagCostOf } from './bag-cost.ts';
import { criteriaOf, dominates, generalisedCost } from './criteria.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from './example-offer.ts';

const costOf = (offer: Offer, trip: Trip = tripWith({}), currency = 'USD') =>
  generalisedCost(criteriaOf(offer, trip, currency), trip, currency);

/** A leg by way of London, landing there at noon and going on after so many minutes. */
const waiting = (minutes: number, from = 'LHR') => {
  const leaves = Temporal.Instant.from('2026-12-04T12:00:00Z').add({ minutes });
  const lands = leaves.add({ minutes: 150 });
  return legOf(
    'BA 1 BOS 2026-12-04T06:00-05:00 LHR 2026-12-04T12:00+00:00',
    `BA 2 ${from} ${leaves.toString()} LIS ${lands.toString()}`,
  );
};

/** A nonstop of six hours that leaves Lisbon at this local time. */
const leaving = (time: string) => {
  const departs = Temporal.Instant.from(`2026-12-04T${time}:00Z`);
  return legOf(
    `TP 9 LIS ${departs.toString()} ACC ${departs.add({ minutes: 360 }).toString().replace('Z', '+00:00')}`,
  );
};

describe('the cost of a journey', () => {
  it('is the price of the party and the time of everyone in it, for a flight without nuisances', () => {
    // 6.5 h at 24 dollars.
    expect(costOf(offerOf('a', '500 USD'))).toBe(50_000 + 15_600);
    const party = tripWith({}, { passengers: { adults: 2, children: [5], infants: 1 } });
    expect(costOf(offerOf('a', '500 USD'), party)).toBe(50_000 + 4 * 15_600);
    const business = tripWith({}, { cabin: 'business' });
    expect(costOf(offerOf('a', '500 USD'), business)).toBe(50_000 + 6.5 * 6_500);
  });

  it('compares currencies at reference rates', () => {
    expect(criteriaOf(offerOf('a', '86 EUR'), tripWith({}), 'USD').price).toBe(10_000);
    expect(criteriaOf(offerOf('a', '15000 JPY'), tripWith({}), 'USD').price).toBe(10_000);
    // 156 dollars of time are 134.16 euros.
    expect(costOf(offerOf('a', '100 EUR'), tripWith({}), 'EUR')).toBe(10_000 + 13_416);
  });

  it.each([
    ['stops', 300, { stops: 1 }, 35],
    ['a wait of just an hour', 60, { stops: 1, tightConnections: 0 }, 35],
    ['a tight connection', 59, { stops: 1, tightConnections: 1 }, 35 + 30],
    ['a wait of just five hours', 300, { longLayovers: 0, overnightLayovers: 0 }, 35],
    ['a long wait', 301, { longLayovers: 1, overnightLayovers: 0 }, 35 + 20],
    // Noon to 03:00, landing the next day at half past five.
    ['a wait that ends at three in the night', 900, { longLayovers: 1, overnightLayovers: 0 }, 35 + 20 + 15],
    ['a wait through the night', 901, { longLayovers: 0, overnightLayovers: 1 }, 35 + 60 + 15],
  ])('weighs %s', (_what, minutes, criteria, dollars) => {
    const offer = offerOf('a', '500 USD', waiting(minutes));
    expect(criteriaOf(offer, tripWith({}), 'USD')).toMatchObject(criteria);
    const time = (offer.legs[0].durationMinutes / 60) * 24;
    expect(costOf(offer)).toBeCloseTo((500 + time + dollars) * 100, 6);
  });

  it('weighs a change of airport, and separate tickets', () => {
    const [same, other] = [waiting(120), waiting(120, 'LGW')];
    expect(costOf(offerOf('a', '500 USD', other)) - costOf(offerOf('b', '500 USD', same))).toBeCloseTo(
      6_000,
      6,
    );
    const apart = offerOf('c', '500 USD', same, { separateTickets: true });
    expect(costOf(apart) - costOf(offerOf('b', '500 USD', same))).toBeCloseTo(7_000, 6);
  });

  it('counts a landing under the same flight number as a stop', () => {
    const [segment] = plainLeg.segments;
    const withStop = { ...plainLeg, segments: [{ ...segment, technicalStops: 1 }] as const };
    expect(costOf(offerOf('a', '500 USD', withStop)) - costOf(offerOf('b', '500 USD'))).toBe(3_500);
  });

  it.each([
    ['22:59', 0],
    ['23:00', 1],
    ['05:29', 1],
    ['05:30', 0],
  ])('at %s leaves at an unsocial hour: %i', (time, unsocialHours) => {
    // The evening flights land after 04:59, when it is unsocial too: only the departure differs.
    const lands = legOf(`TP 9 LIS 2026-12-04T${time}+00:00 JFK 2026-12-05T11:00-05:00`);
    expect(criteriaOf(offerOf('a', '1 USD', lands), tripWith({}), 'USD').unsocialHours).toBe(unsocialHours);
  });

  it('counts a leg once where both its ends are unsocial, and the days by which it arrives later', () => {
    const criteria = criteriaOf(offerOf('a', '1 USD', leaving('23:00')), tripWith({}), 'USD');
    expect(criteria).toMatchObject({ unsocialHours: 1, laterDays: 1 });
    expect(
      costOf(offerOf('a', '1 USD', leaving('23:00'))) - costOf(offerOf('b', '1 USD', leaving('12:00'))),
    ).toBe(1_200 + 1_500);
    const overTheDateLine = legOf('NZ 1 AKL 2026-12-04T10:00+13:00 HNL 2026-12-03T19:00-10:00');
    expect(criteriaOf(offerOf('a', '1 USD', overTheDateLine), tripWith({}), 'USD').laterDays).toBe(0);
  });
});

describe('the bags asked for', () => {
  const oneEach = tripWith({ checkedBags: 1 }, { passengers: { adults: 2, children: [7], infants: 1 } });
  const there = [plainLeg, plainLeg] as const;

  it('cost nothing where they are included or nobody asked', () => {
    expect(bagCostOf(offerOf('a', '1 USD', plainLeg, { fare: { checkedBags: 1 } }), oneEach)).toEqual({
      missing: 0,
      price: null,
      unknown: false,
    });
    expect(bagCostOf(offerOf('a', '1 USD'), tripWith({}))).toEqual({
      missing: 0,
      price: null,
      unknown: false,
    });
  });

  it('cost their price for everyone with a seat', () => {
    const offer = offerOf('a', '500 USD', there, {
      fare: { checkedBags: 0, extraBagPrice: amountOf('60 USD') },
    });
    expect(bagCostOf(offer, oneEach)).toEqual({ missing: 1, price: amountOf('180 USD'), unknown: false });
    expect(criteriaOf(offer, oneEach, 'USD').price).toBe(50_000 + 18_000);
  });

  it('are counted at the usual price on each leg where the source names none', () => {
    const offer = offerOf('a', '500 USD', there, { fare: { checkedBags: 0 } });
    expect(bagCostOf(offer, oneEach).price).toBeNull();
    expect(criteriaOf(offer, oneEach, 'USD').price).toBe(50_000 + 3 * 2 * 4_000);
  });

  it('are not taken for included where the source does not say', () => {
    const offer = offerOf('a', '500 USD');
    expect(bagCostOf(offer, oneEach)).toEqual({ missing: 1, price: null, unknown: true });
    expect(criteriaOf(offer, oneEach, 'USD').price).toBe(50_000 + 3 * 4_000);
  });
});

describe('beating', () => {
  const base = criteriaOf(offerOf('a', '500 USD', waiting(120)), tripWith({}), 'USD');

  it.each(Object.keys(base) as (keyof typeof base)[])('takes no more than a better %s', (name) => {
    const worse = { ...base, [name]: base[name] + 1 };
    expect(dominates(base, worse)).toBe(true);
    expect(dominates(worse, base)).toBe(false);
    expect(generalisedCost(base, tripWith({}), 'USD')).toBeLessThan(
      generalisedCost(worse, tripWith({}), 'USD'),
    );
  });

  it('is denied to equals, and to what is better here and worse there', () => {
    expect(dominates(base, base)).toBe(false);
    const mixed = { ...base, price: base.price - 1, stops: base.stops + 1 };
    expect(dominates(mixed, base) || dominates(base, mixed)).toBe(false);
  });
});
