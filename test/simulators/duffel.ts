import { setTimeout as delay } from 'node:timers/promises';
import type { Airports } from '../../src/domain/reference/airports.ts';
import { nextFault, type Behaviour, type Fault } from './behaviour.ts';
import { duffelOffer, type DuffelQuestion } from './duffel-offers.ts';
import { mainAirports } from './main-airports.ts';
import { moving, pick } from './flights.ts';
import { startSimulator, type Answer, type Exchange, type Simulator } from './http-server.ts';

interface SimulatorOptions {
  readonly airports: Airports;
  readonly port?: number;
  readonly behaviour?: Partial<Behaviour>;
  readonly record?: boolean;
}

interface OpenRequest {
  readonly question: DuffelQuestion;
  readonly startedAt: number;
  readonly waitMs: number;
  readonly batches: number;
  readonly fault: Fault | null;
  sent: number;
  /** Calls since the last batch. */
  idle: number;
}

/** How many requests and offers are kept open; older ones are forgotten, as the real ones expire. */
const mostKept = 5000;

/** A server that speaks Duffel v2: batch offer requests, read until none remains, and single offers. */
export function startDuffelSimulator(options: SimulatorOptions): Promise<Simulator> {
  const open = new Map<string, OpenRequest>();
  const offers = new Map<string, { question: DuffelQuestion; nth: number }>();
  const window = { second: 0, served: 0 };
  let created = 0;

  function refuse({ headers }: Exchange, { perSecond }: Behaviour): Answer | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? ''))
      return failure(
        401,
        'authentication_error',
        'missing_authorization_header',
        'Missing authorization header',
      );
    if (headers.authorization === 'Bearer wrong')
      return failure(401, 'authentication_error', 'access_token_not_found', 'Access token not found');
    if (headers['duffel-version'] !== 'v2')
      return failure(400, 'invalid_request_error', 'unsupported_version', 'Unsupported version');
    const second = Math.floor(Date.now() / 1000);
    if (window.second !== second) Object.assign(window, { second, served: 0 });
    window.served += 1;
    return perSecond !== null && window.served > perSecond ? tooMany() : undefined;
  }

  /** What every answer says of the limit. Where there is none it is one of sixty a minute, of which some are always left. */
  function limitOf({ status }: Answer, { perSecond }: Behaviour): Record<string, string> {
    const limit = perSecond ?? 60;
    const left = perSecond === null ? limit - 1 : Math.max(0, limit - window.served);
    const windowMs = perSecond === null && status !== 429 ? 60_000 : 1000;
    return {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(status === 429 ? 0 : left),
      'ratelimit-reset': new Date((Math.floor(Date.now() / windowMs) + 1) * windowMs).toUTCString(),
    };
  }

  function create({ query, body }: Exchange, behaviour: Behaviour): Answer {
    const timeout = Number(query.get('supplier_timeout') ?? 20_000);
    if (!(timeout >= 2000 && timeout <= 60_000)) return invalid('supplier_timeout');
    const question = readQuestion(body, options.airports);
    if (typeof question === 'string') return invalid(question);
    created += 1;
    const id = `orq_${String(created).padStart(10, '0')}`;
    const jitter = behaviour.jitterMs > 0 ? pick('jitter', created, behaviour.jitterMs + 1) : 0;
    const waitMs = Math.min(behaviour.latencyMs + jitter, timeout);
    const batches = Math.max(1, behaviour.batches);
    const request = {
      question,
      startedAt: Date.now(),
      waitMs,
      batches,
      fault: nextFault(behaviour),
      sent: 0,
      idle: 0,
    };
    const refused = refusedBy(request.fault);
    if (refused) return refused;
    remember(open, id, request);
    const data = { id, live_mode: false, total_batches: batches, remaining_batches: batches, offers: [] };
    return { status: 201, body: JSON.stringify({ data }) };
  }

  /** Holds the call back until the next batch is due, as the real service does. */
  async function nextBatch(id: string, behaviour: Behaviour): Promise<Answer> {
    const request = open.get(id);
    if (!request) return failure(404, 'invalid_request_error', 'not_found', 'Not found');
    if (request.idle < behaviour.idleCalls) {
      request.idle += 1;
      const nothing = { id, remaining_batches: request.batches - request.sent, offers: [] };
      return misbehave({ status: 200, body: JSON.stringify({ data: nothing }) }, request.fault);
    }
    request.idle = 0;
    const dueAt = request.startedAt + (request.waitMs * (request.sent + 1)) / request.batches;
    const share = Math.ceil(behaviour.offers / request.batches);
    const from = request.sent * share;
    const count = request.fault === 'empty' ? 0 : Math.max(0, Math.min(share, behaviour.offers - from));
    request.sent += 1;
    const batch = Array.from({ length: count }, (_, index) => {
      const nth = from + index;
      if (request.fault === 'malformed_offers' && nth % 100 === 0)
        return { id: `off_bad_${nth}`, slices: 'none' };
      const offer = duffelOffer(
        options.airports,
        request.question,
        nth,
        `${id.slice(4)}_${nth}`,
        behaviour.priceFactor,
      );
      remember(offers, offer.id, { question: request.question, nth });
      return offer;
    });
    const remaining = request.batches - request.sent;
    const data = { id, total_batches: request.batches, remaining_batches: remaining, offers: batch };
    const body = JSON.stringify({ data });
    const leftMs = dueAt - Date.now();
    if (leftMs > 0) await delay(leftMs);
    return misbehave({ status: 200, body }, request.fault);
  }

  async function readOffer(id: string, behaviour: Behaviour): Promise<Answer> {
    const { latencyMs } = behaviour;
    const fault = nextFault(behaviour);
    if (latencyMs > 0) await delay(latencyMs);
    return refusedBy(fault) ?? misbehave(offerNow(id, behaviour), fault);
  }

  function offerNow(id: string, { priceFactor, movedMinutes }: Behaviour): Answer {
    const known = offers.get(id);
    if (!known) return failure(404, 'invalid_request_error', 'not_found', 'Not found');
    if (priceFactor === 0)
      return failure(422, 'invalid_state_error', 'offer_no_longer_available', 'Offer no longer available');
    const data = duffelOffer(options.airports, known.question, known.nth, id.slice(4), priceFactor);
    return { status: 200, body: JSON.stringify({ data }, moving(movedMinutes)) };
  }

  function respond(exchange: Exchange, behaviour: Behaviour): Answer | Promise<Answer> {
    const refused = refuse(exchange, behaviour);
    if (refused) return refused;
    if (exchange.path === '/air/airlines') return { status: 200, body: '{"data":[]}' };
    const [, resource, id = ''] =
      /^\/air\/(batch_offer_requests|offers)(?:\/([\w-]+))?$/.exec(exchange.path) ?? [];
    if (resource === 'batch_offer_requests' && exchange.method === 'POST') return create(exchange, behaviour);
    if (resource === 'batch_offer_requests' && id) return nextBatch(id, behaviour);
    if (resource === 'offers' && id) return readOffer(id, behaviour);
    return failure(404, 'invalid_request_error', 'not_found', 'Not found');
  }

  return startSimulator(async (exchange, behaviour) => {
    const answer = await respond(exchange, behaviour);
    return { ...answer, headers: { ...limitOf(answer, behaviour), ...answer.headers } };
  }, options);
}

