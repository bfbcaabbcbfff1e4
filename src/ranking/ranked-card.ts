import type { Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { Badge, OfferSource, RankedOffer, Reason, Warning } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { withBagsOf } from './bag-cost.ts';
import type { CardDraft } from './cards.ts';
import type { Ordered } from './order.ts';
import { comparedPrice } from './criteria.ts';
import { reasonsOf } from './reasons.ts';
import { warningsOf } from './warnings.ts';

/** The list that a card stands in, and for whom it was made. */
export interface CardList {
  readonly ordered: Ordered;
  readonly trip: Trip;
  readonly currency: string;
  readonly medianCo2: number | null;
}

/** A card of a ranking. Its reasons and warnings are worked out when asked for: an answer shows a dozen cards of a list that may hold hundreds. */
export class RankedCard implements RankedOffer {
  readonly offer: Offer;
  readonly fares: readonly Offer[];
  readonly sources: readonly OfferSource[];
  readonly score: number;
  readonly cost: number;
  readonly badges: readonly Badge[];
  readonly #draft: CardDraft;
  readonly #list: CardList;

  constructor(draft: CardDraft, list: CardList) {
    const { best } = list.ordered;
    this.offer = draft.offer;
    this.fares = draft.fares;
    this.sources = draft.sources;
    this.cost = draft.cost;
    this.score = best && draft.cost > 0 ? best.cost / draft.cost : 1;
    this.badges = badgesOf(draft, list.ordered);
    this.#draft = draft;
    this.#list = list;
  }

  get withBags(): Money | null {
    return withBagsOf(this.offer, this.#list.trip);
  }

  get compared(): Money {
    return comparedPrice(this.offer, this.#draft.criteria, this.#list.currency);
  }

  get reasons(): Reason[] {
    const { ordered, trip, medianCo2 } = this.#list;
    return reasonsOf(this.#draft, ordered, trip, medianCo2);
  }

  get warnings(): Warning[] {
    const { trip, currency } = this.#list;
    return warningsOf(this.offer, trip, currency);
  }
}

const noBadges: readonly Badge[] = [];

function badgesOf(card: CardDraft, { best, cheapest, fastest }: Ordered): readonly Badge[] {
  if (card !== best && card !== cheapest && card !== fastest) return noBadges;
  const badges: Badge[] = [];
  if (card === best) badges.push('best');
  if (card === cheapest) badges.push('cheapest');
  if (card === fastest) badges.push('fastest');
  return badges;
}
