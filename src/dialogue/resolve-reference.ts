import type { Conversation } from '../domain/conversation.ts';
import { firstSegment } from '../domain/itinerary.ts';
import { majorUnits } from '../domain/money.ts';
import type { RankedOffer } from '../domain/ranked.ts';
import type { OfferReference } from '../domain/understood.ts';
import { localMinuteOfDay } from '../domain/zoned-minute.ts';
import { flies, inOrderOf } from './measures.ts';

/** The card that a message points at among those last shown; undefined where there is none such. */
export function resolveReference(
  reference: OfferReference,
  cards: readonly RankedOffer[],
  conversation: Pick<Conversation, 'focus' | 'shown' | 'discussed' | 'chosen'>,
): RankedOffer | undefined {
  if (reference.by === 'superlative' && reference.among === 'discussed') {
    const { among: _among, ...superlative } = reference;
    return resolveReference(superlative, cardsDiscussed(cards, conversation), conversation);
  }
  if (reference.by === 'superlative' && (reference.carrier ?? reference.nth ?? reference.way) !== undefined)
    return inOrderOf(reference, cards)[(reference.nth ?? 1) - 1]?.card;
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
        (reference.superlative === 'best' ? cards[0] : inOrderOf(reference, cards)[0]?.card)
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
      const { within } = reference;
      if (within !== undefined)
        return cards.find((card) => minutesOff(card, reference.minuteOfDay) <= within);
      const nearest = least((card) => minutesOff(card, reference.minuteOfDay));
      return nearest && minutesOff(nearest, reference.minuteOfDay) <= farthestMinutes ? nearest : undefined;
    }
    case 'price': {
      const difference = ({ offer: { total, perTraveller } }: RankedOffer): number =>
        Math.min(
          ...[total, perTraveller].map((each) =>
            each ? Math.abs(majorUnits(each) - reference.amount) : Infinity,
          ),
        );
      const nearest = least(difference);
      return nearest && difference(nearest) <= reference.amount * farthestShare ? nearest : undefined;
    }
    case 'offer':
      return cards.find((card) => isCardOf(card, reference.id));
    case 'next': {
      const at = cards.findIndex((card) => isCardOf(card, focus));
      return cards[at + reference.step];
    }
    case 'chosen':
      return cards.find((card) => isCardOf(card, conversation.chosen));
    case 'other': {
      const known = (conversation.discussed ?? []).filter((id) => cards.some((card) => isCardOf(card, id)));
      const talkedAbout = cards.length === 2 ? cards.map(({ offer }) => offer.id) : known;
      const other = talkedAbout.find(
        (id) => !cards.some((card) => isCardOf(card, id) && isCardOf(card, focus)),
      );
      return cards.find((card) => other !== undefined && isCardOf(card, other));
    }
    case 'all':
    case 'way_back':
      return undefined;
    case 'focus':
      return cards.find((card) => isCardOf(card, focus)) ?? cards[0];
  }
}

/** Whether it names a place in the list, which may be past its end. */
export const namesPlace = ({ by }: OfferReference): boolean => by === 'position' || by === 'next';

const departure = ({ offer }: RankedOffer) => firstSegment(offer.legs[0]).departsAt;

const minutesOff = (card: RankedOffer, minuteOfDay: number): number =>
  Math.abs(localMinuteOfDay(departure(card)) - minuteOfDay);

/** Of two that were talked about, or of the first two of the list. */
export function cardsDiscussed(
  cards: readonly RankedOffer[],
  { discussed = [] }: Pick<Conversation, 'discussed'>,
): readonly RankedOffer[] {
  const known = discussed.flatMap((id) => cards.find((card) => isCardOf(card, id)) ?? []);
  return known.length >= 2 ? known.slice(0, 2) : cards.slice(0, 2);
}

const isCardOf = ({ offer, fares }: RankedOffer, id: string | null): boolean =>
  offer.id === id || fares.some((fare) => fare.id === id);

/** "The $500 one" may be said of one that costs 497.60. */
const farthestShare = 0.02;

/** "The 9:40 one" may be said of a flight that leaves at 9:35. */
const farthestMinutes = 45;
