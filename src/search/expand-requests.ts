import { hintsOf, type SearchHints } from '../domain/conversation.ts';
import { departureDays } from '../domain/departure-days.ts';
import type { Leg, Trip } from '../domain/trip.ts';
import { isoDateOfDay } from '../domain/zoned-minute.ts';
import type { SearchLeg, SearchRequest } from './provider.ts';

export interface Expansion {
  /** One for fixed days, several for flexible ones. */
  readonly requests: readonly SearchRequest[];
  /** Combinations of days that were left out to stay within the bound. */
  readonly leftOut: number;
}

/** Searches of one turn are bounded, because each costs the sources and the host. */
const mostRequests = 7;
const offersWorthHaving = 100;

/** The searches that answer a trip whose legs are all known; none where a leg lacks something. */
export function expandRequests(trip: Trip, currency: string, hints: SearchHints = hintsOf(trip)): Expansion {
  const combinations = dayCombinations(trip);
  const chosen = spread(combinations, mostRequests);
  const requests = chosen.flatMap((days) => requestFor(trip, days, currency, hints) ?? []);
  return { requests, leftOut: combinations.length - chosen.length };
}

function requestFor(
  trip: Trip,
  days: readonly number[],
  currency: string,
  hints: SearchHints,
): SearchRequest | undefined {
  const legs = trip.legs.map((leg, index) => searchLeg(leg, days[index], hints.times[index]));
  const [first, ...rest] = legs;
  if (!first || rest.includes(undefined)) return undefined;
  return {
    legs: [first, ...rest.filter((leg) => leg !== undefined)],
    passengers: trip.passengers,
    cabin: trip.cabin,
    currency,
    maxStops: hints.maxStops,
    includeAirlines: hints.includeAirlines,
    excludeAirlines: hints.excludeAirlines,
    refundableOnly: hints.refundableOnly,
    maxOffers: offersWorthHaving,
  };
}

function searchLeg(
  { origin, destination }: Leg,
  day: number | undefined,
  times = '-',
): SearchLeg | undefined {
  if (!origin || !destination || day === undefined) return undefined;
  const [from = '', to = ''] = times.split('-');
  return { origin, destination, date: isoDateOfDay(day), timeFrom: from || null, timeTo: to || null };
}

/** Every choice of days, each leg on or after the one before; a round trip's stay holds where it was given. */
function dayCombinations({ legs, tripType, stayNights }: Trip): number[][] {
  const stay = tripType === 'round_trip' ? stayNights : null;
  const staying = stay ? combine(legs, { from: stay.min, to: stay.max }) : [];
  // A return day that was said outright outweighs a stay that does not fit it.
  return staying.length > 0 ? staying : combine(legs, { from: 0, to: Infinity });
}

/** Choices of days with so many nights between each leg and the next. A way back without a day follows from the nights, where they end. */
function combine(legs: Trip['legs'], nights: { from: number; to: number }): number[][] {
  let combinations: number[][] = [[]];
  for (const { departure } of legs) {
    const said = departure && departureDays(departure);
    if (!said && (nights.to === Infinity || combinations[0]?.length === 0)) return [];
    const daysAfter = (last = 0) => said ?? daysFrom(last + nights.from, nights.to - nights.from + 1);
    const before = spread(combinations, Math.ceil(mostLookedAt / daysAfter().length));
    combinations = before.flatMap((days) => {
      const last = days.at(-1);
      const fits = (day: number) =>
        last === undefined || (day - last >= nights.from && day - last <= nights.to);
      return daysAfter(last)
        .filter(fits)
        .map((day) => [...days, day]);
    });
  }
  return combinations;
}

/** Combinations looked at for one leg: a year for each of six legs would be more than anybody can wait for. */
const mostLookedAt = 20_000;

const daysFrom = (first: number, count: number): number[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => first + index);

/** So many of the list, evenly spread, the first and the last among them. */
function spread<Value>(values: Value[], most: number): Value[] {
  if (values.length <= most) return values;
  return Array.from(
    { length: most },
    (_, index) => values[Math.round((index * (values.length - 1)) / (most - 1))],
  ).filter((value) => value !== undefined);
}
