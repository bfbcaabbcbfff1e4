import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../platform/metrics.ts';
import { refusalOf } from './refuse-connection.ts';

export interface ObserveRequestsParts {
  readonly metrics: Metrics;
  /** Hears of every request and of the end of its answer. */
  readonly stir: () => void;
  /** Aborts when the server's grace time is over. */
  readonly closing: AbortSignal;
}

/** What a request counts as whose client went away before it was answered: no status that is ever sent, but what proxies note for it. */
const clientLeft = 499;
/** What one counts as that the stopping server cut off. */
const cutOff = 503;

/** Counts and times every request, and puts its id on the answer. */
export function observeRequests(
  server: FastifyInstance,
  { metrics, stir, closing }: ObserveRequestsParts,
): void {
  /** Connections that were refused while a request was on them, as one that is too slow to arrive. */
  const refused = new WeakMap<Socket, number>();
  server.server.on('clientError', (error: Error & { code?: string }, socket: Socket) => {
    const status = refusalOf(error)?.status;
    if (status !== undefined) refused.set(socket, status);
  });
  server.addHook('onRequest', (request, reply, next) => {
    // Not reply.elapsedTime: Fastify keeps time only where it logs.
    const startedAt = performance.now();
    metrics.concurrentRequests.inc();
    stir();
    reply.header('x-request-id', request.id);
    reply.raw.once('close', () => {
      metrics.concurrentRequests.dec();
      stir();
      const { statusCode, writableFinished } = reply.raw;
      // What was not written to its end has a status that nobody has seen.
      const status = writableFinished ? statusCode : statusOfUnanswered(request);
      metrics.requestDuration.observe(
        { method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(status) },
        (performance.now() - startedAt) / 1000,
      );
    });
    next();
  });

  const statusOfUnanswered = ({ raw }: FastifyRequest): number =>
    refused.get(raw.socket) ?? (closing.aborted ? cutOff : clientLeft);
}
