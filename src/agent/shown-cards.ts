import type { Conversation, HeldOffers } from '../domain/conversation.ts';
import type { RankedOffer, Ranking } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { rank } from '../ranking/rank.ts';

/** The most cards that one answer of a conversation carries. */
export const mostCards = 12;
/** The most that a list carries which was asked for as a list. */
export const mostListed = 200;

/** The cards that an answer shows: the first ones, and wherever they stand the best, the cheapest and the fastest. */
export function cardsShown({ cards }: Ranking, most: number = mostCards): RankedOffer[] {
  const leaders = cards.slice(most).filter(({ badges }) => badges.length > 0);
  return [...cards.slice(0, most - leaders.length), ...leaders];
}

/** All cards as a list: those that an answer shows, and behind them the rest. Places in it are what “the second one” counts. */
export function listCards(ranking: Ranking): RankedOffer[] {
  const shown = cardsShown(ranking);
  return [...shown, ...ranking.cards.filter((card) => !shown.includes(card))].slice(0, mostListed);
}

/** The held offers ranked for a trip. */
export const rankHeld = (held: HeldOffers, trip: Trip, currency: string): Ranking =>
  rank(held.offers, trip, { currency });

/** The cards as they were last shown, for questions about them. */
export function cardsOnTable(conversation: Conversation): { cards: RankedOffer[]; ranking: Ranking } | null {
  const { held, trip, currency } = conversation;
  if (!held || !trip) return null;
  const ranking = rankHeld(held, trip, currency);
  const cards = listCards(ranking);
  return { cards: conversation.reordered ? inOrder(cards, conversation.shown) : cards, ranking };
}

/** The cards of some offers in their order, and behind them the others. */
function inOrder(cards: readonly RankedOffer[], offers: readonly string[]): RankedOffer[] {
  const byOffer = new Map(cards.flatMap((card) => card.fares.map(({ id }) => [id, card] as const)));
  for (const card of cards) byOffer.set(card.offer.id, card);
  return [...new Set([...offers.flatMap((id) => byOffer.get(id) ?? []), ...cards])];
}
