import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientKey, type ApiClients } from './api-clients.ts';
import { ProblemError } from './problem.ts';

/** Takes one of `limit` that a key has in `windowMs`. */
export type TakeFromLimit = (
  key: string,
  limit: number,
  windowMs: number,
) => Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }>;

export interface AccessParts {
  readonly apiClients: ApiClients;
  /** Null for no limit. */
  readonly perMinute: number | null;
  readonly takeFromLimit: TakeFromLimit;
  readonly onError: (error: unknown, requestId: string) => void;
}

const windowMs = 60_000;

/** Lets in whoever shows a key, where keys are set, as often as a client may ask. Guards the routes of the scope it is called on. */
export function guardAccess(scope: FastifyInstance, parts: AccessParts): void {
  const { apiClients, perMinute } = parts;
  const policy = perMinute === null ? {} : { 'ratelimit-policy': policyOf(perMinute) };
  scope.addHook('onRequest', (request, reply, next) => {
    reply.headers(policy);
    // Whoever is not let in is counted by address, so that guessing keys is limited too.
    const client = apiClients.find(request);
    const stranger = client ? undefined : unauthorized();
    if (perMinute === null) next(stranger);
    else {
      countRequest(clientKey(request, client), perMinute, request, parts).then(
        (refusal) => next(refusal ?? stranger),
        next,
      );
    }
  });
}

async function countRequest(
  key: string,
  perMinute: number,
  request: FastifyRequest,
  { takeFromLimit, onError }: AccessParts,
): Promise<ProblemError | undefined> {
  try {
    const { allowed, retryAfterMs } = await takeFromLimit(key, perMinute, windowMs);
    return allowed ? undefined : tooMany(perMinute, Math.max(1, Math.ceil(retryAfterMs / 1000)));
  } catch (error) {
    // Requests that cannot be counted are let by: to refuse them all would make an outage of a lost counter.
    onError(error, request.id);
    return undefined;
  }
}

const unauthorized = () =>
  new ProblemError('unauthorized', 'Send a key as “authorization: Bearer …” or as “x-api-key”.', [], {
    'www-authenticate': 'Bearer realm="windrose"',
  });

/** As in draft-ietf-httpapi-ratelimit-headers. */
const policyOf = (perMinute: number) => `"client";q=${perMinute};w=${windowMs / 1000}`;

const tooMany = (perMinute: number, seconds: number) =>
  new ProblemError('rate_limited', `More than ${perMinute} requests a minute. Please wait.`, [], {
    'retry-after': String(seconds),
    ratelimit: `"client";r=0;t=${seconds}`,
  });
