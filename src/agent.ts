import type { TurnEvent } from './contract/events.ts';
import type { SearchMode } from './search/report.ts';

export interface TurnRequest {
  /** 1 to 2,000 characters, already validated. */
  readonly message: string;
  /** Null starts a conversation. */
  readonly sessionId: string | null;
  readonly locale: string | null;
  readonly currency: string | null;
  readonly timeZone: string | null;
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
