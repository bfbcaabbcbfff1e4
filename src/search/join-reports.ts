import type { ProviderReport, ProviderStatus } from './report.ts';

/** What a source said to one request of a search; a null status while it has not finished. */
export interface RequestReport extends Omit<ProviderReport, 'provider' | 'offers' | 'status'> {
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

/** One report for a source that was asked several times: what it found counts more than where it failed, and that more than nothing found. */
export function joinReports(provider: string, answers: readonly RequestReport[]): ProviderReport {
  const statuses = answers.map(({ status }) => status ?? 'timeout');
  const sum = (count: (answer: RequestReport) => number) =>
    answers.reduce((total, answer) => total + count(answer), 0);
  return {
    provider,
    status:
      statuses.find((status) => status === 'ok') ?? statuses.find(isFailure) ?? statuses[0] ?? 'skipped',
    offers: sum(({ offers }) => offers.length),
    elapsedMs: Math.max(0, ...answers.map(({ elapsedMs }) => elapsedMs)),
    cached: answers.every(({ cached }) => cached),
    stale: answers.some(({ stale }) => stale),
    dropped: sum(({ dropped }) => dropped),
  };
}
