import type { ChatAnswer } from '../../../src/contract/chat.ts';
import type { SearchEvent, TurnEvent } from '../../../src/contract/events.ts';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { CardsAnswer, SessionAnswer } from '../../../src/contract/session.ts';
import type { SearchAnswer } from '../../../src/contract/search.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import {
  bringsList,
  emptyConversation,
  routeOf,
  withLine,
  type Asked,
  type Conversation,
  type KeptView,
  type Trouble,
} from './conversation.ts';

export type ConversationAction =
  | { readonly type: 'asked'; readonly asked: Asked }
  /** A message that waits for the answer before it. */
  | { readonly type: 'queued'; readonly asked: Asked }
  /** The same message once more, which stands in the conversation already. */
  | { readonly type: 'asked-again' }
  /** A trip is searched without words: from a link, or again after a reload. */
  | { readonly type: 'looked-up'; readonly trip: Trip }
  | { readonly type: 'told'; readonly event: TurnEvent | SearchEvent }
  /** All cards of the list, after an answer that carried the first of them. */
  | { readonly type: 'completed'; readonly all: CardsAnswer }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'resuming'; readonly sessionId: string | null; readonly queued: readonly Asked[] }
  /** `view`: what the browser kept of the page; null where the session has gone on since. `awaiting`: cards are still to come. */
  | {
      readonly type: 'resumed';
      readonly session: SessionAnswer;
      readonly view: KeptView | null;
      readonly awaiting: boolean;
    }
  /** The session turns out to have gone on: as it is there, with the message that is asked now behind it. */
  | { readonly type: 'caught-up'; readonly session: SessionAnswer; readonly asked: Asked | null }
  /** The session holds another list than the page. */
  | { readonly type: 'outdated' }
  | { readonly type: 'noted'; readonly text: string }
  /** The server forgot the session; what is on the page stays. */
  | { readonly type: 'ended' }
  /** What was to go on is not there any more, or a link holds no trip. */
  | { readonly type: 'begun-anew'; readonly why: NonNullable<Conversation['begunAnew']> }
  | { readonly type: 'cleared' };

export function reduceConversation(state: Conversation, action: ConversationAction): Conversation {
  switch (action.type) {
    case 'asked':
      return asking(
        withLine(
          { ...state, queued: state.queued.filter((one) => one !== action.asked) },
          'traveller',
          action.asked.text,
        ),
      );
    case 'queued':
      return { ...state, queued: [...state.queued, action.asked] };
    case 'asked-again':
      return asking(state);
    case 'looked-up':
      return {
        ...state,
        phase: 'searching',
        trip: action.trip,
        heard: null,
        trouble: null,
        stopped: false,
        begunAnew: null,
      };
    case 'told':
      return told(state, action.event);
    case 'completed':
      return {
        ...settled(state),
        cards: action.all.flight_cards,
        results: action.all.results,
        cardsArePartial: false,
        cardsAreOutdated: false,
        listedTrip: state.trip,
      };
    case 'stopped':
      return { ...unsent(cutOff(state)), stopped: true };
    case 'failed':
      return failed(state, action.trouble);
    case 'resuming':
      return {
        ...emptyConversation,
        phase: 'resuming',
        sessionId: action.sessionId,
        queued: action.queued,
      };
    case 'resumed': {
      const { said: _said, listed: _listed, ...view } = action.view ?? { said: '', listed: false };
      const resumed = { ...ofSession(state, action.session), ...view };
      return { ...resumed, phase: action.awaiting ? 'resuming' : 'idle' };
    }
    case 'caught-up': {
      const { session, asked } = action;
      const caughtUp = { ...ofSession(state, session), phase: 'reading', cardsAreOutdated: true } as const;
      return asked ? withLine(caughtUp, 'traveller', asked.text) : caughtUp;
    }
    case 'outdated':
      return { ...state, cardsAreOutdated: true };
    case 'noted':
      return withLine(state, 'note', action.text);
    case 'ended':
      return { ...state, sessionId: null, phase: 'idle' };
    case 'begun-anew':
      return { ...emptyConversation, queued: state.queued, begunAnew: action.why };
    case 'cleared':
      return emptyConversation;
  }
}

/** A conversation as its session has it. */
const ofSession = (
  { queued }: Conversation,
  { session_id: id, transcript, earlier_lines: earlierLines, trip }: SessionAnswer,
): Conversation =>
  transcript.reduce<Conversation>((conversation, { role, text }) => withLine(conversation, role, text), {
    ...emptyConversation,
    queued,
    sessionId: id,
    earlierLines,
    trip,
  });

const asking = (state: Conversation): Conversation => ({
  ...state,
  phase: 'reading',
  actions: [],
  sources: [],
  heard: null,
  trouble: null,
  stopped: false,
  begunAnew: null,
});

