import { convertApproximately } from '../../src/domain/exchange-rates.ts';
import { majorUnits, money } from '../../src/domain/money.ts';
import type { Airport, Airports } from '../../src/domain/reference/airports.ts';
import { fromLocal, fromZoned, toIso, type ZonedMinute } from '../../src/domain/zoned-minute.ts';

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

/** A repeatable number below `below` for a text and a position. */
export function pick(seed: string, position: number, below: number): number {
  let hash = 2166136261 ^ position;
  for (let index = 0; index < seed.length; index += 1)
    hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

/** The nth way from one airport to another on a day: every third one nonstop, the others with one connection. */
export function itineraryOf(
  airports: Airports,
  from: Airport,
  to: Airport,
  date: string,
  nth: number,
): SimulatedItinerary {
  const seed = from.iata + to.iata;
  const carrier = carriers[pick(seed, nth, carriers.length)] ?? 'TP';
  const number = String(100 + pick(seed, nth + 1000, 800));
  const minuteOfDay = 300 + nth * 47 + pick(seed, nth + 2000, 20);
  const start = fromLocal(`${date}T${clock(minuteOfDay % 1200)}`, from.timeZone);
  const via = nth % 3 === 0 ? undefined : connectionFor(airports, from, to, seed, nth);
  const segments: SimulatedSegment[] = [];
  if (via) {
    const first = fly(carrier, number, from, via, start, nth);
    const wait = 60 + pick(seed, nth + 3000, 150);
    const next = zonedAt(first.landsAt + wait, via.timeZone);
    segments.push(first.segment, fly(carrier, String(Number(number) + 1), via, to, next, nth + 1).segment);
    const second = segments[1];
    return { segments, minutes: first.segment.minutes + wait + (second?.minutes ?? 0) };
  }
  const only = fly(carrier, number, from, to, start, nth).segment;
  return { segments: [only], minutes: only.minutes };
}

function fly(carrier: string, number: string, from: Airport, to: Airport, start: ZonedMinute, nth: number) {
  const minutes = groundMinutes + Math.round(kilometresBetween(from, to) / kilometresPerMinute);
  const landsAt = start.epochMinutes + minutes;
  const segment: SimulatedSegment = {
    carrier,
    number,
    from,
    to,
    departs: toIso(start).slice(0, 19),
    arrives: toIso(zonedAt(landsAt, to.timeZone)).slice(0, 19),
    minutes,
    aircraft: aircraft[nth % aircraft.length] ?? '738',
  };
  return { segment, landsAt };
}

function connectionFor(airports: Airports, from: Airport, to: Airport, seed: string, nth: number) {
  const via = airports.find(connections[pick(seed, nth + 4000, connections.length)] ?? 'FRA');
  return via && via.iata !== from.iata && via.iata !== to.iata ? via : undefined;
}

const zonedCache = new Map<string, Map<number, number>>();

/** The zone's offset is looked up once an hour of flight, because a benchmark asks for hundreds of thousands of arrivals. */
function zonedAt(epochMinutes: number, timeZone: string): ZonedMinute {
  let offsets = zonedCache.get(timeZone);
  if (!offsets || offsets.size > 20_000) zonedCache.set(timeZone, (offsets = new Map<number, number>()));
  const hour = Math.floor(epochMinutes / 60);
  let offsetMinutes = offsets.get(hour);
  if (offsetMinutes === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000);
    offsetMinutes = fromZoned(instant.toZonedDateTimeISO(timeZone)).offsetMinutes;
    offsets.set(hour, offsetMinutes);
  }
  return { epochMinutes, offsetMinutes };
}

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
