import fc from 'fast-check';
import type { Offer } from '../../domain/offer.ts';
import type { Place } from '../../domain/place.ts';
import { loadAirports } from '../../domain/reference/airports.ts';
import { isoDateOfDay } from '../../domain/zoned-minute.ts';
import type { ProviderContext, SearchLeg, SearchRequest } from '../../search/provider.ts';
import { createDemoProvider, type DemoProvider } from './index.ts';
import type { Timetable } from './timetable.ts';

/** A Wednesday: every test of the demo world asks in this moment, unless it says otherwise. */
export const present = Temporal.Instant.from('2026-11-25T09:00:00Z');
export const today = Math.floor(present.epochMilliseconds / 86_400_000);

/** The whole world as the product has it. */
export async function startDemoWorld(): Promise<{ demo: DemoProvider; table: Timetable }> {
  const demo = createDemoProvider({ airports: await loadAirports() });
  return { demo, table: await demo.warm() };
}

export const place = (code: string, airports: readonly string[] = [code]): Place => ({
  kind: airports.length > 1 ? 'city' : 'airport',
  code,
  name: code,
  country: 'XX',
  region: null,
  airports,
});

/** "BOS LIS 2026-12-04". */
export function legOf(text: string): SearchLeg {
  const [from = '', to = '', date = ''] = text.split(' ');
  return { origin: place(from), destination: place(to), date, timeFrom: null, timeTo: null };
}

export function question(
  [first = '', ...others]: readonly string[],
  changes: Partial<SearchRequest> = {},
): SearchRequest {
  return {
    legs: [legOf(first), ...others.map(legOf)],
    passengers: { adults: 1, children: [], infants: 0 },
    cabin: null,
    currency: 'USD',
    maxStops: null,
    includeAirlines: [],
    excludeAirlines: [],
    refundableOnly: false,
    maxOffers: 100,
    ...changes,
  };
}

export const contextAt = (
  now = present,
  signal: AbortSignal = new AbortController().signal,
): ProviderContext => ({
  signal,
  http: () => Promise.reject(new Error('the demo world has no network')),
  read: () => Promise.reject(new Error('the demo world answers itself')),
  now,
  onDropped: (reason) => {
    throw new Error(`dropped: ${reason}`);
  },
});

export async function ask(
  demo: DemoProvider,
  request: SearchRequest,
  context: ProviderContext = contextAt(),
): Promise<Offer[]> {
  const offers: Offer[] = [];
  for await (const batch of demo.search(request, context)) offers.push(...batch);
  return offers;
}

/** Two airports of the world, of more passengers (millions) than `least`, and a day that is on sale. */
export function arbitraryPair(table: Timetable, least: number) {
  const pool = table.airports.flatMap(({ passengersMillions }, index) =>
    passengersMillions > least ? [index] : [],
  );
  return fc
    .record({
      from: fc.constantFrom(...pool),
      to: fc.constantFrom(...pool),
      day: fc.integer({ min: today + 1, max: today + 340 }),
    })
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, day }) => ({
      from,
      to,
      day,
      text: `${table.airports[from]?.iata ?? ''} ${table.airports[to]?.iata ?? ''} ${isoDateOfDay(day)}`,
    }));
}
