import type { Offer } from '../domain/offer.ts';
import { failureReasonOf } from './failure-reason.ts';
import type { SearchLeave } from './paid-budget.ts';
import type { SearchRequest } from './provider.ts';
import type { ProviderStatus } from './report.ts';
import type { Source } from './source.ts';

/** One request on its way to one source, shared by everybody who asks the same. */
export interface Flight {
  readonly offers: readonly Offer[];
  /** Null while the source has not finished. */
  readonly status: ProviderStatus | null;
  readonly elapsedMs: number;
  readonly dropped: number;
  /** What was wrong with the first offer that was left out; undefined where none was. */
  readonly dropReason: string | undefined;
  /** How long before its end, in milliseconds, the offers were observed: where nobody shared them, in this flight. */
  readonly ageMs: number;
  /** What ended it before the source had said everything; undefined where nothing did. */
  readonly failure: unknown;
  /** Cancelled because nobody waited any more, which says nothing about the source. */
  readonly abandoned: boolean;
  /** Somebody went away who may come back for the answer. */
  readonly kept: boolean;
  /** Calls the listener on every batch and at the end until it is let go; the last to let go cancels the source, unless it `keeps` it. */
  watch(listener: () => void): FlightWatch;
}

export interface FlightWatch {
  /** Goes away; the source is cancelled when nobody else watches. */
  leave(): void;
  /** Goes away but wants the answer later: the source goes on to its own deadline. */
  keep(): void;
}

export interface FlightParts {
  readonly source: Source;
  readonly request: SearchRequest;
  readonly leave: SearchLeave;
  readonly budgetMs: number;
  /** The source is given up after so long, whoever waits. */
  readonly deadlineMs: number;
  readonly nowMs: () => number;
  readonly onEnd: (flight: Flight) => void;
}

/** Starts asking at once. Never throws: a failure is a status. */
export function startFlight(parts: FlightParts): Flight {
  const { source, request, nowMs } = parts;
  const startedAtMs = nowMs();
  const cancel = new AbortController();
  const deadline = setTimeout(
    () => cancel.abort(new DOMException('the deadline is over', 'TimeoutError')),
    parts.deadlineMs,
  );
  const listeners = new Set<() => void>();
  const byId = new Map<string, Offer>();
  let offers: readonly Offer[] = [];
  let status: ProviderStatus | null = null;
  let endedAtMs = 0;
  let dropped = 0;
  let dropReason: string | undefined;
  let sharedAgeMs: number | null = null;
  let failure: unknown;
  let kept = false;
  let abandoned = false;
  let unawaitedSinceMs: number | null = null;
  const goneListeners: (() => void)[] = [];

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const end = (ended: ProviderStatus, why?: unknown) => {
    if (status !== null) return;
    failure = why;
    status = ended;
    endedAtMs = nowMs();
    clearTimeout(deadline);
    parts.onEnd(flight);
    tell();
  };

  const flight: Flight = {
    get offers() {
      return offers;
    },
    get status() {
      return status;
    },
    get elapsedMs() {
      return Math.round((status === null ? nowMs() : endedAtMs) - startedAtMs);
    },
    get dropped() {
      return dropped;
    },
    get dropReason() {
      return dropReason;
    },
    get ageMs() {
      return sharedAgeMs ?? flight.elapsedMs;
    },
    get failure() {
      return failure;
    },
    get abandoned() {
      return abandoned;
    },
    get kept() {
      return kept;
    },
    watch(listener) {
      listeners.add(listener);
      unawaitedSinceMs = null;
      const stopListening = () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unawaitedSinceMs ??= nowMs();
        if (kept && status === null) for (const heard of goneListeners.splice(0)) heard();
      };
      const go = () => {
        stopListening();
        if (listeners.size > 0 || kept || status !== null) return;
        abandoned = true;
        cancel.abort(new DOMException('nobody waits', 'AbortError'));
      };
      return {
        leave: go,
        keep() {
          kept = true;
          stopListening();
        },
      };
    },
  };

  const asked = source.run(request, {
    signal: cancel.signal,
    budgetMs: parts.budgetMs,
    mayStart: () => parts.leave.take(),
    onNotStarted: () => parts.leave.giveBack(),
    unawaitedSinceMs: () => unawaitedSinceMs,
    onUnawaited: (heard) => goneListeners.push(heard),
    onBatch(batch) {
      if (status !== null) return;
      const first = byId.size === 0;
      for (const offer of batch) byId.set(offer.id, offer);
      // The list of a single batch stays the same one: whoever packed it knows it again.
      offers = first && byId.size === batch.length ? batch : [...byId.values()];
      tell();
    },
    onDropped(reason) {
      dropped += 1;
      dropReason ??= reason;
    },
    onAge: (ageMs) => (sharedAgeMs = ageMs),
  });
  // A source that ignores its signal must not hold anybody: the abort itself ends the flight.
  cancel.signal.addEventListener(
    'abort',
    () => end(failureReasonOf(cancel.signal.reason), cancel.signal.reason),
    {
      once: true,
    },
  );
  asked.then(
    // A source of which nothing could be read has not said that there are no flights.
    () => end(offers.length > 0 ? 'ok' : dropped > 0 ? 'error' : 'no_offers'),
    // What came before the failure counts as offers, but the answer is not whole and must not be taken for one.
    (error: unknown) => end(failureReasonOf(error), error),
  );
  return flight;
}
