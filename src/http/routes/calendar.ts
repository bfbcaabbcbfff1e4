import type { FastifyInstance } from 'fastify';
import { CalendarQuery } from '../../contract/calendar.ts';
import type { Tools } from '../../tools/tools.ts';
import { clientKey, type ApiClients } from '../api-clients.ts';
import { parsePart, ProblemError } from '../problem.ts';
import { answerUntilClosed } from '../until-closed.ts';

/** GET /calendar: what the cheapest flight costs on every day of a month. */
export function calendarRoutes(
  server: FastifyInstance,
  { tools, apiClients, closing }: { tools: Tools; apiClients: ApiClients; closing: AbortSignal },
): void {
  server.get('/calendar', async (request, reply) => {
    const query = parsePart(CalendarQuery, request.query);
    return answerUntilClosed(reply, closing, async (signal) => {
      const calendar = await tools.priceCalendar(query, clientKey(request, apiClients.of(request)), signal);
      if (calendar === 'unknown_place')
        throw new ProblemError('not_found', 'There is no airport or city with this code.');
      if (calendar === 'overloaded')
        throw new ProblemError('overloaded', 'Too many searches wait already. Please try again in a moment.');
      return calendar;
    });
  });
}
