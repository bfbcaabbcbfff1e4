import type { Offer } from '../domain/offer.ts';
import type { FilterName, Flag, Ranking } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { draftCards } from './cards.ts';
import { flaggerFor, listContextOf } from './filters/flags.ts';
import { countFlights, numberFlights, type LeftOut } from './left-out.ts';
import { limitAbroadOf } from './limit-abroad.ts';
import { orderCards, type Ordered } from './order.ts';
import { RankedCard } from './ranked-card.ts';
import { relaxationsOf } from './relaxations.ts';
import { groupByFlights } from './same-flights.ts';

export interface RankingContext {
  /** Prices are compared in it (ISO 4217); cards keep the currency they came in. */
  readonly currency: string;
}

/**
 * Flags what the trip's filters do not allow, joins the fares of the same flights into one card, and orders the cards by what the journey
 * costs in money, time and nuisance. The result does not depend on the order of the offers.
 */
export function rank(offers: readonly Offer[], trip: Trip, { currency }: RankingContext): Ranking {
  const flagged: { offer: Offer; flags: readonly Flag[] }[] = [];
  const passing: Offer[] = [];
  const list = listContextOf(offers, trip);
  const flagsOf = flaggerFor(trip, list);
  for (const offer of offers) {
    const flags = flagsOf(offer);
    if (flags.length > 0) flagged.push({ offer, flags });
    else passing.push(offer);
  }
  const shown = groupByFlights(passing);
  const ordered = orderCards(draftCards(shown, trip, currency), trip.sort);
  const medianCo2 = medianCo2Of(ordered);
  const leftOut = numberFlights(flagged, shown);
  const ranked = { ordered, trip, currency, medianCo2 };
  return {
    cards: ordered.cards.map((card) => new RankedCard(card, ranked)),
    flagged: flagged.toSorted((a, b) => (a.offer.id < b.offer.id ? -1 : 1)),
    flightsLeftOut: countFlights(leftOut),
    removedBy: countByFilter(leftOut),
    limitAbroad: limitAbroadOf(offers, trip),
    arrivesDayAfter: list.arrivesDayAfter,
    medianCo2Kg: medianCo2,
    relaxations: relaxationsOf(leftOut, trip),
  };
}

/** Those that take out most first. */
function countByFilter(leftOut: readonly LeftOut[]): Ranking['removedBy'] {
  const byFilter = new Map<FilterName, LeftOut[]>();
  for (const each of leftOut) {
    for (const { filter } of each.flags) {
      const own = byFilter.get(filter);
      if (own) own.push(each);
      else byFilter.set(filter, [each]);
    }
  }
  return [...byFilter]
    .map(([filter, own]) => ({ filter, offers: own.length, flights: countFlights(own) }))
    .toSorted((a, b) => b.flights - a.flights || b.offers - a.offers || (a.filter < b.filter ? -1 : 1));
}

function medianCo2Of({ cards }: Ordered): number | null {
  const known: number[] = [];
  for (const { offer } of cards) if (offer.co2Kg !== null) known.push(offer.co2Kg);
  known.sort((a, b) => a - b);
  return known[known.length >> 1] ?? null;
}
