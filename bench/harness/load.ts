import { openConnection, type Answer, type Connection } from './connection.ts';

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
  using stack = new DisposableStack();
  const connections = Array.from({ length: Math.min(atOnce, turns) }, () =>
    stack.use(openConnection(target.url, timeoutMs)),
  );
  await Promise.all(connections.map(({ opened }) => opened));
  const requests = Array.from({ length: turns }, (_, index) =>
    requestOf(target, target.bodyOf(messageOf(index), index)),
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

  async function turnsOf(connection: Connection): Promise<void> {
    for (let request = requests[next]; request; request = requests[next]) {
      const index = next;
      next += 1;
      const startedAt = performance.now();
      try {
        const answer = await connection.send(request);
        latenciesMs.push(performance.now() - startedAt);
        if (answer.status !== 200 || index % checkEvery === 0) answers.push({ index, answer });
      } catch (error) {
        latenciesMs.push(performance.now() - startedAt);
        fail(index, String(error));
      }
    }
  }

  const startedAt = performance.now();
  await Promise.all(connections.map(turnsOf));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const { index, answer } of answers) {
    const text = answer.body.toString();
    if (answer.status !== 200) fail(index, `${answer.status} ${text.slice(0, 200)}`);
    else if (!isGood(target, text)) fail(index, `not good: ${text.slice(0, 400)}`);
  }
  return { latenciesMs, failed, failures, seconds, turnsPerSecond: turns / seconds };
}

function requestOf({ url, path }: Target, body: object): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\naccept: application/json\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}

function isGood(target: Target, text: string): boolean {
  try {
    return target.isGood(JSON.parse(text));
  } catch {
    return false;
  }
}
