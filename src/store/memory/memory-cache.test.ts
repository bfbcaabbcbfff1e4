import { expect, it } from 'vitest';
import { describeCache } from '../cache.contract.ts';
import { createMemoryCache } from './memory-cache.ts';

describeCache('memory', async () => {
  let nowMs = 1_000_000;
  return {
    cache: createMemoryCache({ most: 1_000, mostBytes: 1_000_000, nowMs: () => nowMs }),
    pass: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
});

const kept = async (cache: ReturnType<typeof createMemoryCache>, keys: readonly string[]) => {
  const found = await Promise.all(keys.map((key) => cache.get(key)));
  return keys.filter((_, n) => found[n] !== undefined);
};

it('the memory cache stays within its number, least recently used out first', async () => {
  await using cache = createMemoryCache({ most: 2, mostBytes: 1_000_000, nowMs: () => 1 });
  await cache.set('a', '1', 10);
  await cache.set('b', '2', 10);
  await cache.get('a');
  await cache.set('c', '3', 10);
  expect(await kept(cache, ['a', 'b', 'c'])).toEqual(['a', 'c']);
});

it('the memory cache stays within its bytes, and a text that would fill it alone is not kept', async () => {
  await using cache = createMemoryCache({ most: 100, mostBytes: 10_000, nowMs: () => 1 });
  for (const key of ['a', 'b', 'c', 'd']) await cache.set(key, 'x'.repeat(1_500), 10);
  expect(await kept(cache, ['a', 'b', 'c', 'd'])).toEqual(['b', 'c', 'd']);
  await cache.set('b', 'x', 10);
  await cache.set('e', 'x'.repeat(1_400), 10);
  expect(await kept(cache, ['b', 'c', 'd', 'e'])).toEqual(['b', 'c', 'd', 'e']);
  await cache.set('huge', 'x'.repeat(6_000), 10);
  expect(await kept(cache, ['b', 'c', 'd', 'e', 'huge'])).toEqual(['b', 'c', 'd', 'e']);
});
