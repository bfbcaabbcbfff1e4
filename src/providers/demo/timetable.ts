import type { Airport, Airports } from '../../domain/reference/airports.ts';
import { aircraftFor, fleet } from './aircraft.ts';
import { demoCarriers, type DemoCarrier } from './carriers.ts';
import { blockMinutes, eastward } from './geometry.ts';
import { makeNetwork } from './network.ts';
import { openDeparture, type Hours } from './night-closures.ts';
import { chance } from './repeatable.ts';
import type { Route } from './route.ts';

/** One flight number, the same every week; parallel lists because a search reads millions of them. */
export interface Timetable {
  /** Airports of the world, the numbers below point into it. */
  readonly airports: readonly Airport[];
  readonly airportNumber: ReadonlyMap<string, number>;
  readonly carriers: readonly DemoCarrier[];
  readonly size: number;
  readonly carrier: Uint16Array;
  readonly flightNumber: Uint16Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Local minute of the day. */
  readonly departs: Uint16Array;
  readonly block: Uint16Array;
  /** Bit 0 is Monday. */
  readonly days: Uint8Array;
  readonly aircraft: Uint8Array;
  /** Kilometres. */
  readonly distance: Uint16Array;
  /** Flights of a pair of airports in order of departure, by `from * airports.length + to`. */
  readonly byPair: ReadonlyMap<number, readonly number[]>;
  /** Airports that can be reached from one by a single flight, and those from which it can be. */
  readonly outOf: readonly (readonly number[])[];
  readonly into: readonly (readonly number[])[];
}

/** Airports below this many passengers (millions) are not in the demo world. */
const leastPassengers = 0.1;
const everyDay = 0b111_1111;

/** Builds the timetable in slices, letting others run between them. `pause` yields to the event loop. */
export async function buildTimetable(airports: Airports, pause: () => Promise<void>): Promise<Timetable> {
  const world = airports.list.filter(({ passengersMillions }) => passengersMillions >= leastPassengers);
  const numbers = new Map(world.map(({ iata }, index) => [iata, index]));
  const routes = await makeNetwork(world, numbers, pause);
  return fillTimetable(world, numbers, routes, pause);
}

async function fillTimetable(
  world: readonly Airport[],
  numbers: ReadonlyMap<string, number>,
  routes: readonly Route[],
  pause: () => Promise<void>,
): Promise<Timetable> {
  const most = routes.reduce((sum, { perDay }) => sum + 2 * Math.max(1, Math.round(perDay)), 0);
  const table = {
    carrier: new Uint16Array(most),
    flightNumber: new Uint16Array(most),
    from: new Uint16Array(most),
    to: new Uint16Array(most),
    departs: new Uint16Array(most),
    block: new Uint16Array(most),
    days: new Uint8Array(most),
    aircraft: new Uint8Array(most),
    distance: new Uint16Array(most),
  };
  const nextNumber = new Uint16Array(demoCarriers.length).fill(20);
  const types = new Map(fleet.map(({ code }, index) => [code, index]));
  let size = 0;
  const add = (
    route: Route,
    from: number,
    to: number,
    departs: number,
    block: number,
    days: number,
    type: number,
  ) => {
    table.carrier[size] = route.carrier;
    table.flightNumber[size] = nextNumber[route.carrier] = ((nextNumber[route.carrier] ?? 20) % 9899) + 1;
    table.from[size] = from;
    table.to[size] = to;
    table.departs[size] = departs;
    table.block[size] = block;
    table.days[size] = days;
    table.aircraft[size] = type;
    table.distance[size] = Math.min(65_000, Math.round(route.kilometres));
    size += 1;
  };
  for (const [order, route] of routes.entries()) {
    const [hub, spoke] = [world[route.hub], world[route.spoke]];
    const carrier = demoCarriers[route.carrier];
    if (!hub || !spoke || !carrier) continue;
    const out = blockMinutes(hub, spoke, route.kilometres);
    const back = blockMinutes(spoke, hub, route.kilometres);
    const count = Math.max(1, Math.round(route.perDay));
    for (let nth = 0; nth < count; nth += 1) {
      const lot = chance(route.hub * 3571 + route.spoke, route.carrier, nth);
      const type = types.get(aircraftFor(route.kilometres, route.perDay, lot, carrier).code) ?? 0;
      const days = route.perDay >= 1 ? everyDay : someDays(route.perDay, lot);
      const wanted = departureMinute(hub, spoke, route.kilometres, nth, count, lot);
      const departs = openDeparture(hub, spoke, wanted, out, hoursOf(hub, spoke, route.kilometres), lot);
      const turn = route.kilometres > 5000 ? 110 : 50;
      const lands = departs + out + localShift(hub, spoke);
      add(route, route.hub, route.spoke, departs, out, days, type);
      const ready = decentMinute(lands + turn, lot, spoke, hub, route.kilometres);
      const returns = openDeparture(spoke, hub, ready, back, hoursOf(spoke, hub, route.kilometres), lot);
      add(route, route.spoke, route.hub, returns, back, days, type);
    }
    if (order % 2000 === 1999) await pause();
  }
  const byPair = new Map<number, number[]>();
  const outOf: Set<number>[] = world.map(() => new Set());
  const into: Set<number>[] = world.map(() => new Set());
  for (let flight = 0; flight < size; flight += 1) {
    const [from, to] = [table.from[flight] ?? 0, table.to[flight] ?? 0];
    const pair = from * world.length + to;
    const flights = byPair.get(pair);
    if (flights) flights.push(flight);
    else byPair.set(pair, [flight]);
    outOf[from]?.add(to);
    into[to]?.add(from);
  }
  await pause();
  for (const flights of byPair.values())
    flights.sort((a, b) => (table.departs[a] ?? 0) - (table.departs[b] ?? 0));
  return {
    ...table,
    airports: world,
    airportNumber: numbers,
    carriers: demoCarriers,
    size,
    byPair,
    outOf: outOf.map((set) => [...set]),
    into: into.map((set) => [...set]),
  };
}

