import { hintsOf } from '../domain/conversation.ts';
import type { FilterName } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';

/** The filters that sources are asked with, so that what they leave out never comes. */
export function narrowing(trip: Trip): FilterName[] {
  const { includeAirlines, excludeAirlines, maxStops, refundableOnly, times } = hintsOf(trip);
  const names: FilterName[] = [];
  if (includeAirlines.length > 0 || excludeAirlines.length > 0) names.push('airlines');
  if (maxStops !== null) names.push('max_stops');
  if (refundableOnly) names.push('refundable');
  if (times.some((time) => time !== '-')) names.push('departure_time');
  return names;
}
