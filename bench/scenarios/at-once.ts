import { setTimeout as delay } from 'node:timers/promises';
import { load, type LoadResult, type Target } from '../harness/load.ts';
import { differentMessage } from '../harness/messages.ts';
import type { Row } from '../harness/report.ts';
import {
  chatTarget,
  patientChatTarget,
  peerTarget,
  startFloor,
  startWindrose,
  type Windrose,
} from '../harness/stage.ts';
import { median, quantile } from '../harness/statistics.ts';
import { warmUp } from '../harness/warm-up.ts';
import { sourceLatencyMs, warmTurns, type Scenario, type Stage } from './scenario.ts';

const pools = (connections: number) => ({
  MAX_CONNECTIONS: String(connections),
  MAX_CONNECTIONS_PER_HOST: String(connections),
});

/** The source's latency while a burst is warmed up; of a few at once it is less, since so many rounds of them would take minutes. */
const longestWarmLatencyMs = 100;

const summary = (result: LoadResult, whose = '') => ({
  [`${whose}p95 over latency`]: quantile(result.latenciesMs, 0.95) - sourceLatencyMs,
  [`${whose}all over latency`]: Math.max(...result.latenciesMs) - sourceLatencyMs,
  [`${whose}turns/s`]: result.turnsPerSecond,
  [`${whose}failed`]: result.failed,
});

/**
 * Runs the code that a burst needs and opens its connections, so that the burst is measured and not the start. As many at once as in the
 * burst: a few at once take another way than many, since a lone answer is read where it arrives.
 */
async function warm({ simulators }: Stage, target: Target, atOnce: number): Promise<void> {
  await simulators.amadeus.set({
    latencyMs: Math.min(atOnce, longestWarmLatencyMs),
    offers: 20,
    fault: null,
  });
  await warmUp(target, {
    turns: warmTurns,
    atOnce,
    messageOf: (index) => differentMessage(12_000 + index),
  });
  await simulators.amadeus.set({ latencyMs: sourceLatencyMs });
}

export const threeAtOnce: Scenario = {
  name: '3 turns at once',
  async run(stage) {
    await using windrose = await startWindrose();
    const [asynchronous, synchronous] = [chatTarget(windrose, 'async'), chatTarget(windrose, 'sync')];
    await warm(stage, asynchronous, 3);
    const rounds = stage.quick ? 1 : 11;
    const fast: number[] = [];
    const slow: number[] = [];
    let failed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const messageOf = (index: number) => differentMessage(100 * round + index);
      const burst = await load(asynchronous, { turns: 3, atOnce: 3, messageOf });
      fast.push(burst.seconds * 1000);
      failed += burst.failed;
    }
    for (let round = 0; round < Math.min(rounds, 2); round += 1) {
      const queued = await load(synchronous, {
        turns: 3,
        atOnce: 3,
        messageOf: (index) => differentMessage(2000 + index),
      });
      slow.push(queued.seconds * 1000);
      failed += queued.failed;
    }
    const over = median(fast) - sourceLatencyMs;
    const ratio = median(slow) / median(fast);
    return [
      {
        scenario: this.name,
        target: 'latency + 15 ms, at least 2.95 times faster than sync',
        figures: { 'over latency': over, 'times faster than sync': ratio, failed, rounds },
        against: { 'sync seconds': median(slow) / 1000 },
        reached: over <= 15 && ratio >= 2.95 && failed === 0,
      },
    ];
  },
};

/** The same burst on the floor and on the peer, each after what warms it up. */
async function burstOfOthers(stage: Stage, turns: number): Promise<Row['against']> {
  const burst = { turns, atOnce: turns, messageOf: differentMessage };
  await using floor = await startFloor(turns);
  await warm(stage, floor, turns);
  const floors: LoadResult[] = [];
  for (let round = 0; round < (stage.quick ? 1 : 3); round += 1) floors.push(await load(floor, burst));
  const allOf = ({ latenciesMs }: LoadResult) => Math.max(...latenciesMs) - sourceLatencyMs;
  return {
    'the floor, p95 over latency':
      median(floors.map(({ latenciesMs }) => quantile(latenciesMs, 0.95))) - sourceLatencyMs,
    'the floor, all over latency': median(floors.map(allOf)),
    ...(await burstOfPeer(stage, turns)).against,
  };
}

