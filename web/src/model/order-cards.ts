import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import { durationOf, priceOf } from './card-facts.ts';

export type Order = Trip['sort'];

/** The orders that a list has tabs for: three always, and the one that was asked for in words. */
export const ordersBeside = (told: Order): readonly Order[] => [...new Set([...usual, told])];
const usual = ['best', 'cheapest', 'fastest'] as const;

const departureOf = ({ legs }: FlightCard): number => Date.parse(legs[0]?.departs_at ?? '');

/** What is least of the first. */
const measures: Readonly<Record<Order, (card: FlightCard) => number>> = {
  best: ({ score }) => -score,
  cheapest: priceOf,
  fastest: durationOf,
  earliest: departureOf,
  latest: (card) => -departureOf(card),
};

/** The places of the cards in the order of a tab; `told` is the order that the answer has them in, which stays as it is. */
export function orderCards(cards: readonly FlightCard[], order: Order, told: Order): number[] {
  const places = cards.map((_, at) => at);
  if (order === told) return places;
  const measured = cards.map(measures[order]);
  // Of equals the one with the badge stands first, as the agent says it, and then the better one.
  const score = cards.map((card) => card.score + (card.badges.some((badge) => badge === order) ? 1 : 0));
  const of = (values: readonly number[], at: number): number => values[at] ?? 0;
  return places.sort((a, b) => of(measured, a) - of(measured, b) || of(score, b) - of(score, a));
}
