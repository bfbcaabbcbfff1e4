import type { Offer } from '../domain/offer.ts';
import type { Flag } from '../domain/ranked.ts';
import { flightsNumber, type FlightGroups } from './same-flights.ts';

/** An offer that filters took out. */
export interface LeftOut {
  readonly offer: Offer;
  readonly flags: readonly Flag[];
  /** A number that all offers of the same flights share; null where another fare of them is shown. */
  readonly flights: number | null;
}

/** Tells the flights of these offers apart, and from those that are shown. */
export function numberFlights(
  flagged: readonly { readonly offer: Offer; readonly flags: readonly Flag[] }[],
  shown: FlightGroups,
): LeftOut[] {
  if (flagged.length === 0) return [];
  const groups = new Map(shown);
  const own = new Set<number>();
  return flagged.map(({ offer, flags }) => {
    const number = flightsNumber(offer, groups);
    if (!groups.has(number)) {
      groups.set(number, [offer]);
      own.add(number);
    }
    return { offer, flags, flights: own.has(number) ? number : null };
  });
}

/** How many different flights there are among offers, without those that are shown. */
export function countFlights(some: readonly LeftOut[]): number {
  const numbers = new Set<number>();
  for (const { flights } of some) if (flights !== null) numbers.add(flights);
  return numbers.size;
}
