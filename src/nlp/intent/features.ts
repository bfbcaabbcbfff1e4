import type { OfferReference, OfferTopic, TripPart } from '../../domain/understood.ts';
import type { Slot } from '../../domain/trip.ts';
import type { Act } from './acts.ts';

/** What the choice of an intent rests on. */
export interface IntentFeatures {
  readonly acts: ReadonlySet<Act>;
  readonly stated: readonly TripPart[];
  /** An earlier question is answered, or a name said that nobody knows. */
  readonly answered: boolean;
  readonly references: readonly OfferReference[];
  readonly topic: OfferTopic | null;
  /** A currency asked for. */
  readonly currency: string | null;
  /** A currency is named in passing. */
  readonly namesCurrency: boolean;
  /** Some sentence asks about an offer. */
  readonly asks: boolean;
  readonly asked: readonly Slot[];
  readonly hasOffers: boolean;
  /** The trip so far could be searched. */
  readonly searchable: boolean;
  /** Something was known before this message. */
  readonly begun: boolean;
  readonly flightTalk: boolean;
  readonly flightRequest: boolean;
  /** Says outright that it is about a flight. */
  readonly plainFlight: boolean;
  readonly journeyRequest: boolean;
  readonly foreignTalk: boolean;
  /** Points at an offer and says nothing else. */
  readonly barePick: boolean;
  /** Wishes for what no source can be asked for. */
  readonly unsearchable: boolean;
  /** It ends with a question mark. */
  readonly isQuestion: boolean;
  /** Words in the message. */
  readonly words: number;
}

export const states =
  (...parts: TripPart[]) =>
  ({ stated }: IntentFeatures): boolean =>
    parts.some((part) => stated.includes(part));

export const statesRoute = states('origin', 'destination');

/** Says who sits where, which nobody says of anything but a journey. */
const statesSeats = states('passengers', 'cabin', 'max_stops', 'bags');

/** Points at an offer by more than "it". */
export const pointsOut = ({ references }: IntentFeatures): boolean =>
  references.some(({ by }) => by !== 'focus');

/** Takes the offer that it points at: in words of choosing, or by saying nothing else. */
export const takesOffer = ({ acts, barePick, references }: IntentFeatures): boolean =>
  !acts.has('discard') &&
  !acts.has('suppose') &&
  !acts.has('hedge') &&
  !acts.has('postpone') &&
  !references.some(({ by }) => by === 'all' || by === 'way_back') &&
  (acts.has('choose') ||
    acts.has('accept') ||
    acts.has('book') ||
    (barePick && !acts.has('look') && !references.some(({ by }) => by === 'next')));

/** Whether what is stated can be meant for a journey: said in a conversation about one, in words of travel, or in so few words that it can only be that. */
export const isTravelling = (f: IntentFeatures): boolean =>
  f.begun ||
  f.asked.length > 0 ||
  f.flightTalk ||
  f.flightRequest ||
  f.journeyRequest ||
  f.stated.length >= 3 ||
  (statesRoute(f) && statesSeats(f)) ||
  f.words <= 12;

/** Says from where, to where and when: that is a flight, whatever is wished for beside it. */
const isWholeFlight = (f: IntentFeatures): boolean =>
  states('origin')(f) && states('destination')(f) && states('departure_date')(f);

/** Speaks of something that is not ours, and of no flight. */
export const isForeign = (f: IntentFeatures): boolean =>
  f.foreignTalk &&
  f.currency === null &&
  !(f.namesCurrency && f.references.length > 0) &&
  !isWholeFlight(f) &&
  !(f.flightRequest && f.plainFlight) &&
  !f.asked.some((slot) => f.stated.some((part) => part === slot)) &&
  !(f.hasOffers && f.asks && f.topic !== null) &&
  !f.references.some(({ by }) => by === 'chosen');
