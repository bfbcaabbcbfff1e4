export interface RateLimiter {
  /**
   * Waits until the next call may start; throws the signal's reason where that is first. False, at once and without taking a place, where
   * the call could not start within `mostWaitMs`.
   */
  acquire(signal: AbortSignal, mostWaitMs?: number): Promise<boolean>;
  /**
   * Nobody starts before so many milliseconds are over: what a source asked for with a 429. After a minute of a longer pause one call a
   * minute starts on trial.
   */
  pause(forMs: number): void;
  /** A call that started then was answered: a pause that began before is over. */
  answered(startedAtMs: number): void;
}

export interface RateLimiterParts {
  /** Calls started per second; null for no limit but pauses. */
  readonly perSecond: number | null;
  readonly nowMs: () => number;
  readonly delay: (forMs: number, signal: AbortSignal) => Promise<void>;
}

/**
 * The longest pause that is taken on trust. A source may say a date by a clock that is wrong, in a unit that is not the one we read, or the end
 * of a quota that is raised long before.
 */
const longestPauseMs = 60_000;

/** Spaces calls evenly and in order. A call that is given up leaves its place empty. */
export function createRateLimiter({ perSecond, nowMs, delay }: RateLimiterParts): RateLimiter {
  const spacingMs = perSecond === null ? 0 : 1000 / perSecond;
  let nextFreeMs = 0;
  let pausedAtMs = -Infinity;
  let pausedUntilMs = 0;
  /** The end of the pause by the word of the source. */
  let askedUntilMs = 0;

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
        if (startsAtMs < pausedUntilMs) continue;
        if (startsAtMs < askedUntilMs) pausedUntilMs = startsAtMs + longestPauseMs;
        return true;
      }
    },
    pause(forMs) {
      pausedAtMs = nowMs();
      askedUntilMs = Math.max(askedUntilMs, pausedAtMs + forMs);
      pausedUntilMs = Math.max(pausedUntilMs, pausedAtMs + Math.min(forMs, longestPauseMs));
    },
    answered(startedAtMs) {
      if (startedAtMs > pausedAtMs) pausedUntilMs = askedUntilMs = 0;
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
