import { answerMove, formatsOf, type Spoken } from './agent/answer.ts';
import { asPriced } from './agent/as-priced.ts';
import { catchUp, type CaughtUp } from './agent/catch-up.ts';
import { checkTurn } from './agent/check-turn.ts';
import { chooseOffer } from './agent/choose-offer.ts';
import { createLoopPace } from './agent/loop-pace.ts';
import {
  conflictProblem,
  internalProblem,
  overloadedProblem,
  sessionNotFound,
  storeUnavailable,
} from './agent/problem.ts';
import { refineTurn } from './agent/refine-turn.ts';
import { searchTurn, type SearchTurnEvent } from './agent/search-turn.ts';
import { seenBefore } from './agent/seen-before.ts';
import { mostCards } from './agent/shown-cards.ts';
import { previousTrip, takenBack } from './agent/take-back.ts';
import { textDeltas } from './agent/text-deltas.ts';
import type { TurnQueue } from './agent/turn-queue.ts';
import { createWallClocks } from './agent/wall-clocks.ts';
import type { ChatAnswer } from './contract/chat.ts';
import type { TurnEvent } from './contract/events.ts';
import type { Trip as WireTrip } from './contract/trip.ts';
import { suggestActions } from './dialogue/actions.ts';
import { decide } from './dialogue/decide.ts';
import type { Move } from './dialogue/move.ts';
import { sayResults } from './dialogue/say/say-results.ts';
import { withUnsearchable } from './dialogue/say/say-unsearchable.ts';
import { withoutPastDays } from './dialogue/trip-problems.ts';
import { asTold } from './domain/checked-offer.ts';
import {
  haveExpired,
  hintsFor,
  newConversation,
  searchKeyOf,
  seenAs,
  showing,
  startedOver,
  withLines,
  type Conversation,
} from './domain/conversation.ts';
import type { Offer } from './domain/offer.ts';
import { travellerCount } from './domain/trip.ts';
import type { Understood } from './domain/understood.ts';
import type { Language } from './nlp/language.ts';
import { toFlightCard } from './presentation/flight-card.ts';
import { toResults } from './presentation/results.ts';
import { refusedSummary } from './presentation/search-summary.ts';
import { fromWireTrip, toWireTrip } from './presentation/wire-trip.ts';
import { settledMode, type ChooseMode } from './search/chosen-mode.ts';
import type { LateAnswers } from './search/late-answers.ts';
import type { OfferChecks } from './search/offer-checks.ts';
import type { SearchMode } from './search/report.ts';
import { SearchOverloaded } from './search/search-overloaded.ts';
import type { SearchService } from './search/search.ts';
import type { SessionRecord, SessionStore } from './store/sessions.ts';
import { StoreUnavailable } from './store/store-unavailable.ts';

export interface TurnRequest {
  /** 1 to 2,000 characters, already validated. */
  readonly message: string;
  /** Null starts a conversation. */
  readonly sessionId: string | null;
  readonly locale: string | null;
  readonly currency: string | null;
  readonly timeZone: string | null;
  /** What is known before the first message of a conversation; not read later. */
  readonly trip?: WireTrip | null;
  /** The offer that a click chooses; its message is kept as said and not read. */
  readonly offerId?: string | null;
  /** Offers as the client shows them, where that is another order than the list had. */
  readonly shownOffers?: readonly string[];
  /** `rollout` lets the flags choose, the same way for every turn of a session. */
  readonly mode: SearchMode | 'rollout';
  readonly requestId: string;
  /** Whether anybody looks at what happens on the way; without it only the first and the last event are worth the work. */
  readonly watched: boolean;
}

