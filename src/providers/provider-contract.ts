import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cabins, type Cabin } from '../domain/cabin.ts';
import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import { loadAirports, type Airports } from '../domain/reference/airports.ts';
import { localDateOf, minutesBetween } from '../domain/zoned-minute.ts';
import type { Provider, ProviderContext, SearchRequest } from '../search/provider.ts';
import { expectOfferShape } from './offer-shape.contract.ts';

/** A source under test with its way out, and what can be made to go wrong with it. */
export interface SourceUnderTest extends AsyncDisposable {
  readonly provider: Provider;
  readonly contextFor: (signal: AbortSignal, onDropped: (reason: string) => void) => ProviderContext;
  /** From now on the source keeps its callers waiting for good; what comes back resolves once a caller waits. */
  readonly stall: () => () => Promise<void>;
  /** From now on some offers are malformed: the number of offers sent in all. Null where the source's answers cannot be. */
  readonly spoil: (() => number) | null;
}

const place = (code: string): Place => ({
  kind: 'airport',
  code,
  name: code,
  country: 'XX',
  region: null,
  airports: [code],
});

/** "BOS LIS 2027-03-04" for each direction; days that every source sells. */
function asking(texts: readonly [string, ...string[]], changes: Partial<SearchRequest> = {}): SearchRequest {
  const legOf = (text: string) => {
    const [from = '', to = '', date = ''] = text.split(' ');
    return { origin: place(from), destination: place(to), date, timeFrom: null, timeTo: null };
  };
  const [first, ...others] = texts;
  return {
    legs: [legOf(first), ...others.map(legOf)],
    passengers: { adults: 1, children: [], infants: 0 },
    cabin: null,
    currency: 'USD',
    maxStops: null,
    includeAirlines: [],
    excludeAirlines: [],
    refundableOnly: false,
    maxOffers: 50,
    ...changes,
  };
}

const out = 'BOS LIS 2027-03-04';
const back = 'LIS BOS 2027-03-14';

