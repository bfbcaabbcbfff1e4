import type { Redis } from '../../src/store/redis/open-redis.ts';

/** Lets time pass for a Redis without waiting: every key's remaining life and every remembered moment moves back. */
export async function ageRedis(redis: Redis, milliseconds: number): Promise<void> {
  await redis.command(
    'EVAL',
    `for _, key in ipairs(redis.call('KEYS', '*')) do
       local life = redis.call('PTTL', key)
       local kind = redis.call('TYPE', key).ok
       if kind == 'zset' then
         for _, member in ipairs(redis.call('ZRANGE', key, 0, -1)) do
           redis.call('ZINCRBY', key, -ARGV[1], member)
         end
       end
       if string.find(key, 'windrose:rate:', 1, true) == 1 then
         redis.call('SET', key, redis.call('GET', key) - ARGV[1], 'KEEPTTL')
       end
       if life >= 0 then redis.call('PEXPIRE', key, life - ARGV[1]) end
     end`,
    '0',
    String(Math.ceil(milliseconds)),
  );
}
