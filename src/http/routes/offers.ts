import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { OfferCheckQuery } from '../../contract/offer-check.ts';
import { refusalTexts } from '../../tools/refusal-texts.ts';
import type { Tools } from '../../tools/tools.ts';
import type { ApiClients } from '../api-clients.ts';
import { parsePart, ProblemError } from '../problem.ts';
import { answerUntilClosed } from '../until-closed.ts';

const Params = z.object({ offer_id: z.string().min(1).max(500) });

/** GET /offers/{offer_id}: asks the source again for one offer of a conversation. */
export function offerRoutes(
  server: FastifyInstance,
  { tools, apiClients, closing }: { tools: Tools; apiClients: ApiClients; closing: AbortSignal },
): void {
  server.get('/offers/:offer_id', async (request, reply) => {
    const { offer_id: id } = parsePart(Params, request.params);
    const { session_id: wanted } = parsePart(OfferCheckQuery, request.query);
    const sessionId = apiClients.of(request).ownSession(wanted);
    return answerUntilClosed(reply, closing, async (signal) => {
      const answer = await tools.checkOffer(sessionId, id, request.id, signal);
      if (typeof answer === 'string') throw new ProblemError(answer, refusalTexts[answer]);
      return answer;
    });
  });
}
