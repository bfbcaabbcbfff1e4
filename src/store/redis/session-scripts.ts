import { redisScript } from './redis-script.ts';

/*
 * A session is a hash of its version `v` and its state `s`; a sorted set holds the ids by last use, so that the oldest can leave.
 * Ages are the server's own: a key that has expired is a session that has ended. Scripts name keys that follow from the ids they read,
 * which one Redis allows and a cluster does not.
 * KEYS: the session, the set, the tombstone. The first words are the id, the idle time in ms, the most sessions, the prefix and the
 * channel on which changes are told as version:id.
 */
const noteUse = `
local function noteUse(id, idle, most, prefix)
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('PEXPIRE', KEYS[1], idle)
  local added = redis.call('ZADD', KEYS[2], now, id)
  if added == 0 then return end
  local ended = redis.call('ZRANGE', KEYS[2], '-inf', now - idle, 'BYSCORE', 'LIMIT', 0, 100)
  if #ended > 0 then redis.call('ZREM', KEYS[2], unpack(ended)) end
  local over = redis.call('ZCARD', KEYS[2]) - most
  if over <= 0 then return end
  local oldest = redis.call('ZPOPMIN', KEYS[2], math.min(over, 100))
  for n = 1, #oldest, 2 do redis.call('UNLINK', prefix .. oldest[n]) end
end
`;

export const findScript = redisScript(`${noteUse}
local found = redis.call('HMGET', KEYS[1], 'v', 's')
if not found[1] then return false end
noteUse(ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4])
return found
`);

/** Then the version the save is based on, and the state. One that begins a session checks that it was not forgotten meanwhile. */
export const saveScript = redisScript(`${noteUse}
if ARGV[6] == '0' and redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
local version = tonumber(redis.call('HGET', KEYS[1], 'v') or '0')
if version ~= tonumber(ARGV[6]) then return 0 end
redis.call('HSET', KEYS[1], 'v', version + 1, 's', ARGV[7])
redis.call('PUBLISH', ARGV[5], (version + 1) .. ':' .. ARGV[1])
noteUse(ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4])
return 1
`);

/** Then the version of the copy, and the state. */
export const restoreScript = redisScript(`${noteUse}
if redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
local version = tonumber(redis.call('HGET', KEYS[1], 'v') or '0')
if version >= tonumber(ARGV[6]) then return 0 end
redis.call('HSET', KEYS[1], 'v', ARGV[6], 's', ARGV[7])
redis.call('PUBLISH', ARGV[5], ARGV[6] .. ':' .. ARGV[1])
noteUse(ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4])
return 1
`);

/** The tombstone outlives every copy that another process may still hold. */
export const deleteScript = redisScript(`
redis.call('SET', KEYS[3], '', 'PX', ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('PUBLISH', ARGV[5], '0:' .. ARGV[1])
return redis.call('UNLINK', KEYS[1])
`);
