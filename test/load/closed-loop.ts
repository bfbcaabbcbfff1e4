import { collectTurns, type LoadResult } from './load-result.ts';
import { openConnections, sendTurn } from './send-turn.ts';
import type { Step } from './steps.ts';
import { createTraveller } from './traveller.ts';

export interface ClosedLoopOptions {
  readonly url: string;
  readonly atOnce: number;
  /** Ends after so long, or with the last of the travellers. */
  readonly seconds: number;
  readonly travellers?: number;
  /** The first traveller's number; travellers of different numbers ask for different trips. */
  readonly firstTraveller: number;
  /** What the nth traveller says. */
  readonly say: (traveller: number) => readonly Step[];
  /** Every nth conversation is read in full and judged; of the others only the status and the session. */
  readonly judgeEvery: number;
}

/** So many travellers at once, each of whom sends the next message as soon as the last is answered. */
export async function closedLoop(options: ClosedLoopOptions): Promise<LoadResult> {
  const { url, atOnce, seconds, travellers = Infinity, firstTraveller, say, judgeEvery } = options;
  await using connections = openConnections();
  const collected = collectTurns();
  const endsAt = performance.now() + seconds * 1000;

  async function converse(): Promise<void> {
    const number = collected.travellers.length;
    const traveller = createTraveller(say(firstTraveller + number));
    collected.travellers.push(traveller);
    try {
      while (traveller.next() && performance.now() < endsAt) {
        const sentAt = performance.now();
        await sendTurn(url, connections, traveller, number % judgeEvery === 0);
        collected.answered(performance.now() - sentAt);
      }
    } catch (error) {
      collected.failed(error);
    }
  }

  async function client(): Promise<void> {
    while (collected.travellers.length < travellers && performance.now() < endsAt) await converse();
  }

  await Promise.all(Array.from({ length: atOnce }, client));
  return collected.result();
}
