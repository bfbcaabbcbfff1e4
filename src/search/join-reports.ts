import type { SearchRequest } from './provider.ts';
import type { ProviderReport, ProviderStatus } from './report.ts';

/** What a source said to one request of a search; a null status while it has not finished. */
export interface RequestReport extends Pick<ProviderReport, 'elapsedMs' | 'cached' | 'stale' | 'dropped'> {
  readonly request: SearchRequest;
  readonly offers: readonly unknown[];
  readonly status: ProviderStatus | null;
}

const failures: ReadonlySet<ProviderStatus | null> = new Set([
  'timeout',
  'error',
  'rate_limited',
  'circuit_open',
  'unauthorized',
]);

/** Whether a source could not answer, which is never the same as having no flights. */
export const isFailure = (status: ProviderStatus | null): boolean => failures.has(status);

const isWhole = (status: ProviderStatus): boolean => status === 'ok' || status === 'no_offers';

/**
 * One report for a source that was asked several times. What it found hides no request that failed or was never made: the status is that of the
 * worst answer, and the numbers say how much of it there is.
 */
export function joinReports(provider: string, answers: readonly RequestReport[]): ProviderReport {
  const statuses = answers.map(({ status }) => status ?? 'timeout');
  const sum = (count: (answer: RequestReport) => number) =>
    answers.reduce((total, answer) => total + count(answer), 0);
  const missing = answers.filter((_, index) => !isWhole(statuses[index] ?? 'timeout'));
  return {
    provider,
    status:
      statuses.find(isFailure) ??
      statuses.find((status) => status === 'skipped') ??
      statuses.find((status) => status === 'ok') ??
      statuses[0] ??
      'skipped',
    offers: sum(({ offers }) => offers.length),
    elapsedMs: Math.max(0, ...answers.map(({ elapsedMs }) => elapsedMs)),
    cached: answers.every(({ cached }) => cached),
    stale: answers.some(({ stale }) => stale),
    dropped: sum(({ dropped }) => dropped),
    requests: answers.length,
    failedRequests: missing.length,
    missingDates: missing.length === 0 ? [] : missingDatesOf(answers, missing),
  };
}

/** Days of which another choice of the way back was answered, or a part of the answer came, are not missing. */
function missingDatesOf(answers: readonly RequestReport[], missing: readonly RequestReport[]): string[] {
  const seen = new Set(
    answers
      .filter((answer) => !missing.includes(answer) || answer.offers.length > 0)
      .map(({ request }) => dateOf(request)),
  );
  const dates = new Set(missing.map(({ request }) => dateOf(request)));
  return [...dates.difference(seen)].toSorted();
}

const dateOf = ({ legs: [out] }: SearchRequest): string => out.date;
