import type { ChatAnswer } from '../../../src/contract/chat.ts';
import type { SearchEvent, TurnEvent } from '../../../src/contract/events.ts';
import type { CardsAnswer, SessionAnswer } from '../../../src/contract/session.ts';
import type { SearchAnswer } from '../../../src/contract/search.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import {
  bringsList,
  emptyConversation,
  routeOf,
  withLine,
  type Conversation,
  type Trouble,
} from './conversation.ts';

export type ConversationAction =
  | { readonly type: 'asked'; readonly message: string }
  /** The same message once more, which stands in the conversation already. */
  | { readonly type: 'asked-again' }
  /** A trip is searched without words: from a link, or again after a reload. */
  | { readonly type: 'looked-up'; readonly trip: Trip }
  | { readonly type: 'told'; readonly event: TurnEvent | SearchEvent }
  /** All cards of the list, after an answer that carried the first of them. */
  | { readonly type: 'completed'; readonly all: CardsAnswer }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'resuming' }
  | { readonly type: 'resumed'; readonly session: SessionAnswer }
  | { readonly type: 'noted'; readonly text: string }
  /** The server forgot the session; what is on the page stays. */
  | { readonly type: 'ended' }
  /** What was to go on is not there any more. */
  | { readonly type: 'forgotten' }
  | { readonly type: 'cleared' };

export function reduceConversation(state: Conversation, action: ConversationAction): Conversation {
  switch (action.type) {
    case 'asked':
      return asking(withLine(state, 'traveller', action.message));
    case 'asked-again':
      return asking(state);
    case 'looked-up':
      return { ...state, phase: 'searching', trip: action.trip, trouble: null, stopped: false };
    case 'told':
      return told(state, action.event);
    case 'completed':
      return {
        ...settled(state),
        cards: action.all.flight_cards,
        results: action.all.results,
        listedRoute: routeOf(state.trip),
      };
    case 'stopped':
      return { ...settled(state), stopped: true };
    case 'failed':
      return { ...settled(state), trouble: action.trouble };
    case 'resuming':
      return { ...state, phase: 'resuming' };
    case 'resumed':
      return action.session.transcript.reduce<Conversation>(
        (conversation, { role, text }) => withLine(conversation, role, text),
        { ...emptyConversation, sessionId: action.session.session_id, trip: action.session.trip },
      );
    case 'noted':
      return withLine(state, 'note', action.text);
    case 'ended':
      return { ...state, sessionId: null, phase: 'idle' };
    case 'forgotten':
      return { ...emptyConversation, forgotten: true };
    case 'cleared':
      return emptyConversation;
  }
}

const asking = (state: Conversation): Conversation => ({
  ...state,
  phase: 'reading',
  actions: [],
  sources: [],
  trouble: null,
  stopped: false,
});

const settled = (state: Conversation): Conversation => ({
  ...state,
  phase: 'idle',
  cardsAreOld: false,
  sources: state.sources.filter(({ report }) => report !== null),
});

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
        pointedAt: [],
        listedRoute: routeOf(state.trip),
      };
    // The reply comes whole with the end of the turn; until then the words grow in one line.
    case 'text-delta':
      return grown(state, data.text);
    case 'turn-end':
      return 'session_id' in data ? answered(state, data) : found(state, data);
    case 'turn-error':
      return {
        ...settled(state),
        trouble: {
          kind: data.retryable ? 'busy' : 'refused',
          detail: data.retryable ? null : data.detail,
          retryAfterSeconds: null,
          again: data.retryable,
        },
      };
  }
}

function grown(state: Conversation, text: string): Conversation {
  const last = state.lines.at(-1);
  if (last?.from !== 'agent') return withLine(state, 'agent', text);
  return { ...state, lines: [...state.lines.slice(0, -1), { ...last, text: last.text + text }] };
}

function answered(state: Conversation, answer: ChatAnswer): Conversation {
  const list = bringsList(answer);
  const route = routeOf(answer.state_summary);
  // A question about another route leaves nothing of the route before it.
  const gone = !list && route !== state.listedRoute;
  const said = {
    ...state,
    lines: state.lines.filter((line, at) => at < state.lines.length - 1 || line.from !== 'agent'),
  };
  return {
    ...settled(withLine(said, 'agent', answer.reply)),
    sessionId: answer.session_id,
    trip: answer.state_summary,
    actions: answer.actions,
    cards: list ? answer.flight_cards : gone ? [] : state.cards,
    pointedAt: list ? [] : answer.flight_cards.map((card) => card.offer_id),
    search: answer.search ?? (list || gone ? null : state.search),
    results: answer.results ?? (list || gone ? null : state.results),
    listedRoute: list ? route : state.listedRoute,
    notices: answer.notices,
    listsSeen: state.listsSeen + (list ? 1 : 0),
  };
}

const found = (state: Conversation, answer: SearchAnswer): Conversation => ({
  ...settled(state),
  cards: answer.flight_cards,
  search: answer.search,
  results: answer.results,
  listsSeen: state.listsSeen + 1,
  listedRoute: routeOf(state.trip),
});
