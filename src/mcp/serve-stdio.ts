import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer, type McpParts } from './create-mcp-server.ts';

export interface StdioOptions extends McpParts {
  readonly input: NodeJS.ReadableStream;
  readonly printError: (text: string) => void;
}

/** Speaks with the one client at standard input and output until it hangs up or the signal aborts. */
export async function serveMcpOnStdio(options: StdioOptions, signal: AbortSignal): Promise<void> {
  const over = Promise.withResolvers<undefined>();
  const end = () => over.resolve(undefined);
  const serving = serveStdio(() => createMcpServer(options), {
    onerror: (error) => options.printError(error.message),
  });
  for (const event of ['end', 'close'] as const) options.input.once(event, end);
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  await over.promise;
  await serving.close();
}
