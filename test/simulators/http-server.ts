import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { usualBehaviour, type Behaviour } from './behaviour.ts';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** How the bytes leave: whole, cut by a reset, drop by drop, or not at all. */
  readonly delivery?: 'whole' | 'reset' | 'slow' | 'never';
}

/** A source that speaks over a real socket on loopback. */
export interface Simulator extends AsyncDisposable {
  readonly url: string;
  readonly behaviour: Behaviour;
  /** Every call so far, in order. */
  readonly calls: {
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly body: string;
  }[];
  /** Sockets that clients have opened so far. */
  readonly sockets: () => number;
  /** Calls that clients gave up before the answer. */
  readonly abandoned: () => number;
}

type Respond = (exchange: Exchange, behaviour: Behaviour) => Promise<Answer> | Answer;

const longestBody = 1_000_000;

/**
 * Serves `respond` on loopback. `GET` and `PUT /__behaviour` read and change the behaviour, for simulators started by hand.
 * Calls are recorded unless `record` is false, so that a benchmark's simulator does not grow.
 */
export async function startSimulator(
  respond: Respond,
  options: { port?: number; behaviour?: Partial<Behaviour>; record?: boolean } = {},
): Promise<Simulator> {
  const behaviour: Behaviour = { ...usualBehaviour, ...options.behaviour };
  const calls: Simulator['calls'] = [];
  const stopping = new AbortController();
  let sockets = 0;
  let abandoned = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://simulator');
    const body = await readBody(request);
    const method = request.method ?? 'GET';
    if (url.pathname === '/__behaviour') {
      if (method === 'PUT') Object.assign(behaviour, JSON.parse(body));
      send(response, { status: 200, body: JSON.stringify(behaviour) });
      return;
    }
    if (options.record !== false) calls.push({ method, path: url.pathname, query: url.search, body });
    const exchange = { method, path: url.pathname, query: url.searchParams, headers: request.headers, body };
    const answer = await respond(exchange, behaviour);
    if (response.destroyed) abandoned += 1;
    else await deliver(response, answer, stopping.signal);
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    handle(request, response).catch(() => response.destroy());
  });
  server.on('connection', () => (sockets += 1));
  server.listen({ port: options.port ?? 0, host: '127.0.0.1', backlog: 4096 });
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behaviour,
    calls,
    sockets: () => sockets,
    abandoned: () => abandoned,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') return '';
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    body += chunk as string;
    if (body.length > longestBody) throw new Error('body too long');
  }
  return body;
}

async function deliver(response: ServerResponse, answer: Answer, stopping: AbortSignal): Promise<void> {
  const body = bytesOf(answer);
  switch (answer.delivery ?? 'whole') {
    case 'never':
      return;
    case 'whole':
      send(response, answer);
      return;
    case 'reset':
      writeHead(response, answer, body);
      response.write(body.subarray(0, body.length >> 1));
      await delay(5, undefined, { signal: stopping }).catch(() => undefined);
      response.socket?.resetAndDestroy();
      return;
    case 'slow':
      writeHead(response, answer, body);
      for (let at = 0; at < body.length; at += 1) {
        if (stopping.aborted || response.destroyed) return;
        response.write(body.subarray(at, at + 1));
        await delay(50, undefined, { signal: stopping }).catch(() => undefined);
      }
      response.end();
  }
}

/** The body as it leaves. */
const bytesOf = ({ body }: Answer): Buffer => (typeof body === 'string' ? Buffer.from(body) : body);

/** An answer that waits as bytes keeps a third of the memory of the pieces of text that it was made of. */
export const asBytes = (answer: Answer): Answer => ({ ...answer, body: bytesOf(answer) });

function writeHead(response: ServerResponse, { status, headers }: Answer, body: Buffer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    ...headers,
  });
}

function send(response: ServerResponse, answer: Answer): void {
  const body = bytesOf(answer);
  writeHead(response, answer, body);
  response.end(body);
}
