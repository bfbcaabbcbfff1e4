import type { ChatAnswer, Notice } from '../../../src/contract/chat.ts';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { ProviderReport, Results, SearchSummary } from '../../../src/contract/search.ts';
import type { Trip } from '../../../src/contract/trip.ts';

export interface Line {
  readonly id: number;
  /** `note`: said by the page itself, such as that a conversation had ended. */
  readonly from: 'traveller' | 'agent' | 'note';
  readonly text: string;
  /** A message that never left: what it waited for was stopped or refused. */
  readonly unsent?: true;
}

/** A message, and the offer that it chooses where it is a click on one. */
export interface Asked {
  readonly text: string;
  readonly offerId: string | null;
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
  /** How many came before them that the server does not keep any more. */
  readonly earlierLines: number;
  /** Messages that wait for the answer before them. */
  readonly queued: readonly Asked[];
  /** `reading` until the trip is understood, `searching` while sources are asked. */
  readonly phase: 'idle' | 'resuming' | 'reading' | 'searching';
  readonly trip: Trip | null;
  readonly actions: readonly string[];
  readonly sources: readonly Source[];
  readonly cards: readonly FlightCard[];
  /** The cards belong to the search before the one that runs. */
  readonly cardsAreOld: boolean;
  /** They came before their turn ended, and the session may not hold them. */
  readonly cardsArePartial: boolean;
  /** The session holds another list than the page. */
  readonly cardsAreOutdated: boolean;
  /** Cards that the last answer talks about, among those held. */
  readonly pointedAt: readonly string[];
  readonly search: SearchSummary | null;
  readonly results: Results | null;
  readonly notices: readonly Notice[];
  readonly trouble: Trouble | null;
  readonly stopped: boolean;
  /** Counts finished turns that brought a new list, for whoever tells a screen reader. */
  readonly listsSeen: number;
  /** What the last turn of this page brought, or `search` for one without words, for whoever tells a screen reader; null until one ends. */
  readonly heard: 'list' | 'reply' | 'search' | null;
  /** The trip that cards and search belong to. */
  readonly listedTrip: Trip | null;
  /** Why the page begins anew: the conversation that the browser knew of is gone, or a link holds no trip. */
  readonly begunAnew: 'forgotten' | 'unreadable' | null;
}

export const emptyConversation: Conversation = {
  sessionId: null,
  lines: [],
  earlierLines: 0,
  queued: [],
  phase: 'idle',
  trip: null,
  actions: [],
  sources: [],
  cards: [],
  cardsAreOld: false,
  cardsArePartial: false,
  cardsAreOutdated: false,
  pointedAt: [],
  search: null,
  results: null,
  notices: [],
  trouble: null,
  stopped: false,
  listsSeen: 0,
  heard: null,
  listedTrip: null,
  begunAnew: null,
};

/** Where a trip leads: filters and comparisons belong to it, and another one starts without them. */
export const routeOf = (trip: Trip | null): string =>
  trip?.legs.map((leg) => `${leg.origin?.code ?? ''}-${leg.destination?.code ?? ''}`).join() ?? '';

/** The conversation with one line more. */
export function withLine(
  conversation: Conversation,
  from: Line['from'],
  text: string,
  unsent = false,
): Conversation {
  const line: Line = { id: conversation.lines.length, from, text, ...(unsent && { unsent }) };
  return { ...conversation, lines: [...conversation.lines, line] };
}

/** Whether the cards of an answer are the list, and not a few of it that the reply talks about. */
export function bringsList(answer: ChatAnswer): boolean {
  if (answer.search) return true;
  if (!answer.results) return answer.state_summary === null;
  return answer.results.cards === 0 || answer.results.listed > 0;
}

/** Whether the server holds cards that the page does not have yet. */
export const lacksCards = ({ results, cards, cardsAreOutdated }: Conversation): boolean =>
  cardsAreOutdated || (results !== null && results.listed > 0 && results.cards > cards.length);

/** What a browser keeps of the page beside the session, so that a reload shows the same. */
export interface KeptView extends Pick<
  Conversation,
  'actions' | 'pointedAt' | 'search' | 'results' | 'stopped'
> {
  /** The line that was the last: where the session has gone on since, the rest is old. */
  readonly said: string;
  /** Whether there were cards, which the session holds. */
  readonly listed: boolean;
}

export const viewOf = (conversation: Conversation): KeptView => {
  const { actions, pointedAt, search, results, stopped, cards, lines } = conversation;
  const said = lines.findLast(({ from }) => from === 'agent')?.text ?? '';
  return { actions, pointedAt, search, results, stopped, listed: cards.length > 0, said };
};
