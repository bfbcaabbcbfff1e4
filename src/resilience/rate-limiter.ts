export interface RateLimiter {
  /**
   * Waits until the next call may start; throws the signal's reason where that is first. False, at once and without taking a place, where
   * the call could not start within `mostWaitMs`.
   */
  acquire(signal: AbortSignal, mostWaitMs?: number): Promise<boolean>;
  /** Nobody starts before so many milliseconds are over: what a source asked for with a 429. */
  pause(forMs: number): void;
}

export interface RateLimiterParts {
  /** Calls started per second; null for no limit but pauses. */
  readonly perSecond: number | null;
  readonly nowMs: () => number;
  readonly delay: (forMs: number, signal: AbortSignal) => Promise<void>;
}

/** Spaces calls evenly and in order. A call that is given up leaves its place empty. */
export function createRateLimiter({ perSecond, nowMs, delay }: RateLimiterParts): RateLimiter {
  const spacingMs = perSecond === null ? 0 : 1000 / perSecond;
  let nextFreeMs = 0;
  let pausedUntilMs = 0;

  return {
    async acquire(signal, mostWaitMs = Infinity) {
      const latestMs = nowMs() + mostWaitMs;
      for (;;) {
        signal.throwIfAborted();
        const startsAtMs = Math.max(nowMs(), nextFreeMs, pausedUntilMs);
        if (startsAtMs > latestMs) return false;
        nextFreeMs = startsAtMs + spacingMs;
        const waitMs = startsAtMs - nowMs();
        if (waitMs > 0) await waitFor(delay(waitMs, signal), signal);
        // A pause that began meanwhile holds for those who waited already, too.
        if (startsAtMs >= pausedUntilMs) return true;
      }
    },
    pause(forMs) {
      pausedUntilMs = Math.max(pausedUntilMs, nowMs() + forMs);
    },
  };
}

/** A timer that ends early with the signal's reason: Node's own error says nothing of why the caller went away. */
export async function waitFor(timer: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await timer;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