/** What every source promises, over its real protocol. `make` gives a source that has answered nobody yet. */
export function describeProvider(name: string, make: (airports: Airports) => Promise<SourceUnderTest>): void {
  describe(`${name} as a provider`, () => {
    let airports: Airports;
    let source: SourceUnderTest;
    beforeAll(async () => {
      airports = await loadAirports();
      source = await make(airports);
    });
    afterAll(async () => {
      await source[Symbol.asyncDispose]();
    });

    const search = async (
      request: SearchRequest,
      {
        from = source,
        signal = new AbortController().signal,
        dropped = [],
      }: { from?: SourceUnderTest; signal?: AbortSignal; dropped?: string[] } = {},
    ): Promise<Offer[]> => {
      const context = from.contextFor(signal, (reason) => dropped.push(reason));
      const offers: Offer[] = [];
      for await (const batch of from.provider.search(request, context)) {
        expect(batch.length).toBeGreaterThan(0);
        offers.push(...batch);
      }
      return offers;
    };

    it('has an id, and capabilities that are true', async () => {
      const { id, capabilities } = source.provider;
      expect(id).toBe(name);
      expect(capabilities.cabins.length).toBeGreaterThan(0);
      expect(cabins).toEqual(expect.arrayContaining([...capabilities.cabins]));
      const direct = asking([out]);
      expect((await search(direct)).length).toBeGreaterThan(0);
      if (capabilities.roundTrip) expect((await search(asking([out, back]))).length).toBeGreaterThan(0);
      const cities = asking([out, 'LIS FCO 2027-03-08', 'FCO BOS 2027-03-14']);
      if (capabilities.multiCity) expect((await search(cities)).length).toBeGreaterThan(0);
      for (const cabin of capabilities.cabins) {
        const offers = await search(asking(['LHR SIN 2027-03-04'], { cabin }));
        expect(offers.length, cabin).toBeGreaterThan(0);
      }
      const [offer] = await search(direct);
      expect(offer?.booking.kind).toBe(capabilities.booking);
    });

    it('yields offers of the shape that the house works with, and drops none of the good ones', async () => {
      const dropped: string[] = [];
      for (const request of [asking([out]), asking([out, back], { cabin: 'business' })]) {
        const offers = await search(request, { dropped });
        expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
        for (const offer of offers) {
          expectOfferShape(offer, name);
          for (const { origin, destination } of offer.legs.flatMap(({ segments }) => segments))
            expect(airports.find(origin) && airports.find(destination)).toBeDefined();
        }
      }
      expect(dropped).toEqual([]);
    });

    it('joins segments in place and time, and directions in the order of travel', async () => {
      for (const { legs } of await search(asking([out, back]))) {
        const flown = legs.flatMap(({ segments }) => segments);
        for (const [index, segment] of flown.entries()) {
          expect(minutesBetween(segment.departsAt, segment.arrivesAt)).toBe(segment.durationMinutes);
          const before = flown[index - 1];
          if (!before) continue;
          expect(segment.origin).toBe(before.destination);
          expect(minutesBetween(before.arrivesAt, segment.departsAt)).toBeGreaterThan(0);
        }
        for (const { segments, durationMinutes } of legs)
          expect(minutesBetween(segments[0].departsAt, (segments.at(-1) ?? segments[0]).arrivesAt)).toBe(
            durationMinutes,
          );
      }
    });

    it('answers what was asked: places, days, cabin, nothing else', async () => {
      const arbitraryTrip = fc.record({
        ends: fc.constantFrom(['BOS', 'LIS'], ['LHR', 'JFK'], ['SIN', 'LHR'], ['SFO', 'HND']),
        day: fc.integer({ min: 1, max: 28 }),
        cabin: fc.constantFrom<(Cabin | null)[]>(null, 'economy', 'business'),
        returns: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(arbitraryTrip, async ({ ends: [from = '', to = ''], day, cabin, returns }) => {
          const dates = [day, day + 30].map((each) =>
            Temporal.PlainDate.from('2027-03-01').add({ days: each }).toString(),
          );
          const asked = [`${from} ${to} ${dates[0] ?? ''}`, `${to} ${from} ${dates[1] ?? ''}`] as const;
          const offers = await search(asking(returns ? asked : [asked[0]], { cabin }));
          expect(offers.length).toBeGreaterThan(0);
          for (const { legs, fare } of offers) {
            const flown = legs.map(({ segments: [first, ...rest] }) =>
              [first.origin, (rest.at(-1) ?? first).destination, localDateOf(first.departsAt)].join(' '),
            );
            expect(flown).toEqual(returns ? asked : [asked[0]]);
            expect(fare.cabin).toBe(cabin ?? 'economy');
          }
        }),
        { numRuns: 12 },
      );
    });

    it('prices the whole party, in one currency', async () => {
      const party = { adults: 2, children: [5], infants: 1 };
      const cheapest = (offers: readonly Offer[]) => Math.min(...offers.map(({ total }) => total.minor));
      const offers = await search(asking([out], { passengers: party }));
      expect(new Set(offers.map(({ total }) => total.currency)).size).toBe(1);
      for (const { total, perTraveller } of offers) {
        expect(total.minor).toBeGreaterThan(0);
        if (perTraveller === null) continue;
        expect(perTraveller.currency).toBe(total.currency);
        // Two adults at least, and no more than four full fares.
        expect(total.minor).toBeGreaterThanOrEqual(perTraveller.minor * 2);
        expect(total.minor).toBeLessThanOrEqual(perTraveller.minor * 4);
      }
      expect(cheapest(offers)).toBeGreaterThan(cheapest(await search(asking([out]))) * 2);
    });

    it('finds nonstop flights where nothing else will do', async () => {
      const offers = await search(asking([out], { maxStops: 0 }));
      expect(offers.length).toBeGreaterThan(0);
      expect(offers.filter(({ legs }) => legs.some(({ segments }) => segments.length > 1))).toEqual([]);
    });

    it('confirms the price of what it has just offered', async () => {
      const [offer] = await search(asking([out]));
      if (!offer || !source.provider.check) return;
      const context = source.contextFor(new AbortController().signal, () => undefined);
      const checked = await source.provider.check(JSON.parse(JSON.stringify(offer)) as Offer, context);
      expect(checked).toMatchObject({ status: 'confirmed', offer: { id: offer.id, total: offer.total } });
    });

    it('never starts for a caller who has gone', async () => {
      const gone = AbortSignal.abort(new Error('gone'));
      await expect(search(asking([out]), { signal: gone })).rejects.toThrow();
    });

    it('ends at once when its caller goes', async () => {
      await using stalled = await make(airports);
      const waiting = stalled.stall();
      const caller = new AbortController();
      const answer = search(asking([out]), { from: stalled, signal: caller.signal });
      const ended = expect(answer).rejects.toThrow();
      await waiting();
      caller.abort(new Error('gone'));
      await ended;
    });

    it('drops and counts malformed offers, and keeps the others', async ({ skip }) => {
      await using spoilt = await make(airports);
      const sent = spoilt.spoil?.();
      if (sent === undefined) return skip('its offers are made here and cannot be malformed');
      const dropped: string[] = [];
      const offers = await search(asking([out], { maxOffers: 250 }), { from: spoilt, dropped });
      expect(dropped.length).toBeGreaterThan(0);
      expect(offers.length + dropped.length).toBe(sent);
      for (const offer of offers) expectOfferShape(offer, name);
    });
  });
}
