import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cache } from './cache.ts';

export interface CacheUnderTest {
  readonly cache: Cache;
  /** Lets so much time pass for the cache. */
  readonly pass: (milliseconds: number) => void | Promise<void>;
}

/** What every implementation of the cache must do. */
export function describeCache(name: string, make: () => Promise<CacheUnderTest>): void {
  describe(`${name} cache`, () => {
    let cache: Cache;
    let pass: CacheUnderTest['pass'];
    beforeEach(async () => {
      ({ cache, pass } = await make());
    });
    afterEach(() => cache[Symbol.asyncDispose]());

    it('keeps what it is given, the last of each key', async () => {
      expect(await cache.get('a')).toBeUndefined();
      await cache.set('a', 'one', 60_000);
      await cache.set('b', '', 60_000);
      expect(await cache.get('a')).toBe('one');
      expect(await cache.get('b')).toBe('');
      await cache.set('a', 'zwei € ✈', 60_000);
      expect(await cache.get('a')).toBe('zwei € ✈');
    });

    it('forgets after the time', async () => {
      await cache.set('short', 'one', 10_000);
      await cache.set('long', 'two', 90_000);
      await pass(5_000);
      expect(await cache.get('short')).toBe('one');
      await pass(5_000);
      expect(await cache.get('short')).toBeUndefined();
      expect(await cache.get('long')).toBe('two');
    });

    it('keeps nothing that has no time', async () => {
      await cache.set('a', 'one', 60_000);
      await cache.set('a', 'two', 0);
      expect(await cache.get('a')).toBeUndefined();
    });

    it('gives a lock to one of many', async () => {
      const locks = await Promise.all(Array.from({ length: 10 }, () => cache.lock('a', 60_000)));
      const held = locks.filter((lock) => lock !== undefined);
      expect(held).toHaveLength(1);
      expect(await cache.lock('other', 60_000)).toBeDefined();
      expect(await held[0]?.release()).toBe(true);
      expect(await held[0]?.release()).toBe(false);
      expect(await cache.lock('a', 60_000)).toBeDefined();
    });

    it('ends the lock of a holder that died, who cannot release that of the next', async () => {
      const first = await cache.lock('a', 10_000);
      await pass(10_000);
      const second = await cache.lock('a', 10_000);
      expect(second).toBeDefined();
      expect(second?.token).not.toBe(first?.token);
      expect(await first?.release()).toBe(false);
      expect(await cache.lock('a', 10_000)).toBeUndefined();
    });

    it('releases a lock at the end of its scope', async () => {
      {
        await using lock = await cache.lock('a', 60_000);
        expect(lock).toBeDefined();
      }
      expect(await cache.lock('a', 60_000)).toBeDefined();
    });

    it('keeps locks and texts of one key apart', async () => {
      await cache.set('a', 'one', 60_000);
      expect(await cache.lock('a', 60_000)).toBeDefined();
      expect(await cache.get('a')).toBe('one');
    });
  });
}
