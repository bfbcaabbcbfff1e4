import { waitFor, type RateLimiter, type RateLimiterParts } from './rate-limiter.ts';
import { untilAborted } from './until-aborted.ts';

/** Takes one of the starts that all processes together have; tells how long to wait where there is none left. */
export type TakeStart = () => Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }>;

export interface SharedRateLimiterParts extends Pick<RateLimiterParts, 'nowMs' | 'delay'> {
  /** The limits of this process, which come first, and stand alone where the counting fails. */
  readonly own: RateLimiter;
  readonly take: TakeStart;
}

const uncounted = { allowed: true, retryAfterMs: 0 };

/** Calls start no faster than all processes together may. A wait that turns out too long is refused like any other. */
export function createSharedRateLimiter({ own, take, nowMs, delay }: SharedRateLimiterParts): RateLimiter {
  return {
    async acquire(signal, mostWaitMs = Infinity) {
      const latestMs = nowMs() + mostWaitMs;
      for (;;) {
        const mayStart = await own.acquire(signal, latestMs - nowMs());
        if (!mayStart) return false;
        const { allowed, retryAfterMs } = await untilAborted(
          take().catch(() => uncounted),
          signal,
        );
        if (allowed) return true;
        if (nowMs() + retryAfterMs > latestMs) return false;
        await waitFor(delay(retryAfterMs, signal), signal);
      }
    },
    pause: (forMs) => own.pause(forMs),
    answered: (startedAtMs) => own.answered(startedAtMs),
  };
}
