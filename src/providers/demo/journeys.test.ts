import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canJoin, isOneTicket, minutesToChange } from './connections.ts';
import { arbitraryPair, startDemoWorld, today } from './arbitrary-question.ts';
import { kilometresBetween } from '../../domain/kilometres-between.ts';
import { carrierCode, findJourneys, type Journey, type JourneyQuestion } from './journeys.ts';
import { offsetAtNoon } from './local-time.ts';
import type { Timetable } from './timetable.ts';

let table: Timetable;
beforeAll(async () => {
  ({ table } = await startDemoWorld());
});

const number = (code: string) => table.airportNumber.get(code)!;
const ways = (from: number, to: number, day: number, changes: Partial<JourneyQuestion> = {}) =>
  findJourneys(table, {
    origins: [from],
    destinations: [to],
    day,
    maxStops: 2,
    include: new Set(),
    exclude: new Set(),
    ...changes,
  });
const flies = (flight: number, day: number) => (table.days[flight]! & (1 << ((day + 3) % 7))) !== 0;
const flightsOf = (from: number, to: number) => table.byPair.get(from * table.airports.length + to) ?? [];
const carriersOf = ({ rides }: Journey) => rides.map(({ flight }) => carrierCode(table, flight));

/** A flight's ride on a day, made anew from the timetable. */
function rideOf(flight: number, day: number) {
  const departs =
    day * 1440 + table.departs[flight]! - offsetAtNoon(table.airports[table.from[flight]!]!.timeZone, day);
  return { flight, day, departs, arrives: departs + table.block[flight]! };
}