const settled = (state: Conversation): Conversation => ({
  ...state,
  phase: 'idle',
  cardsAreOld: false,
  sources: state.sources.filter(({ report }) => report !== null),
});

/** A turn without its end. Where none of its flights came, those that stand here have their own trip above them again. */
const cutOff = (state: Conversation): Conversation => ({
  ...settled(state),
  trip: state.cards.length > 0 ? state.listedTrip : state.trip,
});

/** What waited for a turn that will not be made has not been sent. */
const unsent = (state: Conversation): Conversation =>
  state.queued.reduce<Conversation>(
    (conversation, { text }) => withLine(conversation, 'traveller', text, true),
    {
      ...state,
      queued: [],
    },
  );

function failed(state: Conversation, trouble: Trouble): Conversation {
  const after = { ...cutOff(state), trouble };
  return trouble.again ? after : unsent(after);
}

function told(state: Conversation, { event, data }: TurnEvent | SearchEvent): Conversation {
  switch (event) {
    case 'turn-start':
      return { ...state, sessionId: data.session_id };
    case 'understanding-ready':
      return { ...state, trip: data.trip };
    case 'search-start':
      return {
        ...state,
        phase: 'searching',
        sources: data.providers.map((provider) => ({ provider, report: null })),
        search: null,
        results: null,
        cardsAreOld: state.cards.length > 0,
        pointedAt: [],
      };
    case 'provider-answered':
      return {
        ...state,
        sources: state.sources.map((source) =>
          source.provider === data.provider ? { ...source, report: data } : source,
        ),
      };
    case 'offers-ranked':
      return {
        ...state,
        cards: data.flight_cards,
        cardsAreOld: false,
        cardsArePartial: true,
        cardsAreOutdated: false,
        pointedAt: [],
        listedTrip: state.trip,
      };
    // The reply comes whole with the end of the turn; until then the words grow in one line.
    case 'text-delta':
      return grown(state, data.text);
    case 'turn-end':
      return 'session_id' in data ? answered(state, data) : found(state, data);
    case 'turn-error':
      return failed(state, {
        kind: data.retryable ? 'busy' : 'refused',
        detail: data.retryable ? null : data.detail,
        retryAfterSeconds: null,
        again: data.retryable,
      });
  }
}

function grown(state: Conversation, text: string): Conversation {
  const last = state.lines.at(-1);
  if (last?.from !== 'agent') return withLine(state, 'agent', text);
  return { ...state, lines: [...state.lines.slice(0, -1), { ...last, text: last.text + text }] };
}

function answered(state: Conversation, answer: ChatAnswer): Conversation {
  const list = bringsList(answer);
  // A question about another route leaves nothing of the route before it.
  const gone = !list && routeOf(answer.state_summary) !== routeOf(state.listedTrip);
  // Another tab or a turn that was cut off here has changed the list that this answer is about.
  const outdated = !list && answer.results !== null && !isSame(answer.state_summary, state.listedTrip);
  const said = {
    ...state,
    lines: state.lines.filter((line, at) => at < state.lines.length - 1 || line.from !== 'agent'),
  };
  return {
    ...settled(withLine(said, 'agent', answer.reply)),
    sessionId: answer.session_id,
    trip: answer.state_summary,
    actions: answer.actions,
    cards: list ? answer.flight_cards : gone ? [] : renewed(state.cards, answer.flight_cards),
    cardsArePartial: false,
    cardsAreOutdated: outdated,
    pointedAt: list ? [] : answer.flight_cards.map((card) => card.offer_id),
    search: answer.search ?? (list || gone ? null : state.search),
    results: answer.results ?? (list || gone ? null : state.results),
    listedTrip: list ? answer.state_summary : gone ? null : state.listedTrip,
    notices: answer.notices,
    listsSeen: state.listsSeen + (list ? 1 : 0),
    heard: list ? 'list' : 'reply',
  };
}

/** The list with what an answer knows of some of its flights: their source may just have been asked again. */
function renewed(cards: readonly FlightCard[], fresh: readonly FlightCard[]): readonly FlightCard[] {
  const byId = new Map(fresh.map((card) => [card.offer_id, card]));
  return cards.map((card) => byId.get(card.offer_id) ?? card);
}

const isSame = (one: Trip | null, other: Trip | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const found = (state: Conversation, answer: SearchAnswer): Conversation => ({
  ...settled(state),
  cards: answer.flight_cards,
  cardsArePartial: false,
  cardsAreOutdated: false,
  search: answer.search,
  results: answer.results,
  listsSeen: state.listsSeen + 1,
  heard: 'search',
  listedTrip: state.trip,
});
