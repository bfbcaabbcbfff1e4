import { describe, expect, it } from 'vitest';
import { Notice } from '../contract/chat.ts';
import { Results, SearchSummary } from '../contract/search.ts';
import type { Offer } from '../domain/offer.ts';
import type { Trip } from '../domain/trip.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from '../ranking/example-offer.ts';
import { rank } from '../ranking/rank.ts';
import { toResults } from './results.ts';
import {
  factsOf,
  noticesOf,
  refusedSummary,
  toSearchSummary,
  type ProgressFacts,
  type ReportFacts,
} from './search-summary.ts';

const report = (
  provider: string,
  status: ReportFacts['status'],
  more: Partial<ReportFacts> = {},
): ReportFacts => ({
  provider,
  status,
  offers: 0,
  elapsedMs: 120,
  cached: false,
  stale: false,
  dropped: 0,
  requests: 1,
  failedRequests: ['ok', 'no_offers'].includes(status) ? 0 : 1,
  missingDates: [],
  ...more,
});

const progressOf = (reports: readonly ReportFacts[], waitingFor: readonly string[] = []): ProgressFacts => ({
  reports,
  waitingFor,
  complete: waitingFor.length === 0,
  elapsedMs: 340,
  offersSeen: 0,
  mode: 'async',
});

function summaryOf(
  progress: ProgressFacts,
  offers: readonly Offer[] = [],
  trip: Trip = tripWith({}),
): SearchSummary {
  const ranking = rank(offers, trip, { currency: 'USD' });
  return SearchSummary.parse(toSearchSummary(progress, ranking, factsOf(progress, false, 0), trip));
}

describe('the summary of a search', () => {
  it('reports each source as the contract has it', () => {
    const [provider] = summaryOf(
      progressOf([report('duffel', 'ok', { offers: 9, cached: true, dropped: 2 })]),
    ).providers;
    expect(provider).toEqual({
      provider: 'duffel',
      status: 'ok',
      offers: 9,
      elapsed_ms: 120,
      cached: true,
      stale: false,
      dropped: 2,
      requests: 1,
      failed_requests: 0,
      missing_dates: [],
    });
  });

  it('gives no reason where there are cards', () => {
    expect(summaryOf(progressOf([report('duffel', 'ok')]), [offerOf('duffel:1', '500 USD')])).toMatchObject({
      empty_reason: null,
      by: [],
      filtered: [],
    });
  });

  it('counts what each filter took out', () => {
    const offers = [offerOf('a:1', '700 USD'), offerOf('a:2', '800 USD'), offerOf('a:3', '100 USD')];
    const filtered = [{ filter: 'max_price', offers: 2 }];
    const trip = tripWith({ maxPrice: amountOf('500 USD') });
    expect(summaryOf(progressOf([report('a', 'ok')]), offers, trip)).toMatchObject({
      empty_reason: null,
      filtered,
      by: [],
    });
    expect(summaryOf(progressOf([report('a', 'ok')]), offers.slice(0, 2), trip)).toMatchObject({
      empty_reason: 'filtered_out',
      filtered,
      by: filtered,
    });
  });

  it.each([
    ['no_match', [report('a', 'no_offers'), report('b', 'ok')], []],
    ['providers_failed', [report('a', 'no_offers'), report('b', 'timeout')], []],
    ['providers_failed', [report('a', 'circuit_open')], []],
    ['providers_failed', [report('a', 'rate_limited')], []],
    ['providers_failed', [report('a', 'unauthorized')], []],
    ['providers_failed', [report('a', 'error')], []],
    ['providers_failed', [report('a', 'error'), report('b', 'timeout')], ['b']],
    ['providers_failed', [report('a', 'timeout'), report('b', 'timeout')], ['a', 'b']],
    ['still_asking', [report('a', 'no_offers'), report('b', 'timeout')], ['b']],
    ['providers_failed', [report('a', 'error', { requests: 7 }), report('b', 'no_offers')], []],
    ['budget_spent', [report('a', 'skipped')], []],
    ['budget_spent', [report('a', 'skipped', { requests: 7 }), report('b', 'no_offers')], []],
  ] as const)('calls an empty list %s', (reason, reports, waitingFor) => {
    expect(summaryOf(progressOf(reports, waitingFor)).empty_reason).toBe(reason);
  });

  it('is not complete while a source is awaited, or has answered or was asked only in part', () => {
    const complete = (...reports: ReportFacts[]) => summaryOf(progressOf(reports)).complete;
    const days = { requests: 7, failedRequests: 1, missingDates: ['2027-03-05'] };
    expect(complete(report('a', 'ok', { offers: 9 }), report('b', 'no_offers'))).toBe(true);
    expect(complete(report('a', 'error', { offers: 9, ...days }))).toBe(false);
    expect(complete(report('a', 'error', { offers: 9 }))).toBe(false);
    expect(complete(report('a', 'skipped', { offers: 9, ...days }))).toBe(false);
    expect(summaryOf(progressOf([report('a', 'ok')], ['b'])).complete).toBe(false);
  });

  it('names the filters that sources were asked with where nothing came, without a number that nobody knows', () => {
    const narrow = tripWith({ maxStops: 0, airlines: { include: ['FR'], exclude: [] } });
    expect(summaryOf(progressOf([report('a', 'no_offers')]), [], narrow)).toMatchObject({
      empty_reason: 'filtered_out',
      by: [
        { filter: 'airlines', offers: null },
        { filter: 'max_stops', offers: null },
      ],
    });
    expect(summaryOf(progressOf([report('a', 'error')]), [], narrow)).toMatchObject({
      empty_reason: 'providers_failed',
      by: [],
    });
  });

  it('says of a search that was never made why', () => {
    expect(SearchSummary.parse(refusedSummary('sync', 'past_date'))).toMatchObject({
      mode: 'sync',
      complete: true,
      empty_reason: 'past_date',
      providers: [],
    });
  });
});

