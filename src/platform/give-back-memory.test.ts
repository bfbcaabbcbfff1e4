import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { giveBackMemory, type GiveBackMemoryParts } from './give-back-memory.ts';

const everyMs = 40;

/** How often it collects while something else goes on. */
async function collections(meanwhile: () => Promise<unknown>, parts: Partial<GiveBackMemoryParts> = {}) {
  let collected = 0;
  {
    using _looking = giveBackMemory({
      collect: () => (collected += 1),
      isIdle: async () => true,
      emptyBytes: () => 1e9,
      everyMs,
      ...parts,
    });
    await meanwhile();
  }
  const disposed = collected;
  await delay(2 * everyMs);
  expect(collected).toBe(disposed);
  return collected;
}

const nothing = () => delay(20 * everyMs);

async function work(): Promise<void> {
  const endsAt = performance.now() + 10 * everyMs;
  while (performance.now() < endsAt) {
    const until = performance.now() + 4;
    while (performance.now() < until);
    await delay(1);
  }
}

describe('memory that holds nothing', () => {
  it('is given back while nothing happens', async () => {
    expect(await collections(nothing)).toBeGreaterThan(0);
  });

  it('is kept while much happens', async () => {
    expect(await collections(work)).toBe(0);
  });

  it('is kept while somebody waits for an answer, and where it is little', async () => {
    expect(await collections(nothing, { isIdle: async () => false })).toBe(0);
    expect(await collections(nothing, { emptyBytes: () => 1e6 })).toBe(0);
  });
});