/** The conversation as every face sees it. */
export interface Agent {
  /**
   * One turn. The first event is `turn-start`, or `turn-error` where the turn cannot begin (an unknown session); the last is `turn-end`
   * or `turn-error`. Aborting the signal cancels what nobody else waits for and ends the iteration.
   */
  turn(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
}

export interface AgentParts {
  readonly language: Language;
  readonly search: Readonly<Record<SearchMode, SearchService>>;
  readonly checks: Readonly<Record<SearchMode, OfferChecks>>;
  /** What sources say to a search after its turn has ended. */
  readonly late: LateAnswers;
  readonly providers: readonly string[];
  readonly sessions: SessionStore<Conversation>;
  readonly turns: TurnQueue;
  readonly newId: () => string;
  readonly now: () => Temporal.Instant;
  /** By the session. */
  readonly chooseMode: ChooseMode;
  readonly observe: AgentObserver;
}

export interface AgentObserver {
  readonly turnEnded: (turn: {
    mode: SearchMode;
    outcome: string;
    requestId: string;
    sessionId: string;
    turnId: string;
  }) => void;
  readonly turnFailed: (turn: {
    mode: SearchMode;
    error: unknown;
    requestId: string;
    sessionId: string;
    turnId: string;
  }) => void;
  readonly understood: (elapsedMs: number) => void;
}

interface TurnIds {
  readonly sessionId: string;
  readonly turnId: string;
  readonly requestId: string;
  readonly mode: SearchMode;
  readonly watched: boolean;
}

const usual = { locale: 'en-US', currency: 'USD' } as const;
/** How often a turn is done again because another process saved the session first. */
const mostAttempts = 5;
/** So many messages are read before what they ask the sources for leaves: two milliseconds. */
const messagesPerLoop = 4;

export function createAgent(parts: AgentParts): Agent {
  const readClock = createWallClocks();
  const pace = createLoopPace(messagesPerLoop);

  return {
    async *turn(request, signal) {
      const sessionId = request.sessionId ?? parts.newId();
      const turnId = parts.newId();
      using _place = await parts.turns.enter(sessionId, signal);
      let record: SessionRecord<Conversation> | undefined;
      try {
        record = request.sessionId === null ? undefined : await parts.sessions.find(sessionId);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        yield { event: 'turn-error', data: storeUnavailable(request.requestId) };
        return;
      }
      if (request.sessionId !== null && !record) {
        yield { event: 'turn-error', data: sessionNotFound(request.requestId) };
        return;
      }
      using chosen =
        request.mode === 'rollout' ? await parts.chooseMode(sessionId) : settledMode(request.mode);
      const { mode } = chosen;
      const ids = { mode, requestId: request.requestId, sessionId, turnId };
      yield { event: 'turn-start', data: { session_id: sessionId, turn_id: turnId, mode } };
      try {
        for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
          const before = record?.state ?? firstConversation(request);
          const { answer, conversation, move } = yield* runTurn(
            before,
            request,
            { sessionId, turnId, mode, watched: request.watched, requestId: request.requestId },
            signal,
          );
          const saved = await parts.sessions.save(sessionId, record?.version ?? 0, conversation);
          if (saved === 'saved') {
            parts.observe.turnEnded({ ...ids, outcome: move.kind === 'talk' ? move.about : move.kind });
            if (request.watched) yield* textDeltas(answer.reply);
            yield { event: 'turn-end', data: answer };
            return;
          }
          record = await parts.sessions.find(sessionId);
          // Forgotten while the turn ran: what was to be forgotten must not come back with it.
          if (!record) {
            yield { event: 'turn-error', data: sessionNotFound(request.requestId) };
            return;
          }
        }
        parts.observe.turnEnded({ ...ids, outcome: 'conflict' });
        yield { event: 'turn-error', data: conflictProblem(request.requestId) };
      } catch (error) {
        if (signal.aborted) throw error;
        if (error instanceof SearchOverloaded) {
          parts.observe.turnEnded({ ...ids, outcome: 'overloaded' });
          yield { event: 'turn-error', data: overloadedProblem(request.requestId) };
          return;
        }
        parts.observe.turnFailed({ ...ids, error });
        const problem = error instanceof StoreUnavailable ? storeUnavailable : internalProblem;
        yield { event: 'turn-error', data: problem(request.requestId) };
      }
    },
  };

