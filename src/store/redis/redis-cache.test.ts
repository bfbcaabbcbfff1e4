import { expect, it } from 'vitest';
import { ageRedis } from '../../../test/store/age-redis.ts';
import { describeWithRedis } from '../../../test/store/redis-under-test.ts';
import { describeCache } from '../cache.contract.ts';
import { createRedisCache } from './redis-cache.ts';

describeWithRedis('cache in Redis', ({ connect }) => {
  describeCache('redis', async () => {
    const redis = await connect();
    const cache = createRedisCache({ redis, mostBytes: 1_000_000 });
    return {
      cache: { ...cache, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() },
      pass: (milliseconds) => ageRedis(redis, milliseconds),
    };
  });

  it('is shared, and so are its locks', async () => {
    await using redis = await connect();
    await using otherRedis = await connect();
    const one = createRedisCache({ redis, mostBytes: 10 });
    const other = createRedisCache({ redis: otherRedis, mostBytes: 10 });
    await one.set('a', 'text', 60_000);
    expect(await other.get('a')).toBe('text');
    expect(await one.lock('a', 60_000)).toBeDefined();
    expect(await other.lock('a', 60_000)).toBeUndefined();
  });

  it('forgets rather than keeps a text that is too large', async () => {
    await using redis = await connect();
    const cache = createRedisCache({ redis, mostBytes: 10 });
    await cache.set('a', 'old', 60_000);
    await cache.set('a', '€€€€', 60_000);
    expect(await cache.get('a')).toBeUndefined();
  });
});
