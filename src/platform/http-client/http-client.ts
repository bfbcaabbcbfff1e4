import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { Client, Pool, type Dispatcher } from 'undici';
import { createConnectionQueue, type UnawaitedSince } from './connection-queue.ts';
import { wholeAnswer, type AnswerLimits, type WholeAnswer } from './whole-answer.ts';

export interface HttpClientSettings {
  /** Where the provider's API stands; a path in it goes before every call's own. */
  readonly baseUrl: string;
  readonly connections: number;
  readonly connectTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  /** A call that nobody waits for gives its connection up after so long where others need it. */
  readonly overdueMs: number;
  readonly nowMs: () => number;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface CallAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** In memory that nobody else uses any more, so that it may be handed to another thread. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A provider's way out over pooled keep-alive connections. Whoever made it disposes it. */
export interface PooledHttpClient extends AsyncDisposable {
  /** A call with a signal of its own counts as awaited for as long as that lets it. */
  call(call: Call, signal: AbortSignal, unawaitedSinceMs?: UnawaitedSince): Promise<CallAnswer>;
  /** Connections with a call on them, and calls that wait for one. */
  load(): { readonly running: number; readonly queued: number };
}

/** The longest answer that is read, before and after decompression, bytes. */
const longestBody = 32 * 1024 * 1024;

/** One pool for one provider: bounded connections, kept alive, each call under its signal. */
export function createPooledHttpClient(settings: HttpClientSettings): PooledHttpClient {
  const { origin, prefix } = splitBase(settings.baseUrl);
  const pool = new Pool(origin, {
    connections: settings.connections,
    pipelining: 1,
    keepAliveTimeout: settings.keepAliveTimeoutMs,
    keepAliveMaxTimeout: settings.keepAliveTimeoutMs,
    connect: { timeout: settings.connectTimeoutMs },
    // The caller's signal is the deadline.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const queue = createConnectionQueue({ ...settings, places: settings.connections });
  const askFor =
    (unawaitedSinceMs: UnawaitedSince): Ask =>
    async (options, limits) => {
      limits.signal.throwIfAborted();
      const entered = queue.enter(unawaitedSinceMs, limits.signal);
      const place = entered instanceof Promise ? await entered : entered;
      try {
        return await wholeAnswer(pool, options, {
          ...limits,
          onStart: (giveUp) => (place.giveWay = giveUp),
        });
      } finally {
        queue.leave(place);
      }
    };
  return {
    call: (call, signal, unawaitedSinceMs = awaited) =>
      send(askFor(call.signal ? awaited : unawaitedSinceMs), prefix, call, signal),
    load: () => ({ running: pool.stats.running, queued: queue.waiting + pool.stats.pending }),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}

const awaited: UnawaitedSince = () => null;

/** The plain twin: a connection of its own for every call, closed after it. */
export async function callOnce(
  settings: Pick<HttpClientSettings, 'baseUrl' | 'connectTimeoutMs'>,
  call: Call,
  signal: AbortSignal,
): Promise<CallAnswer> {
  const { origin, prefix } = splitBase(settings.baseUrl);
  const client = new Client(origin, {
    pipelining: 0,
    connect: { timeout: settings.connectTimeoutMs },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    return await send((options, limits) => wholeAnswer(client, options, limits), prefix, call, signal);
  } finally {
    await client.destroy();
  }
}

function splitBase(baseUrl: string): { origin: string; prefix: string } {
  const { origin, pathname } = new URL(baseUrl);
  return { origin, prefix: pathname.replace(/\/$/, '') };
}

type Ask = (options: Dispatcher.DispatchOptions, limits: AnswerLimits) => Promise<WholeAnswer>;

async function send(ask: Ask, prefix: string, call: Call, signal: AbortSignal): Promise<CallAnswer> {
  const { statusCode, headers, body } = await ask(
    {
      method: call.method,
      path: prefix + call.path,
      headers: { 'accept-encoding': 'gzip, br', ...call.headers },
      body: call.body ?? null,
    },
    { signal: call.signal ?? signal, mostBytes: longestBody },
  );
  const encoding = single(headers['content-encoding']);
  return { status: statusCode, headers: singles(headers), body: await decompress(body, encoding) };
}

const inflateGzip = promisify(gunzip);
const inflateBrotli = promisify(brotliDecompress);

async function decompress(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const inflate = encoding === 'gzip' ? inflateGzip : encoding === 'br' ? inflateBrotli : null;
  // A copy, because short results lie in memory that others use, too.
  return inflate ? new Uint8Array(await inflate(bytes, { maxOutputLength: longestBody })) : bytes;
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

const singles = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, single(value)]));
