import type { Notice } from '../contract/chat.ts';
import type { ProviderReport as WireReport, SearchSummary } from '../contract/search.ts';
import { narrowing } from '../dialogue/narrowing.ts';
import { emptyReason, type SearchFacts } from '../dialogue/say/say-results.ts';
import { providerName } from '../dialogue/texts/en.ts';
import type { PartAnswer } from '../domain/part-answer.ts';
import type { Ranking } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';

/** What one source did, as the search tells it. */
export interface ReportFacts {
  readonly provider: string;
  readonly status: WireReport['status'];
  readonly offers: number;
  readonly elapsedMs: number;
  readonly cached: boolean;
  readonly stale: boolean;
  readonly dropped: number;
  readonly requests: number;
  readonly failedRequests: number;
  readonly missingDates: readonly string[];
}

export interface ProgressFacts {
  readonly reports: readonly ReportFacts[];
  readonly waitingFor: readonly string[];
  readonly complete: boolean;
  readonly elapsedMs: number;
  readonly offersSeen: number;
  readonly mode: SearchSummary['mode'];
}

export const toWireReport = (report: ReportFacts): WireReport => ({
  provider: report.provider,
  status: report.status,
  offers: report.offers,
  elapsed_ms: report.elapsedMs,
  cached: report.cached,
  stale: report.stale,
  dropped: report.dropped,
  requests: report.requests,
  failed_requests: report.failedRequests,
  missing_dates: [...report.missingDates],
});

export function toSearchSummary(
  progress: ProgressFacts,
  ranking: Ranking,
  facts: SearchFacts,
  trip: Trip,
): SearchSummary {
  const removed = ranking.removedBy.map(({ filter, offers }) => ({ filter, offers }));
  const empty = emptyReason(ranking, facts, trip);
  return {
    mode: progress.mode,
    // Whoever asks again may get what a source that did answer still owes.
    complete: progress.complete && facts.partly.length + facts.skipped.length === 0,
    elapsed_ms: progress.elapsedMs,
    offers_seen: progress.offersSeen,
    providers: progress.reports.map(toWireReport),
    waiting_for: [...progress.waitingFor],
    filtered: removed,
    empty_reason: empty,
    by: empty === 'filtered_out' ? filtersBehind(removed, trip) : [],
  };
}

/** Where nothing came that we took out ourselves, the sources did, as they were asked to; how many it were they do not say. */
const filtersBehind = (removed: SearchSummary['filtered'], trip: Trip): SearchSummary['by'] =>
  removed.length > 0 ? removed : narrowing(trip).map((filter) => ({ filter, offers: null }));

/** A search that was never made, because no flight can answer it. */
export const refusedSummary = (
  mode: SearchSummary['mode'],
  reason: 'past_date' | 'too_far_ahead',
): SearchSummary => ({
  mode,
  complete: true,
  elapsed_ms: 0,
  offers_seen: 0,
  providers: [],
  waiting_for: [],
  filtered: [],
  empty_reason: reason,
  by: [],
});

/** What is missing of the answers of sources that nobody waits for any more. */
export function missingOf(
  reports: readonly ReportFacts[],
): Pick<SearchFacts, 'failed' | 'partly' | 'skipped'> {
  const failed: string[] = [];
  const partly: PartAnswer[] = [];
  const skipped: PartAnswer[] = [];
  for (const { provider, status, offers, stale, requests, failedRequests, missingDates } of reports) {
    if (status === 'ok' || status === 'no_offers') continue;
    const answeredSome = failedRequests < requests;
    const part = { provider, status, missingDates: answeredSome ? missingDates : [] };
    if (status === 'skipped') skipped.push(part);
    else if (answeredSome || (offers > 0 && !stale)) partly.push(part);
    else failed.push(provider);
  }
  return { failed, partly, skipped };
}

export function factsOf(progress: ProgressFacts, demo: boolean, daysLeftOut: number): SearchFacts {
  const named = (which: (report: ReportFacts) => boolean) =>
    progress.reports.filter(which).map(({ provider }) => provider);
  return {
    ...missingOf(progress.reports.filter(({ provider }) => !progress.waitingFor.includes(provider))),
    waitingFor: progress.waitingFor,
    stale: named(({ stale }) => stale),
    asked: progress.reports.length,
    daysLeftOut,
    demo,
  };
}

/** Beside whatever the demo world invented. */
export const demoNotice: Notice = {
  code: 'price_is_demo',
  message: 'These flights are invented by the demo world; nobody flies them and nothing can be bought.',
};

/** What a client should show beside the answer, by code. */
export function noticesOf(facts: SearchFacts): Notice[] {
  const names = (ids: readonly string[]) => ids.map(providerName).join(', ');
  const parts = facts.partly.map(
    ({ provider, missingDates }) =>
      `${providerName(provider)} answered only in part${missingDates.length > 0 ? `: nothing of ${missingDates.join(', ')}` : ''}.`,
  );
  const unasked = facts.skipped
    .filter(({ missingDates }) => missingDates.length > 0)
    .map(
      ({ provider, missingDates }) =>
        ` ${providerName(provider)} was not asked for ${missingDates.join(', ')}.`,
    );
  const notices: (Notice | false)[] = [
    facts.demo && demoNotice,
    facts.failed.length > 0 && { code: 'provider_failed', message: `${names(facts.failed)} did not answer.` },
    facts.partly.length > 0 && { code: 'provider_incomplete', message: parts.join(' ') },
    facts.stale.length > 0 && {
      code: 'stale_results',
      message: `Older results stand in for ${names(facts.stale)}.`,
    },
    facts.waitingFor.length > 0 && {
      code: 'still_asking',
      message: `${names(facts.waitingFor)} ${facts.waitingFor.length === 1 ? 'has' : 'have'} not answered yet.`,
    },
    facts.skipped.length > 0 && {
      code: 'search_budget_spent',
      message: `The budget of paid searches of this conversation is spent for now.${unasked.join('')}`,
    },
  ];
  return notices.filter((notice) => notice !== false);
}