describe('the notices', () => {
  const told = (reports: readonly ReportFacts[], waitingFor: readonly string[] = [], demo = false) =>
    noticesOf(factsOf(progressOf(reports, waitingFor), demo, 0)).map((notice) => Notice.parse(notice));

  it('are none after a search in which everyone answered', () => {
    expect(told([report('amadeus', 'ok'), report('duffel', 'no_offers')])).toEqual([]);
  });

  it('mark the demo world, and name who failed, is stale, was skipped or is awaited', () => {
    const reports = [
      report('amadeus', 'timeout'),
      report('duffel', 'error', { stale: true }),
      report('demo', 'skipped'),
    ];
    expect(told(reports, [], true).map(({ code }) => code)).toEqual([
      'price_is_demo',
      'provider_failed',
      'stale_results',
      'search_budget_spent',
    ]);
    expect(told([report('amadeus', 'timeout')], ['amadeus'])).toEqual([
      { code: 'still_asking', message: 'Amadeus has not answered yet.' },
    ]);
    expect(told([], ['amadeus', 'duffel'])).toEqual([
      { code: 'still_asking', message: 'Amadeus, Duffel have not answered yet.' },
    ]);
  });
});

describe('the notice of a source that answered in part', () => {
  const told = (...reports: ReportFacts[]) => noticesOf(factsOf(progressOf(reports), false, 0));
  const days = { requests: 7, failedRequests: 2, missingDates: ['2027-03-05', '2027-03-09'] };

  it('names the days of which nothing came', () => {
    expect(told(report('duffel', 'timeout', { offers: 9, ...days }))).toEqual([
      {
        code: 'provider_incomplete',
        message: 'Duffel answered only in part: nothing of 2027-03-05, 2027-03-09.',
      },
    ]);
    expect(told(report('duffel', 'error', { offers: 1 }))).toEqual([
      { code: 'provider_incomplete', message: 'Duffel answered only in part.' },
    ]);
  });

  it('is none where the source said nothing, or older offers stand in for it', () => {
    const codes = (more: Partial<ReportFacts>) =>
      told(report('duffel', 'error', more)).map(({ code }) => code);
    expect(codes({ requests: 7, failedRequests: 7, missingDates: ['2027-03-05'] })).toEqual([
      'provider_failed',
    ]);
    expect(codes({ offers: 9, stale: true })).toEqual(['provider_failed', 'stale_results']);
  });

  it('names the days for which no searches were left', () => {
    expect(told(report('duffel', 'skipped', { offers: 9, ...days }))).toEqual([
      {
        code: 'search_budget_spent',
        message:
          'The budget of paid searches of this conversation is spent for now. Duffel was not asked for 2027-03-05, 2027-03-09.',
      },
    ]);
  });
});

describe('the list behind the cards', () => {
  const viaLondon = legOf(
    'BA 1 BOS 2026-12-04T08:00-05:00 LHR 2026-12-04T19:00+00:00',
    'BA 2 LHR 2026-12-04T20:30+00:00 LIS 2026-12-04T22:40+00:00',
  );
  const offers = [
    offerOf('a:1', '480 USD', plainLeg, { co2Kg: 300 }),
    offerOf('a:2', '700 USD', legOf('TP 9 BOS 2026-12-04T10:00-05:00 LIS 2026-12-04T21:30+00:00')),
    offerOf('a:3', '400 USD', viaLondon),
  ];
  const resultsOf = (trip: Trip) => Results.parse(toResults(rank(offers, trip, { currency: 'USD' }), 2));

  it('counts cards and what was left out, and says what to relax and by how much', () => {
    const results = resultsOf(tripWith({ maxPrice: amountOf('500 USD'), maxStops: 0 }));
    expect(results).toMatchObject({
      cards: 1,
      offers: 3,
      left_out: [
        { filter: 'max_price', offers: 1 },
        { filter: 'max_stops', offers: 1 },
      ],
      median_co2_kg: 300,
    });
    const [price, stops] = results.relaxations;
    expect(price).toMatchObject({
      filter: 'max_price',
      offers: 1,
      price: { amount: '700.00', currency: 'USD' },
      over: { amount: '200.00', currency: 'USD' },
      minutes: null,
      stops: null,
    });
    expect(stops).toMatchObject({
      filter: 'max_stops',
      stops: 1,
      price: null,
      over: null,
      over_minutes: null,
    });
  });

  it('measures time in minutes', () => {
    const [time] = resultsOf(tripWith({ maxDurationMinutes: 400 })).relaxations;
    expect(time).toMatchObject({ filter: 'max_duration', minutes: 580, over_minutes: 180, price: null });
  });
});
