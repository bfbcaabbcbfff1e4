import { firstSegment, lastSegment, layoversOf, stopsOf } from '../domain/itinerary.ts';
import type { OfferLeg } from '../domain/offer.ts';
import type { RankedOffer } from '../domain/ranked.ts';
import type { OfferReference, Superlative } from '../domain/understood.ts';

export type SuperlativeReference = Extract<OfferReference, { by: 'superlative' }>;

/** What is compared of a card, the least first; null where it has none, or its source does not say. */
type Measure = (card: RankedOffer, legs: readonly OfferLeg[]) => number | null;

const sum = (legs: readonly OfferLeg[], of: (leg: OfferLeg) => number): number =>
  legs.reduce((total, leg) => total + of(leg), 0);
const negative = (value: number | null): number | null => (value === null ? null : -value);
const leaves: Measure = (_, [leg]) => (leg ? firstSegment(leg).departsAt.epochMinutes : null);
const lands: Measure = (_, [leg]) => (leg ? lastSegment(leg).arrivesAt.epochMinutes : null);
const takes: Measure = (_, legs) => sum(legs, ({ durationMinutes }) => durationMinutes);
const waits = (pick: (...minutes: number[]) => number): Measure => {
  return (_, legs) => {
    const minutes = legs.flatMap((leg) => layoversOf(leg).map((layover) => layover.minutes));
    return minutes.length === 0 ? null : pick(...minutes);
  };
};

const measures: Readonly<Record<Superlative, Measure>> = {
  best: ({ score }) => -score,
  cheapest: ({ compared }) => compared.minor,
  dearest: ({ compared }) => -compared.minor,
  fastest: takes,
  slowest: (card, legs) => negative(takes(card, legs)),
  earliest: leaves,
  latest: (card, legs) => negative(leaves(card, legs)),
  lands_earliest: lands,
  lands_latest: (card, legs) => negative(lands(card, legs)),
  longest_layover: (card, legs) => negative(waits(Math.max)(card, legs)),
  shortest_layover: waits(Math.min),
  fewest_stops: (_, legs) => sum(legs, stopsOf),
  most_bags: ({ offer }) => negative(offer.fare.checkedBags),
  lowest_emissions: ({ offer }) => offer.co2Kg,
};

/** The cards of which the measure is known, in its order, each with it. Prices in several currencies are compared at reference rates. */
export function inOrderOf(
  { superlative, way, carrier }: Pick<SuperlativeReference, 'superlative' | 'way' | 'carrier'>,
  cards: readonly RankedOffer[],
): { card: RankedOffer; value: number }[] {
  return cards
    .flatMap((card) => {
      if (carrier !== undefined && !flies(carrier)(card)) return [];
      const { legs } = card.offer;
      const ways = way === 'back' && legs.length > 1 ? legs.slice(1) : legs;
      const value = measures[superlative](card, ways);
      return value === null ? [] : [{ card, value }];
    })
    .sort((a, b) => a.value - b.value);
}

/** Whether an airline sells a card or flies a part of it. */
export const flies =
  (code: string) =>
  ({ offer }: RankedOffer): boolean =>
    offer.carrier === code ||
    offer.legs.some((leg) =>
      leg.segments.some(({ carrier, operatedBy }) => carrier === code || operatedBy === code),
    );
