import helmet from '@fastify/helmet';
import scalar from '@scalar/fastify-api-reference';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Agent } from '../agent.ts';
import type { Health } from '../platform/health.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Tools } from '../tools/tools.ts';
import { rememberMethods } from './allowed-methods.ts';
import { landingPage } from './landing-page.ts';
import { createOpenApi } from './openapi.ts';
import { problemFromError, problemOf, sendProblem } from './problem.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { chatRoutes } from './routes/chat.ts';
import { operationsRoutes } from './routes/operations.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { understandingRoutes } from './routes/understanding.ts';

export interface ServerParts {
  readonly agent: Agent;
  readonly tools: Tools;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly version: string;
  readonly newRequestId: () => string;
  readonly isReady: () => boolean;
  /** Aborts what still runs when the grace time of a shutdown is over. */
  readonly closing: AbortSignal;
  readonly onError: (error: unknown, requestId: string) => void;
}

/** A message has 2,000 characters; a trip for POST /search some kilobytes. */
const longestBody = 64 * 1024;
/** A client that takes longer to send its request is let go. */
const requestTimeoutMs = 15_000;

/** The HTTP face: routes over the agent and the tools, problem answers for everything else. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: longestBody,
    requestTimeout: requestTimeoutMs,
    genReqId: parts.newRequestId,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    /** What the router refuses before any hook runs: a path that is not valid. */
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      void sendProblem(reply, problemFromError(error, request));
    },
    logger: false,
  });
  server.removeContentTypeParser('text/plain');
  await server.register(helmet, { contentSecurityPolicy: pagePolicy, hsts: false });
  observe(server, parts);
  letGoWhenClosing(server);
  const methodsOf = rememberMethods(server);

  server.setErrorHandler(async (error: Parameters<typeof problemFromError>[0], request, reply) => {
    const problem = problemFromError(error, request);
    if (problem.status >= 500) parts.onError(error, request.id);
    await sendProblem(reply, problem);
  });
  server.setNotFoundHandler(async (request, reply) => {
    const others = methodsOf(request.url);
    if (others.length > 0) reply.header('allow', others.join(', '));
    const problem =
      others.length > 0
        ? problemOf('method_not_allowed', `Use ${others.join(' or ')} here.`, request.id)
        : problemOf('not_found', 'There is no such path. GET /docs lists those there are.', request.id);
    await sendProblem(reply, problem);
  });

  chatRoutes(server, parts);
  searchRoutes(server, parts);
  understandingRoutes(server, parts);
  calendarRoutes(server, parts);
  sessionRoutes(server, parts);
  operationsRoutes(server, parts);
  const description = createOpenApi(parts.version);
  server.get('/openapi.json', async () => description);
  server.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(landingPage));
  await server.register(scalar, {
    routePrefix: '/docs',
    configuration: { url: '/openapi.json', telemetry: false },
  });
  return server;
}

/** The reference page brings its own inline script and styles; nothing may come from elsewhere. */
const pagePolicy = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    upgradeInsecureRequests: null,
  },
};

/** Connections that were busy when the closing began are closed with their last answer; otherwise each would keep the server open. */
function letGoWhenClosing(server: FastifyInstance): void {
  const state = { closing: false };
  server.addHook('preClose', (done) => {
    state.closing = true;
    done();
  });
  server.addHook('onRequest', (_request, reply, next) => {
    reply.raw.once('close', () => {
      if (state.closing) setImmediate(() => server.server.closeIdleConnections());
    });
    next();
  });
}

/** Counts and times every request, and puts its id on the answer. */
function observe(server: FastifyInstance, { metrics }: ServerParts): void {
  server.addHook('onRequest', (request, reply, next) => {
    metrics.concurrentRequests.inc();
    reply.header('x-request-id', request.id);
    reply.raw.once('close', () => {
      metrics.concurrentRequests.dec();
      metrics.requestDuration.observe(
        {
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          status: String(reply.raw.statusCode),
        },
        reply.elapsedTime / 1000,
      );
    });
    next();
  });
}
