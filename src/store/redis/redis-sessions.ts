import type { RemoteSessions } from '../fallback/remote-sessions.ts';
import { packState, unpackState } from '../pack-state.ts';
import type { Redis } from './open-redis.ts';
import type { RedisScript } from './redis-script.ts';
import { deleteScript, findScript, restoreScript, saveScript } from './session-scripts.ts';

export interface RedisSessionsSettings {
  readonly redis: Redis;
  /** The least recently used sessions beyond this many are forgotten. */
  readonly most: number;
  /** A session that is not used for so long has ended. */
  readonly idleMs: number;
}

const prefix = 'windrose:session:';
const byUse = 'windrose:sessions';
const tombstones = 'windrose:deleted-session:';
const changes = 'windrose:session-changes';

/** Redis is spoken to in texts. */
const pack = (state: unknown): string => packState(state).toString('base64');
const unpack = (text: string): unknown => unpackState(Buffer.from(text, 'base64'));

/** Sessions in a Redis that many processes share. The connections belong to whoever opened them. */
export function createRedisSessions<State>({
  redis,
  most,
  idleMs,
}: RedisSessionsSettings): RemoteSessions<State> {
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
      return { id, version: Number(found[0]), state: unpack(String(found[1])) as State };
    },
    save: async (id, basedOn, state) =>
      (await run(saveScript, id, basedOn, pack(state))) === 1 ? 'saved' : 'conflict',
    restore: async ({ id, version, state }) =>
      (await run(restoreScript, id, version, pack(state))) === 1 ? 'saved' : 'conflict',
    delete: async (id) => (await run(deleteScript, id)) === 1,
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
