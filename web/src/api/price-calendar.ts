import type { Money } from '../../../src/contract/money.ts';
import type { Ask } from './access.ts';
import { getJson } from './get-json.ts';

/** GET /calendar: the cheapest price for each departure day of a month. */
export interface PriceCalendar {
  readonly return_after: number | null;
  readonly origin: string;
  readonly destination: string;
  readonly currency: string;
  readonly observed_at: string;
  readonly demo: boolean;
  readonly days: readonly { readonly date: string; readonly price: Money | null }[];
}

export interface PriceCalendarQuery {
  readonly origin: string;
  readonly destination: string;
  /** "2026-12". */
  readonly month: string;
  /** Nights until the way back; null for one way. */
  readonly returnAfter: number | null;
  readonly currency: string;
  readonly adults: number;
}

/** Throws ProblemError; 404 where this server has no calendar. */
export const getPriceCalendar = (
  ask: Ask,
  query: PriceCalendarQuery,
  signal: AbortSignal,
): Promise<PriceCalendar> =>
  getJson<PriceCalendar>(
    ask,
    `/calendar?${new URLSearchParams({
      origin: query.origin,
      destination: query.destination,
      month: query.month,
      currency: query.currency,
      adults: String(query.adults),
      ...(query.returnAfter === null ? {} : { return_after: String(query.returnAfter) }),
    }).toString()}`,
    signal,
  );
