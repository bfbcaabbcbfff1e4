import type * as driver from 'redis';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { RedisScript } from './redis-script.ts';

export interface RedisSettings {
  readonly url: string;
  /** Connections are opened as the load asks for them, up to this many. */
  readonly maxConnections: number;
  /** The longest an answer is waited for. */
  readonly timeoutMs: number;
}

/** Connections to one Redis. Every call fails with StoreUnavailable where there is no answer in time; none is sent twice. */
export interface Redis extends AsyncDisposable {
  readonly command: (...words: readonly string[]) => Promise<unknown>;
  readonly script: (
    script: RedisScript,
    keys: readonly string[],
    words: readonly (string | number)[],
  ) => Promise<unknown>;
  /** Hears a channel for as long as the connections live; words said while Redis is away are missed. */
  readonly listen: (channel: string, listener: (message: string) => void) => Promise<void>;
  readonly connections: () => number;
}

type Client = ReturnType<typeof driver.createClient>;

interface Connection {
  readonly client: Client;
  /** Calls without an answer yet. Calls of one moment travel together: the client writes them in one go. */
  waiting: number;
}

/** A connection carries so many calls at once before another is opened: beyond it large states hold up small ones. */
const busyCalls = 8;
/** Calls that may wait on one connection to a Redis that hangs. */
const mostWaiting = 1_000;
const longestPauseMs = 1_000;

/** Opens the connections. An unreachable Redis is no error here but in the first call: it may come later. */
export async function openRedis({ url, maxConnections, timeoutMs }: RedisSettings): Promise<Redis> {
  const { createClient, ErrorReply } = await import('redis');
  const connections: Connection[] = [];
  let listening: Client | undefined;
  /** Why the last connection could not be made or broke: a call that meets none is told no more than that. */
  let lastTrouble: unknown;

  function connect(disableOfflineQueue: boolean): Client {
    const client: Client = createClient({
      url,
      disableOfflineQueue,
      commandsQueueMaxLength: mostWaiting,
      socket: {
        connectTimeout: timeoutMs,
        reconnectStrategy: (retries) => Math.min(20 * 2 ** Math.min(retries, 6), longestPauseMs),
      },
    });
    // Every failure also reaches the call that meets it; without a listener it would end the process.
    client.on('error', (error: unknown) => {
      lastTrouble = error;
    });
    client.on('ready', () => {
      lastTrouble = undefined;
    });
    return client;
  }

  function open(): Connection {
    // Without a connection a call fails at once: the caller has a local copy and must not wait.
    const client = connect(true);
    const connection = { client, waiting: 0 };
    connections.push(connection);
    void client.connect().catch(() => undefined);
    return connection;
  }

  function choose(): Client {
    const ready = connections.filter(({ client }) => client.isReady);
    const [calmest] = ready.toSorted((a, b) => a.waiting - b.waiting);
    const allOpen = ready.length === connections.length;
    if (calmest && calmest.waiting >= busyCalls && allOpen && connections.length < maxConnections) open();
    return (calmest ?? connections[0] ?? open()).client;
  }

  async function call<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = choose();
    const connection = connections.find((other) => other.client === client);
    if (connection) connection.waiting += 1;
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new StoreUnavailable('redis', 'timeout', `no answer in ${timeoutMs} ms`)),
          timeoutMs,
        );
      });
      const answer = work(client).finally(() => {
        if (connection) connection.waiting -= 1;
      });
      return await Promise.race([answer, late]);
    } catch (error) {
      throw redisTrouble(error, lastTrouble, ErrorReply);
    } finally {
      clearTimeout(timer);
    }
  }

  const first = open();
  await settled(first.client, timeoutMs);

  return {
    command: (...words) => call((client) => client.sendCommand(words)),
    script: (script, keys, words) =>
      call(async (client) => {
        const options = { keys: [...keys], arguments: words.map(String) };
        try {
          return await client.evalSha(script.sha, options);
        } catch (error) {
          // A Redis that has just started knows no script; the script did not run.
          if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
          return await client.eval(script.source, options);
        }
      }),
    async listen(channel, listener) {
      if (!listening) {
        listening = connect(false);
        void listening.connect().catch(() => undefined);
        await settled(listening, timeoutMs);
      }
      // Subscribed now or when the connection is there: the client remembers what it is to hear.
      void listening.subscribe(channel, listener).catch(() => undefined);
    },
    connections: () => connections.length,
    async [Symbol.asyncDispose]() {
      for (const client of [...connections.map((connection) => connection.client), listening])
        if (client?.isOpen) client.destroy();
      connections.length = 0;
    },
  };
}

/** Waits until a client is connected, has failed once, or the time is over. */
function settled(client: Client, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    client.once('ready', done);
    client.once('error', done);
  });
}

/** What Redis says when it is there but cannot serve, by the first word of its answer. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['LOADING', 'it is still loading'],
  ['READONLY', 'it is a replica and takes no writes'],
  ['OOM', 'its memory is full (maxmemory)'],
  ['MISCONF', 'it cannot write to its disk'],
  ['CLUSTERDOWN', 'its cluster is down'],
  ['MASTERDOWN', 'its master is down'],
  ['NOREPLICAS', 'it has too few replicas'],
  ['TRYAGAIN', 'its cluster is being rearranged'],
  ['NOAUTH', 'it wants a password'],
  ['WRONGPASS', 'it refuses user or password'],
  ['NOPERM', 'its user may not do this'],
]);

/** An outage where the error is one of the connection or a refusal; the error itself where it is a bug of ours. */
function redisTrouble(error: unknown, lastTrouble: unknown, ErrorReply: typeof driver.ErrorReply): unknown {
  if (error instanceof StoreUnavailable) return error;
  const refusedNow = refusalOf(error, ErrorReply);
  if (error instanceof ErrorReply && refusedNow === undefined) return error;
  const refusal = refusedNow ?? refusalOf(lastTrouble, ErrorReply);
  if (refusal !== undefined) return new StoreUnavailable('redis', 'failed', refusal, { cause: error });
  const code = codeOf(error) ?? codeOf(lastTrouble);
  const explanation = code === undefined ? 'no connection' : `no connection (${code})`;
  return new StoreUnavailable('redis', 'unreachable', explanation, { cause: error });
}

function refusalOf(error: unknown, ErrorReply: typeof driver.ErrorReply): string | undefined {
  if (!(error instanceof ErrorReply)) return undefined;
  const word = /^[A-Z]+/u.exec(error.message)?.[0] ?? '';
  const meaning = refusals.get(word);
  return meaning === undefined ? undefined : `${word}: ${meaning}`;
}

/** Node's name of what went wrong with a socket. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
