import { Client, type Dispatcher } from 'undici';

/** One chat server as the load sees it. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly path: string;
  readonly bodyOf: (message: string, index: number) => object;
  /** Whether an answer is what was asked for; a turn without it counts as failed. */
  readonly isGood: (answer: unknown) => boolean;
}

export interface LoadResult {
  /** One per turn in the order they ended, milliseconds. */
  readonly latenciesMs: readonly number[];
  readonly failed: number;
  /** First few reasons. */
  readonly failures: readonly string[];
  readonly seconds: number;
  readonly turnsPerSecond: number;
}

export interface LoadOptions {
  readonly turns: number;
  readonly atOnce: number;
  readonly messageOf: (index: number) => string;
  readonly timeoutMs?: number;
  /** Bodies of every nth answer are read as JSON and judged; every one by default. */
  readonly checkEvery?: number;
}

/**
 * Sends turns from so many clients at once, each on its own connection, each waiting for its answer before the next. What is sent is written
 * and the connections are open before the first turn, and answers are read when all are in: the load shares the machine with who answers,
 * and what it does meanwhile would be measured with it.
 */
export async function load(target: Target, options: LoadOptions): Promise<LoadResult> {
  const { turns, atOnce, messageOf, timeoutMs = 60_000, checkEvery = 1 } = options;
  await using clients = await openClients(target.url, Math.min(atOnce, turns), timeoutMs);
  const bodies = Array.from({ length: turns }, (_, index) =>
    Buffer.from(JSON.stringify(target.bodyOf(messageOf(index), index))),
  );
  const latenciesMs: number[] = [];
  const answers: { readonly index: number; readonly answer: Answer }[] = [];
  const failures: string[] = [];
  let failed = 0;
  let next = 0;

  function fail(index: number, reason: string): void {
    failed += 1;
    if (failures.length < 3) failures.push(`${messageOf(index)}: ${reason}`);
  }

  async function turnsOf(client: Client): Promise<void> {
    while (next < turns) {
      const index = next;
      next += 1;
      const startedAt = performance.now();
      try {
        const answer = await post(client, target.path, bodies[index] ?? '');
        latenciesMs.push(performance.now() - startedAt);
        if (answer.status !== 200 || index % checkEvery === 0) answers.push({ index, answer });
      } catch (error) {
        latenciesMs.push(performance.now() - startedAt);
        fail(index, String(error));
      }
    }
  }

  const startedAt = performance.now();
  await Promise.all(clients.list.map(turnsOf));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const { index, answer } of answers) {
    const text = Buffer.concat(answer.chunks).toString();
    if (answer.status !== 200) fail(index, `${answer.status} ${text.slice(0, 200)}`);
    else if (!isGood(target, text)) fail(index, `not good: ${text.slice(0, 400)}`);
  }
  return { latenciesMs, failed, failures, seconds, turnsPerSecond: turns / seconds };
}

interface Answer {
  readonly status: number;
  readonly chunks: readonly Buffer[];
}

const headers = ['content-type', 'application/json', 'accept', 'application/json'];

/** One request without the streams that an answer usually comes in. */
function post(client: Client, path: string, body: string | Buffer): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const chunks: Buffer[] = [];
  let status = 0;
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: () => undefined,
    onResponseStart: (_controller, code) => {
      status = code;
    },
    onResponseData: (_controller, chunk) => {
      chunks.push(chunk);
    },
    onResponseEnd: () => resolve({ status, chunks }),
    onResponseError: (_controller, error) => reject(error),
  };
  client.dispatch({ method: 'POST', path, headers, body }, handler);
  return promise;
}

/** Clients of one connection each, which is open. */
async function openClients(
  url: string,
  count: number,
  timeoutMs: number,
): Promise<AsyncDisposable & { readonly list: readonly Client[] }> {
  const options = { pipelining: 1, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const list = Array.from({ length: count }, () => new Client(url, options));
  const close = async () => {
    await Promise.all(list.map((client) => client.destroy()));
  };
  try {
    await Promise.all(list.map(open));
  } catch (error) {
    await close();
    throw error;
  }
  return { list, [Symbol.asyncDispose]: close };
}

/** Asks for a page that no server has, so that the connection stands. */
async function open(client: Client): Promise<void> {
  const { body } = await client.request({ method: 'GET', path: '/no-such-page' });
  await body.dump();
}

function isGood(target: Target, text: string): boolean {
  try {
    return target.isGood(JSON.parse(text));
  } catch {
    return false;
  }
}
