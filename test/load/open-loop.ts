import { setTimeout as delay } from 'node:timers/promises';
import { collectTurns, type LoadResult } from './load-result.ts';
import { openConnections, sendTurn } from './send-turn.ts';
import { stepsOf } from './steps.ts';
import { createTraveller, type Traveller } from './traveller.ts';

export interface OpenLoopOptions {
  readonly url: string;
  readonly turnsPerSecond: number;
  /** Turns that are due earlier are answered but not timed. */
  readonly warmUpSeconds: number;
  /** How long turns are timed after the warm-up. */
  readonly seconds: number;
  /** The first traveller's number; travellers of different numbers ask for different trips. */
  readonly firstTraveller?: number;
  /** Conversations under way. More begin where all of them wait for an answer. */
  readonly conversations: number;
}

/**
 * Sends turns at a constant rate, whether the server keeps up or not. A turn's latency counts from the moment it was to be sent, so that a
 * server that stalls cannot hide the turns that would have come meanwhile.
 */
export async function openLoop(options: OpenLoopOptions): Promise<LoadResult> {
  const { url, turnsPerSecond, warmUpSeconds, seconds, conversations, firstTraveller = 0 } = options;
  await using connections = openConnections();
  const collected = collectTurns();
  const waiting: Traveller[] = [];
  const underWay = new Set<Promise<void>>();
  let alive = 0;

  function nextTraveller(): Traveller {
    const known = alive < conversations ? undefined : waiting.shift();
    if (known) return known;
    const number = collected.travellers.length;
    // Those who are there at first leave one after the other; otherwise all would search at the same time, and all ask at the same time.
    const steps = stepsOf(firstTraveller + number);
    const most = number < conversations ? 1 + (number % steps.length) : undefined;
    const traveller = createTraveller(steps.slice(0, most));
    collected.travellers.push(traveller);
    alive += 1;
    return traveller;
  }

  async function turn(dueAt: number): Promise<void> {
    const traveller = nextTraveller();
    try {
      await sendTurn(url, connections, traveller);
      if (dueAt >= timedFrom) collected.answered(performance.now() - dueAt);
      if (traveller.next()) {
        waiting.push(traveller);
        return;
      }
    } catch (error) {
      // What follows in a conversation that went wrong would be judged against the wrong past.
      collected.failed(error);
    }
    alive -= 1;
  }

  const startedAt = performance.now();
  const timedFrom = startedAt + warmUpSeconds * 1000;
  const turns = Math.round(turnsPerSecond * (warmUpSeconds + seconds));
  for (let index = 0; index < turns;) {
    for (; index < turns; index += 1) {
      const dueAt = startedAt + (index * 1000) / turnsPerSecond;
      if (dueAt > performance.now()) break;
      const running = turn(dueAt).finally(() => underWay.delete(running));
      underWay.add(running);
    }
    await delay(1);
  }
  await Promise.all(underWay);
  return collected.result();
}
