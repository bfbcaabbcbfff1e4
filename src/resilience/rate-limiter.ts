export interface RateLimiter {
  /** Waits until the next call may start; throws the signal's reason where that is first. */
  acquire(signal: AbortSignal): Promise<void>;
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
    async acquire(signal) {
      signal.throwIfAborted();
      const startsAtMs = Math.max(nowMs(), nextFreeMs, pausedUntilMs);
      nextFreeMs = startsAtMs + spacingMs;
      const waitMs = startsAtMs - nowMs();
      if (waitMs > 0) await delay(waitMs, signal);
    },
    pause(forMs) {
      pausedUntilMs = Math.max(pausedUntilMs, nowMs() + forMs);
    },
  };
}
