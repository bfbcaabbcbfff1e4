import { farthestDays, notBeforeDate } from '../domain/departure-days.ts';
import type { Trip } from '../domain/trip.ts';
import { dayOfIsoDate, isoDateOfDay } from '../domain/zoned-minute.ts';

/** Why a trip that is complete cannot be searched. */
export type TripProblem =
  | { readonly kind: 'past_date'; readonly date: string }
  | { readonly kind: 'too_far_ahead'; readonly date: string }
  | { readonly kind: 'wrong_order'; readonly earlier: string; readonly later: string }
  | { readonly kind: 'same_place'; readonly name: string }
  | { readonly kind: 'too_many_seats'; readonly seats: number }
  | { readonly kind: 'no_adult' }
  | { readonly kind: 'too_many_infants'; readonly infants: number; readonly adults: number };

/** One booking holds at most this many seats. */
export const mostSeats = 9;
/** Younger children are infants to an airline: they fly on the lap of an adult. */
const leastChildAge = 2;

/** The first thing that stands in the way of a search, for what is known so far. `today` is the traveller's ISO date. */
export function findProblem({ legs, passengers }: Trip, today: string): TripProblem | undefined {
  const farthest = isoDateOfDay(dayOfIsoDate(today) + farthestDays);
  let previous = '';
  for (const { origin, destination, departure } of legs) {
    if (origin && destination && origin.airports.some((airport) => destination.airports.includes(airport)))
      return { kind: 'same_place', name: destination.name };
    if (!departure) continue;
    if (departure.latest < today) return { kind: 'past_date', date: departure.latest };
    if (departure.earliest > farthest) return { kind: 'too_far_ahead', date: departure.earliest };
    if (departure.latest < previous)
      return { kind: 'wrong_order', earlier: departure.latest, later: previous };
    previous = departure.earliest;
  }
  const { adults, children, infants } = passengers;
  if (adults + children.length > mostSeats)
    return { kind: 'too_many_seats', seats: adults + children.length };
  if (adults === 0) return { kind: 'no_adult' };
  const onLaps = infants + children.filter((age) => age < leastChildAge).length;
  if (onLaps > adults) return { kind: 'too_many_infants', infants: onLaps, adults };
  return undefined;
}

/** A window that has partly passed begins today. */
export function withoutPastDays(trip: Trip, today: string): Trip {
  const legs = trip.legs.map((leg) => {
    const departure = leg.departure && notBeforeDate(leg.departure, today);
    return departure === leg.departure ? leg : { ...leg, departure };
  });
  return legs.some((leg, index) => leg !== trip.legs[index]) ? { ...trip, legs } : trip;
}
