import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Airports } from '../../src/domain/reference/airports.ts';
import { amadeusOffers, carrierNames, type OfferQuestion } from './amadeus-offers.ts';
import { mainAirports } from './main-airports.ts';
import { nextFault, type Behaviour, type Fault } from './behaviour.ts';
import { moving, pick } from './flights.ts';
import { asBytes, startSimulator, type Answer, type Exchange, type Simulator } from './http-server.ts';

interface SimulatorOptions {
  readonly airports: Airports;
  readonly port?: number;
  readonly behaviour?: Partial<Behaviour>;
  readonly record?: boolean;
}

const goodClient = (id: string | null) => id !== null && id !== 'wrong';

/** A server that speaks Amadeus: OAuth client credentials, Flight Offers Search v2 (GET and POST) and Flight Offers Price v1. */
export function startAmadeusSimulator(options: SimulatorOptions): Promise<Simulator> {
  const tokens = new Map<string, number>();
  const window = { second: 0, served: 0 };
  let served = 0;

  function grantToken({ body }: Exchange, behaviour: Behaviour): Answer {
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'client_credentials')
      return oauthError(400, 'unsupported_grant_type', 'Only client_credentials value is allowed');
    if (!goodClient(form.get('client_id')) || !form.get('client_secret'))
      return oauthError(401, 'invalid_client', 'Client credentials are invalid');
    const token = randomBytes(14).toString('base64url');
    for (const [old, endsAt] of tokens) if (endsAt < Date.now()) tokens.delete(old);
    tokens.set(token, Date.now() + behaviour.tokenSeconds * 1000);
    const grant = {
      type: 'amadeusOAuth2Token',
      username: 'agent@windrose.example',
      application_name: 'windrose',
      client_id: form.get('client_id'),
      token_type: 'Bearer',
      access_token: token,
      expires_in: behaviour.tokenSeconds,
      state: 'approved',
      scope: '',
    };
    return { status: 200, body: JSON.stringify(grant) };
  }

  function refuseToken({ headers }: Exchange): Answer | undefined {
    const [, token] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
    if (!token)
      return apiError(
        401,
        38191,
        'Invalid HTTP header',
        'Missing or invalid format for mandatory Authorization header',
      );
    const endsAt = tokens.get(token);
    if (endsAt === undefined)
      return apiError(401, 38190, 'Invalid access token', 'The access token provided is invalid');
    if (endsAt < Date.now())
      return apiError(401, 38192, 'Access token expired', 'The access token is expired');
    return undefined;
  }

  function refuseRate({ perSecond }: Behaviour): Answer | undefined {
    if (perSecond === null) return undefined;
    const second = Math.floor(Date.now() / 1000);
    if (window.second !== second) Object.assign(window, { second, served: 0 });
    window.served += 1;
    return window.served > perSecond ? tooMany() : undefined;
  }

  async function respond(exchange: Exchange, behaviour: Behaviour): Promise<Answer> {
    if (exchange.path === '/v1/security/oauth2/token') return grantToken(exchange, behaviour);
    const refused = refuseToken(exchange) ?? refuseRate(behaviour);
    if (refused) return refused;
    served += 1;
    const fault = nextFault(behaviour);
    const waitMs =
      behaviour.latencyMs + (behaviour.jitterMs > 0 ? pick('jitter', served, behaviour.jitterMs + 1) : 0);
    // The answer is made half-way, while the caller waits: the latency is all of the time that the source takes, and a burst of
    // questions finds neither its beginning nor its end delayed by a source that would not share the caller's machine.
    const dueAt = performance.now() + waitMs;
    if (waitMs > 1) await delay(waitMs / 2);
    const answer = asBytes(answerTo(exchange, behaviour, fault));
    const leftMs = dueAt - performance.now();
    if (leftMs > 0) await delay(leftMs);
    return answer;
  }

  function answerTo(exchange: Exchange, behaviour: Behaviour, fault: Fault | null): Answer {
    if (exchange.path === '/v2/shopping/flight-offers')
      return misbehave(search(exchange, behaviour, options, fault), fault);
    if (exchange.path === '/v1/shopping/flight-offers/pricing')
      return misbehave(price(exchange, behaviour), fault);
    return apiError(404, 38196, 'Resource not found', 'The targeted resource does not exist');
  }

  return startSimulator(respond, options);
}

