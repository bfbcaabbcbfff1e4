import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { airlines } from '../../domain/reference/airlines.ts';
import { fleet } from './aircraft.ts';
import { bordersAreClosed, mayFly } from './airport-roles.ts';
import { demoCarriers } from './carriers.ts';
import { kilometresBetween } from '../../domain/kilometres-between.ts';
import { flownRoutes } from './flown-routes.ts';
import { blockMinutes, eastward } from './geometry.ts';
import { createDemoProvider } from './index.ts';
import { offsetAtNoon } from './local-time.ts';
import { isClosed } from './night-closures.ts';
import { buildTimetable, type Timetable } from './timetable.ts';
import { trunkRoutes } from './trunk-routes.ts';

let table: Timetable;
let pauses = 0;
beforeAll(async () => {
  table = await buildTimetable(await loadAirports(), async () => {
    pauses += 1;
  });
});

const flights = () => Array.from({ length: table.size }, (_, flight) => flight);
const from = (flight: number) => table.airports[table.from[flight]!]!;
const to = (flight: number) => table.airports[table.to[flight]!]!;
const carrier = (flight: number) => table.carriers[table.carrier[flight]!]!;
const daysAWeek = (flight: number) => table.days[flight]!.toString(2).replaceAll('0', '').length;
const between = (a: string, b: string) =>
  table.byPair.get(table.airportNumber.get(a)! * table.airports.length + table.airportNumber.get(b)!) ?? [];

/** "BA LHR JFK" of what is known to be flown, both ways. */
const known = new Set([
  ...trunkRoutes.flatMap(({ ends: [a, b], flights: flown }) =>
    flown.flatMap(({ carrier: code }) => [`${code} ${a} ${b}`, `${code} ${b} ${a}`]),
  ),
  ...flownRoutes.flatMap(({ carrier: code, hub, spokes }) =>
    spokes.flatMap((spoke) => [`${code} ${hub} ${spoke}`, `${code} ${spoke} ${hub}`]),
  ),
]);

/** Nonstop flights by carrier on a mean day. */
function perDay(a: string, b: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const flight of between(a, b))
    counts[carrier(flight).code] = (counts[carrier(flight).code] ?? 0) + daysAWeek(flight) / 7;
  return counts;
}
const sumOf = (counts: Record<string, number>) => Object.values(counts).reduce((sum, each) => sum + each, 0);

