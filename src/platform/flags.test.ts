import type { Provider } from '@openfeature/server-sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFlags, isInRollout, searchModeFlag } from './flags.ts';
import { newId } from './ids.ts';

const sessions = Array.from({ length: 10_000 }, (_, nth) => `session-${nth}`);
/** The domain keeps the flags of one test from those of another. */
const flagsFor = (rolloutPercent: number, provider?: Provider, mode: 'async' | 'sync' = 'async') =>
  createFlags({ mode, rolloutPercent }, newId(), provider);

describe('the rollout', () => {
  it.each([0, 5, 25, 50, 90, 100])('sends %i in a hundred sessions to async, within two', async (percent) => {
    const flags = await flagsFor(percent);
    const modes = await Promise.all(sessions.map((session) => flags.searchMode(session)));
    const share = (modes.filter((mode) => mode === 'async').length / sessions.length) * 100;
    // At the ends not a single session may stray.
    if (percent % 100 === 0) expect(share).toBe(percent);
    else expect(Math.abs(share - percent)).toBeLessThanOrEqual(2);
  });

  it('keeps a session on its side, in this process and in another', async () => {
    const [here, there] = [await flagsFor(50), await flagsFor(50)];
    for (const session of sessions.slice(0, 200)) {
      const mode = await here.searchMode(session);
      expect(await here.searchMode(session)).toBe(mode);
      expect(await there.searchMode(session)).toBe(mode);
    }
  });

  it('takes nobody back as it grows', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.string(), percent, percent, (session, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        if (isInRollout(session, less)) expect(isInRollout(session, more)).toBe(true);
      }),
    );
  });

  it('is nobody where the mode is sync', async () => {
    const flags = await flagsFor(100, undefined, 'sync');
    for (const session of sessions.slice(0, 50)) expect(await flags.searchMode(session)).toBe('sync');
  });
});

describe("a host's own flag service", () => {
  const service = (answer: (flag: string, session: string | undefined) => string): Provider => ({
    metadata: { name: 'host' },
    runsOn: 'server',
    resolveStringEvaluation: async (flag, _usual, { targetingKey }) => ({
      value: answer(flag, targetingKey),
    }),
    resolveBooleanEvaluation: async (_flag, value) => ({ value }),
    resolveNumberEvaluation: async (_flag, value) => ({ value }),
    resolveObjectEvaluation: async (_flag, value) => ({ value }),
  });

  it('is asked by the name of the flag and the session, and decides', async () => {
    const flags = await flagsFor(
      100,
      service((flag, session) => (flag === searchModeFlag && session === 'slow' ? 'sync' : 'async')),
    );
    expect([await flags.searchMode('slow'), await flags.searchMode('quick')]).toEqual(['sync', 'async']);
  });

  it.each(['async', 'sync'] as const)('that fails leaves the configured mode: %s', async (mode) => {
    const failing = service(() => {
      throw new Error('the service is down');
    });
    const flags = await flagsFor(100, failing, mode);
    expect(await flags.searchMode('any')).toBe(mode);
  });
});

it('keeps the flags of two applications in one process apart', async () => {
  const [all, none] = [await flagsFor(100), await flagsFor(0)];
  expect([await all.searchMode('any'), await none.searchMode('any')]).toEqual(['async', 'sync']);
});
