import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Agent } from '../../agent.ts';
import { clientKey, type ApiClients } from '../api-clients.ts';
import { ProblemError } from '../problem.ts';
import { untilClosed } from '../until-closed.ts';

/** Answers a request of the Model Context Protocol for whoever sent it. */
export type AnswerMcp = (
  call: { readonly request: Request; readonly body: unknown; readonly signal: AbortSignal },
  client: {
    readonly agent: Agent;
    readonly client: string;
    readonly ownSession: (id: string) => string;
    readonly newRequestId: () => string;
  },
) => Promise<Response>;

export interface McpRoutesParts {
  readonly apiClients: ApiClients;
  readonly answerMcp: AnswerMcp;
  readonly clients: { readonly corsOrigins: readonly string[] };
  readonly closing: AbortSignal;
}

/** POST /mcp: the tools for a model, by the Model Context Protocol over streamable HTTP. */
export function mcpRoutes(
  server: FastifyInstance,
  { apiClients, answerMcp, clients, closing }: McpRoutesParts,
): void {
  server.post('/mcp', async (request, reply) => {
    refuseStrangePages(request, clients.corsOrigins);
    // A client is let in once for each request, and so is a call.
    if (Array.isArray(request.body))
      throw new ProblemError(
        'invalid_request',
        'Send one call a request: batches are no part of the protocol any more.',
      );
    const client = apiClients.of(request);
    const { signal, done } = untilClosed(reply, closing);
    // The answer may be a stream that goes on for as long as the call does.
    reply.raw.once('close', done);
    return reply.send(
      await answerMcp(
        { request: webRequest(request), body: request.body, signal },
        {
          agent: client.agent,
          client: clientKey(request, client),
          ownSession: client.ownSession,
          newRequestId: () => request.id,
        },
      ),
    );
  });
}

const webRequest = ({ headers, host, url }: FastifyRequest): Request => {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return new Request(new URL(url, `http://${host || 'localhost'}`), {
    method: 'POST',
    headers: entries,
  });
};

const atHome: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A page elsewhere that makes a browser send this (by a name that leads here, say) would act for whoever looks at it. */
function refuseStrangePages({ headers: { origin } }: FastifyRequest, allowed: readonly string[]): void {
  if (origin === undefined || allowed.includes(origin)) return;
  if (!URL.canParse(origin) || !atHome.has(new URL(origin).hostname))
    throw new ProblemError(
      'forbidden',
      'Pages of this origin may not use the tools; CORS_ORIGINS names those that may.',
    );
}
