import { randomUUID } from 'node:crypto';
import type { Cache } from '../cache.ts';
import type { Redis } from './open-redis.ts';
import { redisScript } from './redis-script.ts';

export interface RedisCacheSettings {
  readonly redis: Redis;
  /** Larger texts are not kept: Redis answers one call at a time, and a large one holds up all others. */
  readonly mostBytes: number;
}

const releaseScript = redisScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`);

/** A cache that many processes share. The connections belong to whoever opened them. */
export function createRedisCache({ redis, mostBytes }: RedisCacheSettings): Cache {
  return {
    async get(key) {
      const value = await redis.command('GET', `windrose:cache:${key}`);
      return typeof value === 'string' ? value : undefined;
    },
    async set(key, value, ttlMs) {
      const name = `windrose:cache:${key}`;
      if (ttlMs < 1 || Buffer.byteLength(value) > mostBytes) await redis.command('UNLINK', name);
      else await redis.command('SET', name, value, 'PX', String(Math.floor(ttlMs)));
    },
    async lock(key, ttlMs) {
      const token = randomUUID();
      const name = `windrose:lock:${key}`;
      const life = String(Math.max(1, Math.ceil(ttlMs)));
      if ((await redis.command('SET', name, token, 'NX', 'PX', life)) !== 'OK') return undefined;
      const release = async () => (await redis.script(releaseScript, [name], [token])) === 1;
      return {
        token,
        release,
        async [Symbol.asyncDispose]() {
          // The lock ends by itself where Redis is out of reach; the work it guarded is done.
          await release().catch(() => false);
        },
      };
    },
    async [Symbol.asyncDispose]() {
      // Nothing of its own to close.
    },
  };
}
