import { expect, it } from 'vitest';
import { ageRedis } from '../../../test/store/age-redis.ts';
import { describeWithRedis } from '../../../test/store/redis-under-test.ts';
import { describeRateLimits } from '../rate-limits.contract.ts';
import { createRedisRateLimits } from './redis-rate-limits.ts';

describeWithRedis('rate limits in Redis', ({ connect }) => {
  describeRateLimits('redis', async () => {
    const redis = await connect();
    const limits = createRedisRateLimits({ redis });
    return {
      limits: { ...limits, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() },
      pass: (milliseconds) => ageRedis(redis, milliseconds),
    };
  });

  it('hold across processes, and leave nothing behind', async () => {
    await using redis = await connect();
    await using otherRedis = await connect();
    const one = createRedisRateLimits({ redis });
    const other = createRedisRateLimits({ redis: otherRedis });
    expect((await one.take('a', 1, 60_000)).allowed).toBe(true);
    expect((await other.take('a', 1, 60_000)).allowed).toBe(false);
    await ageRedis(redis, 60_000);
    expect(await redis.command('KEYS', '*')).toEqual([]);
  });
});
