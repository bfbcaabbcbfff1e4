import type { FilterName } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';

/** The filters that sources are asked with, so that what they leave out never comes. */
export function narrowing({ filters, legs }: Trip): FilterName[] {
  const { airlines, maxStops, refundableOnly } = filters;
  const isTimed = legs.some(({ departure }) => departure?.timeFrom ?? departure?.timeTo);
  return [
    ...(airlines.include.length > 0 || airlines.exclude.length > 0 ? (['airlines'] as const) : []),
    ...(maxStops !== null ? (['max_stops'] as const) : []),
    ...(refundableOnly ? (['refundable'] as const) : []),
    ...(isTimed ? (['departure_time'] as const) : []),
  ];
}
