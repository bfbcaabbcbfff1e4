import type { Offer } from '../domain/offer.ts';
import type { Circuit, Verdict } from '../resilience/breaker.ts';
import {
  createGuard,
  GuardError,
  type FailureTraits,
  type GuardPolicy,
  type Patience,
} from '../resilience/guard.ts';
import type { TakeStart } from '../resilience/shared-rate-limiter.ts';
import { untilAborted } from '../resilience/until-aborted.ts';
import { misfitsOf, type AreNear } from './misfit.ts';
import { BudgetSpent } from './paid-budget.ts';
import {
  ProviderError,
  type AnswerReader,
  type HttpClient,
  type OfferCheck,
  type Provider,
  type RawAnswer,
  type SearchRequest,
} from './provider.ts';

/** How one source is asked by the search: guarded and pooled, or plain. */
export interface Source {
  readonly id: string;
  /** Searches cost money or quota: they are budgeted and cached. */
  readonly paid: boolean;
  /** What the source is sent for a request, as its provider says; undefined where it does not. */
  readonly asked?: ((request: SearchRequest) => string) | undefined;
  /** Hands over batches as they come; settles when the source has said everything. Throws ProviderError. */
  run(request: SearchRequest, run: SourceRun): Promise<void>;
  /** What another process was answered to the same; only where processes share answers. */
  findShared?(request: SearchRequest): Promise<readonly Offer[] | undefined>;
  /** `budgetMs` is how long the caller means to wait. */
  check(offer: Offer, signal: AbortSignal, budgetMs: number): Promise<OfferCheck | undefined>;
  /** Asks for nothing but whether address and key are good; false where the source has no way to ask. Throws ProviderError. */
  probe(signal: AbortSignal): Promise<boolean>;
  circuit(): Circuit;
}

export interface SourceRun {
  readonly signal: AbortSignal;
  /** How long the caller means to wait, for sources that can be told. */
  readonly budgetMs: number;
  /** Asked before a call that costs takes anything of its source, and again for each try; false where it must not start. */
  readonly mayStart?: () => boolean;
  /** The call that might start was not made. */
  readonly onNotStarted?: () => void;
  readonly onBatch: (offers: readonly Offer[]) => void;
  readonly onDropped: (reason: string) => void;
  /** Since when nobody waits for the answer any more, on the clock of `nowMs`; null while somebody does. */
  readonly unawaitedSinceMs?: () => number | null;
  /** Has the listener called once nobody waits for the answer any more, though it is still wanted. */
  readonly onUnawaited?: (listener: () => void) => void;
  /** Called where the answer is not made for this run, with how long ago its offers were observed, in milliseconds. */
  readonly onAge?: (ageMs: number) => void;
}

export interface SourceParts {
  readonly provider: Provider;
  readonly paid: boolean;
  /** A way out bound to the provider's base URL, for one call chain under a signal and what `SourceRun` says of who waits. */
  readonly httpFor: (signal: AbortSignal, unawaitedSinceMs: () => number | null) => HttpClient;
  readonly read: AnswerReader;
  readonly areNear: AreNear;
  readonly now: () => Temporal.Instant;
}

/** The source as it is: no retries, no limits, no breaker. What the synchronous reference asks. What does not fit the request is left out. */
export function plainSource({ provider, paid, httpFor, read, areNear, now }: SourceParts): Source {
  const contextFor = (
    signal: AbortSignal,
    budgetMs: number | null,
    onDropped: (reason: string) => void,
    unawaitedSinceMs: () => number | null = awaited,
  ) => ({
    signal,
    http: httpFor(signal, unawaitedSinceMs),
    // Threads that read may be behind: nobody waits for them longer than for the source.
    read: (answer: RawAnswer) => untilAborted(read(answer), signal),
    now: now(),
    budgetMs,
    isAwaited: () => unawaitedSinceMs() === null,
    onDropped,
  });
  return {
    id: provider.id,
    paid,
    asked: provider.asked?.bind(provider),
    async run(request, { signal, budgetMs, mayStart, onBatch, onDropped, unawaitedSinceMs }) {
      if (paid && mayStart?.() === false) throw new BudgetSpent();
      const context = contextFor(signal, budgetMs, onDropped, unawaitedSinceMs);
      const misfitOf = misfitsOf(request, areNear);
      for await (const batch of provider.search(request, context)) {
        signal.throwIfAborted();
        const fitting = batch.filter((offer) => {
          const misfit = misfitOf(offer);
          if (misfit) onDropped(misfit);
          return !misfit;
        });
        // The same list where nothing is left out: whoever packed it knows it again.
        if (fitting.length > 0) onBatch(fitting.length === batch.length ? batch : fitting);
      }
    },
    check: async (offer, signal, budgetMs) =>
      provider.check?.(
        offer,
        contextFor(signal, budgetMs, () => undefined),
      ),
    async probe(signal) {
      if (!provider.probe) return false;
      await provider.probe(contextFor(signal, null, () => undefined));
      return true;
    },
    circuit: () => 'closed',
  };
}

