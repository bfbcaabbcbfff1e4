import { describe, expect, it } from 'vitest';
import { createLog, type Log } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { ProviderError } from '../search/provider.ts';
import { providerStatuses, type ProviderReport, type ProviderStatus } from '../search/report.ts';
import { checksObserver, searchObserver } from './observers.ts';

const metricsOfNothing = () => createMetrics({ poolsInUse: () => [], answersInReading: () => 0 });
const unheard = { heard: () => undefined };
const reportOf = (status: ProviderStatus): ProviderReport => ({
  provider: 'slow',
  status,
  elapsedMs: 0,
  offers: 0,
  dropped: 0,
  cached: false,
  stale: false,
  requests: 1,
  failedRequests: 0,
  missingDates: [],
});

async function timedSearches(status: ProviderStatus): Promise<number> {
  using metrics = metricsOfNothing();
  const observer = searchObserver(metrics, createLog('silent'), unheard);
  observer.providerAnswered(reportOf(status), { failure: undefined, asker: { sessionId: null } });
  const { values } = await metrics.providerDuration.get();
  const count = values.find(({ metricName }) => metricName === 'provider_search_duration_seconds_count');
  return count?.value ?? 0;
}

describe('the time a source takes', () => {
  it('is that of searches it was asked for, not of those that the breaker or the budget refused', async () => {
    const timed = await Promise.all(providerStatuses.map(timedSearches));
    const untimed = providerStatuses.filter((_, index) => timed[index] === 0);
    expect(untimed.toSorted()).toEqual(['circuit_open', 'skipped']);
  });
});

/** The lines that a search leaves in the log, each as its level, its words and its fields. */
function linesOf(report: ProviderReport, failure: unknown, dropReason?: string): [string, string, object][] {
  using metrics = metricsOfNothing();
  const lines: [string, string, object][] = [];
  const write = (level: string) => (fields: object, words: string) => {
    lines.push([level, words, fields]);
  };
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  searchObserver(metrics, log as Log, unheard).providerAnswered(report, {
    failure,
    dropReason,
    asker: { sessionId: 'abc', requestId: 'req-1' },
  });
  return lines;
}

describe('the log of searches', () => {
  it('says what the source answered, and in whose conversation', () => {
    const failure = new ProviderError('error', 'Amadeus answered 502');
    expect(linesOf(reportOf('error'), failure)).toEqual([
      [
        'warn',
        'search of a source failed',
        expect.objectContaining({
          status: 'error',
          reason: 'Amadeus answered 502',
          request_id: 'req-1',
          session_id: 'abc',
        }),
      ],
    ]);
  });

  it('says how long the source asked to be left alone', () => {
    const failure = new ProviderError('rate_limited', 'Amadeus answered 429', { retryAfterMs: 86_400_000 });
    const [[, , fields] = expect.fail()] = linesOf(reportOf('rate_limited'), failure);
    expect(fields).toMatchObject({ reason: 'Amadeus answered 429', retry_after_ms: 86_400_000 });
  });

  it('says of other failures their kinds alone, for their words may be a traveller’s', () => {
    const cause = Object.assign(new Error('to Lisbon'), { code: 'ECONNRESET' });
    const [[, , fields] = expect.fail()] = linesOf(reportOf('error'), new TypeError('to Lisbon', { cause }));
    expect(fields).toMatchObject({ reason: 'TypeError of Error ECONNRESET' });
  });

  it('says why nothing of an answer could be used, and what was left out of others', () => {
    const left = [
      'debug',
      'offers of a source were left out',
      { provider: 'slow', dropped: 3, reason: 'other day' },
    ];
    const why = { reason: 'no offer could be used: other day', dropped: 3 };
    expect(linesOf({ ...reportOf('error'), dropped: 3 }, undefined, 'other day')).toEqual([
      left,
      ['warn', 'search of a source failed', expect.objectContaining(why)],
    ]);
    expect(linesOf({ ...reportOf('ok'), dropped: 3 }, undefined, 'other day')).toEqual([left]);
  });

  it('does not cry for what was not asked, and keeps still about what went well', () => {
    const levels = providerStatuses.map((status) => [
      status,
      linesOf(reportOf(status), undefined).map(([level]) => level),
    ]);
    expect(Object.fromEntries(levels)).toEqual({
      ok: [],
      no_offers: [],
      timeout: ['warn'],
      error: ['warn'],
      rate_limited: ['warn'],
      unauthorized: ['warn'],
      circuit_open: ['debug'],
      skipped: ['debug'],
    });
  });
});

describe('the log of checks of an offer', () => {
  it.each([
    [{ status: 'check_failed', reason: 'timeout' }, 'warn'],
    [{ status: 'check_failed', reason: 'unsupported' }, 'warn'],
    [{ status: 'check_failed', reason: 'circuit_open' }, 'debug'],
    [{ status: 'check_failed', reason: 'skipped' }, 'debug'],
    [{ status: 'sold_out' }, null],
  ] as const)('cries for no more than what went wrong: %j', (checked, level) => {
    using metrics = metricsOfNothing();
    const levels: string[] = [];
    const write = (each: string) => () => levels.push(each);
    const log = { warn: write('warn'), debug: write('debug') } as unknown as Log;
    checksObserver(metrics, log).offerChecked('slow', checked, {
      signal: AbortSignal.timeout(1000),
      sessionId: 's',
    });
    expect(levels).toEqual(level === null ? [] : [level]);
  });
});

describe('what turns had of sources', () => {
  it('is counted apart from what sources answered', async () => {
    using metrics = metricsOfNothing();
    const observer = searchObserver(metrics, createLog('silent'), unheard);
    observer.searchEnded({ reports: [reportOf('timeout')], waitingFor: [] }, { sessionId: null });
    observer.providerAnswered(reportOf('ok'), { failure: undefined, asker: { sessionId: null } });
    const countsOf = async (counter: typeof metrics.searchesTold) =>
      (await counter.get()).values.map(({ labels, value }) => [labels.status, value]);
    expect(await countsOf(metrics.searchesTold)).toEqual([['timeout', 1]]);
    expect(await countsOf(metrics.providerSearches)).toEqual([['ok', 1]]);
  });
});

it('a source that a turn did not wait for is named with the request that went on without it', () => {
  using metrics = metricsOfNothing();
  const lines: unknown[] = [];
  const log = { warn: (fields: object, words: string) => lines.push([words, fields]) } as unknown as Log;
  const reports = [reportOf('timeout'), { ...reportOf('ok'), provider: 'quick' }];
  const asker = { sessionId: 's', requestId: 'req-1' };
  searchObserver(metrics, log, unheard).searchEnded({ reports, waitingFor: [reports[0]!.provider] }, asker);
  const { provider, elapsedMs } = reports[0]!;
  expect(lines).toEqual([
    [
      'a search went on without a source',
      { provider, elapsed_ms: elapsedMs, request_id: 'req-1', session_id: 's' },
    ],
  ]);
});

describe('look-ups in the cache of offers', () => {
  it('are counted for each source', async () => {
    using metrics = metricsOfNothing();
    const observer = searchObserver(metrics, createLog('silent'), unheard);
    observer.cacheLookedUp('duffel', true);
    observer.cacheLookedUp('amadeus', false);
    expect((await metrics.cacheLookups.get()).values.map(({ labels }) => labels)).toEqual([
      { cache: 'offers', provider: 'duffel', result: 'hit' },
      { cache: 'offers', provider: 'amadeus', result: 'miss' },
    ]);
  });
});
