import type { FastifyReply } from 'fastify';

/** Something is said at least so often, so that proxies keep the connection open. */
const heartbeatMs = 15_000;

export interface EventStream {
  send(event: string, data: unknown): void;
  end(): void;
}

/** Whether the client asked for server-sent events. */
export const wantsEvents = (accept: string | undefined): boolean =>
  accept?.includes('text/event-stream') ?? false;

/** Takes over the reply and writes server-sent events, each with JSON data. */
export function openEventStream(reply: FastifyReply, headers: Readonly<Record<string, string>>): EventStream {
  reply.hijack();
  const { raw } = reply;
  const given = Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
  raw.writeHead(200, {
    ...given,
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  raw.flushHeaders();
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  raw.once('close', () => clearInterval(heartbeat));
  return {
    send(event, data) {
      if (!raw.writableEnded && !raw.destroyed)
        raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end() {
      clearInterval(heartbeat);
      raw.end();
    },
  };
}
