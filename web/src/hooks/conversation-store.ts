import type { ChatRequest } from '../../../src/contract/chat.ts';
import type { SearchEvent, TurnEvent } from '../../../src/contract/events.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import type { Ask } from '../api/access.ts';
import { ProblemError } from '../api/problem-error.ts';
import { findCards, findSession } from '../api/sessions.ts';
import { streamSearch, streamTurn } from '../api/stream-turn.ts';
import { isAnswered } from '../model/is-answered.ts';
import {
  emptyConversation,
  lacksCards,
  viewOf,
  type Asked,
  type Conversation,
} from '../model/conversation.ts';
import type { Kept } from '../model/kept.ts';
import { ofTrip } from '../model/of-trip.ts';
import { reduceConversation, type ConversationAction } from '../model/reduce-conversation.ts';
import { isWhole } from '../model/is-whole.ts';
import { sayTrip } from '../model/trip-words.ts';
import { troubleFrom } from '../model/trouble-from.ts';

export interface ConversationContext {
  readonly ask: Ask;
  /** Read anew for every request: the traveller may change them meanwhile. */
  readonly preferences: () => Pick<ChatRequest, 'locale' | 'currency' | 'time_zone' | 'shown_offers'>;
  readonly read: () => Kept;
  readonly keep: (kept: Kept) => void;
  /** The traveller ends the conversation. */
  readonly end: () => void;
  /** Another one takes its place in this tab only. */
  readonly leave: () => void;
  readonly today: () => string;
  readonly isOnline: () => boolean;
  /** What the page says when a new conversation takes the place of one that had ended. */
  readonly restarted: () => string;
}

export interface ConversationStore {
  readonly get: () => Conversation;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends a message, after those whose answers are still to come. */
  readonly send: (message: string) => Promise<void>;
  /** Chooses an offer by its id, in these words. */
  readonly choose: (offerId: string, words: string) => Promise<void>;
  /** Searches a trip without words. */
  readonly lookUp: (trip: Trip) => Promise<void>;
  /** Asks the sources anew about the trip; what is said next begins a new session with it. */
  readonly searchAnew: () => Promise<void>;
  /** Begins with the trip of a link; the conversation before it stays where it is kept. `read` gives null where the link holds none. */
  readonly openLink: (read: () => Promise<Trip | null>) => Promise<void>;
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
  let again: () => Promise<void> = async () => undefined;
  /** A message whose answer did not come: the session may have it all the same. */
  let unsure: Asked | null = null;
  const listeners = new Set<() => void>();

  const tell = (action: ConversationAction): void => {
    state = reduceConversation(state, action);
    for (const listener of listeners) listener();
  };
  let pending: Asked | null = null;
  const keep = (message = pending): void => {
    pending = message;
    const { sessionId, queued } = state;
    context.keep({ sessionId, pending, queued, view: viewOf(state) });
  };

