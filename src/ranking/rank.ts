import type { Offer } from '../domain/offer.ts';
import type { FilterName, Flag, Ranking } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { draftCards } from './cards.ts';
import { flaggerFor, listContextOf } from './filters/flags.ts';
import { orderCards, type Ordered } from './order.ts';
import { RankedCard } from './ranked-card.ts';
import { relaxationsOf } from './relaxations.ts';

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
  const ordered = orderCards(draftCards(passing, trip, currency), trip.sort);
  const medianCo2 = medianCo2Of(ordered);
  const ranked = { ordered, trip, currency, medianCo2 };
  return {
    cards: ordered.cards.map((card) => new RankedCard(card, ranked)),
    flagged: flagged.toSorted((a, b) => (a.offer.id < b.offer.id ? -1 : 1)),
    removedBy: countByFilter(flagged),
    arrivesDayAfter: list.arrivesDayAfter,
    medianCo2Kg: medianCo2,
    relaxations: relaxationsOf(flagged, trip),
  };
}

function countByFilter(
  flagged: readonly { flags: readonly Flag[] }[],
): { filter: FilterName; offers: number }[] {
  const counts = new Map<FilterName, number>();
  for (const { flags } of flagged)
    for (const { filter } of flags) counts.set(filter, (counts.get(filter) ?? 0) + 1);
  return [...counts]
    .map(([filter, offers]) => ({ filter, offers }))
    .toSorted((a, b) => b.offers - a.offers || (a.filter < b.filter ? -1 : 1));
}

function medianCo2Of({ cards }: Ordered): number | null {
  const known: number[] = [];
  for (const { offer } of cards) if (offer.co2Kg !== null) known.push(offer.co2Kg);
  known.sort((a, b) => a - b);
  return known[known.length >> 1] ?? null;
}
