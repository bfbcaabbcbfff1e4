import type { FastifyInstance } from 'fastify';

const allowed = {
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-allow-headers':
    'content-type, accept, authorization, x-api-key, idempotency-key, mcp-protocol-version, mcp-method, mcp-name',
  'access-control-max-age': '600',
} as const;
const readable = 'x-request-id, x-search-mode, retry-after, ratelimit, ratelimit-policy';

/** Lets pages of the named origins read the answers. Keys travel in headers, so credentials of the browser are never allowed. */
export function allowOrigins(server: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  server.addHook('onRequest', (request, reply, next) => {
    reply.header('vary', 'origin');
    const { origin, 'access-control-request-method': wanted } = request.headers;
    if (!origin || !origins.includes(origin)) {
      next();
      return;
    }
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': readable });
    if (request.method === 'OPTIONS' && wanted) reply.headers(allowed).code(204).send();
    else next();
  });
}
