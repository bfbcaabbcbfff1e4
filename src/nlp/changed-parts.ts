import { tripParts, type TripPart } from '../domain/understood.ts';
import type { Trip } from '../domain/trip.ts';

/** What each part is, so that two trips can be compared by it. */
const valueOf: Readonly<Record<TripPart, (trip: Trip) => unknown>> = {
  trip_type: (trip) => trip.tripType,
  origin: (trip) => trip.legs.map((leg, index) => (isMirror(trip, index) ? null : leg.origin?.code)),
  destination: (trip) =>
    trip.legs.map((leg, index) => (isMirror(trip, index) ? null : leg.destination?.code)),
  departure_date: (trip) =>
    trip.legs.map((leg, index) =>
      isMirror(trip, index) ? null : [leg.departure?.earliest, leg.departure?.latest],
    ),
  departure_time: (trip) =>
    trip.legs.map((leg, index) =>
      isMirror(trip, index) ? null : [leg.departure?.timeFrom ?? null, leg.departure?.timeTo ?? null],
    ),
  return_date: (trip) =>
    trip.tripType === 'round_trip'
      ? [trip.legs[1]?.departure?.earliest, trip.legs[1]?.departure?.latest]
      : [],
  return_time: (trip) =>
    trip.tripType === 'round_trip'
      ? [trip.legs[1]?.departure?.timeFrom ?? null, trip.legs[1]?.departure?.timeTo ?? null]
      : [null, null],
  stay: (trip) => trip.stayNights,
  passengers: (trip) => trip.passengers,
  cabin: (trip) => trip.cabin,
  max_stops: (trip) => trip.filters.maxStops,
  max_price: (trip) => trip.filters.maxPrice,
  max_duration: (trip) => trip.filters.maxDurationMinutes,
  airlines: (trip) => trip.filters.airlines,
  alliances: (trip) => trip.filters.alliances,
  avoid_airports: (trip) => trip.filters.avoidAirports,
  arrive_by: (trip) => trip.filters.arriveBy,
  layover: ({ filters }) => [
    filters.minLayoverMinutes,
    filters.maxLayoverMinutes,
    filters.noOvernightLayover,
  ],
  bags: (trip) => trip.filters.checkedBags,
  refundable: (trip) => trip.filters.refundableOnly,
  sort: (trip) => trip.sort,
};

/** The way back of a round trip has no ends of its own. */
const isMirror = (trip: Trip, leg: number): boolean => trip.tripType === 'round_trip' && leg === 1;

/** Parts in which two trips differ. A list that only grows by a mirrored leg has not changed. */
export function changedParts(before: Trip, after: Trip): TripPart[] {
  return tripParts.filter((part) => plain(valueOf[part](before)) !== plain(valueOf[part](after)));
}

/** Null entries at the end say nothing: a leg that came without a value of its own. */
function plain(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value ?? null);
  const items = value.map((item) => JSON.stringify(item ?? null).replaceAll('null', ''));
  return items.join('|').replace(/[|[\],]{1,40}$/, '');
}