  /** Understands, decides, searches where needed, and speaks; saves nothing. */
  async function* runTurn(
    before: Conversation,
    request: TurnRequest,
    ids: TurnIds,
    signal: AbortSignal,
  ): AsyncGenerator<TurnEvent, { answer: ChatAnswer; conversation: Conversation; move: Move }> {
    await pace();
    const now = parts.now();
    const settings = settingsFor(before, request);
    const { present, today } = readClock(now, settings.timeZone ?? 'UTC');
    const startedAt = performance.now();
    const clicked = request.offerId ? chooseOffer(request.offerId, settings) : null;
    const understood = clicked
      ? clicked.understood
      : takenBack(
          parts.language.understand(request.message, {
            trip: settings.trip,
            asked: settings.asked,
            pending: settings.pending,
            now: present,
            locale: settings.locale,
            previous: settings.previous ?? null,
            hasOffers: settings.held !== null,
          }),
          settings,
        );
    parts.observe.understood(performance.now() - startedAt);
    const heardAt = now.toString();
    const going = understood.intent === 'start_over' ? startedOver(settings) : settings;
    const priced: Conversation = { ...going, currency: understood.currency ?? settings.currency };
    const caughtUp = await catchUp(priced, parts.late, now);
    const move =
      clicked?.move ??
      decide(caughtUp ? { ...priced, held: caughtUp.held } : priced, understood, {
        today,
        now: heardAt,
        news: caughtUp?.news ?? false,
      });
    const trip = withoutPastDays(understood.trip, today);
    const heard: Conversation = {
      ...priced,
      trip: tripAfter(going, understood, move, trip),
      ...previousTrip(going, understood),
      asked: [],
      pending: [],
    };
    if (request.watched)
      yield {
        event: 'understanding-ready',
        data: { trip: heard.trip && toWireTrip(heard.trip), missing: [...understood.missing] },
      };

    const result = yield* act(move, heard, understood, caughtUp, today, ids, signal, heardAt);
    const { unsearchable } = understood;
    const reply = withUnsearchable(result.spoken.reply, unsearchable, move, formatsOf(heard, today));
    const lines = [
      { role: 'traveller', text: request.message, at: heardAt },
      { role: 'agent', text: reply, at: parts.now().toString() },
    ] as const;
    const conversation = withLines(result.spoken.conversation, ...lines);
    const answer: ChatAnswer = {
      session_id: ids.sessionId,
      turn_id: ids.turnId,
      reply,
      state_summary: conversation.trip && toWireTrip(conversation.trip),
      missing: conversation.trip ? [...understood.missing] : [],
      actions: [...result.spoken.actions],
      flight_cards: result.cards,
      search: result.search,
      results: result.results,
      order: null,
      notices: result.notices,
    };
    return { answer, conversation, move };
  }

