import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  callOnce,
  createPooledHttpClient,
  type Call,
  type CallAnswer,
  type HttpClientSettings,
} from './http-client.ts';
import { BodyTooLongError } from './whole-answer.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const megabyte = Buffer.alloc(1024 * 1024, 'x');
const never = new AbortController().signal;
const textOf = ({ body }: CallAnswer): string => Buffer.from(body).toString();
const get = (path = '/'): Call => ({ method: 'GET', path });

let answer: Handler;
let sockets: number;
let settings: HttpClientSettings;
let stop: () => Promise<void>;

beforeEach(async () => {
  sockets = 0;
  const server = createServer((request, response) => answer(request, response));
  server.on('connection', () => (sockets += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  settings = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`,
    connections: 2,
    connectTimeoutMs: 5000,
    keepAliveTimeoutMs: 60_000,
    overdueMs: 0,
    nowMs: () => 0,
  };
  stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
});
afterEach(() => stop());

/** Both ways out do the same but for their connections. */
const ways: [string, (call: Call, signal: AbortSignal) => Promise<CallAnswer>][] = [
  [
    'a pooled client',
    async (call, signal) => {
      await using client = createPooledHttpClient(settings);
      return await client.call(call, signal);
    },
  ],
  ['a single call', (call, signal) => callOnce(settings, call, signal)],
];

describe.each(ways)('%s', (_name, call) => {
  it('sends what it is told below its base, and reads status, headers and body', async () => {
    answer = (request, response) => {
      const { method, url, headers } = request;
      void text(request).then((body) => {
        response.writeHead(418, { 'X-Seen': 'yes', 'set-cookie': ['a=1', 'b=2'] });
        response.end(JSON.stringify({ method, url, token: headers.authorization, body }));
      });
    };
    const seen = await call(
      {
        method: 'POST',
        path: '/search?x=1',
        headers: { authorization: 'Bearer t' },
        body: '{"ä":1}',
      },
      never,
    );
    expect(JSON.parse(textOf(seen))).toEqual({
      method: 'POST',
      url: '/base/search?x=1',
      token: 'Bearer t',
      body: '{"ä":1}',
    });
    expect(seen.status).toBe(418);
    expect(seen.headers).toMatchObject({ 'x-seen': 'yes', 'set-cookie': 'a=1' });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('reads %s', async (encoding, compress) => {
    answer = (request, response) => {
      expect(request.headers['accept-encoding']).toContain(encoding);
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(compress('Zürich'));
    };
    expect(textOf(await call(get(), never))).toBe('Zürich');
  });

  it('reads no more than its bound of a body that does not end', async () => {
    let written = 0;
    const { promise: closed, resolve } = Promise.withResolvers<undefined>();
    answer = (_request, response) => {
      response.on('close', () => resolve(undefined));
      const more = () => {
        written += megabyte.length;
        if (!response.destroyed && response.write(megabyte)) more();
      };
      response.on('drain', more);
      more();
    };
    await expect(call(get(), never)).rejects.toBeInstanceOf(BodyTooLongError);
    await closed;
    expect(written).toBeGreaterThan(32 * 1024 * 1024);
  });

  it('bounds a body after decompression, too', async () => {
    const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024));
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(bomb);
    };
    await expect(call(get(), never)).rejects.toMatchObject({ code: 'ERR_BUFFER_TOO_LARGE' });
  });

  it.each([
    ['before the answer', (_response: ServerResponse) => undefined],
    ['in the middle of the body', (response: ServerResponse) => void response.write('{"half":')],
  ])("gives up with its signal's reason %s, and the other side hears of it", async (_when, begin) => {
    const arrived = Promise.withResolvers<undefined>();
    const closed = Promise.withResolvers<undefined>();
    answer = (_request, response) => {
      response.on('close', () => closed.resolve(undefined));
      begin(response);
      arrived.resolve(undefined);
    };
    const leaving = new AbortController();
    const calling = call(get(), leaving.signal);
    await arrived.promise;
    const reason = new DOMException('nobody waits', 'AbortError');
    leaving.abort(reason);
    await expect(calling).rejects.toBe(reason);
    await closed.promise;
  });

  it('is not begun under a signal that is over', async () => {
    answer = (_request, response) => response.end();
    const reason = new Error('gone');
    await expect(call(get(), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(sockets).toBe(0);
  });

  it("ends at a call's own deadline, whoever else waits", async () => {
    answer = () => undefined;
    await expect(call({ ...get(), signal: AbortSignal.timeout(5) }, never)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('fails where the connection breaks in the middle of the body', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half":', () => response.socket?.resetAndDestroy());
    };
    await expect(call(get(), never)).rejects.toBeInstanceOf(Error);
  });

  it('fails with a code where nobody listens', async () => {
    await stop();
    stop = () => Promise.resolve();
    await expect(call(get(), never)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('connections', () => {
  it('are kept alive by a pooled client', async () => {
    answer = (_request, response) => response.end('ok');
    await using client = createPooledHttpClient(settings);
    for (let nth = 0; nth < 20; nth += 1) await client.call(get(), never);
    expect(sockets).toBeLessThanOrEqual(settings.connections);
  });

  it('are one a call without a pool', async () => {
    const kept: (string | undefined)[] = [];
    answer = (request, response) => {
      kept.push(request.headers.connection);
      response.end('ok');
    };
    for (let nth = 0; nth < 3; nth += 1) await callOnce(settings, get(), never);
    expect(sockets).toBe(3);
    expect(kept).toEqual(['close', 'close', 'close']);
  });

  it('are bounded: the calls that find none free wait, and are counted', async () => {
    const held: ServerResponse[] = [];
    const full = Promise.withResolvers<undefined>();
    answer = (_request, response) => {
      held.push(response);
      if (held.length === 2) full.resolve(undefined);
    };
    await using client = createPooledHttpClient(settings);
    const calls = [1, 2, 3, 4].map(() => client.call(get(), never));
    await full.promise;
    expect(client.load()).toEqual({ running: 2, queued: 2 });
    answer = (_request, response) => response.end('late');
    for (const response of held) response.end('early');
    const answers = await Promise.all(calls);
    expect(answers.map(textOf)).toEqual(['early', 'early', 'late', 'late']);
    expect(sockets).toBe(2);
    expect(client.load()).toEqual({ running: 0, queued: 0 });
  });

  it('let a call go that is given up while it waits for one, and serve who comes after it', async () => {
    const held: ServerResponse[] = [];
    const full = Promise.withResolvers<undefined>();
    const paths: (string | undefined)[] = [];
    answer = (request, response) => {
      paths.push(request.url);
      held.push(response);
      if (held.length === 2) full.resolve(undefined);
    };
    await using client = createPooledHttpClient(settings);
    const first = [1, 2].map(() => client.call(get(), never));
    await full.promise;
    const leaving = new AbortController();
    const waiting = client.call(get('/given-up'), leaving.signal);
    const next = client.call(get('/next'), never);
    const reason = new DOMException('nobody waits', 'AbortError');
    leaving.abort(reason);
    // It says nothing of the other side, which never heard of it.
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    answer = (request, response) => {
      paths.push(request.url);
      response.end('served');
    };
    for (const response of held) response.end('early');
    await Promise.all(first);
    expect(textOf(await next)).toBe('served');
    expect(paths).toEqual(['/base/', '/base/', '/base/next']);
    expect(client.load()).toEqual({ running: 0, queued: 0 });
  });

  it('are given up by calls that nobody waits for any more where others need them', async () => {
    const full = Promise.withResolvers<undefined>();
    let hanging = 0;
    answer = () => {
      hanging += 1;
      if (hanging === 2) full.resolve(undefined);
    };
    await using client = createPooledHttpClient(settings);
    let sinceMs: number | null = null;
    const hung = [1, 2].map(() => client.call(get(), never, () => sinceMs));
    const ended = hung.map((call) => call.then(textOf, (error: unknown) => (error as Error).name));
    await full.promise;
    answer = (_request, response) => response.end('healed');
    const next = client.call(get(), never);
    sinceMs = -1000;
    expect(textOf(await next)).toBe('healed');
    expect(await ended[0]).toBe('TimeoutError');
    // The other one may go on for as long as there is room.
    expect(client.load()).toEqual({ running: 1, queued: 0 });
  });

  it('are closed, and their calls ended, when the client is disposed', async () => {
    const arrived = Promise.withResolvers<undefined>();
    answer = () => arrived.resolve(undefined);
    const client = createPooledHttpClient(settings);
    const calling = expect(client.call(get(), never)).rejects.toBeInstanceOf(Error);
    await arrived.promise;
    await client[Symbol.asyncDispose]();
    await calling;
  });
});
