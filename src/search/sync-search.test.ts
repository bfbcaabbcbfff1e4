import { describe, expect, it } from 'vitest';
import { createPaidBudget } from './paid-budget.ts';
import { ProviderError, type SearchRequest } from './provider.ts';
import type { ProviderReport, SearchProgress } from './report.ts';
import { sampleOffer, sampleRequest } from './samples.ts';
import { answering, scriptedSource, type ScriptedSource } from './scripted-source.ts';
import { SearchOverloaded } from './search-overloaded.ts';
import { idsOf, soonMs, statusesOf } from './search-over.ts';
import { createSyncSearch } from './sync-search.ts';

const longMs = 60_000;

function setUp(sources: readonly ScriptedSource[], budgetMs = longMs) {
  let now = 1000;
  const reports: ProviderReport[] = [];
  const told: string[] = [];
  const service = createSyncSearch({
    sources,
    paid: createPaidBudget(() => now),
    budgetMs,
    nowMs: () => now,
    observe: {
      providerAnswered: (report) => reports.push(report),
      searchEnded: ({ reports: all }) =>
        told.push(...all.map(({ provider, status }) => `${provider} ${status}`)),
      cacheLookedUp: () => expect.fail('the reference has no cache'),
      shared: () => expect.fail('the reference shares nothing'),
    },
  });
  const search = async (
    requests: readonly SearchRequest[] = [sampleRequest()],
    signal = new AbortController().signal,
  ): Promise<SearchProgress[]> => {
    const told: SearchProgress[] = [];
    for await (const progress of service.search(requests, { mode: 'sync', signal, sessionId: 's' }))
      told.push(progress);
    return told;
  };
  return { service, search, reports, told, passMs: (ms: number) => (now += ms) };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the synchronous reference', () => {
  it('asks one source after another', async () => {
    const [one, two] = [scriptedSource('one'), scriptedSource('two')];
    const { search, reports, told: ended } = setUp([one, two]);
    const searching = search();
    await settle();
    expect([one.calls.length, two.calls.length]).toEqual([1, 0]);
    one.calls[0]?.batch(sampleOffer('one:a'));
    one.calls[0]?.end();
    await settle();
    expect(two.calls).toHaveLength(1);
    two.calls[0]?.batch(sampleOffer('two:a'));
    two.calls[0]?.end();
    const told = await searching;
    expect(told.map((progress) => [idsOf(progress), progress.waitingFor, progress.complete])).toEqual([
      [['one:a'], ['two'], false],
      [['one:a', 'two:a'], [], true],
    ]);
    expect(reports.map(({ provider, status, offers }) => [provider, status, offers])).toEqual([
      ['one', 'ok', 1],
      ['two', 'ok', 1],
    ]);
    expect(ended).toEqual(['one ok', 'two ok']);
  });

  it('runs one search at a time, in order', async () => {
    const source = scriptedSource('one');
    const { search } = setUp([source]);
    const [first, second] = [search(), search([sampleRequest('2027-03-05')])];
    await settle();
    expect(source.calls).toHaveLength(1);
    source.calls[0]?.end();
    await first;
    await settle();
    expect(source.calls.map(({ request }) => request.legs[0].date)).toEqual(['2027-03-04', '2027-03-05']);
    source.calls[1]?.end();
    await second;
  });

  it('keeps nothing: the same search is asked again', async () => {
    const source = scriptedSource('one', answering(sampleOffer('one:a')));
    const { search } = setUp([source]);
    await search();
    await search();
    expect(source.calls).toHaveLength(2);
  });

  it('lets the next search in when a caller goes away or a source throws', async () => {
    const source = scriptedSource('one');
    const { search } = setUp([source]);
    const leaving = new AbortController();
    const first = search(undefined, leaving.signal);
    const second = search();
    await settle();
    leaving.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(source.calls[0]?.run.signal.aborted).toBe(true);
    await settle();
    source.calls[1]?.fail(new TypeError('a bug'));
    expect((await second).map(statusesOf)).toEqual([{ one: 'error' }]);
    const third = search();
    await settle();
    source.calls[2]?.end();
    expect((await third).map(statusesOf)).toEqual([{ one: 'no_offers' }]);
  });

  it('lets a caller go at once who leaves while others are before it, and keeps the order of those behind', async () => {
    const source = scriptedSource('one');
    const { search } = setUp([source]);
    const leaving = new AbortController();
    const [first, second, third] = [search(), search(undefined, leaving.signal), search()];
    await settle();
    leaving.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await settle();
    expect(source.calls).toHaveLength(1);
    source.calls[0]?.end();
    await first;
    await settle();
    expect(source.calls).toHaveLength(2);
    source.calls[1]?.end();
    await third;
  });

  it('refuses a search that would wait longer than a search may take', async () => {
    const sources = [scriptedSource('one', answering()), scriptedSource('two', answering())];
    const { service, search } = setUp(sources, soonMs);
    const options = { mode: 'sync', signal: new AbortController().signal, sessionId: 's' } as const;
    const first = service.search([sampleRequest()], options)[Symbol.asyncIterator]();
    // Its place is taken until all of it has been read.
    await first.next();
    await expect(search()).rejects.toBeInstanceOf(SearchOverloaded);
    await first.return?.();
    expect((await search()).at(-1)).toMatchObject({ complete: true });
  });

  it('makes one report of flexible days, in which a failure is never “no offers”', async () => {
    const source = scriptedSource('one', ({ request, fail, end }) => {
      if (request.legs[0].date === '2027-03-04') fail(new ProviderError('rate_limited', 'too many'));
      else end();
    });
    const { search } = setUp([source]);
    const [last] = await search([sampleRequest('2027-03-04'), sampleRequest('2027-03-05')]);
    expect(last?.reports).toMatchObject([{ provider: 'one', status: 'rate_limited', offers: 0 }]);
  });
});

