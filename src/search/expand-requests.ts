import type { Leg, Trip } from '../domain/trip.ts';
import { dayOfIsoDate, isoDateOfDay } from '../domain/zoned-minute.ts';
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
export function expandRequests(trip: Trip, currency: string): Expansion {
  const combinations = dayCombinations(trip);
  const chosen = spread(combinations, mostRequests);
  const requests = chosen.flatMap((days) => requestFor(trip, days, currency) ?? []);
  return { requests, leftOut: combinations.length - chosen.length };
}

function requestFor(trip: Trip, days: readonly number[], currency: string): SearchRequest | undefined {
  const legs = trip.legs.map((leg, index) => searchLeg(leg, days[index]));
  const [first, ...rest] = legs;
  if (!first || rest.includes(undefined)) return undefined;
  const { filters } = trip;
  return {
    legs: [first, ...rest.filter((leg) => leg !== undefined)],
    passengers: trip.passengers,
    cabin: trip.cabin,
    currency,
    maxStops: filters.maxStops,
    includeAirlines: filters.airlines.include,
    excludeAirlines: filters.airlines.exclude,
    refundableOnly: filters.refundableOnly,
    maxOffers: offersWorthHaving,
  };
}

function searchLeg({ origin, destination, departure }: Leg, day: number | undefined): SearchLeg | undefined {
  if (!origin || !destination || day === undefined) return undefined;
  return {
    origin,
    destination,
    date: isoDateOfDay(day),
    timeFrom: departure?.timeFrom ?? null,
    timeTo: departure?.timeTo ?? null,
  };
}

/** Every choice of days, each leg on or after the one before; a round trip's stay holds where it was given. */
function dayCombinations({ legs, tripType, stayNights }: Trip): number[][] {
  const stay = tripType === 'round_trip' ? stayNights : null;
  const staying = stay ? combine(legs, (nights) => nights >= stay.min && nights <= stay.max) : [];
  // A return day that was said outright outweighs a stay that does not fit it.
  return staying.length > 0 ? staying : combine(legs, (nights) => nights >= 0);
}

/** Choices of days where `fits` says so of the nights between each leg and the next. */
function combine(legs: Trip['legs'], fits: (nights: number) => boolean): number[][] {
  let combinations: number[][] = [[]];
  for (const { departure } of legs) {
    if (!departure) return [];
    const days = daysOf(departure.earliest, departure.latest);
    combinations = combinations.flatMap((before) => {
      const last = before.at(-1);
      return days.filter((day) => last === undefined || fits(day - last)).map((day) => [...before, day]);
    });
    if (combinations.length > mostCombinations) combinations = spread(combinations, mostCombinations);
  }
  return combinations;
}

const mostCombinations = 2000;

function daysOf(earliest: string, latest: string): number[] {
  const first = dayOfIsoDate(earliest);
  return daysFrom(first, Math.min(dayOfIsoDate(latest) - first + 1, 366));
}

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
