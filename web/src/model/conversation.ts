import type { ChatAnswer, Notice } from '../../../src/contract/chat.ts';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { ProviderReport, Results, SearchSummary } from '../../../src/contract/search.ts';
import type { Trip } from '../../../src/contract/trip.ts';

export interface Line {
  readonly id: number;
  /** `note`: said by the page itself, such as that a conversation had ended. */
  readonly from: 'traveller' | 'agent' | 'note';
  readonly text: string;
}

export interface Source {
  readonly provider: string;
  /** Null while it is asked. */
  readonly report: ProviderReport | null;
}

/** What keeps a turn from its answer. */
export interface Trouble {
  /** `limited`: this client asks too often; `locked`: the server wants a key first. */
  readonly kind: 'offline' | 'dropped' | 'busy' | 'limited' | 'refused' | 'locked';
  /** The server's words for a person; null where only the page can say it. */
  readonly detail: string | null;
  readonly retryAfterSeconds: number | null;
  /** Whether a new try may end otherwise. */
  readonly again: boolean;
}

export interface Conversation {
  readonly sessionId: string | null;
  readonly lines: readonly Line[];
  /** `reading` until the trip is understood, `searching` while sources are asked. */
  readonly phase: 'idle' | 'resuming' | 'reading' | 'searching';
  readonly trip: Trip | null;
  readonly actions: readonly string[];
  readonly sources: readonly Source[];
  readonly cards: readonly FlightCard[];
  /** The cards belong to the search before the one that runs. */
  readonly cardsAreOld: boolean;
  /** Cards that the last answer talks about, among those held. */
  readonly pointedAt: readonly string[];
  readonly search: SearchSummary | null;
  readonly results: Results | null;
  readonly notices: readonly Notice[];
  readonly trouble: Trouble | null;
  readonly stopped: boolean;
  /** Counts finished turns that brought a new list, for whoever tells a screen reader. */
  readonly listsSeen: number;
  /** The route that cards and search belong to. */
  readonly listedRoute: string;
  /** A conversation that the browser knew of is not there any more. */
  readonly forgotten: boolean;
}

export const emptyConversation: Conversation = {
  sessionId: null,
  lines: [],
  phase: 'idle',
  trip: null,
  actions: [],
  sources: [],
  cards: [],
  cardsAreOld: false,
  pointedAt: [],
  search: null,
  results: null,
  notices: [],
  trouble: null,
  stopped: false,
  listsSeen: 0,
  listedRoute: '',
  forgotten: false,
};

/** Where a trip leads: filters and comparisons belong to it, and another one starts without them. */
export const routeOf = (trip: Trip | null): string =>
  trip?.legs.map((leg) => `${leg.origin?.code ?? ''}-${leg.destination?.code ?? ''}`).join() ?? '';

/** The conversation with one line more. */
export function withLine(conversation: Conversation, from: Line['from'], text: string): Conversation {
  return {
    ...conversation,
    lines: [...conversation.lines, { id: conversation.lines.length, from, text }],
  };
}

/** Whether the cards of an answer are the list, and not a few of it that the reply talks about. */
export function bringsList(answer: ChatAnswer): boolean {
  if (answer.search) return true;
  if (!answer.results) return answer.state_summary === null;
  return answer.results.cards === 0 || answer.results.listed > 0;
}

/** Whether the server holds cards of this list that the page does not have yet. */
export const lacksCards = ({ results, cards }: Conversation): boolean =>
  results !== null && results.listed > 0 && results.cards > cards.length;
