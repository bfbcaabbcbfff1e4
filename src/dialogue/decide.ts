import { covers, haveExpired, hintsOf, searchKeyOf, type Conversation } from '../domain/conversation.ts';
import type { OfferTopic, Understood } from '../domain/understood.ts';
import type { Move } from './move.ts';
import { isPolicyTopic } from './say/say-policy.ts';
import { findProblem } from './trip-problems.ts';

export interface DecideContext {
  /** The traveller's ISO date. */
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
  /** Flights have come in since the last reply, from a source that had not answered. */
  readonly news: boolean;
}

/** The next move after a message: small talk first, then questions about what lies on the table, then the trip. */
export function decide(conversation: Conversation, understood: Understood, context: DecideContext): Move {
  const { intent, changed, references, topic } = understood;
  const held = conversation.held !== null && conversation.shown.length > 0;
  if (isIdleTalk(intent) && changed.length === 0 && isWhole(conversation, context)) {
    if (context.news) return { kind: 'refine' };
    // “Ask again” in whatever words.
    if (intent === 'out_of_scope' && !understood.remark && isStillAsked(conversation))
      return { kind: 'search' };
  }
  if (understood.unchooses && conversation.chosen !== null && changed.length === 0)
    return { kind: 'talk', about: 'unchosen' };
  if (understood.remark && changed.length === 0 && (held || understood.remark !== 'musing')) {
    const { remark } = understood;
    const thanked = intent === 'thank' && remark !== 'postpones' && remark !== 'farewell';
    if (!thanked && conversation.asked.length === 0) return { kind: 'talk', about: remark };
  }
  if (understood.discards && held && changed.length === 0) return { kind: 'talk', about: 'stays_listed' };
  if (understood.redates && held && changed.length === 0) return { kind: 'ask', slot: 'departure_date' };
  if (understood.anyDay && understood.missing[0] === 'departure_date' && understood.unresolved.length === 0)
    return { kind: 'ask', slot: 'departure_date', roughly: true };
  switch (intent) {
    case 'greet':
    case 'thank':
    case 'help':
    case 'out_of_scope':
      return changed.length > 0
        ? moveForTrip(conversation, understood, context)
        : { kind: 'talk', about: understood.unclear ? 'unclear' : intent };
    case 'start_over':
      return understood.stated.length > 0
        ? moveForTrip(conversation, understood, context)
        : { kind: 'talk', about: 'start_over' };
    case 'cancel_order':
      return { kind: 'talk', about: 'no_order' };
    case 'book':
      if (conversation.chosen !== null && references.every(({ by }) => by === 'focus'))
        return { kind: 'talk', about: 'booking_later' };
      return held ? choice(references[0]) : moveForTrip(conversation, understood, context);
    case 'choose_offer':
      if (held && asksForDays(conversation, references[0]))
        return { kind: 'answer', topic: 'days', references };
      return held ? choice(references[0]) : moveForTrip(conversation, understood, context);
    case 'ask_about_offer':
      if (conversation.chosen === null && references[0]?.by === 'chosen')
        return { kind: 'talk', about: 'nothing_chosen' };
      if (held || isPolicyTopic(topic)) return answerOrCheck(conversation, understood);
      return moveForTrip(conversation, understood, context);
    case 'affirm':
      if (changed.length > 0) return moveForTrip(conversation, understood, context);
      if (conversation.chosen !== null) return { kind: 'talk', about: 'booking_later' };
      return held ? { kind: 'talk', about: 'what_else' } : moveForTrip(conversation, understood, context);
    case 'deny':
      if (changed.length > 0) return moveForTrip(conversation, understood, context);
      return held || conversation.trip === null
        ? { kind: 'talk', about: 'what_else' }
        : moveForTrip(conversation, understood, context);
    case 'search_flights':
    case 'refine_search':
      return moveForTrip(conversation, understood, context);
  }
}

/** What is known is answered from the table; whether an offer still holds, only its source knows. */
function answerOrCheck(conversation: Conversation, { topic, topics, references }: Understood): Move {
  const asked = topic ?? topicBefore(conversation, references);
  const all = topics ?? [asked];
  if (all.includes('availability')) {
    const [reference] = references.filter(pointsAtOne);
    return {
      kind: 'check',
      reference: reference ?? { by: 'focus' },
      also: all.filter((other) => other !== 'availability'),
      ofSeveral: references.length > 1 || references.some(({ by }) => by === 'all'),
    };
  }
  return { kind: 'answer', topic: asked, ...(topics && { topics }), references };
}

const pointsAtOne = ({ by }: Understood['references'][number]): boolean => by !== 'all' && by !== 'way_back';

/** "And the third?" asks of another what was asked before. */
const topicBefore = ({ topic }: Conversation, references: Understood['references']): OfferTopic =>
  topic !== undefined &&
  topic !== 'compare' &&
  references.some(({ by }) => by !== 'focus' && by !== 'all' && by !== 'chosen')
    ? topic
    : 'details';

const isStillAsked = ({ held }: Conversation): boolean => (held?.waitingFor ?? []).length > 0;

/** "The cheaper of the two", where no two offers were talked about and the trip leaves two days open. */
const asksForDays = (
  { trip, discussed = [] }: Conversation,
  reference: Understood['references'][number] | undefined,
): boolean =>
  reference?.by === 'superlative' &&
  reference.superlative === 'cheapest' &&
  reference.among === 'discussed' &&
  discussed.length < 2 &&
  (trip?.legs.some(({ departure }) => departure && departure.earliest !== departure.latest) ?? false);

/** Whether the offers on the table are those of the trip, and it can still be flown. */
const isWhole = ({ held, trip, currency }: Conversation, { today }: DecideContext): boolean =>
  held !== null &&
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
  understood: Understood,
  { today, now }: DecideContext,
): Move {
  const { trip, ambiguous, unresolved, missing } = understood;
  const problem = findProblem(trip, today);
  if (problem) return { kind: 'problem', problem };
  const [unknown] = unresolved;
  if (unknown) return { kind: 'ask_again', unresolved: unknown };
  const [ambiguity] = ambiguous;
  if (ambiguity) return { kind: 'ask_which', ambiguity };
  const [slot] = missing;
  if (slot) return { kind: 'ask', slot };
  const again = conversation.held?.complete === false && asksAgain(understood);
  return again || needsNewSearch(conversation, trip, now) ? { kind: 'search' } : { kind: 'refine' };
}

/** A wish for flights that changes nothing and says nothing of how to filter or sort them: “search again”, or the whole trip once more. */
const asksAgain = ({ intent, changed, stated }: Understood): boolean =>
  changed.length === 0 &&
  (intent === 'search_flights' || (intent === 'refine_search' && stated.length === 0));

/**
 * Whether the offers on the table cannot answer the trip: another trip, wider wishes, an airline of which they hold nothing, or prices that
 * need not hold any more. That a source is missing is no reason: it is asked again when the traveller wants that.
 */
export function needsNewSearch(
  { held, currency }: Conversation,
  trip: Understood['trip'],
  now: string,
): boolean {
  if (!held || held.offers.length === 0 || haveExpired(held, now)) return true;
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