describe('the timetable', () => {
  it('has at least 30,000 flights on every day of the week', () => {
    for (let weekday = 0; weekday < 7; weekday += 1)
      expect(flights().filter((flight) => table.days[flight]! & (1 << weekday)).length).toBeGreaterThan(
        30_000,
      );
  });

  it('joins real airports by real carriers from their hubs, or on routes that are known', async () => {
    const airports = await loadAirports();
    for (const flight of flights()) {
      const [a, b, by] = [from(flight).iata, to(flight).iata, carrier(flight)];
      if (!by.hubs.includes(a) && !by.hubs.includes(b) && !known.has(`${by.code} ${a} ${b}`))
        expect.unreachable(`${by.code} flies ${a}-${b}`);
      if (a === b || !airports.find(a) || !airlines.has(by.code)) expect.unreachable(`${by.code} ${a}-${b}`);
    }
  });

  it('names only carriers and airports that exist in its tables', async () => {
    const airports = await loadAirports();
    const codes = new Set(demoCarriers.map(({ code }) => code));
    expect(codes.size).toBe(demoCarriers.length);
    expect(demoCarriers.flatMap(({ hubs }) => hubs).filter((hub) => !airports.find(hub))).toEqual([]);
    const ends = trunkRoutes.flatMap((route) => route.ends);
    expect(ends.filter((end) => !table.airportNumber.has(end))).toEqual([]);
    const flown = trunkRoutes.flatMap((route) => route.flights);
    expect(flown.filter(({ carrier: code, perDay: often }) => !codes.has(code) || !(often >= 1))).toEqual([]);
    const pairs = trunkRoutes.map((route) => route.ends.toSorted().join());
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { carrier: code, hub, spokes } of flownRoutes) {
      expect(codes).toContain(code);
      expect([hub, ...spokes].filter((end) => !table.airportNumber.has(end))).toEqual([]);
      // What is flown on a trunk route stands there whole.
      expect(spokes.filter((spoke) => pairs.includes([hub, spoke].toSorted().join()))).toEqual([]);
    }
  });

  it('gives each flight of a carrier a number of its own', () => {
    const names = new Set(flights().map((flight) => `${carrier(flight).code}${table.flightNumber[flight]}`));
    expect(names.size).toBe(table.size);
  });

  it('brings every aircraft back: as many flights in as out, between the same airports', () => {
    for (const [pair, there] of table.byPair) {
      const [a, b] = [Math.floor(pair / table.airports.length), pair % table.airports.length];
      expect(table.byPair.get(b * table.airports.length + a)?.length).toBe(there.length);
    }
  });

  it('leaves no airport without a flight', () => {
    expect(table.airports.filter((_, index) => table.outOf[index]!.length === 0)).toEqual([]);
  });

  it('leaves at decent local hours', () => {
    const hours = flights().map((flight) => table.departs[flight]! / 60);
    expect(hours.filter((hour) => hour < 5.5 || hour >= 24)).toEqual([]);
    const overnight = flights().filter(
      (flight) => table.distance[flight]! > 4600 && eastward(from(flight), to(flight)) > 0.35,
    );
    expect(overnight.length).toBeGreaterThan(500);
    expect(overnight.filter((flight) => table.departs[flight]! < 15 * 60)).toEqual([]);
    expect(overnight.filter((flight) => table.departs[flight]! > 23.5 * 60)).toEqual([]);
  });

  it('neither leaves nor lands where an airport is closed for the night, all year long', () => {
    let [checked, byNight] = [0, 0];
    for (const date of ['2027-01-13', '2027-03-24', '2027-07-14', '2027-11-03']) {
      const day = dayOfIsoDate(date);
      for (const flight of flights()) {
        const [a, b] = [from(flight), to(flight)];
        const lands =
          table.departs[flight]! -
          offsetAtNoon(a.timeZone, day) +
          table.block[flight]! +
          offsetAtNoon(b.timeZone, day);
        checked += 1;
        if (isClosed(a, table.departs[flight]!) || isClosed(b, lands)) byNight += 1;
      }
    }
    expect(checked).toBeGreaterThan(300_000);
    expect(byNight).toBe(0);
    expect(isClosed({ iata: 'SYD' }, 23 * 60)).toBe(true);
    expect(isClosed({ iata: 'SYD' }, 24 * 60 + 359)).toBe(true);
    expect(isClosed({ iata: 'SYD' }, 6 * 60)).toBe(false);
    expect(isClosed({ iata: 'LIS' }, 3 * 60)).toBe(false);
  });

  it('flies over no border that is closed', () => {
    const odd = flights().filter((flight) => bordersAreClosed(from(flight), to(flight)));
    expect(odd).toEqual([]);
    expect(bordersAreClosed({ country: 'IL' }, { country: 'LB' })).toBe(true);
    expect(bordersAreClosed({ country: 'IL' }, { country: 'CY' })).toBe(false);
  });

  it('takes the time that distance and wind ask for', () => {
    for (const flight of flights().filter((each) => each % 37 === 0)) {
      const kilometres = Math.max(60, kilometresBetween(from(flight), to(flight)));
      expect(Math.abs(table.distance[flight]! - kilometres)).toBeLessThan(2);
      expect(table.block[flight]).toBe(blockMinutes(from(flight), to(flight), kilometres));
    }
    const [east] = between('JFK', 'LHR').map((flight) => table.block[flight]!);
    const [west] = between('LHR', 'JFK').map((flight) => table.block[flight]!);
    expect(east).toBeGreaterThan(6 * 60);
    expect(west! - east!).toBeGreaterThan(40);
    expect(west).toBeLessThan(8.5 * 60);
  });

  it('flies aircraft that reach so far', () => {
    const types = flights().filter(
      (flight) => fleet[table.aircraft[flight]!]!.reach < table.distance[flight]!,
    );
    expect(types).toEqual([]);
  });

  it('keeps to what airports allow and carriers do', () => {
    const odd = flights().filter((flight) => {
      const [a, b, by, kilometres] = [from(flight), to(flight), carrier(flight), table.distance[flight]!];
      const domestic = a.country === b.country;
      if (known.has(`${by.code} ${a.iata} ${b.iata}`)) return false;
      if (by.code === 'VS') return kilometres < 4900;
      if (by.leisure) return domestic || kilometres < 899;
      // Feeders may go farther than a carrier usually does; long ones keep to the limits of airports.
      return by.kind === 'low_cost' && (kilometres > by.reach + 1 || !mayFly(a, kilometres - 1, domestic));
    });
    expect(odd.map((flight) => `${carrier(flight).code} ${from(flight).iata}-${to(flight).iata}`)).toEqual(
      [],
    );
  });

  it('flies the trunk routes as often as they are flown', () => {
    expect(perDay('BOS', 'LIS')).toEqual({ TP: 1 });
    const atlantic = perDay('LHR', 'JFK');
    expect(sumOf(atlantic)).toBeGreaterThanOrEqual(15);
    expect(Object.keys(atlantic)).toEqual(expect.arrayContaining(['BA', 'AA', 'VS', 'DL']));
    expect(sumOf(perDay('SFO', 'JFK'))).toBeGreaterThanOrEqual(10);
    expect(sumOf(perDay('LAX', 'JFK'))).toBeGreaterThanOrEqual(10);
    expect(sumOf(perDay('LHR', 'CDG'))).toBeGreaterThanOrEqual(8);
    expect(perDay('LHR', 'MAN')).not.toHaveProperty('VS');
  });

  it('fills airports about as much as they really are', () => {
    const departures = new Map<string, number>();
    for (const flight of flights())
      departures.set(from(flight).iata, (departures.get(from(flight).iata) ?? 0) + daysAWeek(flight) / 7);
    for (const { iata, passengersMillions } of table.airports.filter((each) => each.passengersMillions > 40))
      expect(departures.get(iata)! / passengersMillions, iata).toSatisfy(
        (each: number) => each > 4 && each < 16,
      );
  });

  it('is the same each time', async () => {
    const again = await buildTimetable(await loadAirports(), async () => undefined);
    expect(again.size).toBe(table.size);
    for (const list of [
      'carrier',
      'from',
      'to',
      'departs',
      'block',
      'days',
      'aircraft',
      'flightNumber',
    ] as const)
      expect(Buffer.compare(Buffer.from(again[list].buffer), Buffer.from(table[list].buffer)), list).toBe(0);
  });
});

describe('the warm-up', () => {
  it('comes in many slices', () => {
    expect(pauses).toBeGreaterThan(30);
  });

  it('lets others run meanwhile, and happens once', async () => {
    const demo = createDemoProvider({ airports: await loadAirports() });
    let others = 0;
    let done = false;
    const count = () => {
      others += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    const first = demo.warm();
    expect(demo.warm()).toBe(first);
    await first;
    done = true;
    expect(others).toBeGreaterThan(30);
  });
});
