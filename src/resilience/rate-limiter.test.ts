import { describe, expect, it } from 'vitest';
import { createManualClock } from './manual-clock.ts';
import { createRateLimiter } from './rate-limiter.ts';

const never = new AbortController().signal;

function setUp(perSecond: number | null) {
  const clock = createManualClock();
  const limiter = createRateLimiter({ perSecond, ...clock });
  const started: number[] = [];
  const start = async (signal = never, mostWaitMs?: number) => {
    if (await limiter.acquire(signal, mostWaitMs)) started.push(clock.nowMs());
  };
  return { clock, limiter, start, started };
}

describe('the rate limiter', () => {
  it('spaces calls evenly and in order', async () => {
    const { clock, start, started } = setUp(10);
    const calls = Promise.all([start(), start(), start()]);
    await clock.pass(1000);
    await calls;
    expect(started).toEqual([0, 100, 200]);
  });

  it('lets everything through at once where there is no limit', async () => {
    const { start, started } = setUp(null);
    await Promise.all([start(), start(), start()]);
    expect(started).toEqual([0, 0, 0]);
  });

  it('does not save up places of the past', async () => {
    const { clock, start, started } = setUp(10);
    await clock.pass(5000);
    const calls = Promise.all([start(), start()]);
    await clock.pass(1000);
    await calls;
    expect(started).toEqual([5000, 5100]);
  });

  it('lets nobody start in a pause, not even those who waited before it began', async () => {
    const { clock, limiter, start, started } = setUp(10);
    const calls = Promise.all([start(), start(), start()]);
    await clock.pass(50);
    limiter.pause(1000);
    await clock.pass(5000);
    await calls;
    expect(started).toEqual([0, 1050, 1150]);
  });

  it('tries one call after a minute of a longer pause, and the others only once it is answered', async () => {
    const { clock, limiter, start, started } = setUp(null);
    const day = 86_400_000;
    limiter.pause(day);
    await clock.pass(59_000);
    const waiting = Promise.all([start(never, 5000), start(never, 5000)]);
    await clock.pass(5000);
    await waiting;
    expect(started).toEqual([60_000]);

    limiter.answered(60_000);
    await start(never, 0);
    expect(started).toEqual([60_000, 64_000]);
  });

  it('tries another call a minute after one that was refused again', async () => {
    const { clock, limiter, start, started } = setUp(null);
    limiter.pause(3_600_000);
    await clock.pass(60_000);
    await start(never, 0);
    limiter.pause(3_600_000);
    await clock.pass(59_999);
    await start(never, 0);
    await clock.pass(1);
    await start(never, 0);
    expect(started).toEqual([60_000, 120_000]);
  });

  it('is not lifted by a call that started before it', async () => {
    const { clock, limiter, start, started } = setUp(null);
    await clock.pass(100);
    limiter.pause(1000);
    limiter.answered(50);
    await start(never, 999);
    expect(started).toEqual([]);
  });

  it('never shortens a pause', async () => {
    const { clock, limiter, start, started } = setUp(null);
    limiter.pause(1000);
    limiter.pause(10);
    const call = start();
    await clock.pass(2000);
    await call;
    expect(started).toEqual([1000]);
  });

  it('refuses at once, and takes no place, where a call would start too late', async () => {
    const { clock, limiter, start, started } = setUp(10);
    limiter.pause(1000);
    expect(await limiter.acquire(never, 999)).toBe(false);
    const calls = Promise.all([start(never, 1000), start(never, 1100)]);
    await clock.pass(2000);
    await calls;
    expect(started).toEqual([1000, 1100]);
  });

  it("throws the signal's reason where that is first", async () => {
    const { limiter } = setUp(1);
    await limiter.acquire(never);
    const gone = new AbortController();
    const waiting = limiter.acquire(gone.signal);
    const reason = new DOMException('nobody waits', 'AbortError');
    gone.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(limiter.acquire(gone.signal)).rejects.toBe(reason);
  });
});