function remember<Value>(kept: Map<string, Value>, id: string, value: Value): void {
  kept.set(id, value);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

interface PostedRequest {
  data?: {
    slices?: { origin?: string; destination?: string; departure_date?: string }[];
    passengers?: { type?: string; age?: number }[];
    cabin_class?: string;
    max_connections?: number;
  };
}

/** The question in a request's body, or the field that is wrong with it. */
function readQuestion(text: string, airports: Airports): DuffelQuestion | string {
  let posted: PostedRequest;
  try {
    posted = JSON.parse(text) as PostedRequest;
  } catch {
    return 'data';
  }
  const {
    slices,
    passengers,
    cabin_class: cabin = 'economy',
    max_connections: connections = 1,
  } = posted.data ?? {};
  if (!slices?.length) return 'slices';
  if (!passengers?.length || !passengers.every(({ type, age }) => type !== undefined || age !== undefined))
    return 'passengers';
  const legs = slices.flatMap(({ origin = '', destination = '', departure_date: date = '' }) => {
    const from = airports.find(mainAirports[origin] ?? origin);
    const to = airports.find(mainAirports[destination] ?? destination);
    return from && to && from !== to && /^\d{4}-\d\d-\d\d$/.test(date) ? [{ from, to, date }] : [];
  });
  if (legs.length < slices.length) return 'slices';
  return { legs, passengers, cabin, nonStop: connections === 0 };
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
    case 'rate_limited':
    case 'unauthorized':
    case 'malformed_offers':
    case 'empty':
    case null:
      return answer;
  }
}

function refusedBy(fault: Fault | null): Answer | undefined {
  if (fault === 'error_500')
    return failure(500, 'api_error', 'internal_server_error', 'Internal server error');
  if (fault === 'unauthorized')
    return failure(401, 'authentication_error', 'access_token_not_found', 'Access token not found');
  return fault === 'rate_limited' ? tooMany() : undefined;
}

const tooMany = (): Answer => failure(429, 'rate_limit_error', 'rate_limit_exceeded', 'Rate limit exceeded');

const invalid = (field: string): Answer =>
  failure(422, 'validation_error', 'validation_required', 'Required field', { pointer: `/${field}`, field });

const failure = (status: number, type: string, code: string, title: string, source?: object): Answer => ({
  status,
  body: JSON.stringify({
    meta: { status, request_id: 'simulated' },
    errors: [{ type, code, title, message: title, ...(source ? { source } : {}) }],
  }),
});
