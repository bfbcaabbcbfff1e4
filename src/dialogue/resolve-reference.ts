import { firstSegment, totalDurationMinutes } from '../domain/itinerary.ts';
import type { RankedOffer } from '../domain/ranked.ts';
import type { OfferReference } from '../domain/understood.ts';
import { localMinuteOfDay } from '../domain/zoned-minute.ts';

/** The card that a message points at among those last shown; undefined where there is none such. */
export function resolveReference(
  reference: OfferReference,
  cards: readonly RankedOffer[],
  focus: string | null,
  /** How many of the cards were shown: the last one is the last of those. */
  shown: number = cards.length,
): RankedOffer | undefined {
  const least = (measure: (card: RankedOffer) => number) =>
    cards.reduce<RankedOffer | undefined>(
      (best, card) => (best && measure(best) <= measure(card) ? best : card),
      undefined,
    );
  const departure = ({ offer }: RankedOffer) => firstSegment(offer.legs[0]).departsAt;
  switch (reference.by) {
    case 'position':
      return reference.position > 0
        ? cards[reference.position - 1]
        : cards.slice(0, shown).at(reference.position);
    case 'superlative':
      switch (reference.superlative) {
        case 'best':
          return cards.find(({ badges }) => badges.includes('best')) ?? cards[0];
        case 'cheapest':
          return (
            cards.find(({ badges }) => badges.includes('cheapest')) ?? least(({ offer }) => offer.total.minor)
          );
        case 'fastest':
          return (
            cards.find(({ badges }) => badges.includes('fastest')) ??
            least(({ offer }) => totalDurationMinutes(offer))
          );
        case 'earliest':
          return least((card) => departure(card).epochMinutes);
        case 'latest':
          return least((card) => -departure(card).epochMinutes);
      }

    case 'airline':
      return cards.find(
        ({ offer }) =>
          offer.carrier === reference.carrier ||
          offer.legs.some((leg) =>
            leg.segments.some(
              ({ carrier, operatedBy }) => carrier === reference.carrier || operatedBy === reference.carrier,
            ),
          ),
      );
    case 'flight':
      return cards.find(({ offer }) =>
        offer.legs.some((leg) =>
          leg.segments.some(
            ({ carrier, number }) => carrier === reference.carrier && number === reference.number,
          ),
        ),
      );
    case 'departure': {
      const nearest = least((card) => Math.abs(localMinuteOfDay(departure(card)) - reference.minuteOfDay));
      return nearest &&
        Math.abs(localMinuteOfDay(departure(nearest)) - reference.minuteOfDay) <= farthestMinutes
        ? nearest
        : undefined;
    }
    case 'focus':
      return (
        cards.find(({ offer, fares }) => offer.id === focus || fares.some(({ id }) => id === focus)) ??
        cards[0]
      );
  }
}

/** "The 9:40 one" may be said of a flight that leaves at 9:35. */
const farthestMinutes = 45;
