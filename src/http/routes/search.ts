import type { FastifyInstance } from 'fastify';
import { SearchRequest } from '../../contract/search.ts';
import type { Tools } from '../../tools/tools.ts';
import { openEventStream, wantsEvents, type EventStream } from '../event-stream.ts';
import { parsePart, sendProblem } from '../problem.ts';
import { untilClosed } from '../until-closed.ts';

/** POST /search: a trip that is already understood, as JSON or as events. */
export function searchRoutes(
  server: FastifyInstance,
  { tools, closing }: { tools: Tools; closing: AbortSignal },
): void {
  server.post('/search', async (request, reply) => {
    const body = parsePart(SearchRequest, request.body);
    const { signal, done } = untilClosed(reply, closing);
    const streaming = wantsEvents(request.headers.accept);
    let stream: EventStream | undefined;
    try {
      for await (const { event, data } of tools.search(body, request.id, streaming, signal)) {
        if (streaming && event !== 'turn-error') stream ??= openEventStream(reply, {});
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
    return reply;
  });
}
