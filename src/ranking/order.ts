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
 * The cards in the order asked for. Best, cheapest and fastest are then brought among the first shown. That puts no card above one that
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
  const shown = sorted.slice(0, firstShown);
  const missing = new Set(
    [champions.cheapest, champions.fastest]
      .filter((card) => card !== undefined)
      .filter((card) => !shown.includes(card)),
  );
  if (missing.size === 0) return { cards: sorted, ...champions };
  const others = sorted.filter((card) => !missing.has(card));
  const room = firstShown - missing.size;
  return { cards: [...others.slice(0, room), ...missing, ...others.slice(room)], ...champions };
}
