import type { Offer } from '../domain/offer.ts';
import type { SearchRequest } from './provider.ts';
import type { ProviderReport, ProviderStatus } from './report.ts';

/** What one source has said by now to a search that went on without it. */
export interface LateAnswer extends Omit<ProviderReport, 'offers' | 'status' | 'cached' | 'stale'> {
  /** What has come in, whole or not. */
  readonly offers: readonly Offer[];
  /** Null while it is still being asked. */
  readonly status: ProviderStatus | null;
}

export interface LateQuestion {
  /** The requests as they were asked. */
  readonly requests: readonly SearchRequest[];
  /** The sources that had not answered. */
  readonly providers: readonly string[];
  /** How long ago they were asked, milliseconds. */
  readonly sinceMs: number;
}

/** What sources say after the turn that asked them. Nobody is asked, and nobody waited for. */
export interface LateAnswers {
  lookFor(question: LateQuestion): Promise<LateAnswer[]>;
}
