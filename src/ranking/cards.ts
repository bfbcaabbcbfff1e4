import { convertApproximately } from '../domain/exchange-rates.ts';
import { flightsKey } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';
import type { OfferSource } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { criteriaOf, generalisedCost, priceOf, type Criteria } from './criteria.ts';

/** The offers of the same flights, as one: the best fare stands for them. */
export interface CardDraft {
  /** Tells equal cards apart the same way every time. */
  readonly key: string;
  readonly offer: Offer;
  readonly fares: readonly Offer[];
  readonly sources: readonly OfferSource[];
  readonly criteria: Criteria;
  readonly cost: number;
  /** What the bags asked for add to the fare, as far as the ranking counts it; its currency's smallest unit. */
  readonly extras: number;
}

/** Groups offers by their flights. The cheapest fare with the bags that were asked for stands for the card. */
export function draftCards(offers: readonly Offer[], trip: Trip, currency: string): CardDraft[] {
  const groups = Map.groupBy(offers, flightsKey);
  return [...groups].map(([key, own]) => draftCard(key, own, trip, currency));
}

function draftCard(key: string, own: readonly Offer[], trip: Trip, currency: string): CardDraft {
  const [only, ...others] = own;
  if (only && others.length === 0) return lonelyCard(key, only, trip, currency);
  const weighed = own
    .map((offer) => {
      const criteria = criteriaOf(offer, trip, currency);
      return {
        offer,
        criteria,
        cost: generalisedCost(criteria, trip, currency),
        fare: comparable(offer, currency),
      };
    })
    .toSorted(
      (a, b) =>
        a.criteria.price - b.criteria.price ||
        a.cost - b.cost ||
        a.fare - b.fare ||
        (a.offer.id < b.offer.id ? -1 : 1),
    );
  const [best] = weighed;
  if (!best) throw new RangeError('a card needs an offer');
  const byFare = weighed
    .toSorted((a, b) => a.fare - b.fare || (a.offer.id < b.offer.id ? -1 : 1))
    .map(({ offer }) => offer);
  return {
    key,
    offer: best.offer,
    fares: distinct(byFare, fareKey, best.offer),
    sources: distinct(byFare, (offer) => offer.provider).map(sourceOf),
    criteria: best.criteria,
    cost: best.cost,
    extras: best.criteria.price - priceOf(best.offer.total, currency),
  };
}

/** Most flights come with one fare from one source. */
function lonelyCard(key: string, offer: Offer, trip: Trip, currency: string): CardDraft {
  const criteria = criteriaOf(offer, trip, currency);
  return {
    key,
    offer,
    fares: [offer],
    sources: [sourceOf(offer)],
    criteria,
    cost: generalisedCost(criteria, trip, currency),
    extras: criteria.price - priceOf(offer.total, currency),
  };
}

const sourceOf = ({ provider, id, total }: Offer): OfferSource => ({ provider, offerId: id, total });

/** The fare's price in the ranking's currency; what has no rate stays last. */
const comparable = (offer: Offer, currency: string): number =>
  convertApproximately(offer.total, currency)?.minor ?? Number.MAX_SAFE_INTEGER;

const fareKey = ({ fare }: Offer): string =>
  [
    fare.brand?.toLowerCase(),
    fare.cabin,
    fare.refundable,
    fare.changeable,
    fare.carryOnBags,
    fare.checkedBags,
  ].join('|');

/** The first of each kind, and in any case the one that must be among them. */
function distinct(offers: readonly Offer[], kindOf: (offer: Offer) => string, must?: Offer): Offer[] {
  const kinds = new Set(must ? [kindOf(must)] : []);
  return offers.filter((offer) => {
    if (offer === must) return true;
    const kind = kindOf(offer);
    if (kinds.has(kind)) return false;
    kinds.add(kind);
    return true;
  });
}
