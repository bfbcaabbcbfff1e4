import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { durationOf, priceOf } from './card-facts.ts';

export const orders = ['best', 'cheapest', 'fastest'] as const;
export type Order = (typeof orders)[number];

const measures: Readonly<Record<Exclude<Order, 'best'>, (card: FlightCard) => number>> = {
  cheapest: priceOf,
  fastest: durationOf,
};

/** The places of the cards in the order of a tab; `best` is the order of the answer. */
export function orderCards(cards: readonly FlightCard[], order: Order): number[] {
  const places = cards.map((_, at) => at);
  if (order === 'best') return places;
  const measured = cards.map(measures[order]);
  return places.sort((a, b) => (measured[a] ?? 0) - (measured[b] ?? 0));
}
