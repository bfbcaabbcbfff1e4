import { load } from '../harness/load.ts';
import { differentMessage } from '../harness/messages.ts';
import type { Row } from '../harness/report.ts';
import { chatTarget, startWindroseOnThreeSources } from '../harness/stage.ts';
import { warmUp } from '../harness/warm-up.ts';
import { warmTurns, type Scenario } from './scenario.ts';

const budgetMs = 3000;
const faults = ['hang', 'error_500', 'lying', 'slow_bytes', 'reset'] as const;

/** One of three sources misbehaves: every turn still has cards, and none is later than the budget allows. */
export const oneOfThree: Scenario = {
  name: 'one of three sources hanging, failing, lying',
  async run({ simulators, quick }) {
    const rows: Row[] = [];
    for (const fault of faults) {
      await using windrose = await startWindroseOnThreeSources({ SEARCH_BUDGET_MS: String(budgetMs) });
      const target = chatTarget(windrose, 'async');
      for (const source of [simulators.amadeus, simulators.duffel, simulators.second])
        await source.set({ latencyMs: 0, offers: 20, fault: null, batches: 1 });
      await warmUp(target, {
        turns: warmTurns,
        atOnce: 8,
        messageOf: (index) => differentMessage(10_000 + index),
      });
      await simulators.amadeus.set({ latencyMs: 200 });
      await simulators.duffel.set({ latencyMs: 200, fault });
      await simulators.second.set({ latencyMs: 200 });
      const turns = quick ? 20 : 60;
      const result = await load(target, { turns, atOnce: 10, messageOf: differentMessage });
      const slowest = Math.max(...result.latenciesMs);
      rows.push({
        scenario: `${this.name}: ${fault}`,
        target: `0 failed turns, none later than the budget of ${budgetMs} ms + 50 ms`,
        figures: { failed: result.failed, 'slowest turn': slowest, turns },
        reached: result.failed === 0 && slowest <= budgetMs + 50,
      });
    }
    await simulators.duffel.set({ fault: null });
    return rows;
  },
};
