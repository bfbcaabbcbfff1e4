import { isWithinTimes, type DepartureWindow } from '../../domain/trip.ts';
import { clockOf } from '../../domain/zoned-minute.ts';
import { canJoin, minutesToChange, type Joining } from './connections.ts';
import { kilometresBetween } from '../../domain/kilometres-between.ts';
import { offsetAtNoon } from './local-time.ts';
import type { Timetable } from './timetable.ts';

/** A flight number on a day; times in minutes since 1970 in UTC. */
export interface Ride {
  readonly flight: number;
  /** Local departure day, days since 1970-01-01. */
  readonly day: number;
  readonly departs: number;
  readonly arrives: number;
}

/** Rides in order, from an origin to a destination. */
export interface Journey {
  readonly rides: readonly Ride[];
  readonly departs: number;
  readonly arrives: number;
}

export type Times = Pick<DepartureWindow, 'timeFrom' | 'timeTo'>;
export const anyTime: Times = { timeFrom: null, timeTo: null };

export interface JourneyQuestion {
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
  /** Local departure day at the origin. */
  readonly day: number;
  /** Local times to leave at: journeys at others come behind those. Any time where nothing is said. */
  readonly times?: Times;
  readonly maxStops: number;
  /** Partners where nothing is said; looser joining and longer waits are for places that are hard to reach. */
  readonly joining?: Joining;
  readonly include: ReadonlySet<string>;
  readonly exclude: ReadonlySet<string>;
}

/** Journeys kept of one question. */
const mostJourneys = 26;
/** Two-stop journeys are looked for while there are fewer than this. */
const enoughJourneys = 8;
/** Minutes between two flights, and how much longer than the straight line a way may be; `allowance` kilometres more, which is for short ones. */
const patience = {
  partners: { wait: 11 * 60, detour: 1.5, allowance: 450 },
  interline: { wait: 20 * 60, detour: 2.2, allowance: 1000 },
  self: { wait: 24 * 60, detour: 2.6, allowance: 2500 },
};
const looser = { partners: 'interline', interline: 'self', self: null } as const;
/** Places to change are at least this busy (millions of passengers), so that the search stays small. */
const leastBusyChange = 0.6;

/**
 * Journeys of up to two stops by rounds, as in RAPTOR: a round extends every journey by one more flight and keeps what no earlier round
 * beats. Connections are those that airlines sell: one carrier or one alliance, enough time to change, no absurd detour. Only where there are
 * none are flights joined more freely.
 */
export function findJourneys(table: Timetable, question: JourneyQuestion): Journey[] {
  const found: Journey[] = [];
  const direct = (from: number, to: number) => nonstop(table, question, from, to, found);
  const pairs = question.origins.flatMap((from) => question.destinations.map((to) => [from, to] as const));
  for (const [from, to] of pairs) if (from !== to) direct(from, to);
  if (question.maxStops >= 1)
    for (const [from, to] of pairs) if (from !== to) oneStop(table, question, from, to, found);
  if (question.maxStops >= 2 && found.length < enoughJourneys)
    for (const [from, to] of pairs) if (from !== to) twoStops(table, question, from, to, found);
  const next = looser[question.joining ?? 'partners'];
  if (found.length === 0 && next && question.maxStops > 0)
    return findJourneys(table, { ...question, joining: next });
  if (found.length === 0 && question.include.size > 0) return partlyWith(table, question);
  return withoutBeaten(table, found, question.times ?? anyTime);
}

/** Where the wanted carriers fly no whole journey, those of which they fly a part, sold with their partners. */
const partlyWith = (table: Timetable, question: JourneyQuestion): Journey[] =>
  findJourneys(table, { ...question, joining: 'partners', include: new Set() }).filter(({ rides }) =>
    rides.some(({ flight }) => question.include.has(carrierCode(table, flight))),
  );

function nonstop(
  table: Timetable,
  question: JourneyQuestion,
  from: number,
  to: number,
  found: Journey[],
): void {
  for (const flight of table.byPair.get(from * table.airports.length + to) ?? []) {
    const ride = rideOn(table, question, flight, question.day);
    if (ride) found.push({ rides: [ride], departs: ride.departs, arrives: ride.arrives });
  }
}

function oneStop(
  table: Timetable,
  question: JourneyQuestion,
  from: number,
  to: number,
  found: Journey[],
): void {
  for (const via of table.outOf[from] ?? []) {
    if (!table.byPair.has(via * table.airports.length + to) || !worthChanging(table, question, from, via, to))
      continue;
    for (const flight of table.byPair.get(from * table.airports.length + via) ?? []) {
      const first = rideOn(table, question, flight, question.day);
      const second = first && onward(table, question, first, via, to);
      if (second) found.push({ rides: [first, second], departs: first.departs, arrives: second.arrives });
    }
  }
}

