import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTrip, noFilters, type Trip } from '../domain/trip.ts';
import { expandRequests } from './expand-requests.ts';
import { requestKey, sourceKey } from './request-key.ts';
import type { SearchRequest } from './provider.ts';
import { samplePlace, sampleRequest } from './samples.ts';

const airport = fc.constantFrom('BOS', 'LIS', 'JFK', 'LHR', 'NRT').map((code) => samplePlace(code));
const city = fc
  .uniqueArray(fc.constantFrom('JFK', 'LGA', 'EWR'), { minLength: 2 })
  .map((airports) => samplePlace('NYC', airports));
const place = fc.oneof(airport, city);
const date = fc.integer({ min: 1, max: 28 }).map((day) => `2027-03-${String(day).padStart(2, '0')}`);
const time = fc.constantFrom(null, '06:00', '12:00', '18:30');
const leg = fc.record({
  origin: place,
  destination: place,
  departure: fc.record({ day: date, timeFrom: time, timeTo: time }).map(({ day, timeFrom, timeTo }) => ({
    earliest: day,
    latest: day,
    timeFrom,
    timeTo,
  })),
});
const airlines = fc.uniqueArray(fc.constantFrom('TP', 'LH', 'BA', 'AF'), { maxLength: 3 });
const filters = fc
  .record({
    maxStops: fc.constantFrom(null, 0, 1, 2),
    airlines: fc.record({ include: airlines, exclude: airlines }),
    refundableOnly: fc.boolean(),
  })
  .map((asked) => ({ ...noFilters, ...asked }));
const passengers = fc.record({
  adults: fc.integer({ min: 1, max: 9 }),
  children: fc.array(fc.integer({ min: 2, max: 17 }), { maxLength: 3 }),
  infants: fc.integer({ min: 0, max: 2 }),
});
const cabin = fc.constantFrom(
  null,
  'economy' as const,
  'premium_economy' as const,
  'business' as const,
  'first' as const,
);
const trip: fc.Arbitrary<Trip> = fc
  .record({ legs: fc.array(leg, { minLength: 1, maxLength: 1 }), passengers, cabin, filters })
  .map((asked) => ({ ...emptyTrip, ...asked }));

const keyOf = (asked: Trip, currency = 'USD'): string => {
  const [request, ...others] = expandRequests(asked, currency).requests;
  if (!request || others.length > 0) throw new Error('one request was expected');
  return requestKey(request);
};

const withLeg = (asked: Trip, changes: object): Trip => ({
  ...asked,
  legs: asked.legs.map((one) => ({ ...one, ...changes })),
});
const withDeparture = (asked: Trip, changes: object): Trip => ({
  ...asked,
  legs: asked.legs.map((one) => ({ ...one, departure: one.departure && { ...one.departure, ...changes } })),
});
const withFilters = (asked: Trip, changes: Partial<Trip['filters']>): Trip => ({
  ...asked,
  filters: { ...asked.filters, ...changes },
});
const withParty = (asked: Trip, changes: Partial<Trip['passengers']>): Trip => ({
  ...asked,
  passengers: { ...asked.passengers, ...changes },
});

/** One field of a trip that changes what a source must answer, each with another value than the trip has. */
const changes: Readonly<Record<string, (asked: Trip) => Trip>> = {
  origin: (asked) => withLeg(asked, { origin: samplePlace('SFO') }),
  'airports of the origin': (asked) => {
    const [{ origin } = { origin: null }] = asked.legs;
    return withLeg(asked, { origin: origin && { ...origin, airports: [...origin.airports, 'HPN'] } });
  },
  destination: (asked) => withLeg(asked, { destination: samplePlace('SFO') }),
  'airports of the destination': (asked) => {
    const [{ destination } = { destination: null }] = asked.legs;
    return withLeg(asked, {
      destination: destination && { ...destination, airports: [...destination.airports, 'HPN'] },
    });
  },
  date: (asked) => withDeparture(asked, { earliest: '2027-04-01', latest: '2027-04-01' }),
  'earliest time': (asked) => withDeparture(asked, { timeFrom: '05:15' }),
  'latest time': (asked) => withDeparture(asked, { timeTo: '23:15' }),
  adults: (asked) => withParty(asked, { adults: asked.passengers.adults + 1 }),
  'one more child': (asked) => withParty(asked, { children: [...asked.passengers.children, 7] }),
  "a child's age": (asked) => {
    const [first, ...others] = asked.passengers.children;
    fc.pre(first !== undefined);
    return withParty(asked, { children: [first === 2 ? 3 : first - 1, ...others] });
  },
  infants: (asked) => withParty(asked, { infants: asked.passengers.infants + 1 }),
  cabin: (asked) => ({ ...asked, cabin: asked.cabin === 'business' ? 'first' : 'business' }),
  stops: (asked) => withFilters(asked, { maxStops: asked.filters.maxStops === 0 ? 1 : 0 }),
  'airlines to have': ({ filters: { airlines: old, ...others }, ...asked }) => ({
    ...asked,
    filters: { ...others, airlines: { ...old, include: [...old.include, 'AY'] } },
  }),
  'airlines to avoid': ({ filters: { airlines: old, ...others }, ...asked }) => ({
    ...asked,
    filters: { ...others, airlines: { ...old, exclude: [...old.exclude, 'AY'] } },
  }),
  'refundable only': (asked) => withFilters(asked, { refundableOnly: !asked.filters.refundableOnly }),
};

