import type { RateLimits } from '../rate-limits.ts';
import type { Redis } from './open-redis.ts';
import { redisScript } from './redis-script.ts';

/** The key holds when all that was taken will have come back, in ms by the server's own clock. Answers how long to wait, 0 where allowed. */
const takeScript = redisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local window = tonumber(ARGV[2])
local whole = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local next = whole + window / tonumber(ARGV[1])
local wait = next - window - now
if wait > 0.001 then return math.ceil(wait) end
redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', math.ceil(next - now))
return 0
`);

/** Limits that hold across all processes. The connections belong to whoever opened them. */
export function createRedisRateLimits({ redis }: { readonly redis: Redis }): RateLimits {
  return {
    async take(key, limit, windowMs) {
      const wait = Number(await redis.script(takeScript, [`windrose:rate:${key}`], [limit, windowMs]));
      return { allowed: wait === 0, retryAfterMs: wait };
    },
    async [Symbol.asyncDispose]() {
      // Nothing of its own to close.
    },
  };
}