function search(
  exchange: Exchange,
  behaviour: Behaviour,
  options: SimulatorOptions,
  fault: Fault | null,
): Answer {
  const question = exchange.method === 'GET' ? readQuery(exchange.query) : readBody(exchange.body);
  if ('status' in question) return question;
  const airportOf = (code: string) => options.airports.find(mainAirports[code] ?? code);
  const legs = question.legs.map(({ from, to, date }) => ({
    from: airportOf(from),
    to: airportOf(to),
    date,
  }));
  const known = legs.flatMap(({ from, to, date }) => (from && to && from !== to ? [{ from, to, date }] : []));
  if (known.length < legs.length)
    return apiError(400, 895, 'NOTHING FOUND FOR REQUESTED CITY', 'No airport for the city');
  const count = fault === 'empty' ? 0 : Math.min(behaviour.offers, question.max);
  const offerOf = amadeusOffers(options.airports, { ...question, legs: known }, behaviour.priceFactor);
  const { currency } = question;
  const meta = { count, links: { self: 'https://simulator/v2/shopping/flight-offers' } };
  const dictionaries = { carriers: carrierNames, currencies: { [currency]: currency } };
  const pieces = [`{"meta":${JSON.stringify(meta)},"data":[`];
  for (let nth = 0; nth < count; nth += 1) {
    if (nth > 0) pieces.push(',');
    if (fault === 'malformed_offers' && nth % 100 === 0)
      pieces.push(JSON.stringify({ type: 'flight-offer', id: String(nth + 1), itineraries: [] }));
    else pieces.push(...offerOf(nth));
  }
  pieces.push(`],"dictionaries":${JSON.stringify(dictionaries)}}`);
  return {
    status: 200,
    headers: { 'content-type': 'application/vnd.amadeus+json' },
    body: pieces.join(''),
  };
}

interface Question extends Omit<OfferQuestion, 'legs'> {
  readonly legs: readonly { readonly from: string; readonly to: string; readonly date: string }[];
  readonly max: number;
}

function readQuery(query: URLSearchParams): Question | Answer {
  const get = (name: string) => query.get(name) ?? '';
  const [from, to, date, back] = [
    'originLocationCode',
    'destinationLocationCode',
    'departureDate',
    'returnDate',
  ].map(get);
  for (const name of ['originLocationCode', 'destinationLocationCode', 'departureDate', 'adults'])
    if (!query.has(name))
      return apiError(400, 32171, 'MANDATORY DATA MISSING', 'Missing mandatory query parameter', name);
  if (!/^[A-Z]{3}$/.test(from ?? '')) return invalid('originLocationCode');
  if (!/^[A-Z]{3}$/.test(to ?? '')) return invalid('destinationLocationCode');
  if (!isDate(date)) return invalid('departureDate');
  if (back && !isDate(back)) return invalid('returnDate');
  if (query.has('includedAirlineCodes') && query.has('excludedAirlineCodes'))
    return invalid('excludedAirlineCodes');
  const adults = Number(get('adults'));
  if (!(adults >= 1 && adults <= 9)) return invalid('adults');
  const out = { from: from ?? '', to: to ?? '', date: date ?? '' };
  return {
    legs: back ? [out, { from: out.to, to: out.from, date: back }] : [out],
    adults,
    children: Number(get('children') || 0),
    infants: Number(get('infants') || 0),
    cabin: get('travelClass') || 'ECONOMY',
    currency: get('currencyCode') || 'EUR',
    nonStop: get('nonStop') === 'true',
    max: Number(get('max') || 250),
  };
}

interface PostedSearch {
  currencyCode?: string;
  originDestinations?: {
    originLocationCode?: string;
    destinationLocationCode?: string;
    departureDateTimeRange?: { date?: string };
  }[];
  travelers?: { travelerType?: string }[];
  sources?: string[];
  searchCriteria?: {
    maxFlightOffers?: number;
    flightFilters?: {
      cabinRestrictions?: { cabin?: string }[];
      connectionRestriction?: { maxNumberOfConnections?: number };
    };
  };
}

