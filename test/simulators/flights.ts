import { convertApproximately } from '../../src/domain/exchange-rates.ts';
import { majorUnits, money } from '../../src/domain/money.ts';
import type { Airport, Airports } from '../../src/domain/reference/airports.ts';
import {
  fromLocal,
  fromZoned,
  localDateOf,
  localTimeOf,
  type ZonedMinute,
} from '../../src/domain/zoned-minute.ts';

/** A flight as a simulated source knows it. */
export interface SimulatedSegment {
  readonly carrier: string;
  readonly number: string;
  readonly from: Airport;
  readonly to: Airport;
  /** Local, without offset: "2026-12-04T18:05:00". */
  readonly departs: string;
  readonly arrives: string;
  readonly minutes: number;
  readonly aircraft: string;
}

export interface SimulatedItinerary {
  readonly segments: readonly SimulatedSegment[];
  readonly minutes: number;
}

const carriers = ['TP', 'LH', 'BA', 'AF', 'UA', 'DL', 'KL', 'IB', 'AY', 'SK'] as const;
const connections = ['FRA', 'CDG', 'AMS', 'MAD', 'IST', 'DXB', 'ATL', 'ORD', 'SIN', 'DOH'] as const;
const aircraft = ['32Q', '789', '359', '77W', '738'] as const;
const kilometresPerMinute = 14;
const groundMinutes = 35;
const minutesPerDay = 1440;
const mostRemembered = 20_000;

/** Values by key, computed once: a benchmark asks for the same routes tens of thousands of times. */
export function remembered<Value>(): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, compute) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= mostRemembered) known.clear();
      known.set(key, (value = compute()));
    }
    return value;
  };
}

/** A repeatable number below `below` for a text and a position. */
export function pick(seed: string, position: number, below: number): number {
  let hash = 2166136261 ^ position;
  for (let index = 0; index < seed.length; index += 1)
    hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

/** What the nth way from one airport to another has in common on all days. */
interface Way {
  readonly minuteOfDay: number;
  readonly hops: readonly Hop[];
  /** Between two flights. */
  readonly waitMinutes: number;
  readonly minutes: number;
}

type Hop = Omit<SimulatedSegment, 'departs' | 'arrives'>;

/** The nth way from one airport to another on a day: every third one nonstop, the others with one connection. */
export function itineraryOf(
  airports: Airports,
  from: Airport,
  to: Airport,
  date: string,
  nth: number,
): SimulatedItinerary {
  const ways = waysOf(from.iata + to.iata, () => []);
  const way = (ways[nth] ??= wayOf(airports, from, to, nth));
  let start = fromLocal(`${date}T${clock(way.minuteOfDay)}`, from.timeZone);
  const segments = way.hops.map((hop) => {
    const landing = zonedAt(start.epochMinutes + hop.minutes, hop.to.timeZone);
    const segment = { ...hop, departs: localTime(start), arrives: localTime(landing) };
    start = zonedAt(landing.epochMinutes + way.waitMinutes, hop.to.timeZone);
    return segment;
  });
  return { segments, minutes: way.minutes };
}

const localTime = (time: ZonedMinute): string => `${localDateOf(time)}T${localTimeOf(time)}:00`;

const waysOf = remembered<Way[]>();

function wayOf(airports: Airports, from: Airport, to: Airport, nth: number): Way {
  const seed = from.iata + to.iata;
  const carrier = carriers[pick(seed, nth, carriers.length)] ?? 'TP';
  const number = 100 + pick(seed, nth + 1000, 800);
  const via = nth % 3 === 0 ? undefined : connectionFor(airports, from, to, seed, nth);
  const stops = via ? [from, via, to] : [from, to];
  const hops = stops.slice(1).map((stop, index): Hop => {
    const start = stops[index] ?? from;
    return {
      carrier,
      number: String(number + index),
      from: start,
      to: stop,
      minutes: groundMinutes + Math.round(kilometresBetween(start, stop) / kilometresPerMinute),
      aircraft: aircraft[(nth + index) % aircraft.length] ?? '738',
    };
  });
  const waitMinutes = via ? 60 + pick(seed, nth + 3000, 150) : 0;
  return {
    minuteOfDay: (300 + nth * 47 + pick(seed, nth + 2000, 20)) % 1200,
    hops,
    waitMinutes,
    minutes: hops.reduce((sum, { minutes }) => sum + minutes, waitMinutes),
  };
}

function connectionFor(airports: Airports, from: Airport, to: Airport, seed: string, nth: number) {
  const via = airports.find(connections[pick(seed, nth + 4000, connections.length)] ?? 'FRA');
  return via && via.iata !== from.iata && via.iata !== to.iata ? via : undefined;
}

const offsetsOf = remembered<Map<number, number | null>>();

/** A moment on the clocks of a zone. Offsets are remembered by the day, because a benchmark asks for hundreds of thousands of arrivals. */
function zonedAt(epochMinutes: number, timeZone: string): ZonedMinute {
  const offsets = offsetsOf(timeZone, () => new Map<number, number | null>());
  const day = Math.floor(epochMinutes / minutesPerDay);
  let offset = offsets.get(day);
  if (offset === undefined) {
    const [first, last] = [
      offsetAt(day * minutesPerDay, timeZone),
      offsetAt((day + 1) * minutesPerDay, timeZone),
    ];
    offsets.set(day, (offset = first === last ? first : null));
  }
  return { epochMinutes, offsetMinutes: offset ?? offsetAt(epochMinutes, timeZone) };
}

const offsetAt = (epochMinutes: number, timeZone: string): number =>
  fromZoned(Temporal.Instant.fromEpochMilliseconds(epochMinutes * 60_000).toZonedDateTimeISO(timeZone))
    .offsetMinutes;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Great-circle distance. */
export function kilometresBetween(a: Airport, b: Airport): number {
  const radians = Math.PI / 180;
  const cosine =
    Math.sin(a.latitude * radians) * Math.sin(b.latitude * radians) +
    Math.cos(a.latitude * radians) *
      Math.cos(b.latitude * radians) *
      Math.cos((a.longitude - b.longitude) * radians);
  return 6371 * Math.acos(Math.min(1, Math.max(-1, cosine)));
}

/** What one adult pays for the nth offer of a trip, in whole units of the currency and two decimals. */
export function adultFare(
  seed: string,
  nth: number,
  kilometres: number,
  currency: string,
  cabin: string,
): number {
  const cabinFactor = { PREMIUM_ECONOMY: 1.7, BUSINESS: 3.6, FIRST: 5.5 }[cabin.toUpperCase()] ?? 1;
  const dollars = (45 + kilometres * 0.06 + pick(seed, nth, 160)) * cabinFactor;
  const converted = convertApproximately(money(Math.round(dollars * 100), 'USD'), currency);
  return Math.round((converted ? majorUnits(converted) : dollars) * 100) / 100;
}

const timeFields: ReadonlySet<string> = new Set(['at', 'departing_at', 'arriving_at']);

/** For JSON.stringify: local times of flights of either source, so many minutes later. */
export const moving =
  (minutes: number) =>
  (field: string, value: unknown): unknown =>
    minutes !== 0 && timeFields.has(field) && typeof value === 'string'
      ? new Date(Date.parse(`${value}Z`) + minutes * 60_000).toISOString().slice(0, 19)
      : value;
