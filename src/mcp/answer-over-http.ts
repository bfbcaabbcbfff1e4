import { createMcpHandler } from '@modelcontextprotocol/server';
import { createMcpServer, type McpParts } from './create-mcp-server.ts';

/** A request of the Model Context Protocol that was let in, its body already read. */
export interface McpCall {
  readonly request: Request;
  readonly body: unknown;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Answers one request; nothing is kept from one to the next but the conversations. */
export async function answerMcpOverHttp(
  { request, body, signal: waiting }: McpCall,
  parts: McpParts,
): Promise<Response> {
  // The tools never change, so that there is nothing to listen for.
  const handler = createMcpHandler(() => createMcpServer({ ...parts, waiting }), { maxSubscriptions: 0 });
  return handler.fetch(request, { parsedBody: body });
}
