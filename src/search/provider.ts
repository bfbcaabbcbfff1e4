import type { Cabin } from '../domain/cabin.ts';
import type { Money } from '../domain/money.ts';
import type { OfferSold } from '../domain/offer-changes.ts';
import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import type { Party } from '../domain/trip.ts';

/** One direction on one day, both ends known. */
export interface SearchLeg {
  readonly origin: Place;
  readonly destination: Place;
  /** ISO date, local to the origin. */
  readonly date: string;
  /** "HH:MM" local; null where any time will do. A hint that a source may use to ask for less. */
  readonly timeFrom: string | null;
  readonly timeTo: string | null;
}

/** What every source is asked: exact days, real airports. Flexible days are several requests. */
export interface SearchRequest {
  readonly legs: readonly [SearchLeg, ...SearchLeg[]];
  readonly passengers: Party;
  /** Null where any will do; sources that sell one at a time are asked for economy. */
  readonly cabin: Cabin | null;
  /** ISO 4217; the source answers in it where it can. */
  readonly currency: string;
  /** Hints. A source that cannot filter ignores them; ranking filters in any case. */
  readonly maxStops: number | null;
  readonly includeAirlines: readonly string[];
  readonly excludeAirlines: readonly string[];
  readonly refundableOnly: boolean;
  /** How many offers are worth having. */
  readonly maxOffers: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query, relative to the provider's base URL. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Overrides the search's own signal for one call. */
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Bounded in size; a longer body is an error of the transport. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A provider's way out: bound to its base URL, pool, body limit and deadline. Throws only when no whole answer came. */
export type HttpClient = (request: HttpRequest) => Promise<HttpResponse>;

/** The kinds of answers that are read, one for each protocol that is spoken. */
export type AnswerFormat = 'amadeus' | 'duffel';

/** A source's answer to a search, as it came. */
export interface RawAnswer {
  readonly format: AnswerFormat;
  /** Is the reader's from now on: a thread that reads it takes the memory with it. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** The provider's id. */
  readonly provider: string;
  /** ISO instant. */
  readonly observedAt: string;
}

/** What a source's answer says. */
export interface ReadAnswer {
  readonly offers: readonly Offer[];
  /** For each malformed offer that was dropped, what was wrong with it. */
  readonly dropped: readonly string[];
  /** The batches that the source still owes; null for sources that answer at once. */
  readonly batches: { readonly id: string; readonly remaining: number } | null;
}

/** Reads an answer; null where it is not of its format. */
export type AnswerReader = (answer: RawAnswer) => Promise<ReadAnswer | null>;

export interface ProviderContext {
  readonly signal: AbortSignal;
  readonly http: HttpClient;
  readonly read: AnswerReader;
  readonly now: Temporal.Instant;
  /** How long the caller means to wait in all, for sources that can be told; null where nobody said. */
  readonly budgetMs?: number | null;
  /** Whether somebody waits for the answer now; where it is false the answer is only kept for whoever comes back. Absent where that is always true. */
  readonly isAwaited?: () => boolean;
  /** Called for each malformed offer that was dropped, with what was wrong with it. */
  readonly onDropped: (reason: string) => void;
}

export interface ProviderCapabilities {
  readonly roundTrip: boolean;
  readonly multiCity: boolean;
  readonly cabins: readonly Cabin[];
  readonly booking: 'order' | 'link' | 'none';
  readonly calendar: boolean;
}

/** The answer to "is it still there, as it was and at that price?" */
export type OfferCheck = OfferSold | { readonly status: 'sold_out' | 'expired' };

/** One source of flights. Naive: no timeouts, retries, breakers or caches of its own. */
export interface Provider {
  readonly id: string;
  readonly capabilities: ProviderCapabilities;
  /** Yields batches as they come. Throws ProviderError when the source could not answer; no yield means it has no flights. */
  search(request: SearchRequest, context: ProviderContext): AsyncIterable<readonly Offer[]>;
  /** What the source is sent for a request: it answers alike those that are the same here. Absent where that may be all of the request. */
  asked?(request: SearchRequest): string;
  /** Asks for one offer again; what comes of it is compared by `compareSold`. */
  check?(offer: Offer, context: ProviderContext): Promise<OfferCheck>;
  /** A call that costs nothing, to see whether address and key are good. Throws ProviderError where they are not. */
  probe?(context: ProviderContext): Promise<void>;
}

/** Cheapest total of a day, for calendars. */
export interface DayPrice {
  readonly date: string;
  readonly total: Money;
}

export const failureReasons = ['timeout', 'error', 'rate_limited', 'circuit_open', 'unauthorized'] as const;
export type FailureReason = (typeof failureReasons)[number];

/** Why a source could not answer. The message is for operators and carries no key and no traveller data. */
export class ProviderError extends Error {
  readonly reason: FailureReason;
  /** Whether the same call may succeed if made again, and does no harm. */
  readonly retryable: boolean;
  /** Who has to act: us (bad request, bad key), them (outage), or nobody (limits, timing). */
  readonly blame: 'ours' | 'theirs' | 'nobody';
  /** How long the source asked us to wait. */
  readonly retryAfterMs: number | null;

  constructor(
    reason: FailureReason,
    message: string,
    options: {
      retryable?: boolean;
      blame?: ProviderError['blame'];
      retryAfterMs?: number | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ProviderError';
    this.reason = reason;
    this.retryable = options.retryable ?? false;
    this.blame = options.blame ?? 'theirs';
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
