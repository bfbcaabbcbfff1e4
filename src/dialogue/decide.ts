import { covers, hintsOf, searchKeyOf, type Conversation } from '../domain/conversation.ts';
import type { OfferTopic, Understood } from '../domain/understood.ts';
import type { Move } from './move.ts';
import { findProblem } from './trip-problems.ts';

export interface DecideContext {
  /** The traveller's ISO date. */
  readonly today: string;
}

/** The next move after a message: small talk first, then questions about what lies on the table, then the trip. */
export function decide(conversation: Conversation, understood: Understood, { today }: DecideContext): Move {
  const { intent, changed, references, topic } = understood;
  const held = conversation.held !== null && conversation.shown.length > 0;
  if (isIdleTalk(intent) && stillAsking(conversation, today)) return { kind: 'search' };
  switch (intent) {
    case 'greet':
    case 'thank':
    case 'help':
    case 'out_of_scope':
      return changed.length > 0
        ? moveForTrip(conversation, understood, today)
        : { kind: 'talk', about: intent };
    case 'start_over':
      return { kind: 'talk', about: 'start_over' };
    case 'cancel_order':
      return { kind: 'talk', about: 'no_order' };
    case 'book':
      if (conversation.chosen !== null && references.every(({ by }) => by === 'focus'))
        return { kind: 'talk', about: 'booking_later' };
      return held ? choice(references[0]) : moveForTrip(conversation, understood, today);
    case 'choose_offer':
      return held ? choice(references[0]) : moveForTrip(conversation, understood, today);
    case 'ask_about_offer':
      if (held) return { kind: 'answer', topic: topic ?? topicBefore(conversation, references), references };
      return moveForTrip(conversation, understood, today);
    case 'affirm':
      if (changed.length > 0) return moveForTrip(conversation, understood, today);
      if (conversation.chosen !== null) return { kind: 'talk', about: 'booking_later' };
      return held ? { kind: 'talk', about: 'what_else' } : moveForTrip(conversation, understood, today);
    case 'deny':
      if (changed.length > 0) return moveForTrip(conversation, understood, today);
      return held || conversation.trip === null
        ? { kind: 'talk', about: 'what_else' }
        : moveForTrip(conversation, understood, today);
    case 'search_flights':
    case 'refine_search':
      return moveForTrip(conversation, understood, today);
  }
}

/** "And the third?" asks of another what was asked before. */
const topicBefore = ({ topic }: Conversation, references: Understood['references']): OfferTopic =>
  topic !== undefined && topic !== 'compare' && references.some(({ by }) => by !== 'focus')
    ? topic
    : 'details';

/** Whether a source had not answered when the last reply was sent: then any message is a reason to look what has come in. */
const stillAsking = ({ held, trip, currency }: Conversation, today: string): boolean =>
  held?.waiting === true &&
  trip !== null &&
  held.searchKey === searchKeyOf(trip, currency) &&
  findProblem(trip, today) === undefined;

const isIdleTalk = (intent: Understood['intent']): boolean =>
  intent === 'greet' ||
  intent === 'thank' ||
  intent === 'affirm' ||
  intent === 'deny' ||
  intent === 'out_of_scope';

const choice = (reference: Understood['references'][number] | undefined): Move => ({
  kind: 'choose',
  reference: reference ?? { by: 'focus' },
});

/** One question at a time: what cannot be, what is unclear, what is missing; then the search, unless the answer is already here. */
function moveForTrip(
  conversation: Conversation,
  { trip, ambiguous, unresolved, missing }: Understood,
  today: string,
): Move {
  const problem = findProblem(trip, today);
  if (problem) return { kind: 'problem', problem };
  const [unknown] = unresolved;
  if (unknown) return { kind: 'ask_again', unresolved: unknown };
  const [ambiguity] = ambiguous;
  if (ambiguity) return { kind: 'ask_which', ambiguity };
  const [slot] = missing;
  if (slot) return { kind: 'ask', slot };
  return needsNewSearch(conversation, trip) ? { kind: 'search' } : { kind: 'refine' };
}

/** Whether the offers on the table cannot answer the trip: another trip, wider wishes, or an airline of which they hold nothing. */
export function needsNewSearch({ held, currency }: Conversation, trip: Understood['trip']): boolean {
  if (!held?.complete || held.offers.length === 0) return true;
  if (held.searchKey !== searchKeyOf(trip, currency)) return true;
  const wanted = hintsOf(trip);
  if (!covers(held.hints, wanted)) return true;
  const { include } = trip.filters.airlines;
  const narrowed = include.length > 0 && held.hints.includeAirlines.length === 0;
  return (
    narrowed &&
    !held.offers.some(({ legs }) =>
      legs.some((leg) => leg.segments.some(({ carrier }) => include.includes(carrier))),
    )
  );
}
