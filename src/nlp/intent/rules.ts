import type { Intent } from '../../domain/understood.ts';
import {
  isForeign,
  isTravelling,
  pointsOut,
  states,
  statesRoute,
  takesOffer,
  type IntentFeatures,
} from './features.ts';

/** One reason for an intent, or against it. */
export interface IntentRule {
  readonly intent: Intent;
  readonly weight: number;
  readonly reason: string;
  readonly holds: (features: IntentFeatures) => boolean;
}

const rule = (intent: Intent, weight: number, reason: string, holds: IntentRule['holds']): IntentRule => ({
  intent,
  weight,
  reason,
  holds,
});
const statesOrigin = states('origin');
const statesDestination = states('destination');
/** Wants to know something rather than to have it. */
const wonders = ({ asks, topic }: IntentFeatures): boolean =>
  asks || topic === 'compare' || topic === 'why' || topic === 'details';

/** A question that takes nothing: "the second cheapest?", but not "can I take the second?". */
const onlyAsks = ({ isQuestion, acts }: IntentFeatures): boolean =>
  isQuestion && !acts.has('choose') && !acts.has('accept') && !acts.has('book');

/** Weights were set by the corpora beside and keep their distance: one reason more outweighs a weaker intent, not a stronger one. */
export const intentRules: readonly IntentRule[] = [
  rule(
    'search_flights',
    4,
    'states a part of a trip',
    (f) => f.stated.length > 0 && !f.searchable && isTravelling(f),
  ),
  rule('search_flights', 1, 'names something that may be part of a trip', (f) => f.stated.length > 0),
  rule(
    'search_flights',
    3,
    'answers which place, or names an unknown one',
    (f) => f.answered && isTravelling(f),
  ),
  rule(
    'search_flights',
    3,
    'asks for flights',
    (f) => f.flightRequest && !(f.acts.has('deny') && f.stated.length === 0 && f.words <= 8),
  ),
  rule('search_flights', 2, 'names both ends', (f) => statesOrigin(f) && statesDestination(f)),
  rule(
    'search_flights',
    2.5,
    'speaks of flying',
    (f) => f.flightTalk && !(f.acts.has('deny') && f.stated.length === 0 && f.words <= 8),
  ),
  rule('search_flights', 1.5, 'speaks of going somewhere', (f) => f.journeyRequest),
  rule(
    'refine_search',
    7,
    'changes a trip that could be searched',
    (f) => f.stated.length > 0 && f.searchable,
  ),
  rule('refine_search', 8, 'asks for prices in a currency', (f) => f.currency !== null && f.searchable),
  rule('search_flights', 4, 'asks for prices in a currency', (f) => f.currency !== null && !f.searchable),
  rule(
    'refine_search',
    5,
    'wishes for what cannot be searched',
    (f) => f.unsearchable && f.searchable && !f.asks && f.topic !== 'compare',
  ),
  rule('refine_search', 1, 'offers are on the table', (f) => f.hasOffers && f.stated.length > 0),
  rule(
    'refine_search',
    6,
    'wants to see others',
    (f) => f.acts.has('more') && !f.asks && (f.hasOffers || f.searchable),
  ),
  rule(
    'refine_search',
    6,
    'dislikes an offer',
    (f) => f.hasOffers && f.references.length > 0 && f.acts.has('dislike') && !f.asks,
  ),
  rule('refine_search', 1, 'may be about others', (f) => f.acts.has('more') && (f.hasOffers || f.searchable)),
  rule(
    'refine_search',
    -6,
    'names a whole new trip',
    (f) => f.searchable && statesOrigin(f) && statesDestination(f) && states('departure_date')(f),
  ),
  rule(
    'choose_offer',
    6,
    'points at an offer on the table',
    (f) => f.hasOffers && pointsOut(f) && takesOffer(f) && !wonders(f) && !f.acts.has('more'),
  ),
  rule(
    'choose_offer',
    3,
    'takes an offer',
    (f) => f.references.length > 0 && f.acts.has('choose') && takesOffer(f) && !wonders(f) && !statesRoute(f),
  ),
  rule(
    'choose_offer',
    4,
    'likes what is shown',
    (f) =>
      f.hasOffers &&
      f.acts.has('accept') &&
      !f.acts.has('deny') &&
      !f.asked.includes('confirm') &&
      f.stated.length === 0,
  ),
  rule(
    'choose_offer',
    4,
    'points without asking for more',
    (f) => pointsOut(f) && takesOffer(f) && f.stated.length === 0 && !wonders(f) && f.words <= 6 && f.begun,
  ),
  rule(
    'choose_offer',
    4,
    'points at what was last shown',
    (f) =>
      f.hasOffers &&
      f.references.length > 0 &&
      (takesOffer(f) || !pointsOut(f)) &&
      f.stated.length === 0 &&
      !wonders(f) &&
      f.words <= 6,
  ),
  rule('choose_offer', -25, 'wants to think first', (f) => f.acts.has('postpone') || f.acts.has('hedge')),
  rule('choose_offer', -25, 'dislikes it', (f) => f.acts.has('dislike')),
  rule('choose_offer', -25, 'wants it off the list', (f) => f.acts.has('discard')),
  rule(
    'refine_search',
    9,
    'wants an offer off the list',
    (f) =>
      f.hasOffers &&
      f.acts.has('discard') &&
      !f.asks &&
      (f.references.length > 0 || (f.words <= 5 && f.stated.length === 0)),
  ),
  rule(
    'refine_search',
    9,
    'wants to see the list again',
    (f) => f.acts.has('relist') && f.hasOffers && f.searchable && !f.asks && f.stated.length === 0,
  ),
  rule(
    'refine_search',
    6,
    'wants other days',
    (f) => f.searchable && f.acts.has('redate') && f.stated.length === 0 && !f.asks,
  ),
  rule(
    'ask_about_offer',
    7,
    'points at an offer without taking it',
    (f) =>
      f.hasOffers &&
      pointsOut(f) &&
      !takesOffer(f) &&
      !f.acts.has('discard') &&
      !f.acts.has('dislike') &&
      !f.acts.has('more') &&
      f.stated.length === 0,
  ),
  rule('choose_offer', -25, 'only asks', onlyAsks),
  rule(
    'ask_about_offer',
    6,
    'asks of an offer',
    (f) => onlyAsks(f) && f.hasOffers && f.references.length > 0,
  ),
  rule(
    'ask_about_offer',
    6,
    'asks about an offer',
    (f) => f.asks && f.topic !== null && (f.begun || f.hasOffers || f.flightTalk),
  ),
  rule(
    'ask_about_offer',
    7,
    'asks about offers on the table',
    (f) =>
      f.hasOffers &&
      f.topic !== null &&
      (f.asks || (f.references.length > 0 && !f.acts.has('dislike'))) &&
      f.stated.length === 0,
  ),
  rule(
    'ask_about_offer',
    9,
    'compares offers or asks why',
    (f) => (f.topic === 'compare' || f.topic === 'why') && (f.hasOffers || pointsOut(f)),
  ),
  rule('ask_about_offer', 3, 'asks something of the flight', (f) => f.asks && f.begun),
  rule('ask_about_offer', -6, 'wishes for something as well', (f) => f.asks && f.stated.length > 0),
  rule(
    'book',
    18,
    'wants to buy',
    (f) => f.acts.has('book') && !statesRoute(f) && !f.asks && !(f.flightRequest && f.stated.length > 0),
  ),
  rule('cancel_order', 9, 'takes a booking back', (f) => f.acts.has('cancel_order') && !statesRoute(f)),
  rule(
    'affirm',
    3,
    'says yes',
    (f) => f.acts.has('affirm') && !(f.acts.has('deny') && !f.acts.has('accept')),
  ),
  rule('affirm', 2.5, 'agrees', (f) => f.acts.has('accept') && !f.hasOffers),
  rule(
    'affirm',
    3,
    'was asked to confirm',
    (f) => f.asked.includes('confirm') && (f.acts.has('affirm') || f.acts.has('accept')),
  ),
  rule('deny', 3.2, 'says no', (f) => f.acts.has('deny')),
  rule('deny', 12, 'wants to think first', (f) => f.acts.has('postpone') && f.stated.length === 0 && !f.asks),
  rule('deny', 3, 'was asked to confirm', (f) => f.asked.includes('confirm') && f.acts.has('deny')),
  rule('deny', 5, 'wants to stop', (f) => f.acts.has('stop') && f.stated.length === 0),
  rule('greet', 3, 'greets', (f) => f.acts.has('greet')),
  rule('thank', 3.6, 'thanks', (f) => f.acts.has('thank')),
  rule('thank', -1, 'thanks while declining', (f) => f.acts.has('thank') && f.acts.has('deny')),
  rule('thank', 3.3, 'takes leave', (f) => f.acts.has('farewell') && f.words <= 14),
  rule(
    'help',
    4,
    'asks what can be done',
    (f) => f.acts.has('help') && !f.acts.has('thank') && !(f.hasOffers && f.topic !== null),
  ),
  rule('help', 2, 'asks what can be done', (f) => f.acts.has('help')),
  rule('start_over', 9, 'starts over', (f) => f.acts.has('start_over')),
  rule('out_of_scope', 9, 'speaks of something else', isForeign),
  rule('out_of_scope', 2.4, 'says nothing we know', () => true),
];
