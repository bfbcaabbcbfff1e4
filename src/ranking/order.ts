import { firstSegment } from '../domain/itinerary.ts';
import type { SortOrder } from '../domain/trip.ts';
import type { CardDraft } from './cards.ts';
import { firstShown } from './weights.ts';

type Compare = (a: CardDraft, b: CardDraft) => number;

const by =
  (measure: (card: CardDraft) => number): Compare =>
  (a, b) =>
    measure(a) - measure(b);

const departure = ({ offer }: CardDraft): number => firstSegment(offer.legs[0]).departsAt.epochMinutes;

const firstDifference =
  (...compares: readonly Compare[]): Compare =>
  (a, b) => {
    for (const compare of compares) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  };

const cost = by((card) => card.cost);
const price = by((card) => card.criteria.price);
const duration = by((card) => card.criteria.durationMinutes);

/** A total order that does not depend on the order of the list: cost breaks the ties, the flights themselves the rest. */
const orders: Readonly<Record<SortOrder, Compare>> = {
  best: firstDifference(cost),
  cheapest: firstDifference(price, cost),
  fastest: firstDifference(duration, cost),
  earliest: firstDifference(by(departure), cost),
  latest: firstDifference(
    by((card) => -departure(card)),
    cost,
  ),
};

export interface Ordered {
  readonly cards: readonly CardDraft[];
  readonly best: CardDraft | undefined;
  readonly cheapest: CardDraft | undefined;
  readonly fastest: CardDraft | undefined;
}

/**
 * The cards in the order asked for. Where that is the best first, best, cheapest and fastest are brought among the first shown; an order
 * by price or time that the traveller asked for stays exact, and badges mark the three. Bringing them up puts no card above one that
 * dominates it: whatever dominated the cheapest (or fastest, or best) would cost less at the same price, and be the cheapest itself.
 */
export function orderCards(drafts: readonly CardDraft[], sort: SortOrder): Ordered {
  const first = (compare: Compare) =>
    drafts.reduce<CardDraft | undefined>(
      (least, card) => (least && compare(least, card) <= 0 ? least : card),
      undefined,
    );
  const champions = {
    best: first(orders.best),
    cheapest: first(orders.cheapest),
    fastest: first(orders.fastest),
  };
  const sorted = drafts.toSorted(orders[sort]);
  if (sort !== 'best') return { cards: sorted, ...champions };
  const raised = new Set(Object.values(champions));
  const others = sorted.filter((card) => !raised.has(card));
  const shown = new Set([...raised, ...others.slice(0, firstShown - raised.size)]);
  const cards = [...sorted.filter((card) => shown.has(card)), ...sorted.filter((card) => !shown.has(card))];
  return { cards, ...champions };
}
