import type { Place } from '../../domain/place.ts';
import { metroOfAirport } from '../../domain/reference/metro-areas.ts';

/** Whether two places share an airport, or are airports of one metropolitan area. */
export function isSameCity(one: Place | undefined, other: Place | null | undefined): boolean {
  if (!one || !other) return false;
  const metroOf = ({ airports }: Place) => metroOfAirport.get(airports[0] ?? '')?.code;
  const metro = metroOf(one);
  return (
    one.airports.some((code) => other.airports.includes(code)) ||
    (metro !== undefined && metro === metroOf(other))
  );
}
