import { differentMessage } from '../harness/messages.ts';
import { chatTarget, startWindroseOnThreeSources } from '../harness/stage.ts';
import { median, quantile } from '../harness/statistics.ts';
import { streamTurn } from '../harness/stream.ts';
import { warmUp } from '../harness/warm-up.ts';
import { warmTurns, type Scenario } from './scenario.ts';

const firstSourceMs = 300;
/** Streams take a way of their own through the server, which is to be as warm as that of the plain answers. */
const streamedBefore = 500;
/** While these are streamed, each source answers so much later than the one before it, milliseconds: one by one, as when it is measured. */
const warmStepMs = 10;

/** Sources at 300 ms, 2 s and 10 s: the first card must not wait for the second source. */
export const firstCard: Scenario = {
  name: 'first card, sources at 300 ms, 2 s and 10 s',
  async run({ simulators, quick }) {
    await using windrose = await startWindroseOnThreeSources();
    const stream = (message: string) => streamTurn(`${windrose.url}/chat/async`, { message });
    const sources = [simulators.amadeus, simulators.duffel, simulators.second];
    for (const source of sources) await source.set({ latencyMs: 0, offers: 20, fault: null, batches: 1 });
    await warmUp(chatTarget(windrose, 'async'), {
      turns: warmTurns,
      atOnce: 4,
      messageOf: (index) => differentMessage(10_000 + index),
    });
    for (const [nth, source] of sources.entries()) await source.set({ latencyMs: nth * warmStepMs });
    for (let round = 0; round < streamedBefore; round += 1) await stream(differentMessage(14_000 + round));
    await simulators.amadeus.set({ latencyMs: firstSourceMs });
    await simulators.duffel.set({ latencyMs: 2000 });
    await simulators.second.set({ latencyMs: 10_000 });
    const firstCards: number[] = [];
    for (let round = 0; round < (quick ? 1 : 9); round += 1) {
      const events = await stream(differentMessage(round));
      const first = events.find(
        ({ event, data }) =>
          event === 'offers-ranked' && (data as { flight_cards: unknown[] }).flight_cards.length > 0,
      );
      firstCards.push(first?.atMs ?? Number.POSITIVE_INFINITY);
    }
    const over = median(firstCards) - firstSourceMs;
    return [
      {
        scenario: this.name,
        target: '300 ms + 15 ms',
        figures: {
          'over 300 ms': over,
          'slowest over': quantile(firstCards, 1) - firstSourceMs,
          rounds: firstCards.length,
        },
        reached: over <= 15,
      },
    ];
  },
};