  /** One turn, which ends what runs before it; what goes wrong becomes trouble. True where it came to its end. */
  async function run(turn: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      await turn(mine.signal);
      return !mine.signal.aborted && state.trouble === null;
    } catch (error) {
      if (!mine.signal.aborted) tell({ type: 'failed', trouble: troubleFrom(error, context.isOnline()) });
      return false;
    } finally {
      if (running === mine) running = null;
    }
  }

  async function tellAll(
    events: AsyncIterable<TurnEvent | SearchEvent>,
    pending: Asked | null,
    signal: AbortSignal,
  ): Promise<void> {
    for await (const event of events) {
      if (signal.aborted) return;
      tell({ type: 'told', event });
      if (event.event === 'turn-start') keep(pending);
    }
  }

  const request = ({ text, offerId }: Asked): ChatRequest => ({
    message: text,
    ...(state.sessionId ? { session_id: state.sessionId } : {}),
    ...(state.sessionId && offerId !== null ? { offer_id: offerId } : {}),
    ...context.preferences(),
  });

  async function say(asked: Asked, signal: AbortSignal): Promise<void> {
    // A trip from a link has no session yet: the agent hears of it first.
    if (!state.sessionId && state.trip) {
      const introduction = { text: sayTrip(state.trip, context.today()), offerId: null };
      for await (const event of streamTurn(
        context.ask,
        { ...request(introduction), trip: state.trip },
        signal,
      ))
        if (event.event === 'turn-start') tell({ type: 'told', event });
    }
    try {
      await tellAll(streamTurn(context.ask, request(asked), signal), asked, signal);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'session_not_found' && state.sessionId))
        throw error;
      tell({ type: 'ended' });
      tell({ type: 'noted', text: context.restarted() });
      tell({ type: 'asked-again' });
      await say(asked, signal);
    }
  }

  /** Filters work on every card that the conversation holds. Without them the first ones stay. */
  async function complete(signal: AbortSignal): Promise<void> {
    if (!state.sessionId || !lacksCards(state)) return;
    const all = await findCards(context.ask, state.sessionId, signal);
    if (signal.aborted) return;
    const results = state.results && { ...state.results, listed: 0 };
    const held = all ?? { flight_cards: [...state.cards], results };
    tell({ type: 'completed', all: ofTrip(held, state.trip) });
    keep(null);
  }

  /** A turn that was stopped or cut off here may have ended on the server. True where that answers `asked` itself. */
  async function catchUp(asked: Asked, signal: AbortSignal): Promise<boolean> {
    if (!unsure || !state.sessionId) return false;
    const session = await findSession(context.ask, state.sessionId, signal);
    const before = unsure;
    unsure = null;
    if (!session) {
      // Nothing of a first turn is kept before it ends.
      tell({ type: 'ended' });
      tell({ type: 'asked-again' });
      return false;
    }
    if (!isAnswered(session, before)) return false;
    tell({ type: 'caught-up', session, asked: before === asked ? null : asked });
    return before === asked;
  }

  async function ask(asked: Asked, repeated = false): Promise<boolean> {
    again = async () => {
      await ask(asked, true);
    };
    tell(repeated ? { type: 'asked-again' } : { type: 'asked', asked });
    keep(asked);
    return run(async (signal) => {
      if (!(await catchUp(asked, signal))) {
        unsure = asked;
        await say(asked, signal);
        if (signal.aborted || state.trouble) return;
        unsure = null;
        const chosen = asked.offerId === null || state.pointedAt.length > 0;
        if (!chosen) tell({ type: 'outdated' });
      }
      keep(null);
      await complete(signal);
    });
  }

  /** What waits is asked in its order, until something goes wrong. */
  async function drain(): Promise<void> {
    for (let [next] = state.queued; next && !running; [next] = state.queued) {
      // The session must have heard of the flights on the page before one of them is chosen.
      const unheard = next.offerId !== null && state.cardsArePartial && unsure !== null && state.sessionId;
      if (unheard && !(await ask(unsure as Asked, true))) return;
      if (!(await ask(next))) return;
    }
  }

  async function enqueue(asked: Asked): Promise<void> {
    const resuming = state.phase === 'resuming' || again === resume;
    tell({ type: 'queued', asked });
    if (resuming) context.keep({ ...context.read(), queued: state.queued });
    else keep();
    if (running) return;
    if (state.trouble?.again) await again();
    if (!state.trouble?.again) await drain();
  }

  const lookUp = async (trip: Trip): Promise<void> => {
    again = () => lookUp(trip);
    tell({ type: 'looked-up', trip });
    const { currency } = context.preferences();
    await run((signal) =>
      tellAll(streamSearch(context.ask, { trip, ...(currency ? { currency } : {}) }, signal), null, signal),
    );
    await drain();
  };

  async function searchAnew(): Promise<void> {
    if (!state.trip) return;
    unsure = null;
    tell({ type: 'ended' });
    await lookUp(state.trip);
  }

  async function openLink(read: () => Promise<Trip | null>): Promise<void> {
    running?.abort();
    unsure = null;
    context.leave();
    again = () => openLink(read);
    tell({ type: 'resuming', sessionId: null, queued: [] });
    const link: { trip: Trip | null } = { trip: null };
    const done = await run(async () => {
      link.trip = await read();
    });
    if (!done) return;
    if (link.trip) await lookUp(link.trip);
    else {
      tell({ type: 'begun-anew', why: 'unreadable' });
      await drain();
    }
  }

  const resume = async (): Promise<void> => {
    const { sessionId, pending: kept, queued, view } = context.read();
    again = resume;
    unsure = null;
    let unanswered = kept;
    if (sessionId || kept || queued.length > 0) tell({ type: 'resuming', sessionId, queued });
    else tell({ type: 'cleared' });
    const done = await run(async (signal) => {
      if (!sessionId) return;
      const session = await findSession(context.ask, sessionId, signal);
      if (signal.aborted) return;
      if (!session) {
        tell({ type: 'begun-anew', why: 'forgotten' });
        return;
      }
      // The turn that a reload cut off is asked again; one that was answered meanwhile is not.
      if (kept && isAnswered(session, kept)) unanswered = null;
      const same = view?.said === session.transcript.at(-1)?.text ? view : null;
      const awaiting = unanswered === null && (same === null || same.listed);
      tell({ type: 'resumed', session, view: same, awaiting });
      if (awaiting) await bringCards(sessionId, same !== null, signal);
    });
    if (!done) return;
    again = searchAnew;
    if (unanswered) await ask(unanswered);
    else if (state.sessionId) keep(null);
    await drain();
  };

  /** What the conversation holds needs no source to be asked again. */
  async function bringCards(sessionId: string, wereThere: boolean, signal: AbortSignal): Promise<void> {
    const held = await findCards(context.ask, sessionId, signal);
    if (signal.aborted) return;
    const all = ofTrip(held ?? { flight_cards: [], results: null }, state.trip);
    const { search, results } = state;
    tell({ type: 'completed', all: { ...all, results: all.results ?? results } });
    const found = all.flight_cards.length > 0 || all.results;
    if (wereThere || search || found || !state.trip || !isWhole(state.trip)) return;
    const { currency } = context.preferences();
    tell({ type: 'looked-up', trip: state.trip });
    const events = streamSearch(context.ask, { trip: state.trip, ...(currency ? { currency } : {}) }, signal);
    await tellAll(events, null, signal);
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (text) => enqueue({ text, offerId: null }),
    choose: (offerId, text) => enqueue({ text, offerId }),
    lookUp,
    searchAnew,
    openLink,
    resume,
    retry: async () => {
      await again();
      if (!state.trouble) await drain();
    },
    stop: () => {
      running?.abort();
      running = null;
      tell({ type: 'stopped' });
      keep(null);
    },
    clear: () => {
      running?.abort();
      running = null;
      unsure = null;
      tell({ type: 'cleared' });
      context.end();
    },
  };
}
