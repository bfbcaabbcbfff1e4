import type { Intent, OfferReference, OfferTopic, TripPart } from '../../domain/understood.ts';
import type { Slot } from '../../domain/trip.ts';
import type { Act } from './acts.ts';

/** What the choice of an intent rests on. */
export interface IntentFeatures {
  readonly acts: ReadonlySet<Act>;
  readonly stated: readonly TripPart[];
  /** Ends named that nobody knows, or an earlier question answered. */
  readonly answered: boolean;
  readonly references: readonly OfferReference[];
  readonly topic: OfferTopic | null;
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
  readonly foreignTalk: boolean;
  /** Words in the message. */
  readonly words: number;
}

/** One reason for an intent. */
interface Rule {
  readonly intent: Intent;
  readonly weight: number;
  readonly because: string;
  readonly holds: (features: IntentFeatures) => boolean;
}

const states =
  (...parts: TripPart[]) =>
  (features: IntentFeatures): boolean =>
    parts.some((part) => features.stated.includes(part));
const route = states('origin', 'destination');
const points = ({ references }: IntentFeatures): boolean => references.length > 0;
const points2 = ({ references }: IntentFeatures): boolean => references.some(({ by }) => by !== 'focus');

/** Reasons add up; the intent with the most wins, and of equals the one that stands first in the contract. */
const rules: readonly Rule[] = [
  {
    intent: 'search_flights',
    weight: 4,
    because: 'states a part of a trip',
    holds: (f) => f.stated.length > 0 && !f.searchable,
  },
  {
    intent: 'search_flights',
    weight: 3,
    because: 'names a place that is not known, or answers which',
    holds: (f) => f.answered,
  },
  { intent: 'search_flights', weight: 3, because: 'asks for flights', holds: (f) => f.flightRequest },
  {
    intent: 'search_flights',
    weight: 2,
    because: 'names both ends',
    holds: (f) => f.stated.includes('origin') && f.stated.includes('destination'),
  },
  { intent: 'search_flights', weight: 1, because: 'speaks of flying', holds: (f) => f.flightTalk },
  {
    intent: 'search_flights',
    weight: 1,
    because: 'nothing is known yet',
    holds: (f) => !f.begun && f.stated.length > 0,
  },
  {
    intent: 'refine_search',
    weight: 5,
    because: 'changes a trip that could be searched',
    holds: (f) => f.stated.length > 0 && f.searchable,
  },
  {
    intent: 'refine_search',
    weight: 1,
    because: 'offers are on the table',
    holds: (f) => f.hasOffers && f.stated.length > 0,
  },
  {
    intent: 'refine_search',
    weight: 5,
    because: 'wants to see others',
    holds: (f) => f.acts.has('more') && (f.hasOffers || f.searchable),
  },
  {
    intent: 'refine_search',
    weight: 2,
    because: 'answers with a preference',
    holds: (f) => f.stated.length > 0 && f.begun && !route(f) && !f.flightRequest && f.asked.length === 0,
  },
  {
    intent: 'choose_offer',
    weight: 5,
    because: 'points at an offer',
    holds: (f) => f.hasOffers && points2(f) && !f.asks,
  },
  {
    intent: 'choose_offer',
    weight: 3,
    because: 'takes an offer',
    holds: (f) => points(f) && f.acts.has('choose') && !f.asks && !route(f),
  },
  {
    intent: 'choose_offer',
    weight: 3,
    because: 'likes what is shown',
    holds: (f) =>
      f.hasOffers && f.acts.has('accept') && !f.asked.includes('confirm') && f.stated.length === 0,
  },
  {
    intent: 'choose_offer',
    weight: 2,
    because: 'points without asking for more',
    holds: (f) => points2(f) && f.stated.length === 0 && !f.asks && f.words <= 6,
  },
  {
    intent: 'ask_about_offer',
    weight: 6,
    because: 'asks about an offer',
    holds: (f) => f.asks && f.topic !== null,
  },
  {
    intent: 'ask_about_offer',
    weight: 4,
    because: 'asks about offers on the table',
    holds: (f) => f.hasOffers && f.topic !== null && (f.asks || points(f)) && f.stated.length === 0,
  },
  {
    intent: 'ask_about_offer',
    weight: 6,
    because: 'compares offers',
    holds: (f) => (f.topic === 'compare' || f.topic === 'why') && (f.hasOffers || points2(f)),
  },
  {
    intent: 'ask_about_offer',
    weight: 3,
    because: 'asks something of the flight',
    holds: (f) => f.asks && !f.foreignTalk && f.begun,
  },
  {
    intent: 'ask_about_offer',
    weight: -6,
    because: 'wishes for something as well',
    holds: (f) => f.asks && f.stated.length > 0,
  },
  {
    intent: 'book',
    weight: 7,
    because: 'wants to buy',
    holds: (f) => f.acts.has('book') && !route(f) && !f.asks,
  },
  {
    intent: 'book',
    weight: -4,
    because: 'asks for flights to choose from',
    holds: (f) => f.flightRequest && f.stated.length > 0,
  },
  {
    intent: 'cancel_order',
    weight: 8,
    because: 'takes a booking back',
    holds: (f) => f.acts.has('cancel_order') && !route(f),
  },
  {
    intent: 'affirm',
    weight: 3,
    because: 'says yes',
    holds: (f) => f.acts.has('affirm') || (f.acts.has('accept') && !f.hasOffers),
  },
  {
    intent: 'affirm',
    weight: 2,
    because: 'was asked to confirm',
    holds: (f) => f.asked.includes('confirm') && (f.acts.has('affirm') || f.acts.has('accept')),
  },
  { intent: 'deny', weight: 3, because: 'says no', holds: (f) => f.acts.has('deny') },
  {
    intent: 'deny',
    weight: 2,
    because: 'was asked to confirm',
    holds: (f) => f.asked.includes('confirm') && f.acts.has('deny'),
  },
  { intent: 'deny', weight: 3, because: 'wants to stop', holds: (f) => f.acts.has('stop') },
  { intent: 'greet', weight: 3, because: 'greets', holds: (f) => f.acts.has('greet') },
  {
    intent: 'thank',
    weight: 3.5,
    because: 'thanks',
    holds: (f) => f.acts.has('thank') && !f.acts.has('deny'),
  },
  { intent: 'thank', weight: 1, because: 'thanks while declining', holds: (f) => f.acts.has('thank') },
  {
    intent: 'thank',
    weight: 3,
    because: 'takes leave',
    holds: (f) => f.acts.has('farewell') && f.words <= 12,
  },
  { intent: 'help', weight: 3.6, because: 'asks what can be done', holds: (f) => f.acts.has('help') },
  { intent: 'start_over', weight: 8, because: 'starts over', holds: (f) => f.acts.has('start_over') },
  {
    intent: 'out_of_scope',
    weight: 5.5,
    because: 'speaks of something else',
    holds: (f) => f.foreignTalk && !f.flightRequest && !(f.hasOffers && f.asks),
  },
  { intent: 'out_of_scope', weight: 2, because: 'says nothing we know', holds: () => true },
];

/** The intent of a message, with the reasons that decided it. */
export function chooseIntent(features: IntentFeatures): { intent: Intent; because: readonly string[] } {
  const scores = new Map<Intent, { score: number; because: string[] }>();
  for (const { intent, weight, because, holds } of rules) {
    if (!holds(features)) continue;
    const entry = scores.get(intent) ?? { score: 0, because: [] };
    entry.score += weight;
    entry.because.push(because);
    scores.set(intent, entry);
  }
  let best: Intent = 'out_of_scope';
  let top = scores.get(best) ?? { score: 0, because: [] };
  for (const [intent, entry] of scores) {
    if (entry.score > top.score) {
      best = intent;
      top = entry;
    }
  }
  return { intent: best, because: top.because };
}
