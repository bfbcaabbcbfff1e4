import type { FastifyInstance } from 'fastify';
import type { TurnRequest } from '../../agent.ts';
import { ChatRequest } from '../../contract/chat.ts';
import type { SearchMode } from '../../contract/search.ts';
import { pathOf } from '../allowed-methods.ts';
import type { ApiClients } from '../api-clients.ts';
import { wantsEvents } from '../event-stream.ts';
import { parsePart } from '../problem.ts';
import { respondWithEvents, type Answering } from '../respond-with-events.ts';

export interface ChatRoutesParts {
  readonly apiClients: ApiClients;
  /** Aborts when the server's grace time is over. */
  readonly closing: AbortSignal;
}

const modes: Readonly<Record<string, TurnRequest['mode']>> = {
  '/chat': 'rollout',
  '/chat/async': 'async',
  '/chat/sync': 'sync',
};

/**
 * Says on every answer of a chat route which mode its path names, or the configuration: a turn that begins says its own instead. So does an
 * answer to a method that these paths do not have, which is no route of its own.
 */
export function sayModes(server: FastifyInstance, { usualMode }: { usualMode: SearchMode }): void {
  server.addHook('onRequest', (request, reply, next) => {
    const mode = modes[request.routeOptions.url ?? pathOf(request.url).replace(/\/$/u, '')];
    if (mode) reply.header('x-search-mode', mode === 'rollout' ? usualMode : mode);
    next();
  });
}

/** POST /chat in the mode the rollout chooses, /chat/async and /chat/sync in the mode they name; as JSON or as events. */
export function chatRoutes(server: FastifyInstance, { apiClients, closing }: ChatRoutesParts): void {
  for (const [path, mode] of Object.entries(modes))
    server.post(path, async (request, reply) => {
      const body = parsePart(ChatRequest, request.body);
      const { agent, ownSession } = apiClients.of(request);
      const turn: TurnRequest = {
        message: body.message,
        sessionId: body.session_id === undefined ? null : ownSession(body.session_id),
        locale: body.locale ?? null,
        currency: body.currency ?? null,
        timeZone: body.time_zone ?? null,
        trip: body.trip ?? null,
        offerId: body.offer_id ?? null,
        shownOffers: body.shown_offers ?? [],
        mode,
        requestId: request.id,
        watched: wantsEvents(request.headers.accept),
      };
      return respondWithEvents(request, reply, {
        start: (signal) => agent.turn(turn, signal),
        headersOf: modeHeader,
        closing,
      });
    });
}

const modeHeader = (answering: Answering): Record<string, string> =>
  answering.event === 'turn-start' && 'mode' in answering.data
    ? { 'x-search-mode': String(answering.data.mode) }
    : {};