describe('the key of a request', () => {
  it('is the same for the same trip', () => {
    fc.assert(
      fc.property(trip, (asked) => {
        expect(keyOf(structuredClone(asked))).toBe(keyOf(asked));
      }),
    );
  });

  it.each(Object.entries(changes))('is another one for another %s', (_name, change) => {
    fc.assert(
      fc.property(trip, (asked) => {
        expect(keyOf(change(asked))).not.toBe(keyOf(asked));
      }),
    );
  });

  it('is another one in another currency', () => {
    fc.assert(
      fc.property(trip, (asked) => {
        expect(keyOf(asked, 'EUR')).not.toBe(keyOf(asked, 'USD'));
      }),
    );
  });

  it('is another one for each two trips whose requests differ at all', () => {
    fc.assert(
      fc.property(trip, trip, (one, other) => {
        const [a, b] = [one, other].map((asked) => expandRequests(asked, 'USD').requests[0]);
        fc.pre(a !== undefined && b !== undefined);
        expect(requestKey(a) === requestKey(b)).toBe(orderless(a) === orderless(b));
      }),
    );
  });

  it('does not mind the order of children and airlines', () => {
    fc.assert(
      fc.property(trip, (asked) => {
        const { include, exclude } = asked.filters.airlines;
        const turned: Trip = {
          ...withParty(asked, { children: asked.passengers.children.toReversed() }),
          filters: {
            ...asked.filters,
            airlines: { include: include.toReversed(), exclude: exclude.toReversed() },
          },
        };
        expect(keyOf(turned)).toBe(keyOf(asked));
      }),
    );
  });

  it('does not mind what only the ranking looks at', () => {
    fc.assert(
      fc.property(trip, (asked) => {
        const ranked: Trip = {
          ...withFilters(asked, { maxPrice: { minor: 100, currency: 'USD' }, noOvernightLayover: true }),
          sort: 'fastest',
        };
        expect(keyOf(ranked)).toBe(keyOf(asked));
      }),
    );
  });
});

/** Every field of a request by itself, so that a field which is added later and left out of the key makes the test fail. */
const orderless = (request: object): string =>
  JSON.stringify(request, (name, value: unknown) => {
    if (name === 'airports' || !Array.isArray(value)) return value;
    return value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) as unknown[];
  });

describe('the key of what a source is asked', () => {
  const asked = (request: SearchRequest) => `${request.legs[0].date} in ${request.cabin ?? 'any cabin'}`;
  const keyAt = (changes: Partial<SearchRequest>) =>
    sourceKey({ id: 'one', asked }, { ...sampleRequest(), ...changes });

  it('does not mind what the source is not sent', () => {
    const [leg] = sampleRequest().legs;
    const others = [{ maxStops: 0 }, { currency: 'EUR' }, { legs: [{ ...leg, timeFrom: '18:00' }] as const }];
    for (const changes of others) expect(keyAt(changes)).toBe(keyAt({}));
  });

  it('minds what it is sent, and which of its offers fit', () => {
    const [leg] = sampleRequest().legs;
    const wide = { ...leg, origin: samplePlace('BOS', ['BOS', 'MHT']) };
    for (const changes of [{ cabin: 'economy' as const }, { legs: [wide] as const }])
      expect(keyAt(changes)).not.toBe(keyAt({}));
  });

  it('is another one for another source, and all of the request where the source does not say', () => {
    expect(sourceKey({ id: 'two', asked }, sampleRequest())).not.toBe(keyAt({}));
    const request = { ...sampleRequest(), currency: 'EUR' };
    expect(sourceKey({ id: 'one' }, request)).not.toBe(sourceKey({ id: 'one' }, sampleRequest()));
  });
});
