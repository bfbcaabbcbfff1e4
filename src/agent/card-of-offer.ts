import type { Offer } from '../domain/offer.ts';
import type { RankedOffer, Ranking } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { withBagsOf } from '../ranking/bag-cost.ts';
import { comparedPrice, criteriaOf } from '../ranking/criteria.ts';
import { warningsOf } from '../ranking/warnings.ts';

/**
 * The card of one offer, also where it is one of several fares of a card or the trip's filters leave it out: then it stands by itself,
 * without the badges and reasons of a place in the list.
 */
export function cardOfOffer(offer: Offer, { cards }: Ranking, trip: Trip, currency: string): RankedOffer {
  const among = cards.find(({ fares }) => fares.some(({ id }) => id === offer.id));
  if (among?.offer.id === offer.id) return among;
  return {
    offer,
    fares: among?.fares ?? [offer],
    sources: among?.sources ?? [{ provider: offer.provider, offerId: offer.id, total: offer.total }],
    withBags: withBagsOf(offer, trip),
    compared: comparedPrice(offer, criteriaOf(offer, trip, currency), currency),
    score: among?.score ?? 0,
    cost: among?.cost ?? Infinity,
    badges: [],
    reasons: [],
    warnings: warningsOf(offer, trip, currency),
  };
}
