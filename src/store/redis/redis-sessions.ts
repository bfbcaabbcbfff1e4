import type { RemoteSessions } from '../fallback/remote-sessions.ts';
import { jsonCodec, type StateCodec } from '../state-codec.ts';
import type { Redis } from './open-redis.ts';
import type { RedisScript } from './redis-script.ts';
import { deleteScript, findScript, restoreScript, saveScript } from './session-scripts.ts';

export interface RedisSessionsSettings<State> {
  readonly redis: Redis;
  /** The least recently used sessions beyond this many are forgotten. */
  readonly most: number;
  /** A session that is not used for so long has ended. */
  readonly idleMs: number;
  readonly codec?: StateCodec<State>;
}

/** The number is that of the layout of states, so that none is read that was packed in another way. */
const prefix = 'windrose:session:3:';
const byUse = 'windrose:sessions';
const tombstones = 'windrose:deleted-session:';
const probe = 'windrose:probe';
const changes = 'windrose:session-changes';

/** Sessions in a Redis that many processes share. The connections belong to whoever opened them. */
export function createRedisSessions<State>({
  redis,
  most,
  idleMs,
  codec = jsonCodec(),
}: RedisSessionsSettings<State>): RemoteSessions<State> {
  /** Redis is spoken to in texts. */
  const pack = (state: State): string => Buffer.from(codec.pack(state)).toString('base64');
  const unpack = (text: string): State => codec.unpack(Buffer.from(text, 'base64'));
  const run = (script: RedisScript, id: string, ...words: readonly (string | number)[]) =>
    redis.script(
      script,
      [prefix + id, byUse, tombstones + id],
      [id, idleMs, most, prefix, changes, ...words],
    );

  return {
    async find(id) {
      const found = await run(findScript, id);
      if (!Array.isArray(found)) return undefined;
      return { id, version: Number(found[0]), state: unpack(String(found[1])) };
    },
    save: async (id, basedOn, state) =>
      (await run(saveScript, id, basedOn, pack(state))) === 1 ? 'saved' : 'conflict',
    restore: async ({ id, version, state }) =>
      (await run(restoreScript, id, version, pack(state))) === 1 ? 'saved' : 'conflict',
    delete: async (id) => (await run(deleteScript, id)) === 1,
    async probe() {
      await redis.command('SET', probe, '1', 'PX', '60000');
    },
    async listMissing(ids) {
      const there = await Promise.all(ids.map((id) => redis.command('EXISTS', prefix + id)));
      return ids.filter((_, n) => there[n] === 0);
    },
    listenChanges: (listener) =>
      redis.listen(changes, (message) => {
        const colon = message.indexOf(':');
        listener(message.slice(colon + 1), Number(message.slice(0, colon)));
      }),
    async [Symbol.asyncDispose]() {
      // Nothing of its own to close.
    },
  };
}
