import { load } from '../harness/load.ts';
import { differentMessage } from '../harness/messages.ts';
import { chatTarget, startFloor, startWindrose } from '../harness/stage.ts';
import { median, quantile } from '../harness/statistics.ts';
import { warmUp } from '../harness/warm-up.ts';
import { sourceLatencyMs, warmTurns, type Scenario } from './scenario.ts';

/** The source's latency while the server is warmed up: turns come one by one and find it waiting, as those that are measured. */
const warmLatencyMs = 5;

/** One turn at a time: what Windrose itself adds to the source's latency. */
export const singleTurn: Scenario = {
  name: 'one turn',
  async run({ simulators, quick }) {
    await simulators.amadeus.set({ latencyMs: warmLatencyMs, offers: 20, fault: null });
    await using windrose = await startWindrose();
    const asynchronous = chatTarget(windrose, 'async');
    const warming = {
      turns: warmTurns,
      atOnce: 1,
      messageOf: (index: number) => differentMessage(10_000 + index),
    };
    await warmUp(asynchronous, warming);
    await using floor = await startFloor(1);
    await warmUp(floor, warming);
    await simulators.amadeus.set({ latencyMs: sourceLatencyMs });
    const turns = quick ? 5 : 25;
    const fast = await load(asynchronous, { turns, atOnce: 1, messageOf: differentMessage });
    const least = await load(floor, { turns: quick ? 2 : 9, atOnce: 1, messageOf: differentMessage });
    const slow = await load(chatTarget(windrose, 'sync'), {
      turns: quick ? 2 : 5,
      atOnce: 1,
      messageOf: (index) => differentMessage(5000 + index),
    });
    const p50 = median(fast.latenciesMs) - sourceLatencyMs;
    const p99 = quantile(fast.latenciesMs, 0.99) - sourceLatencyMs;
    return [
      {
        scenario: this.name,
        target: 'source latency + 10 ms at p50, + 25 ms at p99',
        figures: { 'p50 over latency': p50, 'p99 over latency': p99, failed: fast.failed, turns },
        against: {
          'the floor, p50 over latency': median(least.latenciesMs) - sourceLatencyMs,
          'sync p50 over latency': median(slow.latenciesMs) - sourceLatencyMs,
          'sync failed': slow.failed,
        },
        reached: p50 <= 10 && p99 <= 25 && fast.failed + slow.failed === 0,
      },
    ];
  },
};
