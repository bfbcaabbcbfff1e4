import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SessionId } from '../../contract/chat.ts';
import { refusalTexts } from '../../tools/refusal-texts.ts';
import type { Tools } from '../../tools/tools.ts';
import type { ApiClients } from '../api-clients.ts';
import { parsePart, ProblemError } from '../problem.ts';
import { answerUntilClosed } from '../until-closed.ts';

const Params = z.object({ id: SessionId });

/** GET and DELETE /sessions/{id}: read a conversation, forget it; GET /sessions/{id}/cards: all of its flights. */
export function sessionRoutes(
  server: FastifyInstance,
  { tools, apiClients, closing }: { tools: Tools; apiClients: ApiClients; closing: AbortSignal },
): void {
  const idOf = (request: FastifyRequest) =>
    apiClients.of(request).ownSession(parsePart(Params, request.params).id);
  server.get('/sessions/:id', async (request) => {
    const session = await tools.findSession(idOf(request));
    if (!session) throw unknownSession();
    return session;
  });
  server.get('/sessions/:id/cards', async (request) => {
    const cards = await tools.findCards(idOf(request));
    if (!cards) throw unknownSession();
    return cards;
  });
  server.delete('/sessions/:id', async (request, reply) => {
    return answerUntilClosed(reply, closing, async (signal) => {
      if (!(await tools.forgetSession(idOf(request), signal))) throw unknownSession();
      return reply.code(204).send();
    });
  });
}

const unknownSession = () => new ProblemError('session_not_found', refusalTexts.session_not_found);
