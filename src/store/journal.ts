import type { Cabin } from '../domain/cabin.ts';
import type { Money } from '../domain/money.ts';

/** One source asked for one trip. It names no traveller and no session. */
export interface JournalEntry {
  /** ISO instant. */
  readonly at: string;
  readonly provider: string;
  /** IATA codes of the first leg. */
  readonly origin: string;
  readonly destination: string;
  /** ISO dates; null for a trip one way. */
  readonly departure: string;
  readonly returning: string | null;
  readonly adults: number;
  readonly children: number;
  readonly infants: number;
  readonly cabin: Cabin | null;
  /** How the source ended, in the words of the search report. */
  readonly status: string;
  readonly elapsedMs: number;
  readonly offers: number;
  /** For the whole party; null where nothing was offered. */
  readonly cheapest: Money | null;
}

export interface PriceQuery {
  readonly origin: string;
  readonly destination: string;
  /** ISO date; every departure where it is absent. */
  readonly departure?: string;
  /** ISO instant: what was observed at or after it. */
  readonly since: string;
  /** The latest so many. */
  readonly most: number;
}

/** What was searched, how long it took, at what price. Every implementation passes journal.contract.ts. */
export interface Journal extends AsyncDisposable {
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** The price history of a route: entries with a price, in the order of time. */
  listPrices(query: PriceQuery): Promise<JournalEntry[]>;
  /** Forgets what is older than an ISO instant; answers how many. */
  forgetBefore(instant: string): Promise<number>;
}
