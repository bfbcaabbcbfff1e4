import { describe, expect, it } from 'vitest';
import type { Circuit } from '../resilience/breaker.ts';
import { ProviderError } from '../search/provider.ts';
import { scriptedSource } from '../search/scripted-source.ts';
import { createSourceHealth } from './source-health.ts';

const minuteMs = 60_000;
const never = new AbortController().signal;

function setUp() {
  const state = { now: 0, circuit: 'closed' as Circuit, tries: 0, probe: () => Promise.resolve(true) };
  const health = createSourceHealth(() => state.now);
  const source = {
    ...scriptedSource('duffel'),
    circuit: () => state.circuit,
    probe: () => {
      state.tries += 1;
      return state.probe();
    },
  };
  return {
    state,
    health,
    heard: health.heard.bind(health, 'duffel'),
    check: () => health.check(source).check(never),
  };
}

describe('the health of a source', () => {
  it('is what its searches say, and nobody tries it meanwhile', async () => {
    const { state, heard, check } = setUp();
    heard('ok');
    expect(await check()).toEqual({ ok: true, detail: 'last search: ok' });
    heard('unauthorized');
    expect(await check()).toEqual({ ok: false, detail: 'refuses the key' });
    heard('no_offers');
    expect(await check()).toMatchObject({ ok: true });
    expect(state.tries).toBe(0);
  });

  it('is bad after three failures, as in sync, which has no breaker', async () => {
    const { heard, check } = setUp();
    for (const status of ['error', 'timeout'] as const) heard(status);
    expect(await check()).toEqual({ ok: true, detail: 'last search: timeout' });
    // What it was not asked says nothing.
    heard('skipped');
    heard('circuit_open');
    expect(await check()).toMatchObject({ ok: true });
    heard('error');
    expect(await check()).toEqual({ ok: false, detail: '3 of 3 searches failed, the last: error' });
  });

  it('is good again once half of the last searches ended well, not after the first', async () => {
    const { heard, check } = setUp();
    for (let nth = 0; nth < 10; nth += 1) heard('timeout');
    heard('ok');
    heard('no_offers');
    expect(await check()).toEqual({ ok: false, detail: '4 of 6 searches failed, the last: no_offers' });
    heard('ok');
    expect(await check()).toEqual({ ok: true, detail: 'last search: ok' });
  });

  it('is tried where nobody searches, once a minute at most', async () => {
    const { state, heard, check } = setUp();
    heard('error');
    state.circuit = 'open';
    expect(await check()).toEqual({ ok: false, detail: 'circuit open' });
    state.now += minuteMs;
    expect([await check(), await check()]).toEqual([
      { ok: true, detail: 'reached' },
      { ok: true, detail: 'reached' },
    ]);
    expect(state.tries).toBe(1);
    state.now += minuteMs;
    state.probe = () => Promise.reject(new ProviderError('unauthorized', 'Duffel answered 401'));
    expect(await check()).toEqual({ ok: false, detail: 'refuses the key' });
    expect(state.tries).toBe(2);
  });

  it('is known before the first search, in words that give no address away', async () => {
    const { state, check } = setUp();
    state.probe = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:443'));
    expect(await check()).toEqual({ ok: false, detail: 'not reached' });
  });

  it('is what was known before while a try takes long', async () => {
    const { state, check } = setUp();
    const slow = Promise.withResolvers<boolean>();
    state.probe = () => slow.promise;
    expect(await check()).toEqual({ ok: true, detail: 'not asked yet' });
    slow.reject(new DOMException('too long', 'TimeoutError'));
    expect(await check()).toEqual({ ok: false, detail: 'not reached in time' });
  });
});