/** As many days of the week as the demand asks for, the same ones every week. */
function someDays(perDay: number, lot: number): number {
  const count = Math.max(2, Math.round(perDay * 7));
  const first = Math.floor(lot * 7);
  let days = 0;
  for (let nth = 0; nth < count; nth += 1) days |= 1 << ((first + Math.floor((nth * 7) / count)) % 7);
  return days;
}

/** Long flights to the east go through the night. */
const isOvernight = (from: Airport, to: Airport, kilometres: number): boolean =>
  kilometres > 4500 && eastward(from, to) > 0.3;

/** When a flight may leave at all, early morning to late evening; overnight ones from the afternoon on. */
const hoursOf = (from: Airport, to: Airport, kilometres: number): Hours =>
  isOvernight(from, to, kilometres) ? [15 * 60, 23.4 * 60] : [5.75 * 60, 22.75 * 60];

/** The day's departures spread from early morning to late evening; long flights to the east leave in the evening, as real ones do. */
function departureMinute(
  from: Airport,
  to: Airport,
  kilometres: number,
  nth: number,
  count: number,
  lot: number,
): number {
  const [first, last] = isOvernight(from, to, kilometres)
    ? [16.5 * 60, 22.9 * 60]
    : kilometres > 4500
      ? [8.5 * 60, 19 * 60]
      : [6 * 60, 21.75 * 60];
  const share = count === 1 ? lot : (nth + 0.15 + lot * 0.7) / count;
  return roundToFive(first + share * (last - first));
}

/** The way back leaves when the aircraft is ready, within decent hours; overnight flights to the east wait for the evening. */
function decentMinute(ready: number, lot: number, from: Airport, to: Airport, kilometres: number): number {
  const minute = ((ready % 1440) + 1440) % 1440;
  const [first, last] = hoursOf(from, to, kilometres);
  if (minute >= first && minute <= last) return roundToFive(minute);
  return roundToFive(isOvernight(from, to, kilometres) ? 17 * 60 + lot * 5.5 * 60 : 6 * 60 + lot * 3 * 60);
}

const roundToFive = (minute: number): number => Math.min(1435, Math.round(minute / 5) * 5);

/** Roughly how far the clocks differ, minutes: only to place the way back in the day. */
const localShift = (from: Airport, to: Airport): number =>
  Math.round((to.longitude - from.longitude) / 15) * 60;
