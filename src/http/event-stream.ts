import { MIMEType } from 'node:util';
import type { FastifyReply } from 'fastify';

/** Something is said at least so often, so that proxies keep the connection open. */
const heartbeatMs = 15_000;

export interface EventStream {
  send(event: string, data: unknown): void;
  end(): void;
}

/** Whether the client asked for server-sent events by name, and would not rather have JSON. */
export function wantsEvents(accept = ''): boolean {
  const wishes = accept.split(',').flatMap(wishOf);
  const weightOf = (type: string) => wishes.find(({ essence }) => essence === type)?.weight ?? 0;
  const events = weightOf('text/event-stream');
  return events > 0 && events >= weightOf('application/json');
}

/** A media type with its weight, 0 for one that is not wanted; nothing where it cannot be read. See RFC 9110, 12.5.1. */
function wishOf(range: string): { essence: string; weight: number }[] {
  try {
    const { essence, params } = new MIMEType(range.trim());
    const weight = Number(params.get('q') ?? 1);
    return [{ essence, weight: Number.isFinite(weight) ? weight : 0 }];
  } catch {
    return [];
  }
}

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
