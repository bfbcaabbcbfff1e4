import { firstSegment, lastSegment } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import { metroOfAirport } from '../domain/reference/metro-areas.ts';
import { dayOfIsoDate, localDayOf } from '../domain/zoned-minute.ts';
import type { SearchRequest } from './provider.ts';

/** Whether two airports, by their IATA codes, lie so close that a source may take them for airports of one city. */
export type AreNear = (asked: string, answered: string) => boolean;

type Misfit = 'other legs' | 'other day' | 'other airports';

/** Tells of the offers that answer a request in what one is another than was asked for; null where it fits. */
export function misfitsOf(
  { legs: request }: SearchRequest,
  areNear: AreNear,
): (offer: Offer) => Misfit | null {
  const asked = request.map(({ origin, destination, date }) => ({
    origin,
    destination,
    day: dayOfIsoDate(date),
  }));
  return ({ legs }) => {
    if (legs.length !== asked.length) return 'other legs';
    for (const [index, { origin, destination, day }] of asked.entries()) {
      const leg = legs[index];
      if (!leg) return 'other legs';
      const first = firstSegment(leg);
      if (localDayOf(first.departsAt) !== day) return 'other day';
      const last = lastSegment(leg);
      if (!serves(first.origin, origin, areNear) || !serves(last.destination, destination, areNear))
        return 'other airports';
    }
    return null;
  };
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
