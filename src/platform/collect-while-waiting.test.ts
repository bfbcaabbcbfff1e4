import { setImmediate as nextTurnOfTheLoop, setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  collectWhileWaiting,
  youngHeapBytes,
  type CollectWhileWaitingParts,
} from './collect-while-waiting.ts';

const everyMs = 30;

function collector(parts: Partial<CollectWhileWaitingParts> = {}) {
  const state = { collected: 0 };
  const waiting = collectWhileWaiting({
    collect: () => (state.collected += 1),
    youngBytes: () => 1e9,
    everyMs,
    ...parts,
  });
  return { state, ...waiting };
}

const quiet = () => delay(10 * everyMs);

/** Keeps the loop busy, and lets it look. */
async function work(stir: () => void): Promise<void> {
  const endsAt = performance.now() + 8 * everyMs;
  while (performance.now() < endsAt) {
    stir();
    const until = performance.now() + 4;
    while (performance.now() < until);
    await nextTurnOfTheLoop();
  }
}

describe('young objects', () => {
  it('are collected once when those who came only wait, and again after others came', async () => {
    const { state, stir, ...waiting } = collector();
    using _waiting = waiting;
    stir();
    stir();
    await quiet();
    expect(state.collected).toBe(1);
    stir();
    await quiet();
    expect(state.collected).toBe(2);
  });

  it('are left alone while there is work, and collected after it', async () => {
    const { state, stir, ...waiting } = collector();
    using _waiting = waiting;
    await work(stir);
    expect(state.collected).toBe(0);
    await quiet();
    expect(state.collected).toBe(1);
  });

  it('are left alone while nobody comes, where they are few, and after the end', async () => {
    const { state: untouched, ...first } = collector();
    const { state: few, ...second } = collector({ youngBytes: () => 1e6 });
    const { state: ended, ...third } = collector();
    using _first = first;
    using _second = second;
    second.stir();
    third.stir();
    third[Symbol.dispose]();
    third.stir();
    await quiet();
    expect([untouched.collected, few.collected, ended.collected]).toEqual([0, 0, 0]);
  });

  it('are counted with what has just been made', () => {
    const before = youngHeapBytes();
    const made = Array.from({ length: 10_000 }, (_, place) => ({ place }));
    expect(before).toBeGreaterThan(0);
    expect(made).toHaveLength(10_000);
    expect(youngHeapBytes()).not.toBe(before);
  });
});
