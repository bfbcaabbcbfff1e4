import { quantile } from '../../bench/harness/statistics.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { startRedis } from '../store/start-redis.ts';
import { closedLoop } from './closed-loop.ts';
import { openLoop } from './open-loop.ts';
import { sampleEvery } from './sample-every.ts';
import { machineCpuSeconds } from './machine-cpu.ts';
import type { LoadScenario } from './scenario.ts';
import { serve } from './serve.ts';
import { slopeOf, type Sample } from './slope.ts';

const turnsPerSecond = 200;
const conversations = 400;
/**
 * Beyond what the server keeps of conversations and offers in its own memory: until these are full it grows because it is meant to. At
 * this scenario's rate that would take ten minutes.
 */
const conversationsBefore = 10_500;
const longestFillSeconds = 300;
const warmUpSeconds = 30;
const sampleMs = 250;
const mostP99Ms = 150;
const mostMegabytesAMinute = 1;

/** As many turns as a busy day brings, from travellers who come and go. */
export const steady: LoadScenario = {
  name: 'steady',
  async run({ seconds }) {
    await using redis = await startRedis();
    await using postgres = await startPostgres();
    await using server = await serve({ REDIS_URL: redis.url, DATABASE_URL: postgres.newDatabase() });
    const fill = await closedLoop({
      ...{ url: server.url, atOnce: 16, seconds: longestFillSeconds, judgeEvery: 1 },
      ...{ travellers: conversationsBefore, messages: 1, firstTraveller: 0 },
    });
    if (fill.travellers.length < conversationsBefore)
      throw new Error(
        `the warm-up had only ${fill.travellers.length} conversations in ${longestFillSeconds} s`,
      );
    const memory: Sample[] = [];
    const cpu: Sample[] = [];
    const machine: Sample[] = [];
    const load = await (async () => {
      using _sampling = sampleEvery(sampleMs, (at) => {
        if (at < warmUpSeconds) return;
        memory.push([at, server.residentBytes() / 1e6]);
        cpu.push([at, server.cpuSeconds()]);
        machine.push([at, machineCpuSeconds()]);
      });
      return await openLoop({ url: server.url, turnsPerSecond, warmUpSeconds, seconds, conversations });
    })();
    for (const failure of [...fill.failures, ...load.failures]) console.log(failure);
    const p99 = quantile(load.latenciesMs, 0.99);
    const growth = slopeOf(memory.slice(memory.length / 2)) * 60;
    const failed = fill.failed + load.failed;
    return {
      scenario: `steady: ${turnsPerSecond} turns/s for ${seconds} s after ${conversationsBefore} conversations and ${warmUpSeconds} s of warm-up, Redis and Postgres`,
      target: `0 failed, p99 under ${mostP99Ms} ms, memory grows less than ${mostMegabytesAMinute} MB a minute`,
      figures: {
        turns: load.latenciesMs.length,
        failed,
        p50: quantile(load.latenciesMs, 0.5),
        p99,
        longest: quantile(load.latenciesMs, 1),
        'MB a minute': growth,
        'MB resident': memory.at(-1)?.[1] ?? Number.NaN,
        'cores of the server': slopeOf(cpu),
        'cores of everything on the machine': slopeOf(machine),
      },
      reached: failed === 0 && p99 < mostP99Ms && growth < mostMegabytesAMinute,
    };
  },
};
