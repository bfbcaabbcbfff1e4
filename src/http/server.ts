import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Agent } from '../agent.ts';
import type { SearchMode } from '../contract/search.ts';
import type { ClientsConfig } from '../platform/config/clients.ts';
import type { Health } from '../platform/health.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Tools } from '../tools/tools.ts';
import { guardAccess, type TakeFromLimit } from './access.ts';
import { rememberMethods } from './allowed-methods.ts';
import { addAnswerHeaders } from './answer-headers.ts';
import { createApiClients } from './api-clients.ts';
import { allowOrigins } from './cors.ts';
import { shedTurns, shedWhenDrowning } from './load-shedding.ts';
import { watchLoop } from './loop-watch.ts';
import { observeRequests } from './observe-requests.ts';
import { createOpenApi } from './openapi.ts';
import { ProblemError, problemFromError, problemOf, sendProblem } from './problem.ts';
import { readJson } from './read-json.ts';
import { referencePages } from './reference-pages.ts';
import { createConnectionRefusals } from './refuse-connection.ts';
import { refuseHeads } from './refuse-heads.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { offerRoutes } from './routes/offers.ts';
import { chatRoutes, sayModes } from './routes/chat.ts';
import { operationsRoutes, probeRoutes } from './routes/operations.ts';
import { mcpRoutes, type AnswerMcp } from './routes/mcp.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { understandingRoutes } from './routes/understanding.ts';
import { webApp } from './web-app.ts';

export interface ServerParts {
  /** An agent whose sessions' ids begin with the mark. */
  readonly agentOf: (mark: string) => Agent;
  readonly clients: ClientsConfig;
  readonly takeFromLimit: TakeFromLimit;
  readonly tools: Tools;
  readonly answerMcp: AnswerMcp;
  /** The mode that the configuration names for turns. */
  readonly usualMode: SearchMode;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly version: string;
  readonly newRequestId: () => string;
  /** Hears of every request and of the end of its answer. */
  readonly stir: () => void;
  readonly isReady: () => boolean;
  /** Aborts what still runs when the grace time of a shutdown is over. */
  readonly closing: AbortSignal;
  readonly onError: (error: unknown, requestId: string) => void;
}

/** A message has 2,000 characters; a trip for POST /search some kilobytes. */
const longestBody = 64 * 1024;
/** A head holds a key, a session id and what browsers add. */
const longestHead = 16 * 1024;

/** The HTTP face: routes over the agent and the tools, problem answers for everything else. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { clients } = parts;
  const refusals = createConnectionRefusals(parts.newRequestId);
  const server = Fastify({
    bodyLimit: longestBody,
    requestTimeout: clients.requestTimeoutMs,
    keepAliveTimeout: clients.idleTimeoutMs,
    http: {
      headersTimeout: clients.headersTimeoutMs,
      maxHeaderSize: longestHead,
      // Refused with a problem instead; see refuseHeads.
      requireHostHeader: false,
      // Node looks for slow clients every 30 s unless told otherwise.
      connectionsCheckingInterval: Math.min(1000, clients.headersTimeoutMs / 2),
    },
    clientErrorHandler: refusals.refuse,
    trustProxy: trustIn(clients.trustProxy),
    rewriteUrl: ({ url = '/' }) => withoutAuthority(url),
    genReqId: parts.newRequestId,
    // How long a parameter may be is for its schema to say, as the router would only say that there is no such path.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestHead },
    forceCloseConnections: 'idle',
    /** What the router refuses before any hook runs: a path that is not valid. */
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      void sendProblem(reply, problemFromError(error, request));
    },
    logger: false,
  });
  readJson(server);
  refusals.watch(server.server);
  observeRequests(server, parts);
  sayModes(server, parts);
  refuseHeads(server);
  letGoWhenClosing(server);
  allowOrigins(server, clients.corsOrigins);
  const methodsOf = rememberMethods(server);

  server.setErrorHandler(async (error: Parameters<typeof problemFromError>[0], request, reply) => {
    const problem = problemFromError(error, request);
    // A refusal is meant; only what was not is an error of ours.
    if (problem.status >= 500 && !(error instanceof ProblemError)) parts.onError(error, request.id);
    else if (error instanceof ProblemError) reply.headers(error.headers);
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

  await server.register(async (scope) => dataRoutes(scope, parts));
  await server.register(async (scope) => pageRoutes(scope, parts));
  return server;
}

/** What answers with data. A route is open, or guarded by keys and limits, or shed under load as well, by the scope it stands in. */
async function dataRoutes(open: FastifyInstance, parts: ServerParts): Promise<void> {
  const { clients } = parts;
  const loop = watchLoop();
  open.addHook('onClose', async () => loop[Symbol.dispose]());
  const apiClients = createApiClients({ keys: clients.keys, agentOf: parts.agentOf });
  const shedding = { mostTurns: clients.mostTurns, loopIsDrowning: loop.drowning };
  const routed = { ...parts, apiClients };

  addAnswerHeaders(open);
  probeRoutes(open, parts);
  await open.register(async (guarded) => {
    guardAccess(guarded, { ...routed, perMinute: clients.perMinute });
    operationsRoutes(guarded, parts);
    await guarded.register(async (shed) => {
      shedWhenDrowning(shed, shedding);
      understandingRoutes(shed, parts);
      sessionRoutes(shed, routed);
      await shed.register(async (turns) => {
        shedTurns(turns, shedding);
        chatRoutes(turns, routed);
        searchRoutes(turns, parts);
        calendarRoutes(turns, routed);
        offerRoutes(turns, routed);
        mcpRoutes(turns, routed);
      });
    });
  });
}

/** What a browser shows to a person; open to everyone. */
async function pageRoutes(pages: FastifyInstance, { version }: ServerParts): Promise<void> {
  await pages.register(helmet, { contentSecurityPolicy: pagePolicy, hsts: false });
  const description = createOpenApi(version);
  pages.get('/openapi.json', async () => description);
  await webApp(pages);
  await referencePages(pages);
}

/** What stands behind the host of a URL that is written out, as one sent to a proxy is: every server has to take it (RFC 9112, 3.2.2). */
const withoutAuthority = (url: string): string =>
  url.startsWith('/')
    ? url
    : url.replace(/^https?:\/\/[^/?]*(?=\/)/iu, '').replace(/^https?:\/\/[^/?]*/iu, '/');

/** Numbers count the proxies nearest to us, whose entries stand last. */
function trustIn(trusted: ClientsConfig['trustProxy']): false | string[] | TrustFunction {
  if (trusted === false) return false;
  return typeof trusted === 'number' ? (_address, hop) => hop < trusted : [...trusted];
}
type TrustFunction = (address: string, hop: number) => boolean;

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
