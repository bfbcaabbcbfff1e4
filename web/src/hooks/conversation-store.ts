import type { ChatRequest } from '../../../src/contract/chat.ts';
import type { SearchEvent, TurnEvent } from '../../../src/contract/events.ts';
import type { CardsAnswer, SessionAnswer } from '../../../src/contract/session.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import type { Ask } from '../api/access.ts';
import { getJson } from '../api/get-json.ts';
import { ProblemError } from '../api/problem-error.ts';
import { streamSearch, streamTurn } from '../api/stream-turn.ts';
import { emptyConversation, lacksCards, type Conversation, type Trouble } from '../model/conversation.ts';
import { reduceConversation, type ConversationAction } from '../model/reduce-conversation.ts';
import { sayTrip } from '../model/trip-words.ts';

/** What a browser keeps of the conversation, so that a reload goes on with it. */
export interface Kept {
  readonly sessionId: string | null;
  /** A message whose answer has not come. */
  readonly pending: string | null;
}

export interface ConversationContext {
  readonly ask: Ask;
  /** Read anew for every request: the traveller may change them meanwhile. */
  readonly preferences: () => Pick<ChatRequest, 'locale' | 'currency' | 'time_zone'>;
  readonly read: () => Kept;
  readonly keep: (kept: Kept) => void;
  readonly today: () => string;
  readonly isOnline: () => boolean;
  /** What the page says when a new conversation takes the place of one that had ended. */
  readonly restarted: () => string;
}

export interface ConversationStore {
  readonly get: () => Conversation;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: string) => Promise<void>;
  /** Searches a trip without words. */
  readonly lookUp: (trip: Trip) => Promise<void>;
  /** Goes on with what the browser kept. */
  readonly resume: () => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Leads the conversation: one turn at a time, every event of it into the state. */
export function createConversationStore(context: ConversationContext): ConversationStore {
  let state = emptyConversation;
  let running: AbortController | null = null;
  let lastTry: () => Promise<void> = async () => undefined;
  const listeners = new Set<() => void>();

  const tell = (action: ConversationAction): void => {
    state = reduceConversation(state, action);
    for (const listener of listeners) listener();
  };
  const keep = (pending: string | null): void => context.keep({ sessionId: state.sessionId, pending });

  /** One turn, which ends the turn before it; what goes wrong becomes trouble. */
  async function run(turn: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      await turn(mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) tell({ type: 'failed', trouble: troubleFrom(error, context.isOnline()) });
    } finally {
      if (running === mine) running = null;
    }
  }

  async function tellAll(
    events: AsyncIterable<TurnEvent | SearchEvent>,
    pending: string | null,
  ): Promise<void> {
    for await (const event of events) {
      tell({ type: 'told', event });
      if (event.event === 'turn-start') keep(pending);
    }
  }

  const request = (message: string): ChatRequest => ({
    message,
    ...(state.sessionId ? { session_id: state.sessionId } : {}),
    ...context.preferences(),
  });

  async function say(message: string, signal: AbortSignal): Promise<void> {
    // A trip from a link has no session yet: the agent hears of it first.
    if (!state.sessionId && state.trip) {
      for await (const event of streamTurn(
        context.ask,
        { ...request(sayTrip(state.trip, context.today())), trip: state.trip },
        signal,
      ))
        if (event.event === 'turn-start') tell({ type: 'told', event });
    }
    try {
      await tellAll(streamTurn(context.ask, request(message), signal), message);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'session_not_found' && state.sessionId))
        throw error;
      tell({ type: 'ended' });
      tell({ type: 'noted', text: context.restarted() });
      tell({ type: 'asked-again' });
      await say(message, signal);
    }
    keep(null);
    await complete(signal);
  }

  /** Filters work on every card that the conversation holds. Without them the first ones stay. */
  async function complete(signal: AbortSignal): Promise<void> {
    if (!state.sessionId || !lacksCards(state)) return;
    const all = await findCards(context.ask, state.sessionId, signal);
    if (signal.aborted) return;
    const results = state.results && { ...state.results, listed: 0 };
    tell({ type: 'completed', all: all ?? { flight_cards: [...state.cards], results } });
  }

  const send = async (message: string): Promise<void> => {
    tell({ type: 'asked', message });
    keep(message);
    lastTry = async () => {
      tell({ type: 'asked-again' });
      await run((signal) => say(message, signal));
    };
    await run((signal) => say(message, signal));
  };

  const lookUp = async (trip: Trip): Promise<void> => {
    const search = async (): Promise<void> => {
      tell({ type: 'looked-up', trip });
      const { currency } = context.preferences();
      await run((signal) =>
        tellAll(streamSearch(context.ask, { trip, ...(currency ? { currency } : {}) }, signal), null),
      );
    };
    lastTry = search;
    await search();
  };

  const resume = async (): Promise<void> => {
    const { sessionId, pending } = context.read();
    lastTry = resume;
    if (sessionId) {
      tell({ type: 'resuming' });
      const session = await findSession(context.ask, sessionId).catch((error: unknown) => {
        tell({ type: 'failed', trouble: troubleFrom(error, context.isOnline()) });
        return undefined;
      });
      if (session === undefined) return;
      tell(session ? { type: 'resumed', session } : { type: 'forgotten' });
    }
    // The turn that a reload cut off is asked again; one that was answered meanwhile is not.
    const answered = state.lines.at(-1)?.from === 'agent' && state.lines.at(-2)?.text === pending;
    if (pending && !answered) return send(pending);
    keep(null);
    // What the conversation holds needs no source to be asked again.
    const held = state.sessionId ? await findCards(context.ask, state.sessionId) : null;
    if (held && held.flight_cards.length > 0) tell({ type: 'completed', all: held });
    else if (state.trip && isWhole(state.trip)) await lookUp(state.trip);
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send,
    lookUp,
    resume,
    retry: () => lastTry(),
    stop: () => {
      running?.abort();
      tell({ type: 'stopped' });
      keep(null);
    },
    clear: () => {
      running?.abort();
      tell({ type: 'cleared' });
      keep(null);
    },
  };
}

/** Null where they cannot be had: what is on the page stays. */
const findCards = (ask: Ask, id: string, signal?: AbortSignal): Promise<CardsAnswer | null> =>
  getJson<CardsAnswer>(ask, `/sessions/${encodeURIComponent(id)}/cards`, signal).catch(() => null);

/** Null where the server has forgotten it. */
const findSession = (ask: Ask, id: string): Promise<SessionAnswer | null> =>
  getJson<SessionAnswer>(ask, `/sessions/${encodeURIComponent(id)}`).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  });

/** Whether a trip says enough to be searched. */
export const isWhole = (trip: Trip): boolean =>
  trip.legs.every(({ origin, destination, departure }) => origin && destination && departure);

function troubleFrom(error: unknown, online: boolean): Trouble {
  if (error instanceof ProblemError) {
    if (error.status === 401) return { kind: 'locked', detail: null, retryAfterSeconds: null, again: true };
    const limited = error.status === 429;
    const busy = limited || error.status === 503;
    return {
      kind: limited ? 'limited' : busy ? 'busy' : 'refused',
      // How long to wait is said by the page, in its own language.
      detail: busy ? null : error.message,
      retryAfterSeconds: error.retryAfterSeconds,
      again: busy || error.status >= 500,
    };
  }
  return { kind: online ? 'dropped' : 'offline', detail: null, retryAfterSeconds: null, again: true };
}
