import { flightsHash, sameFlights } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';

/** Offers of the same flights. */
export type Group = [Offer, ...Offer[]];

/** Each group under a number of its own. */
export type FlightGroups = ReadonlyMap<number, Group>;

/**
 * The number under which the flights of an offer stand among these groups, or would stand as one more. Found by a hash and compared flight by
 * flight, because texts for all of them cost more than ranking.
 */
export function flightsNumber(offer: Offer, groups: FlightGroups): number {
  let number = flightsHash(offer);
  let group = groups.get(number);
  // Other flights with the same number move on to the next free one.
  while (group && !sameFlights(group[0], offer)) group = groups.get((number += 1));
  return number;
}

export function groupByFlights(offers: Iterable<Offer>): FlightGroups {
  const groups = new Map<number, Group>();
  for (const offer of offers) {
    const number = flightsNumber(offer, groups);
    const group = groups.get(number);
    if (group) group.push(offer);
    else groups.set(number, [offer]);
  }
  return groups;
}
