import { firstSegment, lastSegment } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import { metroOfAirport } from '../domain/reference/metro-areas.ts';
import { dayOfIsoDate, localDayOf } from '../domain/zoned-minute.ts';
import type { SearchRequest } from './provider.ts';

/** Whether two airports, by their IATA codes, lie so close that a source may take them for airports of one city. */
export type AreNear = (asked: string, answered: string) => boolean;

/** In what an offer is another one than was asked for; null where it fits. */
export function misfitOf(
  { legs }: Offer,
  { legs: asked }: SearchRequest,
  areNear: AreNear,
): 'other legs' | 'other day' | 'other airports' | null {
  if (legs.length !== asked.length) return 'other legs';
  for (const [index, { origin, destination, date }] of asked.entries()) {
    const leg = legs[index];
    if (!leg) return 'other legs';
    const first = firstSegment(leg);
    if (localDayOf(first.departsAt) !== dayOfIsoDate(date)) return 'other day';
    if (!serves(first.origin, origin, areNear) || !serves(lastSegment(leg).destination, destination, areNear))
      return 'other airports';
  }
  return null;
}

/** Sources draw cities wider or narrower than we do, and some codes are an airport's and a city's: any airport of the city will do. */
function serves(airport: string, { code, airports }: Place, areNear: AreNear): boolean {
  if (airport === code || airports.includes(airport)) return true;
  const metro = metroOfAirport.get(airport);
  return (
    (metro !== undefined &&
      (metro.code === code || airports.some((one) => metroOfAirport.get(one) === metro))) ||
    airports.some((one) => areNear(one, airport))
  );
}
