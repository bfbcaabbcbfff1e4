import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SessionId } from '../../contract/chat.ts';
import type { Tools } from '../../tools/tools.ts';
import { parsePart, ProblemError } from '../problem.ts';

const Params = z.object({ id: SessionId });

/** GET and DELETE /sessions/{id}: read a conversation, forget it. */
export function sessionRoutes(server: FastifyInstance, { tools }: { tools: Tools }): void {
  server.get('/sessions/:id', async (request) => {
    const session = await tools.findSession(parsePart(Params, request.params).id);
    if (!session) throw unknownSession();
    return session;
  });
  server.delete('/sessions/:id', async (request, reply) => {
    if (!(await tools.forgetSession(parsePart(Params, request.params).id))) throw unknownSession();
    return reply.code(204).send();
  });
}

const unknownSession = () =>
  new ProblemError('session_not_found', 'There is no conversation with this id, or it has ended.');
