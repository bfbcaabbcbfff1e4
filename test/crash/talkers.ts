import type { ChatAnswer } from '../../src/contract/chat.ts';
import type { SessionAnswer } from '../../src/contract/session.ts';

/** A conversation as its traveller knows it: what was answered must be there for good. */
export interface Talk {
  readonly id: string;
  /** Messages that got an answer, in order. */
  readonly answered: string[];
}

export interface Talkers {
  readonly talks: readonly Talk[];
  /** Turns answered so far. */
  readonly turns: () => number;
  /** What was answered and was not what it should be. */
  readonly wrong: readonly string[];
  /** Ends every conversation after its turn under way. */
  stop(): Promise<void>;
}

export interface TalkersParts {
  readonly atOnce: number;
  /** Where to send the next turn. */
  readonly urlOf: () => string;
  /** True where a failed request is no surprise, because a server is being killed. */
  readonly mayFail: boolean;
}

const script = [
  (day: number) => `Boston to Lisbon on ${day} December 2026, one way`,
  () => 'only nonstop',
  () => 'what about bags?',
  () => 'Any number of stops',
  () => 'cheapest first',
  () => 'the second one',
  () => 'a day later',
  () => 'thanks',
];
const turnsOfTalk = script.length;

/** Travellers who talk and talk: each conversation goes through the script, and then the next one begins. */
export function startTalkers({ atOnce, urlOf, mayFail }: TalkersParts): Talkers {
  const talks: Talk[] = [];
  const wrong: string[] = [];
  const state = { stopping: false, turns: 0 };

  async function send(message: string, sessionId: string | null): Promise<ChatAnswer | undefined> {
    try {
      const response = await fetch(`${urlOf()}/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message, ...(sessionId ? { session_id: sessionId } : {}) }),
        signal: AbortSignal.timeout(10_000),
      });
      const text = await response.text();
      if (response.status === 200) return JSON.parse(text) as ChatAnswer;
      // A server that is ending takes no more turns, and says so.
      if (mayFail && response.status === 503) return undefined;
      wrong.push(`${response.status} to “${message}”: ${text.slice(0, 300)}`);
    } catch (error) {
      if (!mayFail) wrong.push(`“${message}”: ${String(error)}`);
    }
    return undefined;
  }

  async function talk(day: number): Promise<void> {
    let known: Talk | undefined;
    for (let turn = 0; turn < turnsOfTalk && !state.stopping;) {
      const message = script[turn]!(day);
      const answer = await send(message, known?.id ?? null);
      if (!answer) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      if (!known) {
        known = { id: answer.session_id, answered: [] };
        talks.push(known);
      }
      if (answer.session_id !== known.id) wrong.push(`another session than ${known.id} answered`);
      known.answered.push(message);
      state.turns += 1;
      turn += 1;
    }
  }

  const talkers = Array.from({ length: atOnce }, async (_, index) => {
    for (let round = 0; !state.stopping; round += 1) await talk(1 + ((index + round) % 28));
  });
  return {
    talks,
    wrong,
    turns: () => state.turns,
    async stop() {
      state.stopping = true;
      await Promise.all(talkers);
    },
  };
}

/** Answered turns that a server does not have: each must stand in the transcript, in order. */
export async function lostTurns(url: string, talks: readonly Talk[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { id, answered } of talks) {
    const response = await fetch(`${url}/sessions/${id}`);
    if (response.status !== 200) {
      lost.push(`${id}: ${response.status}, and ${answered.length} turns with it`);
      continue;
    }
    const { transcript } = (await response.json()) as SessionAnswer;
    const said = transcript.filter(({ role }) => role === 'traveller').map(({ text }) => text);
    let at = 0;
    // A turn that was saved but not answered was sent again, so a message may stand there twice.
    for (const message of answered) {
      const found = said.indexOf(message, at);
      if (found < 0) lost.push(`${id}: “${message}” of ${JSON.stringify(said)}`);
      else at = found + 1;
    }
  }
  return lost;
}
