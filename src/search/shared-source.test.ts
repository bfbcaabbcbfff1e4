import { describe, expect, it } from 'vitest';
import type { Offer } from '../domain/offer.ts';
import { createManualClock } from '../resilience/manual-clock.ts';
import { createAsyncSearch } from './async-search.ts';
import { createOfferCache } from './offer-cache.ts';
import { createPaidBudget } from './paid-budget.ts';
import { sampleOffer, samplePacker, sampleRequest } from './samples.ts';
import { answering, scriptedSource, type ScriptedCall } from './scripted-source.ts';
import { sharedSource, type SharedAnswers } from './shared-source.ts';

const noon = Temporal.Instant.from('2027-01-01T12:00:00Z');

function answersInMemory(nowMs: () => number): SharedAnswers {
  const texts = new Map<string, { readonly value: string; readonly untilMs: number }>();
  const locks = new Set<string>();
  return {
    async get(key) {
      const kept = texts.get(key);
      return kept && kept.untilMs > nowMs() ? kept.value : undefined;
    },
    async set(key, value, ttlMs) {
      texts.set(key, { value, untilMs: nowMs() + ttlMs });
    },
    async lock(key) {
      if (locks.has(key)) return undefined;
      locks.add(key);
      return {
        async [Symbol.asyncDispose]() {
          locks.delete(key);
        },
      };
    },
  };
}

/** Processes that share what they hear of one source, each with a cache of its own and a clock that began when it did. */
function setUp(answer?: (call: ScriptedCall) => void) {
  const clock = createManualClock();
  const answers = answersInMemory(clock.nowMs);
  const source = scriptedSource('one', answer);
  const now = () => noon.add({ milliseconds: clock.nowMs() });
  let processes = 0;
  function startProcess() {
    processes += 1;
    const startedAtMs = processes * 1_000_000;
    const nowMs = () => clock.nowMs() - startedAtMs;
    const shared = sharedSource({
      source,
      answers,
      packer: samplePacker,
      deadlineMs: 30_000,
      nowMs,
      now,
      delay: clock.delay,
      onShared: () => undefined,
    });
    const search = createAsyncSearch({
      sources: [shared],
      cache: createOfferCache({ packer: samplePacker, nowMs }),
      paid: createPaidBudget(nowMs),
      budgetMs: 60_000,
      deadlineMs: 60_000,
      nowMs,
      observe: {
        providerAnswered: () => undefined,
        searchEnded: () => undefined,
        cacheLookedUp: () => undefined,
        shared: () => undefined,
      },
    });
    return {
      /** What a traveller is shown. */
      async show() {
        const options = { mode: 'async', signal: new AbortController().signal, sessionId: 's' } as const;
        let offers: readonly Offer[] = [];
        let cached = false;
        for await (const progress of search.search([sampleRequest()], options)) {
          offers = progress.offers;
          cached = progress.reports.every((report) => report.cached);
        }
        return { ids: offers.map(({ id }) => id), cached };
      },
      /** How one question to the source ends. */
      async ask(signal = new AbortController().signal) {
        const ids: string[] = [];
        await shared.run(sampleRequest(), {
          signal,
          budgetMs: 10_000,
          onBatch: (batch) => ids.push(...batch.map(({ id }) => id)),
          onDropped: () => undefined,
        });
        return ids;
      },
    };
  }
  /** An offer of now that lives for so long. */
  const offerLiving = (milliseconds: number) =>
    sampleOffer('one:a', {
      observedAt: now().toString(),
      expiresAt: now().add({ milliseconds }).toString(),
    });
  return { clock, source, startProcess, offerLiving };
}

describe('the age of an answer that processes share', () => {
  it('counts from when it was observed, whichever process shows it', async () => {
    const { clock, source, startProcess } = setUp(answering(sampleOffer('one:a')));
    const [first, second] = [startProcess(), startProcess()];
    await first.show();
    await clock.pass(179_000);
    expect(await second.show()).toEqual({ ids: ['one:a'], cached: false });
    expect(source.calls).toHaveLength(1);
    await clock.pass(999);
    expect((await second.show()).cached).toBe(true);
    await clock.pass(1);
    expect((await second.show()).cached).toBe(false);
    expect(source.calls).toHaveLength(2);
  });

  it('never outlives the first offer that ends', async () => {
    const { clock, source, startProcess, offerLiving } = setUp();
    const [first, second] = [startProcess(), startProcess()];
    const shown = first.ask();
    await clock.pass(0);
    source.calls[0]?.batch(offerLiving(60_000));
    source.calls[0]?.end();
    await shown;
    await clock.pass(59_000);
    expect((await second.show()).ids).toEqual(['one:a']);
    await clock.pass(999);
    expect((await second.show()).cached).toBe(true);
    await clock.pass(1);
    void second.show();
    await clock.pass(0);
    expect(source.calls).toHaveLength(2);
    source.calls[1]?.end();
  });

  it('counts the time that the source took', async () => {
    const { clock, source, startProcess, offerLiving } = setUp();
    const [first, second] = [startProcess(), startProcess()];
    const shown = first.ask();
    await clock.pass(0);
    source.calls[0]?.batch(offerLiving(60_000));
    await clock.pass(20_000);
    source.calls[0]?.end();
    await shown;
    await clock.pass(39_999);
    expect(await second.ask()).toEqual(['one:a']);
    await clock.pass(1);
    void second.ask();
    await clock.pass(0);
    expect(source.calls).toHaveLength(2);
    source.calls[1]?.end();
  });
});

describe('an answer without offers', () => {
  it('is one for all who ask at the same time, and soon asked for again', async () => {
    const { clock, source, startProcess } = setUp();
    const asked = Promise.all([1, 2, 3, 4].map(() => startProcess().ask()));
    await clock.pass(1000);
    source.calls[0]?.end();
    await clock.pass(1000);
    expect(await asked).toEqual([[], [], [], []]);
    expect(source.calls).toHaveLength(1);
    await clock.pass(10_000);
    void startProcess().ask();
    await clock.pass(0);
    expect(source.calls).toHaveLength(2);
    source.calls[1]?.end();
  });

  it.each([
    ['a failure', (call: ScriptedCall) => call.fail(new Error('broken'))],
    [
      'an answer of which nothing could be read',
      (call: ScriptedCall) => {
        call.run.onDropped('unreadable');
        call.end();
      },
    ],
  ])('is not what %s is: all who waited ask at once', async (_what, end) => {
    const { clock, source, startProcess } = setUp();
    const asked = Promise.allSettled([1, 2, 3, 4].map(() => startProcess().ask()));
    await clock.pass(1000);
    expect(source.calls).toHaveLength(1);
    if (source.calls[0]) end(source.calls[0]);
    await clock.pass(100);
    expect(source.calls).toHaveLength(4);
    for (const call of source.calls.slice(1)) {
      call.batch(sampleOffer('one:a'));
      call.end();
    }
    await clock.pass(100);
    expect((await asked).slice(1)).toEqual([1, 2, 3].map(() => ({ status: 'fulfilled', value: ['one:a'] })));
  });
});