describe('journeys', () => {
  it('hang together in place and time, with the time to change that the airport asks for', () => {
    let connections = 0;
    fc.assert(
      fc.property(arbitraryPair(table, 0.5), ({ from, to, day }) => {
        for (const journey of ways(from, to, day)) {
          const { rides } = journey;
          expect(rides.length).toBeLessThanOrEqual(3);
          expect(table.from[rides[0]!.flight]).toBe(from);
          expect(table.to[rides.at(-1)!.flight]).toBe(to);
          expect(rides[0]!.day).toBe(day);
          expect([journey.departs, journey.arrives]).toEqual([rides[0]!.departs, rides.at(-1)!.arrives]);
          const seen = new Set([from, ...rides.map(({ flight }) => table.to[flight]!)]);
          expect(seen.size).toBe(rides.length + 1);
          for (const [index, ride] of rides.entries()) {
            expect(flies(ride.flight, ride.day)).toBe(true);
            expect(ride).toEqual(rideOf(ride.flight, ride.day));
            const next = rides[index + 1];
            if (!next) continue;
            connections += 1;
            const via = table.to[ride.flight]!;
            expect(table.from[next.flight]).toBe(via);
            const joining = isOneTicket(table, [ride, next]) ? 'interline' : 'self';
            const least = minutesToChange(table, ride.flight, via, table.to[next.flight]!, joining);
            expect(next.departs - ride.arrives).toBeGreaterThanOrEqual(least);
            expect(next.departs - ride.arrives).toBeLessThanOrEqual(24 * 60);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(connections).toBeGreaterThan(1000);
  });

  it('have every nonstop flight of the day that is not too many', () => {
    fc.assert(
      fc.property(arbitraryPair(table, 20), ({ from, to, day }) => {
        const nonstops = flightsOf(from, to).filter((flight) => flies(flight, day));
        const found = ways(from, to, day, { maxStops: 0 }).map(({ rides }) => rides[0]!.flight);
        expect(found.length).toBe(Math.min(26, nonstops.length));
        expect(nonstops).toEqual(expect.arrayContaining(found));
      }),
      { numRuns: 200 },
    );
  });

  it('are as quick as trying every connection finds them', () => {
    const felt = ({ departs, arrives, rides }: Journey) => arrives - departs + (rides.length - 1) * 75;
    let compared = 0;
    fc.assert(
      fc.property(arbitraryPair(table, 8), ({ from, to, day }) => {
        let quickest = Infinity;
        for (const flight of flightsOf(from, to))
          if (flies(flight, day)) quickest = Math.min(quickest, table.block[flight]!);
        for (const via of table.outOf[from]!) {
          if (table.airports[via]!.passengersMillions < 0.6) continue;
          for (const first of flightsOf(from, via)) {
            if (!flies(first, day)) continue;
            const one = rideOf(first, day);
            for (const second of flightsOf(via, to)) {
              if (!canJoin(table, first, second, 'partners')) continue;
              if (table.distance[first]! + table.distance[second]! > 1.4 * distanceOf(from, to)) continue;
              for (const on of [day, day + 1, day + 2]) {
                const two = rideOf(second, on);
                const wait = two.departs - one.arrives;
                if (!flies(second, on) || wait < minutesToChange(table, first, via, to) || wait > 11 * 60)
                  continue;
                quickest = Math.min(quickest, two.arrives - one.departs + 75);
              }
            }
          }
        }
        if (quickest === Infinity) return;
        compared += 1;
        expect(felt(ways(from, to, day)[0]!)).toBeLessThanOrEqual(quickest);
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(40);
  });

  const distanceOf = (from: number, to: number) =>
    kilometresBetween(table.airports[from]!, table.airports[to]!);

  it('stop no more often than they may, and come best first', () => {
    fc.assert(
      fc.property(arbitraryPair(table, 2), fc.constantFrom(0, 1, 2), ({ from, to, day }, maxStops) => {
        const found = ways(from, to, day, { maxStops });
        for (const { rides } of found) expect(rides.length - 1).toBeLessThanOrEqual(maxStops);
        const felt = found.map(({ departs, arrives, rides }) => arrives - departs + (rides.length - 1) * 75);
        expect(felt).toEqual(felt.toSorted((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  it('fly a part of the way with a carrier that does not fly all of it', () => {
    const [boston, lisbon] = [number('BOS'), number('LIS')];
    const partly = ways(boston, lisbon, today + 9, { include: new Set(['B6']) });
    expect(partly.length).toBeGreaterThan(0);
    for (const journey of partly) {
      expect(carriersOf(journey)).toContain('B6');
      expect(new Set(carriersOf(journey)).size).toBeGreaterThan(1);
    }
  });

  it('fly with the carriers that are wanted and with none that are not', () => {
    const [boston, lisbon] = [number('BOS'), number('LIS')];
    const all = new Set(ways(boston, lisbon, today + 9).flatMap(carriersOf));
    expect(all.size).toBeGreaterThan(3);
    const without = ways(boston, lisbon, today + 9, { exclude: new Set(['TP']) });
    expect(without.length).toBeGreaterThan(0);
    expect(without.flatMap(carriersOf)).not.toContain('TP');
    const only = ways(boston, lisbon, today + 9, { include: new Set(['LH']) });
    expect(new Set(only.flatMap(carriersOf))).toEqual(new Set(['LH']));
  });

  it('answer at least 96 of 100 pairs of busy airports', () => {
    const sample = fc.sample(arbitraryPair(table, 1), { numRuns: 500, seed: 7 });
    const answered = sample.filter(({ from, to, day }) => ways(from, to, day).length > 0);
    expect(answered.length / sample.length).toBeGreaterThanOrEqual(0.96);
  });

  it('stand on one ticket wherever that can be', () => {
    const sample = fc.sample(arbitraryPair(table, 10), { numRuns: 200, seed: 7 });
    const journeys = sample.flatMap(({ from, to, day }) => ways(from, to, day));
    const separate = journeys.filter(({ rides }) => !isOneTicket(table, rides));
    expect(separate.length / journeys.length).toBeLessThan(0.02);
  });
});

describe('the time to change', () => {
  const flightBetween = (from: string, to: string) => flightsOf(number(from), number(to))[0]!;

  it('is that of the airport, and longer across a border', () => {
    const change = (from: string, via: string, to: string) =>
      minutesToChange(table, flightBetween(from, via), number(via), number(to));
    expect(change('MUC', 'FRA', 'BER')).toBe(45);
    expect(change('LHR', 'FRA', 'BER')).toBe(50);
    expect(change('LHR', 'JFK', 'LAX')).toBe(120);
    expect(change('LAX', 'JFK', 'BOS')).toBe(60);
    expect(change('LHR', 'VIE', 'FRA')).toBe(30);
  });

  it("is never shorter in one country than out of it, and longest on tickets of one's own", () => {
    for (const flight of Array.from({ length: 300 }, (_, nth) => nth * 250)) {
      const via = table.to[flight]!;
      const [back, abroad] = [
        minutesToChange(table, flight, via, table.from[flight]!),
        minutesToChange(table, flight, via, number(table.airports[via]!.country === 'FR' ? 'LHR' : 'CDG')),
      ];
      expect(back).toBeGreaterThanOrEqual(25);
      expect(abroad).toBeGreaterThanOrEqual(back);
      expect(minutesToChange(table, flight, via, table.from[flight]!, 'self')).toBeGreaterThanOrEqual(120);
    }
  });

  it('is asked of flights that are sold together only', () => {
    const join = (
      a: [string, string, string],
      b: [string, string, string],
      joining: 'partners' | 'interline' | 'self',
    ) => {
      const find = ([code, from, to]: [string, string, string]) =>
        flightsOf(number(from), number(to)).find((flight) => carrierCode(table, flight) === code)!;
      return canJoin(table, find(a), find(b), joining);
    };
    expect(join(['LH', 'LHR', 'FRA'], ['LH', 'FRA', 'BER'], 'partners')).toBe(true);
    expect(join(['LH', 'FRA', 'VIE'], ['OS', 'VIE', 'LHR'], 'partners')).toBe(true);
    expect(join(['BA', 'LHR', 'FRA'], ['LH', 'FRA', 'BER'], 'partners')).toBe(false);
    expect(join(['BA', 'LHR', 'FRA'], ['LH', 'FRA', 'BER'], 'interline')).toBe(true);
    expect(join(['FR', 'STN', 'DUB'], ['EI', 'DUB', 'BOS'], 'interline')).toBe(false);
    expect(join(['FR', 'STN', 'DUB'], ['EI', 'DUB', 'BOS'], 'self')).toBe(true);
    // Neither is in the other's alliance or a low-cost carrier, but they are rivals at home.
    expect(join(['AC', 'YYT', 'YYZ'], ['WS', 'YYZ', 'YYC'], 'partners')).toBe(false);
    expect(join(['WS', 'YVR', 'YYC'], ['AC', 'YYC', 'YYZ'], 'interline')).toBe(false);
    expect(join(['WS', 'YVR', 'YYC'], ['AC', 'YYC', 'YYZ'], 'self')).toBe(true);
    expect(join(['VS', 'MAN', 'JFK'], ['AA', 'JFK', 'MIA'], 'interline')).toBe(false);
    expect(join(['QF', 'PER', 'SYD'], ['VA', 'SYD', 'MEL'], 'interline')).toBe(false);
  });
});
