import { collectTurns, type LoadResult } from './load-result.ts';
import { openConnections, sendTurn } from './send-turn.ts';
import { createTraveller } from './traveller.ts';

export interface ClosedLoopOptions {
  readonly url: string;
  readonly atOnce: number;
  readonly seconds: number;
  /** The first traveller's number; travellers of different numbers ask for different trips. */
  readonly firstTraveller: number;
}

/** So many travellers, each of whom sends the next message as soon as the last is answered. */
export async function closedLoop(options: ClosedLoopOptions): Promise<LoadResult> {
  const { url, atOnce, seconds, firstTraveller } = options;
  await using connections = openConnections();
  const collected = collectTurns();
  const endsAt = performance.now() + seconds * 1000;

  async function converse(): Promise<void> {
    const traveller = createTraveller(firstTraveller + collected.travellers.length);
    collected.travellers.push(traveller);
    try {
      while (traveller.next() && performance.now() < endsAt) {
        const sentAt = performance.now();
        await sendTurn(url, connections, traveller);
        collected.answered(performance.now() - sentAt);
      }
    } catch (error) {
      collected.failed(error);
    }
  }

  async function client(): Promise<void> {
    while (performance.now() < endsAt) await converse();
  }

  await Promise.all(Array.from({ length: atOnce }, client));
  return collected.result();
}
