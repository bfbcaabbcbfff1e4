import type { FastifyInstance } from 'fastify';

/** What is said with every answer that is data: nobody is to keep it, guess its type, run it or frame it. */
export const answerHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Puts them on the answers of a scope: constants, since helmet works them out anew for each and costs a turn 2 % of its time. */
export function addAnswerHeaders(scope: FastifyInstance): void {
  scope.addHook('onRequest', (_request, reply, next) => {
    reply.headers(answerHeaders);
    next();
  });
}
