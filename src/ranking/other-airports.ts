import { firstSegment, lastSegment } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import type { Trip } from '../domain/trip.ts';

/** One end of a way back that is at another airport of the city than the way out was. */
export interface OtherAirport {
  readonly end: 'leaves' | 'lands';
  readonly airport: string;
  readonly instead: string;
}

const none: readonly OtherAirport[] = [];

/**
 * Where a round trip comes back from, or to, another airport than it flew to or from. Only of cities: who names the airports of both ways,
 * or another city for the way back, gets what they asked for.
 */
export function otherAirportsOf({ legs }: Offer, trip: Trip): readonly OtherAirport[] {
  if (trip.tripType !== 'round_trip') return none;
  // By index, because taking lists apart costs more, and this runs for every offer of every search.
  const out = legs[0];
  const back = legs[1];
  const there = trip.legs[0];
  const home = trip.legs[1];
  if (!back || !there || !home) return none;
  const others: OtherAirport[] = [];
  if (isSameCity(there.destination, home.origin)) {
    const [landed, leaves] = [lastSegment(out).destination, firstSegment(back).origin];
    if (landed !== leaves) others.push({ end: 'leaves', airport: leaves, instead: landed });
  }
  if (isSameCity(there.origin, home.destination)) {
    const [left, lands] = [firstSegment(out).origin, lastSegment(back).destination];
    if (left !== lands) others.push({ end: 'lands', airport: lands, instead: left });
  }
  return others;
}

const isSameCity = (a: Place | null, b: Place | null): boolean => a?.kind === 'city' && a.code === b?.code;