const awaited = (): null => null;

/** The policy of a source where nothing else is known about it. */
export const usualPolicy: GuardPolicy = {
  retries: 1,
  atOnce: 2000,
  queue: 10_000,
  perSecond: null,
  openAtShare: 0.5,
  windowMs: 30_000,
  leastPerSecond: 0.2,
  restMs: 10_000,
  trialMs: 10_000,
};

export interface GuardedSourceParts extends SourceParts {
  readonly policy: GuardPolicy;
  readonly onCircuit: (provider: string, circuit: Circuit) => void;
  readonly nowMs: () => number;
  readonly delay: (forMs: number, signal: AbortSignal) => Promise<void>;
  /** Of all processes together; undefined where this one is alone or there is no limit. */
  readonly takeStart?: TakeStart | undefined;
}

/** The share of a caller's time after which beginning a call would be too late: better say so at once than time out. */
const waitShare = 0.5;

/** The source behind retry, bulkhead, rate limit and breaker. A search that has handed over offers is never begun again. */
export function guardedSource(parts: GuardedSourceParts): Source {
  const plain = plainSource(parts);
  const guard = createGuard({
    policy: parts.policy,
    traitsOf,
    onCircuit: (circuit) => parts.onCircuit(plain.id, circuit),
    nowMs: parts.nowMs,
    delay: parts.delay,
    takeStart: parts.takeStart,
  });
  const guarded = async <Value>(
    call: (signal: AbortSignal) => Promise<Value>,
    signal: AbortSignal,
    patience?: Patience,
  ): Promise<Value> => {
    try {
      return await guard.run(call, signal, patience);
    } catch (error) {
      if (!(error instanceof GuardError)) throw error;
      throw new ProviderError(
        error.refusal === 'circuit_open' ? 'circuit_open' : 'rate_limited',
        error.message,
        {
          blame: 'nobody',
        },
      );
    }
  };
  return {
    ...plain,
    async run(request, run) {
      // Whoever may not start must not take a place, a start or the trial of those who may.
      if (plain.paid && run.mayStart?.() === false) throw new BudgetSpent();
      const made = { started: false };
      let handedOver = false;
      const onBatch = (offers: readonly Offer[]) => {
        handedOver = true;
        run.onBatch(offers);
      };
      try {
        await guarded(
          async (signal) => {
            made.started = true;
            try {
              await plain.run(request, { ...run, signal, onBatch });
            } catch (error) {
              throw handedOver ? withoutRetry(error) : error;
            }
          },
          run.signal,
          { mostWaitMs: run.budgetMs * waitShare, onUnawaited: run.onUnawaited },
        );
      } finally {
        if (plain.paid && !made.started) run.onNotStarted?.();
      }
    },
    check: (offer, signal, budgetMs) =>
      guarded((attempt) => plain.check(offer, attempt, budgetMs), signal, {
        mostWaitMs: budgetMs * waitShare,
      }),
    circuit: () => guard.circuit(),
  };
}

/** A source that tells us of our mistake works; one that has no room for us now says nothing of the time when it has. */
const verdicts: Readonly<Record<ProviderError['blame'], Verdict>> = {
  ours: 'good',
  theirs: 'bad',
  nobody: 'none',
};

function traitsOf(error: unknown): FailureTraits {
  if (error instanceof ProviderError)
    return {
      retryable: error.retryable,
      verdict: verdicts[error.blame],
      retryAfterMs: error.retryAfterMs,
    };
  if (error instanceof BudgetSpent) return { retryable: false, verdict: 'none', retryAfterMs: null };
  // Of whatever class: Node's timers and streams have one of their own.
  const givenUp = error instanceof Error && error.name === 'AbortError';
  return { retryable: isBrokenConnection(error), verdict: givenUp ? 'none' : 'bad', retryAfterMs: null };
}

/** A pooled connection that the other side closes in the moment of its next use breaks like this; a new one may well do. */
const brokenConnection: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const isBrokenConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && brokenConnection.has(error.code);

/** The same failure as one that must not be tried again. */
function withoutRetry(error: unknown): unknown {
  if (!traitsOf(error).retryable) return error;
  const { reason, message, blame, retryAfterMs } =
    error instanceof ProviderError ? error : new ProviderError('error', 'the connection broke');
  return new ProviderError(reason, message, { blame, retryAfterMs, cause: error });
}