async function burstOfPeer({ peerUrl }: Stage, turns: number): Promise<Pick<Row, 'against'>> {
  if (!peerUrl) return {};
  const burst = await load(peerTarget(peerUrl), { turns, atOnce: turns, messageOf: differentMessage });
  return { against: summary(burst, 'peer ') };
}

export const hundredAtOnce: Scenario = {
  name: '100 turns at once, all different, pool of 100',
  async run(stage) {
    await using windrose = await startWindrose(pools(100));
    const target = chatTarget(windrose, 'async');
    await warm(stage, target, 100);
    const bursts: LoadResult[] = [];
    for (let round = 0; round < (stage.quick ? 1 : 5); round += 1)
      bursts.push(
        await load(target, {
          turns: 100,
          atOnce: 100,
          messageOf: (index) => differentMessage(200 * round + index),
        }),
      );
    const p95 = median(bursts.map((burst) => quantile(burst.latenciesMs, 0.95))) - sourceLatencyMs;
    const rate = median(bursts.map((burst) => burst.turnsPerSecond));
    const failed = bursts.reduce((sum, burst) => sum + burst.failed, 0);
    return [
      {
        scenario: this.name,
        target: 'p95 latency + 60 ms, over 45 turns/s',
        figures: { 'p95 over latency': p95, 'turns/s': rate, failed, rounds: bursts.length },
        against: await burstOfOthers(stage, 100),
        reached: p95 <= 60 && rate > 45 && failed === 0,
      },
    ];
  },
};

export const thousandAtOnce: Scenario = {
  name: '1,000 turns at once, all different, pool of 1,000',
  async run(stage): Promise<readonly Row[]> {
    await using windrose = await startWindrose(pools(1000));
    const target = chatTarget(windrose, 'async');
    await warm(stage, target, 1000);
    const bursts: LoadResult[] = [];
    const perHundred: number[] = [];
    for (let round = 0; round < (stage.quick ? 1 : 3); round += 1) {
      await delay(1000);
      const [burst, bytes] = await withMemory(windrose, () =>
        load(target, {
          turns: 1000,
          atOnce: 1000,
          messageOf: (index) => differentMessage(2000 * round + index),
          checkEvery: 10,
        }),
      );
      bursts.push(burst);
      perHundred.push(bytes / 10 / 1_048_576);
    }
    const all = median(bursts.map((burst) => Math.max(...burst.latenciesMs))) - sourceLatencyMs;
    const failed = bursts.reduce((sum, burst) => sum + burst.failed, 0);
    return [
      {
        scenario: this.name,
        target: 'all answered within latency + 700 ms, none failed',
        figures: { 'all over latency': all, failed, rounds: bursts.length },
        against: await burstOfOthers(stage, 1000),
        reached: all <= 700 && failed === 0,
      },
      {
        scenario: 'memory at 1,000 turns in flight',
        target: 'under 4 MB per 100 turns',
        figures: { 'MB per 100 turns': median(perHundred) },
        reached: median(perHundred) < 4,
      },
    ];
  },
};

/** The burst's result, and how much resident memory it took over what the idle process had while every turn was waiting. */
async function withMemory<Value>(windrose: Windrose, burst: () => Promise<Value>): Promise<[Value, number]> {
  const idle = windrose.process.residentBytes();
  const running = burst();
  await delay(sourceLatencyMs * 0.75);
  const inFlight = windrose.process.residentBytes();
  return [await running, Math.max(0, inFlight - idle)];
}

export const thousandOnDefaultPools: Scenario = {
  name: '1,000 turns at once, all different, default pools of 100 and 30',
  async run(stage) {
    await using windrose = await startWindrose();
    const target = patientChatTarget(windrose);
    await warm(stage, target, 100);
    const burst = await load(target, { turns: 1000, atOnce: 1000, messageOf: differentMessage });
    return [
      {
        scenario: this.name,
        target: 'none failed: cards or "still asking" within the budget',
        figures: {
          ...summary(burst),
          'slowest s': Math.max(...burst.latenciesMs) / 1000,
          failures: burst.failures.join('; ') || '-',
        },
        ...(await burstOfPeer(stage, 1000)),
        reached: burst.failed === 0,
      },
    ];
  },
};
