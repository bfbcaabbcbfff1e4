import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../../bench/harness/statistics.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { startRedis } from '../store/start-redis.ts';
import { closedLoop } from './closed-loop.ts';
import { openLiveMemory } from './live-memory.ts';
import { openLoop } from './open-loop.ts';
import { sampleEvery } from './sample-every.ts';
import { machineCpuSeconds } from './machine-cpu.ts';
import type { LoadScenario } from './scenario.ts';
import { serve, type Serve } from './serve.ts';
import { stepsOf } from './steps.ts';
import { slopeOf, type Sample } from './slope.ts';

const turnsPerSecond = 200;
const conversations = 400;
/**
 * More than the server keeps copies of in its own memory, and all of them at their full length: until then it grows because it is meant
 * to. At this scenario's rate that would take ten minutes.
 */
const conversationsBefore = 10_500;
const longestFillSeconds = 600;
const warmUpSeconds = 20;
const settleSeconds = 10;
const sampleMs = 5000;
const mostP99Ms = 150;
const mostMegabytesAMinute = 1;

/**
 * As many turns as a busy day brings, from travellers who come and go. Memory is read while the same load goes on afterwards, for reading
 * it stops the server: what is in use after a collection, since resident memory goes up and down by far more than the target.
 */
export const steady: LoadScenario = {
  name: 'steady',
  async run({ seconds }) {
    await using redis = await startRedis();
    await using postgres = await startPostgres();
    await using server = await serve({ REDIS_URL: redis.url, DATABASE_URL: postgres.newDatabase() });
    const fill = await closedLoop({
      ...{ url: server.url, atOnce: 16, seconds: longestFillSeconds, judgeEvery: 1, say: stepsOf },
      ...{ travellers: conversationsBefore, firstTraveller: 0 },
    });
    if (fill.travellers.length < conversationsBefore)
      throw new Error(`only ${fill.travellers.length} conversations in ${longestFillSeconds} s of warm-up`);

    const cpu: Sample[] = [];
    const machine: Sample[] = [];
    const offered = { url: server.url, turnsPerSecond, conversations };
    const load = await (async () => {
      using _sampling = sampleEvery(sampleMs, (at) => {
        if (at < warmUpSeconds) return;
        cpu.push([at, server.cpuSeconds()]);
        machine.push([at, machineCpuSeconds()]);
      });
      return await openLoop({ ...offered, firstTraveller: conversationsBefore, warmUpSeconds, seconds });
    })();
    const [goesOn, memory] = await Promise.all([
      openLoop({
        ...{ ...offered, firstTraveller: conversationsBefore + load.travellers.length },
        ...{ warmUpSeconds: settleSeconds + seconds, seconds: 0 },
      }),
      readMemory(server, seconds),
    ]);
    for (const [part, { failures }] of Object.entries({ fill, load, 'going on': goesOn }))
      for (const failure of failures) console.log(`${part}: ${failure}`);
    const p99 = quantile(load.latenciesMs, 0.99);
    const growth = slopeOf(memory) * 60;
    const failed = fill.failed + load.failed + goesOn.failed;
    return {
      scenario: `steady: ${turnsPerSecond} turns/s for ${seconds} s after ${conversationsBefore} conversations and ${warmUpSeconds} s of warm-up, Redis and Postgres`,
      target: `0 failed, p99 under ${mostP99Ms} ms, memory in use grows less than ${mostMegabytesAMinute} MB a minute`,
      figures: {
        turns: load.latenciesMs.length,
        failed,
        p50: quantile(load.latenciesMs, 0.5),
        p99,
        longest: quantile(load.latenciesMs, 1),
        'MB a minute': growth,
        'MB in use': memory.at(-1)?.[1] ?? Number.NaN,
        'MB resident': server.residentBytes() / 1e6,
        'cores of the server': slopeOf(cpu),
        'cores of everything on the machine': slopeOf(machine),
      },
      reached: failed === 0 && p99 < mostP99Ms && growth < mostMegabytesAMinute,
    };
  },
};

/** Megabytes in use, by the seconds since the load settled. */
async function readMemory({ inspectorPort }: Serve, seconds: number): Promise<Sample[]> {
  using memory = await openLiveMemory(inspectorPort);
  const samples: Sample[] = [];
  await delay(settleSeconds * 1000);
  const startedAt = performance.now();
  for (let at = 0; at < seconds;) {
    samples.push([at, (await memory.read()) / 1e6]);
    await delay(sampleMs);
    at = (performance.now() - startedAt) / 1000;
  }
  return samples;
}
