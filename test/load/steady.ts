import type { Row } from '../../bench/harness/report.ts';
import { quantile } from '../../bench/harness/statistics.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { startRedis } from '../store/start-redis.ts';
import { closedLoop } from './closed-loop.ts';
import { openLiveMemory } from './live-memory.ts';
import type { LoadResult } from './load-result.ts';
import { machineCpuSeconds } from './machine-cpu.ts';
import { openLoop } from './open-loop.ts';
import type { LoadScenario } from './scenario.ts';
import { serve, type Serve } from './serve.ts';
import { slopeOf, type Sample } from './slope.ts';
import { stepsOf } from './steps.ts';

const turnsPerSecond = 200;
const conversations = 400;
/**
 * More than the server keeps copies of in its own memory, and all of them at their full length: until then it grows because it is meant
 * to. At this scenario's rate that would take ten minutes.
 */
const conversationsBefore = 10_500;
const longestFillSeconds = 600;
const warmUpSeconds = 20;
const rounds = 2;
const mostP99Ms = 150;
const mostMegabytesAMinute = 1;

/**
 * As many turns as a busy day brings, from travellers who come and go. Memory is what is in use after a collection, since resident memory
 * goes up and down by far more than the target; it is read between the rounds, for reading it stops the server for a second and throws away
 * the machine code that it has made of its functions. Each round therefore begins with a warm-up.
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

    using memory = await openLiveMemory(server.inspectorPort);
    const loads = [fill];
    const inUse: Sample[] = [];
    const shares: Share[] = [];
    let loadedSeconds = 0;
    // The first round brings the server from the pace of the filling to that of the load, and is not judged but for failures.
    for (const timed of [0, ...Array.from({ length: rounds }, () => seconds)]) {
      const measured = measureShare(server);
      const firstTraveller = loads.reduce((sum, { travellers }) => sum + travellers.length, 0);
      const offered = { url: server.url, turnsPerSecond, conversations, firstTraveller };
      loads.push(await openLoop({ ...offered, warmUpSeconds, seconds: timed }));
      shares.push(measured());
      loadedSeconds += warmUpSeconds + timed;
      inUse.push([loadedSeconds, (await memory.read()) / 1e6]);
    }
    return rowOf(seconds, loads, inUse, shares.at(-1), server);
  },
};

/** Cores in use over a time. */
interface Share {
  readonly server: number;
  readonly machine: number;
}

function measureShare(server: Serve): () => Share {
  const before = { server: server.cpuSeconds(), machine: machineCpuSeconds(), atMs: performance.now() };
  return () => {
    const seconds = (performance.now() - before.atMs) / 1000;
    return {
      server: (server.cpuSeconds() - before.server) / seconds,
      machine: (machineCpuSeconds() - before.machine) / seconds,
    };
  };
}

function rowOf(
  seconds: number,
  loads: readonly LoadResult[],
  inUse: readonly Sample[],
  share: Share | undefined,
  server: Serve,
): Row {
  const [fill, , ...timed] = loads;
  loads.forEach(({ failures }, round) => {
    for (const failure of failures) console.log(`${round === 0 ? 'filling' : `round ${round}`}, ${failure}`);
  });
  const latenciesMs = timed.flatMap((load) => load.latenciesMs);
  const failed = loads.reduce((sum, load) => sum + load.failed, 0);
  const p99 = quantile(latenciesMs, 0.99);
  const growth = slopeOf(inUse) * 60;
  return {
    scenario: `steady: ${turnsPerSecond} turns/s for ${rounds} times ${seconds} s after ${fill?.travellers.length ?? 0} conversations, each after ${warmUpSeconds} s of warm-up, Redis and Postgres`,
    target: `0 failed, p99 under ${mostP99Ms} ms, memory in use grows less than ${mostMegabytesAMinute} MB a minute`,
    figures: {
      turns: latenciesMs.length,
      failed,
      p50: quantile(latenciesMs, 0.5),
      p99,
      longest: quantile(latenciesMs, 1),
      'MB a minute': growth,
      'MB in use': inUse.map(([, megabytes]) => megabytes.toFixed(1)).join(', '),
      'MB resident': server.residentBytes() / 1e6,
      'cores of the server': share?.server ?? Number.NaN,
      'cores of everything on the machine': share?.machine ?? Number.NaN,
    },
    reached: failed === 0 && p99 < mostP99Ms && growth < mostMegabytesAMinute,
  };
}
