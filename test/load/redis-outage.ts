import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../../bench/harness/statistics.ts';
import type { LoadResult } from './load-result.ts';
import { lostTurns } from './lost-turns.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { startRedis } from '../store/start-redis.ts';
import { openLoop } from './open-loop.ts';
import type { LoadScenario } from './scenario.ts';
import { serve } from './serve.ts';

const turnsPerSecond = 50;
const conversations = 100;
const warmUpSeconds = 5;
const outageSeconds = 10;
/** After the load, for what is still to be written back. */
const longestReturnSeconds = 30;

/** Redis is killed under load, stays away, and comes back with nothing in it. */
export const redisOutage: LoadScenario = {
  name: 'redis-outage',
  async run({ seconds }) {
    await using redis = await startRedis();
    await using postgres = await startPostgres();
    const env = { REDIS_URL: redis.url, DATABASE_URL: postgres.newDatabase() };
    let load: LoadResult;
    let degraded = 0;
    let lostHere: string[];
    {
      await using server = await serve(env);
      const turns = openLoop({ url: server.url, turnsPerSecond, warmUpSeconds, seconds, conversations });
      const outage = async () => {
        await delay((warmUpSeconds + seconds / 4) * 1000);
        await redis.kill();
        await delay(outageSeconds * 500);
        degraded = await degradedAt(server.url);
        await delay(outageSeconds * 500);
        await redis.restart();
      };
      [load] = await Promise.all([turns, outage()]);
      for (let waited = 0; (await degradedAt(server.url)) > 0; waited += 1) {
        if (waited === longestReturnSeconds) throw new Error('the server did not go back to Redis');
        await delay(1000);
      }
      lostHere = await lostTurns(server.url, load.travellers);
    }
    // A server that has seen none of it knows what Redis holds, and nothing else.
    await using another = await serve(env);
    const lostThere = await lostTurns(another.url, load.travellers);
    for (const line of [...load.failures, ...lostHere.slice(0, 3), ...lostThere.slice(0, 3)])
      console.log(line);
    const answered = load.travellers.reduce((sum, traveller) => sum + traveller.answered.length, 0);
    return {
      scenario: `redis-outage: ${turnsPerSecond} turns/s while Redis is away for ${outageSeconds} s and comes back empty`,
      target: '0 failed, 0 answered turns missing afterwards',
      figures: {
        'turns answered': answered,
        failed: load.failed,
        conversations: load.travellers.length,
        'turns missing': lostHere.length,
        'turns missing on another server': lostThere.length,
        'ran degraded': degraded > 0 ? 'yes' : 'no',
        p99: quantile(load.latenciesMs, 0.99),
        longest: quantile(load.latenciesMs, 1),
      },
      reached: load.failed === 0 && lostHere.length === 0 && lostThere.length === 0 && degraded > 0,
    };
  },
};

/** 1 while the server goes on from its own copies. */
async function degradedAt(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = /^session_store_degraded (\d)$/m.exec(text)?.[1];
  if (value === undefined) throw new Error('the server does not say whether its session store is degraded');
  return Number(value);
}
