import { firstSegment, flightsKey } from '../domain/itinerary.ts';
import type { SortOrder } from '../domain/trip.ts';
import type { CardDraft } from './cards.ts';
import { firstShown } from './weights.ts';

type Compare = (a: CardDraft, b: CardDraft) => number;

const departure = ({ offer }: CardDraft): number => firstSegment(offer.legs[0]).departsAt.epochMinutes;

/** Cost breaks the ties, the flights themselves the rest; their key is made only for those. */
function tieBreak(a: CardDraft, b: CardDraft): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  const [one, other] = [flightsKey(a.offer), flightsKey(b.offer)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A total order that does not depend on the order of the list. */
const orders: Readonly<Record<SortOrder, Compare>> = {
  best: tieBreak,
  cheapest: (a, b) => a.criteria.price - b.criteria.price || tieBreak(a, b),
  fastest: (a, b) => a.criteria.durationMinutes - b.criteria.durationMinutes || tieBreak(a, b),
  earliest: (a, b) => departure(a) - departure(b) || tieBreak(a, b),
  latest: (a, b) => departure(b) - departure(a) || tieBreak(a, b),
};

export interface Ordered {
  readonly cards: readonly CardDraft[];
  readonly best: CardDraft | undefined;
  readonly cheapest: CardDraft | undefined;
  readonly fastest: CardDraft | undefined;
  /** How many cards fly without a stop. */
  readonly nonstops: number;
}

/**
 * The cards in the order asked for. Where that is the best first, best, cheapest and fastest are brought among the first shown; an order
 * by price or time that the traveller asked for stays exact, and badges mark the three. Bringing them up puts no card above one that
 * dominates it: whatever dominated the cheapest (or fastest, or best) would cost less at the same price, and be the cheapest itself.
 */
export function orderCards(drafts: readonly CardDraft[], sort: SortOrder): Ordered {
  let best: CardDraft | undefined;
  let cheapest: CardDraft | undefined;
  let fastest: CardDraft | undefined;
  let nonstops = 0;
  for (const card of drafts) {
    best = lesser(best, card, orders.best);
    cheapest = lesser(cheapest, card, orders.cheapest);
    fastest = lesser(fastest, card, orders.fastest);
    if (card.criteria.stops === 0) nonstops += 1;
  }
  const sorted = drafts.toSorted(orders[sort]);
  const champions = [best, cheapest, fastest].filter((card) => card !== undefined);
  const cards = sort === 'best' ? withAmongFirst(champions, sorted) : sorted;
  return { cards, best, cheapest, fastest, nonstops };
}

const lesser = (least: CardDraft | undefined, card: CardDraft, compare: Compare): CardDraft =>
  least && compare(least, card) <= 0 ? least : card;

/** The same cards in the same order, but with the champions among those that count as the first shown. */
function withAmongFirst(champions: readonly CardDraft[], sorted: readonly CardDraft[]): readonly CardDraft[] {
  const shown = new Set(champions);
  for (const card of sorted) {
    if (shown.size >= firstShown) break;
    shown.add(card);
  }
  const behind = sorted.filter((card) => !shown.has(card));
  return [...sorted.filter((card) => shown.has(card)), ...behind];
}