describe('the budget of paid searches in the reference', () => {
  it('is spent by each search once, whatever its sources, and leaves what is free', async () => {
    const sources = ['a', 'b'].map((id) => scriptedSource(id, answering(sampleOffer(`${id}:1`))));
    const free = scriptedSource('free', answering(sampleOffer('free:a')), false);
    const { search, passMs } = setUp([...sources, free]);
    const days = Array.from({ length: 10 }, (_, day) => sampleRequest(`2027-03-${10 + day}`));
    await search(days);
    await search(days);
    const spent = (await search()).at(-1);
    expect(spent && statusesOf(spent)).toEqual({ a: 'skipped', b: 'skipped', free: 'ok' });
    expect(sources.map(({ calls }) => calls.length)).toEqual([20, 20]);
    passMs(60_000);
    const later = (await search()).at(-1);
    expect(later && statusesOf(later)).toEqual({ a: 'ok', b: 'ok', free: 'ok' });
  });
});

describe("the reference's budget", () => {
  it('leaves time for the sources after one that never answers', async () => {
    const dead = scriptedSource('dead');
    const good = scriptedSource('good', answering(sampleOffer('good:a')));
    const last = (await setUp([dead, good], 40).search()).at(-1);
    expect(last && [idsOf(last), statusesOf(last), last.complete]).toEqual([
      ['good:a'],
      { dead: 'timeout', good: 'ok' },
      true,
    ]);
    expect(dead.calls[0]?.run.budgetMs).toBe(20);
    expect(dead.calls[0]?.run.signal.aborted).toBe(true);
  });

  it('gives what quick sources leave to those after them', async () => {
    const time = { passMs: (_ms: number) => 0 };
    const quick = scriptedSource('quick', (call) => {
      time.passMs(1000);
      call.end();
    });
    const next = scriptedSource('next', (call) => {
      time.passMs(1000);
      call.end();
    });
    const last = scriptedSource('last', (call) => call.end());
    const searching = setUp([quick, next, last], 30_000);
    time.passMs = searching.passMs;
    await searching.search();
    expect([quick, next, last].map(({ calls }) => calls[0]?.run.budgetMs)).toEqual([10_000, 14_500, 28_000]);
  });

  it('does not begin calls for which there is no time left', async () => {
    const time = { passMs: (_ms: number) => 0 };
    const slow = scriptedSource('slow', (call) => {
      time.passMs(15_000);
      call.batch(sampleOffer('slow:a'));
      call.end();
    });
    const next = scriptedSource('next', answering(sampleOffer('next:a')));
    const searching = setUp([slow, next], 20_000);
    time.passMs = searching.passMs;
    const days = ['04', '05', '06'].map((day) => sampleRequest(`2027-03-${day}`));
    const last = (await searching.search(days)).at(-1);
    expect(slow.calls).toHaveLength(1);
    expect(next.calls).toHaveLength(3);
    expect(last && statusesOf(last)).toEqual({ slow: 'timeout', next: 'ok' });
    expect(last?.reports[0]).toMatchObject({ offers: 1, missingDates: ['2027-03-05', '2027-03-06'] });
  });
});
