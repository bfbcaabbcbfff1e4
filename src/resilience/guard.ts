import {
  BulkheadRejectedError,
  bulkhead,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
} from 'cockatiel';
import { createBreaker, type Circuit, type Verdict } from './breaker.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createSharedRateLimiter, type TakeStart } from './shared-rate-limiter.ts';

/** What a failed call says about what may be done next. */
export interface FailureTraits {
  /** The same call may be made again and does no harm. */
  readonly retryable: boolean;
  /** What it says of the source: one that refuses a wrong key works, a caller that went away says nothing. */
  readonly verdict: Verdict;
  /** How long the source asked to be left alone. */
  readonly retryAfterMs: number | null;
}

export interface GuardPolicy {
  /** Further attempts after a failed first one. */
  readonly retries: number;
  readonly atOnce: number;
  readonly queue: number;
  readonly perSecond: number | null;
  /** Opens when this share of the calls of the window failed. */
  readonly openAtShare: number;
  readonly windowMs: number;
  /** Calls a second in the window below which nothing is concluded. */
  readonly leastPerSecond: number;
  /** Rest before a trial call. */
  readonly restMs: number;
  /** A trial that has not ended after so long has failed. */
  readonly trialMs: number;
}

export interface GuardParts {
  readonly policy: GuardPolicy;
  readonly traitsOf: (error: unknown) => FailureTraits;
  readonly onCircuit: (circuit: Circuit) => void;
  readonly nowMs: () => number;
  readonly delay: (forMs: number, signal: AbortSignal) => Promise<void>;
  /** What processes share of the rate limit; undefined where this one is alone. */
  readonly takeStart?: TakeStart | undefined;
}

export type GuardRefusal = 'circuit_open' | 'too_many';

/** How long a call is waited for. */
export interface Patience {
  /** It is not made where it could not start within this time. */
  readonly mostWaitMs?: number;
  /** Has the listener called once nobody waits any more for what comes of it. */
  readonly onUnawaited?: ((listener: () => void) => void) | undefined;
}

/** Retry, bulkhead, rate limit and breaker around calls to one source. */
export interface Guard {
  /** Runs the call, again where that is safe. Throws what the last attempt threw, or GuardError where no attempt was made. */
  run<Value>(
    call: (signal: AbortSignal) => Promise<Value>,
    signal: AbortSignal,
    patience?: Patience,
  ): Promise<Value>;
  circuit(): Circuit;
}

/** The guard did not let the call through. */
export class GuardError extends Error {
  readonly refusal: GuardRefusal;
  constructor(refusal: GuardRefusal) {
    super(refusal === 'circuit_open' ? 'the circuit is open' : 'too many calls wait already');
    this.name = 'GuardError';
    this.refusal = refusal;
  }
}

/** Our own refusals say nothing about the source. */
const isOurs = (error: unknown): boolean =>
  error instanceof GuardError ||
  error instanceof BulkheadRejectedError ||
  error instanceof TaskCancelledError;

export function createGuard({ policy, traitsOf, onCircuit, nowMs, delay, takeStart }: GuardParts): Guard {
  const own = createRateLimiter({ perSecond: policy.perSecond, nowMs, delay });
  const limiter = takeStart ? createSharedRateLimiter({ own, take: takeStart, nowMs, delay }) : own;
  const breaker = createBreaker({ ...policy, onCircuit, nowMs });
  const retries = retry(
    handleWhen((error) => !isOurs(error) && traitsOf(error).retryable),
    {
      maxAttempts: policy.retries,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1000 }),
    },
  );
  const bounded = wrap(bulkhead(policy.atOnce, policy.queue), retries);

  return {
    async run(call, signal, { mostWaitMs = Infinity, onUnawaited } = {}) {
      const latestMs = nowMs() + mostWaitMs;
      let failure: { readonly error: unknown } | undefined;
      const passage = breaker.enter();
      if (!passage) throw new GuardError('circuit_open');
      let asking = false;
      // While it waits for its turn with us, that is not the fault of the source.
      onUnawaited?.(() => {
        if (asking) passage.overdue();
      });
      try {
        const value = await bounded.execute(async ({ signal: attempt }) => {
          const mayStart = await limiter.acquire(attempt, latestMs - nowMs());
          if (!mayStart) throw failure ? failure.error : new GuardError('too_many');
          const startedAtMs = nowMs();
          asking = true;
          try {
            const value = await call(attempt);
            limiter.answered(startedAtMs);
            return value;
          } catch (error) {
            failure = { error };
            const { retryAfterMs, verdict } = traitsOf(error);
            if (retryAfterMs !== null) limiter.pause(retryAfterMs);
            else if (verdict === 'good') limiter.answered(startedAtMs);
            throw error;
          } finally {
            asking = false;
          }
        }, signal);
        passage.end('good');
        return value;
      } catch (error) {
        passage.end(isOurs(error) ? 'none' : traitsOf(error).verdict);
        if (error instanceof BulkheadRejectedError) throw new GuardError('too_many');
        throw error;
      }
    },
    circuit: () => breaker.circuit(),
  };
}
