import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createFallbackSessions } from '../../src/store/fallback/fallback-sessions.ts';
import { openRedis } from '../../src/store/redis/open-redis.ts';
import { createRedisSessions } from '../../src/store/redis/redis-sessions.ts';
import { describeWithRedis } from './redis-under-test.ts';
import { startRedis, type RedisServer } from './start-redis.ts';

const idleMs = 3_600_000;
const conversations = 40;
const fewestTurns = 20;
const outages = 3;

async function open(server: RedisServer, states: string[]) {
  const redis = await openRedis({ url: server.url, maxConnections: 4, timeoutMs: 2_000 });
  const remote = createRedisSessions<{ turn: number }>({ redis, most: 1_000, idleMs });
  return createFallbackSessions<{ turn: number }>({
    remote: { ...remote, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() },
    mostCopies: 1_000,
    idleMs,
    retryMs: 10,
    nowMs: Date.now,
    observe: { stateChanged: (state) => states.push(state), copyGaveWay: (id) => states.push(`lost ${id}`) },
  });
}

async function savesMore(more: number, saves: () => number): Promise<void> {
  const from = saves();
  while (saves() < from + more) await turn();
}

describeWithRedis('conversations while Redis is killed and started again', () => {
  for (const durable of [true, false])
    it(`lose no turn, ${durable ? 'with' : 'without'} a Redis that keeps what it had`, async () => {
      await using server = await startRedis({ durable });
      const states: string[] = [];
      const last = new Map<string, number>();
      {
        await using store = await open(server, states);
        let saves = 0;
        let over = false;

        const converse = async (id: string) => {
          for (let n = 1; n <= fewestTurns || !over; n += 1) {
            const before = await store.find(id);
            expect(before?.state.turn).toBe(n === 1 ? undefined : n - 1);
            expect(await store.save(id, before?.version ?? 0, { turn: n })).toBe('saved');
            saves += 1;
            last.set(id, n);
            // Copies answer without the loop going round; the server and the watch need it to.
            await turn();
          }
        };
        const breakRedis = async () => {
          for (let outage = 0; outage < outages; outage += 1) {
            await savesMore(500, () => saves);
            await server.kill();
            await savesMore(500, () => saves);
            await server.restart();
            while (store.state() === 'degraded') await turn();
          }
          over = true;
        };
        await Promise.all([
          breakRedis(),
          ...Array.from({ length: conversations }, (_, n) => converse(`s${n}`)),
        ]);
        while (store.state() === 'degraded' || store.unwritten() > 0) await turn();
      }
      expect(states.filter((state) => state === 'degraded').length).toBeGreaterThanOrEqual(outages);
      expect(states.filter((state) => state.startsWith('lost'))).toEqual([]);
      await using other = await open(server, []);
      expect(last.size).toBe(conversations);
      for (const [id, n] of last)
        expect(await other.find(id)).toEqual({ id, version: n, state: { turn: n } });
    });
});
