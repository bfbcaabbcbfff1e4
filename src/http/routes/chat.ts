import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Agent, TurnRequest } from '../../agent.ts';
import { ChatRequest } from '../../contract/chat.ts';
import type { TurnEvent } from '../../contract/events.ts';
import { openEventStream, wantsEvents, type EventStream } from '../event-stream.ts';
import { parsePart, sendProblem } from '../problem.ts';
import { untilClosed } from '../until-closed.ts';

export interface ChatRoutesParts {
  readonly agent: Agent;
  /** Aborts when the server's grace time is over. */
  readonly closing: AbortSignal;
}

/** POST /chat in the mode the rollout chooses, /chat/async and /chat/sync in the mode they name; as JSON or as events. */
export function chatRoutes(server: FastifyInstance, { agent, closing }: ChatRoutesParts): void {
  for (const [path, mode] of [
    ['/chat', 'rollout'],
    ['/chat/async', 'async'],
    ['/chat/sync', 'sync'],
  ] as const)
    server.post(path, async (request, reply) => {
      const body = parsePart(ChatRequest, request.body);
      const turn: TurnRequest = {
        message: body.message,
        sessionId: body.session_id ?? null,
        locale: body.locale ?? null,
        currency: body.currency ?? null,
        timeZone: body.time_zone ?? null,
        mode,
        requestId: request.id,
        watched: wantsEvents(request.headers.accept),
      };
      await respond(request, reply, (signal) => agent.turn(turn, signal), closing);
      return reply;
    });
}

async function respond(
  request: FastifyRequest,
  reply: FastifyReply,
  start: (signal: AbortSignal) => AsyncIterable<TurnEvent>,
  closing: AbortSignal,
): Promise<void> {
  const { signal, done } = untilClosed(reply, closing);
  const streaming = wantsEvents(request.headers.accept);
  let stream: EventStream | undefined;
  try {
    for await (const { event, data } of start(signal)) {
      if (event === 'turn-start') {
        reply.header('x-search-mode', data.mode);
        if (streaming) stream = openEventStream(reply, { 'x-search-mode': data.mode });
      }
      if (stream) stream.send(event, data);
      else if (event === 'turn-error') await sendProblem(reply, data);
      else if (event === 'turn-end') await reply.type('application/json').send(JSON.stringify(data));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    if (!stream && !reply.sent) reply.hijack();
  } finally {
    done();
    stream?.end();
  }
}
