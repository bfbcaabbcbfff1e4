import { describe, expect, it } from 'vitest';
import { createAsyncSearch } from './async-search.ts';
import { createOfferCache } from './offer-cache.ts';
import { createPaidBudget } from './paid-budget.ts';
import { ProviderError } from './provider.ts';
import { sampleOffer, samplePacker, sampleRequest } from './samples.ts';
import { scriptedSource, type ScriptedSource } from './scripted-source.ts';

const longMs = 60_000;
const requests = [sampleRequest()];

/** Asks until the budget is over, with a source that has not answered by then. */
async function askedInVain(source: ScriptedSource) {
  let now = 1000;
  const nowMs = () => now;
  const search = createAsyncSearch({
    sources: [source],
    cache: createOfferCache({ packer: samplePacker, nowMs }),
    paid: createPaidBudget(nowMs),
    budgetMs: 5,
    deadlineMs: longMs,
    nowMs,
    observe: {
      providerAnswered: () => undefined,
      searchEnded: () => undefined,
      cacheLookedUp: () => undefined,
      shared: () => undefined,
    },
  });
  const options = { mode: 'async', signal: new AbortController().signal, sessionId: null } as const;
  for await (const _progress of search.search(requests, options));
  return async (sinceMs = 10, passMs = 0) => {
    now += passMs;
    return (await search.lookFor({ requests, providers: [source.id], sinceMs }))[0];
  };
}

describe('what a source says after its turn', () => {
  it.each([true, false])(
    'is there for whoever looks, and asks nobody; of a source that costs: %s',
    async (paid) => {
      const source = scriptedSource('one', undefined, paid);
      const look = await askedInVain(source);
      expect(await look()).toMatchObject({ provider: 'one', offers: [], status: null });
      source.calls[0]!.batch(sampleOffer('one:a'));
      expect(await look()).toMatchObject({ offers: [{ id: 'one:a' }], status: null });
      source.calls[0]!.end();
      await expect.poll(async () => (await look())?.status).toBe('ok');
      expect((await look())?.offers.map(({ id }) => id)).toEqual(['one:a']);
      expect(source.calls).toHaveLength(1);
    },
  );

  it('is still there when whoever looks has taken his time', async () => {
    const source = scriptedSource('one');
    const look = await askedInVain(source);
    source.calls[0]!.batch(sampleOffer('one:a'));
    source.calls[0]!.end();
    await expect.poll(async () => (await look())?.status).toBe('ok');
    const minutes = 20;
    expect(await look(minutes * 60_000, minutes * 60_000)).toMatchObject({
      status: 'ok',
      offers: [{ id: 'one:a' }],
    });
  });

  it('may be that it failed, or that it has no flights', async () => {
    const [broken, empty] = [scriptedSource('broken'), scriptedSource('empty')];
    const [look, lookAgain] = [await askedInVain(broken), await askedInVain(empty)];
    broken.calls[0]!.fail(new ProviderError('error', 'broke'));
    empty.calls[0]!.end();
    await expect.poll(async () => (await look())?.status).toBe('error');
    await expect.poll(async () => (await lookAgain())?.status).toBe('no_offers');
  });

  it('may be known to another process, which is given as long as a source may take', async () => {
    const found: { offers?: readonly ReturnType<typeof sampleOffer>[] } = {};
    const source = { ...scriptedSource('one'), findShared: async () => found.offers };
    const elsewhere = createAsyncSearch({
      sources: [source],
      cache: createOfferCache({ packer: samplePacker, nowMs: () => 1000 }),
      paid: createPaidBudget(() => 1000),
      budgetMs: 5,
      deadlineMs: longMs,
      nowMs: () => 1000,
      observe: {
        providerAnswered: () => undefined,
        searchEnded: () => undefined,
        cacheLookedUp: () => undefined,
        shared: () => undefined,
      },
    });
    const look = async (sinceMs: number) =>
      (await elsewhere.lookFor({ requests, providers: ['one'], sinceMs }))[0];
    expect((await look(longMs - 1))?.status).toBeNull();
    expect((await look(longMs))?.status).toBe('timeout');
    found.offers = [sampleOffer('one:a')];
    expect(await look(longMs)).toMatchObject({ status: 'ok', offers: [{ id: 'one:a' }] });
    expect(source.calls).toEqual([]);
  });
});