function twoStops(
  table: Timetable,
  question: JourneyQuestion,
  from: number,
  to: number,
  found: Journey[],
): void {
  const longest = longestWay(question, distance(table, from, to));
  const lasts = (table.into[to] ?? []).filter((via) => via !== from && isBusy(table, via));
  let made = 0;
  for (const first of table.outOf[from] ?? []) {
    if (first === to || !isBusy(table, first)) continue;
    const begun = distance(table, from, first);
    for (const second of lasts) {
      if (second === first || !table.byPair.has(first * table.airports.length + second)) continue;
      const whole = begun + distance(table, first, second) + distance(table, second, to);
      if (whole > longest) continue;
      let ways = 0;
      for (const flight of table.byPair.get(from * table.airports.length + first) ?? []) {
        const one = rideOn(table, question, flight, question.day);
        const two = one && onward(table, question, one, first, second);
        const three = two && onward(table, question, two, second, to);
        if (!three) continue;
        found.push({ rides: [one, two, three], departs: one.departs, arrives: three.arrives });
        ways += 1;
        if (ways >= mostWaysOver) break;
      }
      made += ways;
      if (made >= mostTwoStops) return;
    }
  }
}

const mostTwoStops = 60;
/** Departures that are followed over the same two airports. */
const mostWaysOver = 3;

/** The first flight of the pair that can be caught, on the day of arrival or the next. */
function onward(
  table: Timetable,
  question: JourneyQuestion,
  before: Ride,
  via: number,
  to: number,
): Ride | undefined {
  const timeZone = table.airports[via]?.timeZone ?? 'UTC';
  const joining = question.joining ?? 'partners';
  const ready = before.arrives + minutesToChange(table, before.flight, via, to, joining);
  const offset = offsetAtNoon(timeZone, Math.floor(before.arrives / 1440));
  const firstDay = Math.floor((ready + offset) / 1440);
  const flights = table.byPair.get(via * table.airports.length + to) ?? [];
  for (let day = firstDay; day <= firstDay + 1; day += 1)
    for (const flight of flights) {
      if (!canJoin(table, before.flight, flight, joining)) continue;
      const ride = rideOn(table, question, flight, day);
      if (ride && ride.departs >= ready)
        return ride.departs - before.arrives <= patience[joining].wait ? ride : undefined;
    }
  return undefined;
}

/** The flight on a day, unless it does not fly then or its carrier is not wanted. */
function rideOn(
  table: Timetable,
  { include, exclude }: JourneyQuestion,
  flight: number,
  day: number,
): Ride | undefined {
  const weekday = (((day + 3) % 7) + 7) % 7;
  if (((table.days[flight] ?? 0) & (1 << weekday)) === 0) return undefined;
  const code = carrierCode(table, flight);
  if (exclude.has(code) || (include.size > 0 && !include.has(code))) return undefined;
  const timeZone = table.airports[table.from[flight] ?? 0]?.timeZone ?? 'UTC';
  const departs = day * 1440 + (table.departs[flight] ?? 0) - offsetAtNoon(timeZone, day);
  return { flight, day, departs, arrives: departs + (table.block[flight] ?? 0) };
}

export const carrierCode = (table: Timetable, flight: number): string =>
  table.carriers[table.carrier[flight] ?? 0]?.code ?? '';

function worthChanging(
  table: Timetable,
  question: JourneyQuestion,
  from: number,
  via: number,
  to: number,
): boolean {
  const longest = longestWay(question, distance(table, from, to));
  return isBusy(table, via) && distance(table, from, via) + distance(table, via, to) <= longest;
}

const longestWay = ({ joining = 'partners' }: JourneyQuestion, straight: number): number =>
  straight * patience[joining].detour + patience[joining].allowance;

const isBusy = (table: Timetable, airport: number): boolean =>
  (table.airports[airport]?.passengersMillions ?? 0) >= leastBusyChange;

function distance(table: Timetable, from: number, to: number): number {
  const known = table.byPair.get(from * table.airports.length + to)?.[0];
  if (known !== undefined) return table.distance[known] ?? 0;
  const [a, b] = [table.airports[from], table.airports[to]];
  return a && b ? kilometresBetween(a, b) : Infinity;
}

/** Whether a journey leaves at a time that is wanted. */
export const leavesWithin = (table: Timetable, { rides }: Journey, times: Times): boolean =>
  isWithinTimes(clockOf(table.departs[rides[0]?.flight ?? 0] ?? 0), times);

/** Those at a wanted time first, and the best of each by the time on the way and its stops; without those that another of the same carrier leaves later and lands earlier with as few stops. */
function withoutBeaten(table: Timetable, journeys: Journey[], times: Times): Journey[] {
  const felt = ({ departs, arrives, rides }: Journey) => arrives - departs + (rides.length - 1) * 75;
  const isLate = (journey: Journey) => Number(!leavesWithin(table, journey, times));
  const sorted = journeys.toSorted(
    (a, b) =>
      isLate(a) - isLate(b) ||
      felt(a) - felt(b) ||
      a.departs - b.departs ||
      (a.rides[0]?.flight ?? 0) - (b.rides[0]?.flight ?? 0),
  );
  const firstCarrier = ({ rides }: Journey) => table.carrier[rides[0]?.flight ?? 0];
  const kept: Journey[] = [];
  for (const journey of sorted) {
    const beaten = kept.some(
      (other) =>
        other.departs >= journey.departs &&
        other.arrives <= journey.arrives &&
        other.rides.length <= journey.rides.length &&
        firstCarrier(other) === firstCarrier(journey) &&
        (other.departs > journey.departs ||
          other.arrives < journey.arrives ||
          other.rides.length < journey.rides.length) &&
        journey.rides.length > 1,
    );
    if (!beaten) kept.push(journey);
    if (kept.length >= mostJourneys) break;
  }
  return kept;
}
