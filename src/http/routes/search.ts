import type { FastifyInstance } from 'fastify';
import { SearchRequest } from '../../contract/search.ts';
import type { Tools } from '../../tools/tools.ts';
import { wantsEvents } from '../event-stream.ts';
import { parsePart } from '../problem.ts';
import { respondWithEvents } from '../respond-with-events.ts';

/** POST /search: a trip that is already understood, as JSON or as events. */
export function searchRoutes(
  server: FastifyInstance,
  { tools, closing }: { tools: Tools; closing: AbortSignal },
): void {
  server.post('/search', async (request, reply) => {
    const body = parsePart(SearchRequest, request.body);
    const watched = wantsEvents(request.headers.accept);
    return respondWithEvents(request, reply, {
      start: (signal) => tools.search(body, request.id, watched, signal),
      closing,
    });
  });
}
