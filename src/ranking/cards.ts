import { worthIn } from '../domain/exchange-rates.ts';
import type { Offer } from '../domain/offer.ts';
import type { OfferSource } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { costFor, criteriaOf, priceOf, type CostOf, type Criteria } from './criteria.ts';
import type { FlightGroups, Group } from './same-flights.ts';

/** The offers of the same flights, as one: the best fare stands for them. */
export interface CardDraft {
  readonly offer: Offer;
  readonly fares: readonly Offer[];
  readonly sources: readonly OfferSource[];
  readonly criteria: Criteria;
  readonly cost: number;
  /** What the bags asked for add to the fare, as far as the ranking counts it; its currency's smallest unit. */
  readonly extras: number;
}

/** A card for each group. The cheapest fare with the bags that were asked for stands for the card. */
export function draftCards(groups: FlightGroups, trip: Trip, currency: string): CardDraft[] {
  const costOf = costFor(trip, currency);
  const drafts: CardDraft[] = [];
  for (const group of groups.values()) {
    const draft =
      group.length === 1
        ? lonelyCard(group, trip, currency, costOf)
        : draftCard(group, trip, currency, costOf);
    drafts.push(draft);
  }
  return drafts;
}

function draftCard(own: Group, trip: Trip, currency: string, costOf: CostOf): CardDraft {
  const weighed = own
    .map((offer) => {
      const criteria = criteriaOf(offer, trip, currency);
      return { offer, criteria, cost: costOf(criteria), fare: worthIn(offer.total, currency) };
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
    offer: best.offer,
    fares: distinct(byFare, fareKey, best.offer),
    sources: distinct(byFare, (offer) => offer.provider).map(sourceOf),
    criteria: best.criteria,
    cost: best.cost,
    extras: best.criteria.price - priceOf(best.offer.total, currency),
  };
}

/** Most flights come with one fare from one source. */
function lonelyCard(own: Group, trip: Trip, currency: string, costOf: CostOf): CardDraft {
  const [offer] = own;
  const criteria = criteriaOf(offer, trip, currency);
  return {
    offer,
    fares: own,
    sources: [sourceOf(offer)],
    criteria,
    cost: costOf(criteria),
    extras: criteria.price - priceOf(offer.total, currency),
  };
}

const sourceOf = ({ provider, id, total }: Offer): OfferSource => ({ provider, offerId: id, total });

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