function readBody(text: string): Question | Answer {
  let posted: PostedSearch;
  try {
    posted = JSON.parse(text) as PostedSearch;
  } catch {
    return apiError(400, 38189, 'Invalid JSON', 'The body is not JSON');
  }
  if (!posted.originDestinations?.length || !posted.travelers?.length || !posted.sources?.length)
    return apiError(400, 32171, 'MANDATORY DATA MISSING', 'Missing mandatory data in the body');
  const count = (type: string) =>
    posted.travelers?.filter(({ travelerType }) => travelerType === type).length ?? 0;
  const legs = posted.originDestinations.map((leg) => ({
    from: leg.originLocationCode ?? '',
    to: leg.destinationLocationCode ?? '',
    date: leg.departureDateTimeRange?.date ?? '',
  }));
  if (!legs.every(({ date }) => isDate(date))) return invalid('departureDateTimeRange');
  const filters = posted.searchCriteria?.flightFilters;
  return {
    legs,
    adults: count('ADULT'),
    children: count('CHILD'),
    infants: count('HELD_INFANT'),
    cabin: filters?.cabinRestrictions?.[0]?.cabin ?? 'ECONOMY',
    currency: posted.currencyCode ?? 'EUR',
    nonStop: filters?.connectionRestriction?.maxNumberOfConnections === 0,
    max: posted.searchCriteria?.maxFlightOffers ?? 250,
  };
}

const isDate = (text: string | undefined): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && Number.isFinite(Date.parse(text ?? ''));

interface PricedOffer {
  id?: string;
  price?: { total?: string; grandTotal?: string };
  travelerPricings?: { price: { total: string } }[];
}

function price({ body }: Exchange, { priceFactor, movedMinutes }: Behaviour): Answer {
  const { data } = JSON.parse(body) as { data?: { flightOffers?: PricedOffer[] } };
  const [offer] = data?.flightOffers ?? [];
  if (!offer?.price)
    return apiError(400, 32171, 'MANDATORY DATA MISSING', 'No offer to price', '/data/flightOffers');
  if (priceFactor === 0) return apiError(400, 34651, 'SEGMENT SELL FAILURE', 'Could not sell segment 1');
  const times = (amount: string | undefined) => (Number(amount) * priceFactor).toFixed(2);
  const total = times(offer.price.grandTotal ?? offer.price.total);
  const priced = {
    ...offer,
    price: { ...offer.price, total, grandTotal: total },
    travelerPricings: offer.travelerPricings?.map((pricing) => ({
      ...pricing,
      price: { ...pricing.price, total: times(pricing.price.total) },
    })),
  };
  const reply = { data: { type: 'flight-offers-pricing', flightOffers: [priced], bookingRequirements: {} } };
  return { status: 200, body: JSON.stringify(reply, moving(movedMinutes)) };
}

function misbehave(answer: Answer, fault: Fault | null): Answer {
  switch (fault) {
    case 'hang':
      return { ...answer, delivery: 'never' };
    case 'reset':
      return { ...answer, delivery: 'reset' };
    case 'slow_bytes':
      return { ...answer, delivery: 'slow' };
    case 'truncated':
      return { ...answer, body: answer.body.slice(0, answer.body.length >> 1) };
    case 'lying':
      return { status: 200, body: '{"data":{"flights":"plenty"}}' };
    case 'html_502':
      return {
        status: 502,
        headers: { 'content-type': 'text/html' },
        body: '<html><h1>502 Bad Gateway</h1></html>',
      };
    case 'error_500':
      return apiError(500, 141, 'SYSTEM ERROR HAS OCCURRED', 'Something went wrong inside');
    case 'rate_limited':
      return tooMany();
    case 'unauthorized':
      return apiError(401, 38190, 'Invalid access token', 'The access token provided is invalid');
    case 'malformed_offers':
    case 'empty':
    case null:
      return answer;
  }
}

const tooMany = (): Answer => ({
  ...apiError(429, 38194, 'Too many requests', 'The network rate limit is exceeded, please try again later'),
  headers: { 'retry-after': '1' },
});

const invalid = (parameter: string): Answer =>
  apiError(400, 477, 'INVALID FORMAT', 'invalid query parameter format', parameter);

const apiError = (
  status: number,
  code: number,
  title: string,
  detail: string,
  parameter?: string,
): Answer => ({
  status,
  body: JSON.stringify({
    errors: [{ status, code, title, detail, ...(parameter ? { source: { parameter } } : {}) }],
  }),
});

const oauthError = (status: number, error: string, description: string): Answer => ({
  status,
  body: JSON.stringify({ error, error_description: description, code: 38187, title: 'Invalid parameters' }),
});