  async function* act(
    move: Move,
    heard: Conversation,
    understood: Understood,
    caughtUp: CaughtUp | null,
    today: string,
    ids: TurnIds,
    signal: AbortSignal,
    now: string,
  ): AsyncGenerator<
    SearchTurnEvent,
    Pick<ChatAnswer, 'search' | 'results' | 'notices'> & { spoken: Spoken; cards: ChatAnswer['flight_cards'] }
  > {
    const formats = formatsOf(heard, today);
    const { trip, held, currency } = heard;
    if (move.kind === 'search' && trip) {
      const hints = hintsFor(held, trip, currency);
      const turn = {
        trip,
        currency,
        hints,
        formats,
        most: mostCards,
        mode: ids.mode,
        sessionId: ids.sessionId,
        requestId: ids.requestId,
        signal,
        watched: ids.watched,
        correct: (found: readonly Offer[]) => asTold(found, heard),
      };
      const { offers, ranking, facts, cards, summary, results, notices } = yield* searchTurn(
        { search: parts.search[ids.mode], providers: parts.providers },
        turn,
      );
      const conversation: Conversation = {
        ...showing(
          heard,
          cards.map(({ offer_id: id }) => id),
        ),
        held: {
          offers,
          searchKey: searchKeyOf(trip, currency),
          hints,
          searchedAt: now,
          complete: summary.complete && facts.failed.length === 0,
          waitingFor: facts.waitingFor,
          failed: facts.failed,
          partly: facts.partly,
          skipped: facts.skipped,
        },
        chosen: null,
      };
      const reply = sayResults(trip, ranking, facts, formats);
      const spoken = {
        conversation,
        reply,
        actions: suggestActions(move, trip, ranking, !conversation.held?.complete),
        cards: [],
        ranking,
      };
      return { spoken, cards, search: summary, results, notices };
    }
    if (move.kind === 'refine' && trip && held) {
      const mine = caughtUp?.held ?? held;
      const refined = refineTurn({ heard, trip, held: mine, caughtUp, mode: ids.mode, formats });
      const { spoken, search, notices } = refined;
      return onWire(
        spoken,
        search,
        spoken.ranking && toResults(spoken.ranking, spoken.cards.length),
        notices,
      );
    }
    if (move.kind === 'check') {
      const spoken = await checkTurn({
        move,
        conversation: heard,
        formats,
        checks: parts.checks[ids.mode],
        ask: { signal, sessionId: ids.sessionId, requestId: ids.requestId },
        now,
      });
      const demo = spoken.cards.some(({ offer }) => offer.demo);
      const listed = spoken.bringsList ? spoken.cards.length : 0;
      const results = spoken.ranking && toResults(spoken.ranking, listed);
      return onWire(spoken, null, results, demo ? [demoNotice] : []);
    }
    if (move.kind === 'search' || move.kind === 'refine') throw new Error('a search without a trip');
    const spoken = answerMove(move, heard, understood, today);
    const refused =
      move.kind === 'problem' && (move.problem.kind === 'past_date' || move.problem.kind === 'too_far_ahead');
    const search = refused ? refusedSummary(ids.mode, move.problem.kind) : null;
    const told = spoken.cards.map(({ offer }) => offer);
    const zone = heard.timeZone;
    const seen =
      held && haveExpired(held, now)
        ? seenBefore(told, (instant) => readClock(instant, zone ?? 'UTC'), zone, formats)
        : null;
    return onWire(
      seen ? { ...spoken, reply: `${spoken.reply}\n\n${seen.sentence}` } : spoken,
      search,
      spoken.ranking && toResults(spoken.ranking, 0),
      [...(told.some(({ demo }) => demo) ? [demoNotice] : []), ...(seen ? [seen.notice] : [])],
    );

    function onWire(
      from: Spoken,
      summary: ChatAnswer['search'],
      results: ChatAnswer['results'],
      notices: ChatAnswer['notices'],
    ) {
      const travellers = travellerCount((from.conversation.trip ?? understood.trip).passengers);
      return {
        spoken: asPriced(from, understood, heard),
        cards: from.cards.map((card) => toFlightCard(card, travellers, formats)),
        search: summary,
        results,
        notices,
      };
    }
  }
}

const demoNotice = {
  code: 'price_is_demo',
  message: 'These flights are invented by the demo world; nobody flies them and nothing can be bought.',
};

const firstConversation = ({ trip = null }: TurnRequest): Conversation => ({
  ...newConversation(usual.locale, usual.currency, null),
  trip: trip && fromWireTrip(trip),
});

/** The conversation with what the request says about locale, currency and zone; a new currency makes the held offers incomparable. */
function settingsFor(
  before: Conversation,
  { locale, currency, timeZone, shownOffers = [] }: TurnRequest,
): Conversation {
  return {
    ...seenAs(before, shownOffers),
    locale: locale ?? before.locale,
    currency: currency ?? before.currency,
    timeZone: timeZone ?? before.timeZone,
  };
}

/** Small talk leaves the trip as it was; everything else keeps what was understood. */
function tripAfter(
  before: Conversation,
  { changed }: Understood,
  move: Move,
  trip: Understood['trip'],
): Conversation['trip'] {
  if (move.kind === 'talk' && move.about === 'start_over') return null;
  return changed.length === 0 && before.trip === null && move.kind === 'talk' ? null : trip;
}
