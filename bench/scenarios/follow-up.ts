import { differentMessage } from '../harness/messages.ts';
import { startWindrose } from '../harness/stage.ts';
import { median, quantile } from '../harness/statistics.ts';
import type { Scenario } from './scenario.ts';

const followUps = [
  'Only nonstop',
  'The cheapest one',
  'What about bags?',
  'any number of stops is fine',
  'sort by duration',
] as const;
const targetMs = 15;
/** Each of the questions takes a way of its own through the server: by then all of them have been compiled. */
const warmConversations = 150;

interface Answer {
  readonly session_id: string;
  readonly reply: string;
  readonly search: { readonly providers: unknown[] } | null;
}

/** Questions about offers already held, while the source would take two seconds. */
export const followUp: Scenario = {
  name: 'a follow-up on held offers',
  async run({ simulators, quick }) {
    await simulators.amadeus.set({ latencyMs: 50, offers: 20, fault: null });
    await using windrose = await startWindrose();
    const turn = async (body: object): Promise<[Answer, number]> => {
      const startedAt = performance.now();
      const response = await fetch(`${windrose.url}/chat/async`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as Answer;
      if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
      return [answer, performance.now() - startedAt];
    };
    const times: number[] = [];
    let asked = 0;
    for (let conversation = 0; conversation < warmConversations + (quick ? 10 : 60); conversation += 1) {
      const [{ session_id: sessionId }] = await turn({ message: differentMessage(conversation) });
      for (const message of followUps) {
        const [answer, elapsedMs] = await turn({ message, session_id: sessionId });
        if (conversation >= warmConversations) times.push(elapsedMs);
        if (answer.search !== null) asked += 1;
      }
    }
    const p99 = quantile(times, 0.99);
    return [
      {
        scenario: this.name,
        target: 'p99 under 15 ms, no source asked',
        figures: { p50: median(times), p99, 'turns that searched': asked, turns: times.length },
        reached: p99 < targetMs && asked === 0,
      },
    ];
  },
};
