import { emptyLeg, type Trip, type TripType } from '../domain/trip.ts';
import type { Ambiguity, TripPart, Unresolved, Unsearchable } from '../domain/understood.ts';

/** A trip on its way through the refiners, with what they noted about the message. */
export interface Draft {
  readonly trip: Trip;
  readonly stated: readonly TripPart[];
  readonly ambiguous: readonly Ambiguity[];
  readonly unresolved: readonly Unresolved[];
  /** What stands in the trip as something else than was said, which the reply has to tell. */
  readonly assumed: readonly Unsearchable[];
}

export const draftOf = (trip: Trip): Draft => ({
  trip,
  stated: [],
  ambiguous: [],
  unresolved: [],
  assumed: [],
});

/** The draft with parts of its trip replaced, and the parts that the message states. */
export const refine = (draft: Draft, change: Partial<Trip>, ...stated: readonly TripPart[]): Draft => ({
  ...draft,
  trip: { ...draft.trip, ...change },
  stated: [...draft.stated, ...stated],
});

export const withUnresolved = (draft: Draft, unresolved: Unresolved): Draft => ({
  ...draft,
  unresolved: [...draft.unresolved, unresolved],
});

export const withAssumed = (draft: Draft, assumed: Unsearchable): Draft => ({
  ...draft,
  assumed: [...draft.assumed, assumed],
});

/** The legs that a trip type asks for: a way back mirrors the way out, and one way has none. */
export function withTripType(trip: Trip, tripType: TripType): Trip {
  if (tripType === 'multi_city') return { ...trip, tripType, filters: withoutReturn(trip) };
  const [{ nights: _, ...out } = emptyLeg, back] = trip.legs;
  if (tripType === 'one_way')
    return { ...trip, tripType, legs: [out], stayNights: null, filters: withoutReturn(trip) };
  const departure = trip.tripType === 'multi_city' ? null : (back?.departure ?? null);
  return { ...trip, tripType, legs: [out, { origin: out.destination, destination: out.origin, departure }] };
}

/** The filters of a trip that has no way back any more. */
export const withoutReturn = ({ filters }: Trip): Trip['filters'] =>
  filters.returnArriveBy === null ? filters : { ...filters, returnArriveBy: null };
