import { setTimeout as delay } from 'node:timers/promises';
import { compareSold } from '../../domain/offer-changes.ts';
import type { Offer } from '../../domain/offer.ts';
import type { Airports } from '../../domain/reference/airports.ts';
import {
  ProviderError,
  type HttpRequest,
  type HttpResponse,
  type OfferCheck,
  type Provider,
  type ProviderContext,
} from '../../search/provider.ts';
import { goneStatus, parseError, parseJson } from './errors.ts';
import { formatNextBatch, formatOfferCheck, formatSearch } from './format.ts';
import { parseOffer } from './parse.ts';
import { DuffelOfferReply } from './schema.ts';

/**
 * Between calls that bring nothing. They grow: an account has a limit of calls a minute. For an answer that is only kept none are made once the
 * pauses have grown to the longest: its suppliers have had their time, which is that of the turn.
 */
const shortestPauseMs = 100;
const longestPauseMs = 2000;

interface Batch {
  readonly id: string;
  /** Batches to come. */
  readonly remaining: number;
  readonly offers: readonly Offer[];
}

export interface DuffelParts {
  readonly accessToken: string;
  readonly airports: Airports;
  /** Waits so many milliseconds, or throws the signal's reason where that is first. */
  readonly pause?: (forMs: number, signal: AbortSignal) => Promise<void>;
}

/** Duffel's Flights API v2: batch offer requests for the search, the offer read again for the check. */
export function createDuffelProvider({ pause = pauseFor, ...parts }: DuffelParts): Provider {
  const call = async (request: HttpRequest, { http }: ProviderContext): Promise<HttpResponse> =>
    http({ ...request, headers: headersOf(parts.accessToken, request) });

  async function nextBatch(request: HttpRequest, context: ProviderContext): Promise<Batch> {
    const response = await call(request, context);
    if (response.status >= 300) throw parseError(response, context.now);
    const answer = await context.read({
      format: 'duffel',
      body: response.body,
      provider: 'duffel',
      observedAt: context.now.toString(),
    });
    if (!answer?.batches) throw unreadable();
    answer.dropped.forEach(context.onDropped);
    return { ...answer.batches, offers: answer.offers };
  }

  return {
    id: 'duffel',
    capabilities: {
      roundTrip: true,
      multiCity: true,
      cabins: ['economy', 'premium_economy', 'business', 'first'],
      booking: 'none',
      calendar: false,
    },
    // How long its suppliers are given changes with the time that is left, and nothing of what they sell.
    asked: (request) => formatSearch(request, null).body ?? '',
    async *search(request, context) {
      let batch = await nextBatch(formatSearch(request, context.budgetMs ?? null), context);
      let pauseMs = shortestPauseMs;
      for (;;) {
        if (batch.offers.length > 0) yield batch.offers;
        if (batch.remaining === 0) return;
        // The source holds this call back until there is something to tell, but not for good: then it says again what it has said.
        const next = await nextBatch(formatNextBatch(batch.id), context);
        const isNews = next.remaining < batch.remaining || next.offers.length > 0;
        if (!isNews) {
          if (pauseMs === longestPauseMs && context.isAwaited?.() === false) throw silent();
          await pause(pauseMs, context.signal);
        }
        pauseMs = isNews ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs);
        batch = next;
      }
    },
    async probe(context) {
      const response = await call({ method: 'GET', path: '/air/airlines?limit=1', headers: {} }, context);
      if (response.status !== 200) throw parseError(response, context.now);
    },
    async check(offer, context): Promise<OfferCheck> {
      const response = await call(formatOfferCheck(String(offer.reference.value)), context);
      const gone = response.status >= 300 ? goneStatus(response) : undefined;
      if (gone) return { status: gone };
      if (response.status >= 300) throw parseError(response, context.now);
      const reply = DuffelOfferReply.safeParse(parseJson(response.body));
      const fresh = reply.success ? parseOffer(reply.data.data, parts.airports, context.now.toString()) : '';
      if (typeof fresh === 'string') throw unreadable();
      return compareSold(offer, fresh);
    },
  };
}

const headersOf = (accessToken: string, { body }: HttpRequest): Record<string, string> => ({
  authorization: `Bearer ${accessToken}`,
  'duffel-version': 'v2',
  accept: 'application/json',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
});

async function pauseFor(forMs: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(forMs, undefined, { signal });
  } catch (error) {
    // Node's own error says nothing of why the caller went away.
    signal.throwIfAborted();
    throw error;
  }
}

const unreadable = () => new ProviderError('error', 'Duffel sent an answer that is not the JSON of its API');

const silent = () => new ProviderError('timeout', 'Duffel has had nothing new to say for seconds');
