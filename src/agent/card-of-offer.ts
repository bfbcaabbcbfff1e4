import type { Offer } from '../domain/offer.ts';
import type { RankedOffer, Ranking } from '../domain/ranked.ts';
import { noFilters, type Trip } from '../domain/trip.ts';
import { rank } from '../ranking/rank.ts';

/**
 * The card of one offer, also where it is one of several fares of a card or the trip's filters leave it out: then it stands by itself,
 * without the badges and reasons of a place in the list.
 */
export function cardOfOffer(offer: Offer, { cards }: Ranking, trip: Trip, currency: string): RankedOffer {
  const among = cards.find(({ fares }) => fares.some(({ id }) => id === offer.id));
  if (among?.offer.id === offer.id) return among;
  const [alone] = rank([offer], { ...trip, filters: noFilters }, { currency }).cards;
  if (!alone) throw new Error('an offer that no filter can leave out is left out');
  return {
    offer,
    fares: among?.fares ?? alone.fares,
    sources: among?.sources ?? alone.sources,
    score: among?.score ?? 0,
    cost: alone.cost,
    badges: [],
    reasons: [],
    warnings: alone.warnings,
  };
}
