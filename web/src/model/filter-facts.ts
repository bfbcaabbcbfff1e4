import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { allianceOf, type Alliance } from './alliances.ts';
import {
  airlinesOf,
  everyAirlineOf,
  connectionsOf,
  longestLayoverOf,
  priceOf,
  stopsOf,
} from './card-facts.ts';
import { minuteOfDay } from './local-time.ts';

/** What filters look at, read out of a card once. */
export interface FilterFacts {
  readonly stops: number;
  /** Every airline that sells it or flies a part of it. */
  readonly airlines: readonly string[];
  /** Of every airline that flies a part of it; undefined for those in none. */
  readonly alliances: readonly (Alliance | undefined)[];
  /** Minutes after midnight on the wall clock of the airport; of the first leg. */
  readonly departs: number;
  readonly arrives: number;
  /** Minutes of the longest leg, and of the longest wait. */
  readonly duration: number;
  readonly layover: number;
  readonly price: number;
  readonly checkedBag: boolean;
  readonly carryOn: boolean;
  readonly connections: readonly string[];
}

export function filterFacts(card: FlightCard): FilterFacts {
  const first = card.legs[0] as FlightCard['legs'][number];
  return {
    stops: stopsOf(card),
    airlines: everyAirlineOf(card),
    alliances: airlinesOf(card).map(allianceOf),
    departs: minuteOfDay(first.departs_at),
    arrives: minuteOfDay(first.arrives_at),
    duration: Math.max(...card.legs.map((leg) => leg.duration_minutes)),
    layover: longestLayoverOf(card),
    price: priceOf(card),
    // What a source does not say is not promised.
    checkedBag: card.fares.some((fare) => (fare.checked_bags ?? 0) > 0),
    carryOn: (card.fare.carry_on_bags ?? 0) > 0,
    connections: connectionsOf(card),
  };
}
