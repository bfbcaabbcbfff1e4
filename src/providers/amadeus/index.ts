import { compareSold } from '../../domain/offer-changes.ts';
import type { Airports } from '../../domain/reference/airports.ts';
import {
  ProviderError,
  type HttpRequest,
  type HttpResponse,
  type OfferCheck,
  type Provider,
  type ProviderContext,
  type SearchRequest,
} from '../../search/provider.ts';
import { completePriced } from './complete-priced.ts';
import { parseError, parseJson, saysSoldOut } from './errors.ts';
import { formatPriceCheck, formatSearch } from './format.ts';
import { parseOffer } from './parse.ts';
import { AmadeusPriceReply } from './schema.ts';
import { createTokenSource, type AmadeusCredentials, type TokenSource } from './token.ts';

export interface AmadeusParts {
  readonly credentials: AmadeusCredentials;
  readonly airports: Airports;
  /** Tells two accounts apart; `amadeus` where there is one. */
  readonly id?: string;
}

/** Amadeus Flight Offers Search v2 and Flight Offers Price v1. */
export function createAmadeusProvider(parts: AmadeusParts): Provider {
  const tokens = createTokenSource(parts.credentials);
  /** A request is asked about before it is made. */
  const calls = new WeakMap<SearchRequest, HttpRequest>();
  const callFor = (request: SearchRequest): HttpRequest => {
    const known = calls.get(request);
    if (known) return known;
    const formatted = formatSearch(request);
    calls.set(request, formatted);
    return formatted;
  };
  const id = parts.id ?? 'amadeus';
  const parseAgain = (raw: unknown, { now }: ProviderContext) =>
    parseOffer(raw, {
      airports: parts.airports,
      observedAt: now.toString(),
      provider: id,
      reference: { value: raw },
    });
  return {
    id,
    capabilities: {
      roundTrip: true,
      multiCity: true,
      cabins: ['economy', 'premium_economy', 'business', 'first'],
      booking: 'none',
      calendar: false,
    },
    asked(request) {
      const { path, body = '' } = callFor(request);
      return path + body;
    },
    async *search(request, context) {
      const response = await call(callFor(request), tokens, context);
      if (response.status !== 200) throw parseError(response, context.now);
      const answer = await context.read({
        format: 'amadeus',
        body: response.body,
        provider: id,
        observedAt: context.now.toString(),
      });
      if (!answer) throw unreadable();
      answer.dropped.forEach(context.onDropped);
      if (answer.offers.length > 0) yield answer.offers;
    },
    async probe(context) {
      await tokens.get(context);
    },
    async check(offer, context): Promise<OfferCheck> {
      const response = await call(formatPriceCheck(offer.reference.value), tokens, context);
      if (response.status !== 200 && saysSoldOut(response)) return { status: 'sold_out' };
      if (response.status !== 200) throw parseError(response, context.now);
      const reply = AmadeusPriceReply.safeParse(parseJson(response.body));
      const raw = reply.success ? reply.data.data.flightOffers[0] : undefined;
      const priced = parseAgain(raw, context);
      if (typeof priced === 'string') throw unreadable();
      return compareSold(offer, completePriced({ ...priced, id: offer.id }, offer));
    },
  };
}

/** A call with the shared token; a refused token is replaced once. */
async function call(
  request: HttpRequest,
  tokens: TokenSource,
  context: ProviderContext,
): Promise<HttpResponse> {
  const send = (token: string) =>
    context.http({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
  const token = await tokens.get(context);
  const response = await send(token);
  if (response.status !== 401) return response;
  tokens.drop(token);
  return send(await tokens.get(context));
}

const unreadable = () => new ProviderError('error', 'Amadeus sent an answer that is not the JSON of its API');
