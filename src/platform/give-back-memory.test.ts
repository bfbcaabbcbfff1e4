import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { giveBackMemory, type GiveBackMemoryParts } from './give-back-memory.ts';

const everyMs = 5;
const enough = 3;

/** How often it collects in some looks; none after it has been disposed. */
async function collections(parts: Partial<GiveBackMemoryParts> = {}) {
  let collected = 0;
  let looks = 0;
  const looked = Promise.withResolvers<undefined>();
  const { busyShare = () => 0, ...others } = parts;
  {
    using _looking = giveBackMemory({
      collect: () => (collected += 1),
      isIdle: async () => true,
      emptyBytes: () => 1e9,
      busyShare: () => {
        looks += 1;
        if (looks > enough) looked.resolve(undefined);
        return busyShare();
      },
      everyMs,
      ...others,
    });
    await looked.promise;
  }
  const disposed = looks;
  await delay(4 * everyMs);
  expect(looks).toBe(disposed);
  return collected;
}

describe('memory that holds nothing', () => {
  it('is given back while nothing happens', async () => {
    expect(await collections()).toBeGreaterThanOrEqual(enough);
  });

  it('is kept while much happens', async () => {
    expect(await collections({ busyShare: () => 0.02 })).toBe(0);
  });

  it('is kept while somebody waits for an answer, and where it is little', async () => {
    expect(await collections({ isIdle: async () => false })).toBe(0);
    expect(await collections({ emptyBytes: () => 1e6 })).toBe(0);
  });
});
