import type { Offer } from '../domain/offer.ts';

export const providerStatuses = [
  'ok',
  'no_offers',
  'timeout',
  'error',
  'rate_limited',
  'circuit_open',
  'unauthorized',
  'skipped',
] as const;
export type ProviderStatus = (typeof providerStatuses)[number];

/** What one source did in one search. */
export interface ProviderReport {
  readonly provider: string;
  readonly status: ProviderStatus;
  readonly offers: number;
  readonly elapsedMs: number;
  readonly cached: boolean;
  /** True where a failed source was answered for by results older than usual. */
  readonly stale: boolean;
  /** Offers that were left out, because they were malformed or of other flights than were asked for. */
  readonly dropped: number;
  /** How many requests the search had for it, one for each choice of days. */
  readonly requests: number;
  /** Those of them that it did not answer whole, because it failed or was not asked. */
  readonly failedRequests: number;
  /** ISO dates of departure of which nothing has come from it for that reason. */
  readonly missingDates: readonly string[];
}

/** Everything a search has come to so far; `complete` once every source has answered or been given up. */
export interface SearchProgress {
  readonly offers: readonly Offer[];
  readonly reports: readonly ProviderReport[];
  /** Sources that have not answered yet. */
  readonly waitingFor: readonly string[];
  readonly complete: boolean;
  readonly elapsedMs: number;
}

export type SearchMode = 'async' | 'sync';
