import type { FastifyInstance } from 'fastify';
import { CalendarQuery } from '../../contract/calendar.ts';
import { refusalTexts } from '../../tools/refusal-texts.ts';
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
      if (typeof calendar === 'string')
        throw new ProblemError(calendar === 'unknown_place' ? 'not_found' : calendar, refusalTexts[calendar]);
      return calendar;
    });
  });
}
