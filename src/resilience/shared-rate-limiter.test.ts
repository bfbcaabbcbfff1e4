import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createManualClock } from './manual-clock.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createSharedRateLimiter, type TakeStart } from './shared-rate-limiter.ts';

const never = new AbortController().signal;
const gone = () => new DOMException('nobody waits', 'AbortError');

function setUp(take: TakeStart) {
  const clock = createManualClock();
  const own = createRateLimiter({ perSecond: null, ...clock });
  return { clock, own, limiter: createSharedRateLimiter({ own, take, ...clock }) };
}

/** Starts that come back one by one, as the other processes leave them. */
const takeAfter = (...waitsMs: readonly number[]): TakeStart => {
  const waits = [...waitsMs];
  return async () => {
    const retryAfterMs = waits.shift() ?? 0;
    return { allowed: retryAfterMs === 0, retryAfterMs };
  };
};

describe('a rate limit that processes share', () => {
  it('is waited for as often as it takes', async () => {
    const { clock, limiter } = setUp(takeAfter(300, 200));
    const acquired = limiter.acquire(never);
    await clock.pass(499);
    await clock.pass(1);
    expect(await acquired).toBe(true);
    expect(clock.nowMs()).toBe(500);
  });

  it('refuses at once where a call would start too late', async () => {
    const { clock, limiter } = setUp(takeAfter(300, 200));
    const acquired = limiter.acquire(never, 400);
    await clock.pass(300);
    expect(await acquired).toBe(false);
    expect(await setUp(takeAfter(5000)).limiter.acquire(never, 4999)).toBe(false);
  });

  it('holds beside the limits of this process, and does not hold where it cannot be counted', async () => {
    const { limiter, own } = setUp(() => Promise.reject(new Error('no Redis')));
    expect(await limiter.acquire(never)).toBe(true);
    limiter.pause(1000);
    expect(await own.acquire(never, 999)).toBe(false);
    expect(await limiter.acquire(never, 999)).toBe(false);
  });

  it("ends with the signal's reason while it is counted, whatever comes of that", async () => {
    const counting = Promise.withResolvers<never>();
    const { limiter } = setUp(() => counting.promise);
    const leaving = new AbortController();
    const waiting = limiter.acquire(leaving.signal);
    const reason = gone();
    leaving.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    counting.reject(new Error('no Redis'));
  });

  it("ends with the signal's reason, not with that of a timer of Node's", async () => {
    const limiter = createSharedRateLimiter({
      own: createRateLimiter({ perSecond: null, ...createManualClock() }),
      take: takeAfter(60_000),
      nowMs: () => 0,
      delay: (forMs, signal) => delay(forMs, undefined, { signal }),
    });
    const leaving = new AbortController();
    const waiting = limiter.acquire(leaving.signal);
    await new Promise((resolve) => setImmediate(resolve));
    const reason = gone();
    leaving.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});
