import type { SearchRequest } from './provider.ts';
import type { SearchMode, SearchProgress } from './report.ts';

export interface SearchOptions {
  readonly mode: SearchMode;
  /** Ends the caller's wait; sources that nobody else waits for are cancelled. */
  readonly signal: AbortSignal;
  /** Whose budget of searches this counts against; null for a caller without a session. */
  readonly sessionId: string | null;
  /** In whose name the log speaks of it; left out where nobody asked over HTTP. */
  readonly requestId?: string;
}

/**
 * Asks every source. Yields whenever a source has answered (or failed), and last of all the final progress, which alone may have
 * `complete` true. When the budget ends first, the last progress names who is still being waited for.
 */
export interface SearchService {
  search(requests: readonly SearchRequest[], options: SearchOptions): AsyncIterable<SearchProgress>;
}
