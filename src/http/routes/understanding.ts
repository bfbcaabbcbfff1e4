import type { FastifyInstance } from 'fastify';
import { PlacesQuery } from '../../contract/place.ts';
import { UnderstandRequest } from '../../contract/understand.ts';
import type { Tools } from '../../tools/tools.ts';
import { parsePart } from '../problem.ts';

/** POST /understand and GET /places: what the language engine makes of words, changing nothing. */
export function understandingRoutes(server: FastifyInstance, { tools }: { tools: Tools }): void {
  server.post('/understand', async (request) => tools.understand(parsePart(UnderstandRequest, request.body)));
  server.get('/places', async (request) => {
    const { q, limit } = parsePart(PlacesQuery, request.query);
    return tools.findPlaces(q, limit);
  });
}
