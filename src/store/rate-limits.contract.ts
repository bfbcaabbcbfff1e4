import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RateLimits } from './rate-limits.ts';

export interface RateLimitsUnderTest {
  readonly limits: RateLimits;
  readonly pass: (milliseconds: number) => void | Promise<void>;
}

/** What every implementation of the rate limits must do. Windows are hours: the suite's own time does not matter. */
export function describeRateLimits(name: string, make: () => Promise<RateLimitsUnderTest>): void {
  describe(`${name} rate limits`, () => {
    const hour = 3_600_000;
    let limits: RateLimits;
    let pass: RateLimitsUnderTest['pass'];
    beforeEach(async () => {
      ({ limits, pass } = await make());
    });
    afterEach(() => limits[Symbol.asyncDispose]());

    const takeMany = async (count: number, key = 'a') => {
      const taken = await Promise.all(Array.from({ length: count }, () => limits.take(key, 4, hour)));
      return taken.filter(({ allowed }) => allowed).length;
    };

    it('allow as many as the limit at once, even where all come together', async () => {
      expect(await takeMany(50)).toBe(4);
      expect(await limits.take('a', 4, hour)).toMatchObject({ allowed: false });
    });

    it('keep keys apart', async () => {
      expect(await takeMany(10, 'a')).toBe(4);
      expect(await takeMany(10, 'b')).toBe(4);
    });

    it('say when to come again, and mean it', async () => {
      expect(await limits.take('a', 4, hour)).toEqual({ allowed: true, retryAfterMs: 0 });
      await takeMany(3);
      const { retryAfterMs } = await limits.take('a', 4, hour);
      expect(retryAfterMs).toBeGreaterThan(hour / 4 - 60_000);
      expect(retryAfterMs).toBeLessThanOrEqual(hour / 4);
      await pass(retryAfterMs - 60_000);
      expect((await limits.take('a', 4, hour)).allowed).toBe(false);
      await pass(60_000);
      expect(await takeMany(5)).toBe(1);
    });

    it('give the whole limit back after the window, and never more', async () => {
      await takeMany(4);
      await pass(hour);
      expect(await takeMany(10)).toBe(4);
      await pass(10 * hour);
      expect(await takeMany(10)).toBe(4);
    });

    it('take nothing for a refusal', async () => {
      await takeMany(100);
      await pass(hour / 4);
      expect(await takeMany(10)).toBe(1);
    });
  });
}
