import {
  conflictProblem,
  internalProblem,
  overloadedProblem,
  sessionNotFound,
  storeUnavailable,
} from './agent/problem.ts';
import { createTurns, type TurnIds, type TurnParts, type TurnWishes } from './agent/run-turn.ts';
import { textDeltas } from './agent/text-deltas.ts';
import type { TurnQueue } from './agent/turn-queue.ts';
import type { TurnEvent } from './contract/events.ts';
import { newConversation, type Conversation } from './domain/conversation.ts';
import { fromWireTrip } from './presentation/wire-trip.ts';
import { settledMode, type ChooseMode } from './search/chosen-mode.ts';
import type { SearchMode } from './search/report.ts';
import { SearchOverloaded } from './search/search-overloaded.ts';
import type { SessionRecord, SessionStore } from './store/sessions.ts';
import { StoreUnavailable } from './store/store-unavailable.ts';

export interface TurnRequest extends TurnWishes {
  /** Null starts a conversation. */
  readonly sessionId: string | null;
  /** `rollout` lets the flags choose, the same way for every turn of a session. */
  readonly mode: SearchMode | 'rollout';
  readonly requestId: string;
}

/** The conversation as every face sees it. */
export interface Agent {
  /**
   * One turn. The first event is `turn-start`, or `turn-error` where the turn cannot begin (an unknown session); the last is `turn-end`
   * or `turn-error`. Aborting the signal cancels what nobody else waits for and ends the iteration.
   */
  turn(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
}

export interface AgentParts extends TurnParts {
  readonly sessions: SessionStore<Conversation>;
  readonly turns: TurnQueue;
  readonly newId: () => string;
  /** By the session. */
  readonly chooseMode: ChooseMode;
  readonly observe: AgentObserver;
}

export interface AgentObserver {
  readonly turnEnded: (turn: TurnIds & { readonly outcome: string }) => void;
  readonly turnFailed: (turn: TurnIds & { readonly error: unknown }) => void;
  readonly understood: (elapsedMs: number) => void;
}

const usual = { locale: 'en-US', currency: 'USD' } as const;
/** How often a turn is done again because another process saved the session first. */
const mostAttempts = 5;

export function createAgent(parts: AgentParts): Agent {
  const runTurn = createTurns(parts);

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
      const ids: TurnIds = { mode, requestId: request.requestId, sessionId, turnId };
      yield { event: 'turn-start', data: { session_id: sessionId, turn_id: turnId, mode } };
      try {
        for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
          const before = record?.state ?? firstConversation(request);
          const { answer, conversation, move } = yield* runTurn(before, request, ids, signal);
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
}

const firstConversation = ({ trip = null }: TurnRequest): Conversation => ({
  ...newConversation(usual.locale, usual.currency, null),
  trip: trip && fromWireTrip(trip),
});
