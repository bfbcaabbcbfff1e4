import type { Conversation } from '../domain/conversation.ts';
import { firstSegment, totalDurationMinutes } from '../domain/itinerary.ts';
import type { RankedOffer } from '../domain/ranked.ts';
import type { OfferReference } from '../domain/understood.ts';
import { localMinuteOfDay } from '../domain/zoned-minute.ts';

/** The card that a message points at among those last shown; undefined where there is none such. */
export function resolveReference(
  reference: OfferReference,
  cards: readonly RankedOffer[],
  conversation: Pick<Conversation, 'focus' | 'shown' | 'discussed'>,
): RankedOffer | undefined {
  if (reference.by === 'superlative' && reference.among === 'discussed') {
    const { among: _among, ...superlative } = reference;
    return resolveReference(superlative, cardsDiscussed(cards, conversation), conversation);
  }
  if (reference.by === 'superlative' && reference.carrier !== undefined) {
    const { superlative, nth = 1, carrier } = reference;
    return nthOf(superlative, nth, cards.filter(flies(carrier)));
  }
  if (reference.by === 'superlative' && reference.nth !== undefined)
    return nthOf(reference.superlative, reference.nth, cards);
  const { focus, shown } = conversation;
  const least = (measure: (card: RankedOffer) => number) =>
    cards.reduce<RankedOffer | undefined>(
      (best, card) => (best && measure(best) <= measure(card) ? best : card),
      undefined,
    );
  switch (reference.by) {
    case 'position':
      return reference.position > 0
        ? cards[reference.position - 1]
        : cards.slice(0, shown.length).at(reference.position);
    case 'superlative':
      return (
        cards.find(({ badges }) => badges.some((badge) => badge === reference.superlative)) ??
        (reference.superlative === 'best' ? cards[0] : nthOf(reference.superlative, 1, cards))
      );
    case 'airline':
      return cards.find(flies(reference.carrier));
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
    case 'offer':
      return cards.find((card) => isCardOf(card, reference.id));
    case 'focus':
      return cards.find((card) => isCardOf(card, focus)) ?? cards[0];
  }
}

/** Whether an airline sells a card or flies a part of it. */
const flies =
  (code: string) =>
  ({ offer }: RankedOffer): boolean =>
    offer.carrier === code ||
    offer.legs.some((leg) =>
      leg.segments.some(({ carrier, operatedBy }) => carrier === code || operatedBy === code),
    );

const departure = ({ offer }: RankedOffer) => firstSegment(offer.legs[0]).departsAt;

/** What the most is meant of, the least first. */
const measures = {
  best: ({ score }: RankedOffer) => -score,
  cheapest: ({ offer }: RankedOffer) => offer.total.minor,
  fastest: ({ offer }: RankedOffer) => totalDurationMinutes(offer),
  earliest: (card: RankedOffer) => departure(card).epochMinutes,
  latest: (card: RankedOffer) => -departure(card).epochMinutes,
} as const;

/** "The second cheapest". */
const nthOf = (superlative: keyof typeof measures, nth: number, cards: readonly RankedOffer[]) =>
  cards.toSorted((a, b) => measures[superlative](a) - measures[superlative](b))[nth - 1];

/** Of two that were talked about, or of the first two of the list. */
function cardsDiscussed(
  cards: readonly RankedOffer[],
  { discussed = [] }: Pick<Conversation, 'discussed'>,
): readonly RankedOffer[] {
  const known = discussed.flatMap((id) => cards.find((card) => isCardOf(card, id)) ?? []);
  return known.length >= 2 ? known.slice(0, 2) : cards.slice(0, 2);
}

const isCardOf = ({ offer, fares }: RankedOffer, id: string | null): boolean =>
  offer.id === id || fares.some((fare) => fare.id === id);

/** "The 9:40 one" may be said of a flight that leaves at 9:35. */
const farthestMinutes = 45;
