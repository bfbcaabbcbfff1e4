import { Agent, request as send } from 'undici';

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

/** Sends turns from so many clients at once, each on its own connection, each waiting for its answer before the next. */
export async function load(target: Target, options: LoadOptions): Promise<LoadResult> {
  const { turns, atOnce, messageOf, timeoutMs = 60_000, checkEvery = 1 } = options;
  await using agent = disposable(
    new Agent({ connections: atOnce, pipelining: 1, headersTimeout: timeoutMs, bodyTimeout: timeoutMs }),
  );
  const latenciesMs: number[] = [];
  /** To be judged once all are in: reading them meanwhile would take processor time from who answers. */
  const answers: { readonly index: number; readonly text: string }[] = [];
  const failures: string[] = [];
  let failed = 0;
  let next = 0;

  async function turn(index: number): Promise<void> {
    const startedAt = performance.now();
    const { statusCode, body } = await send(`${target.url}${target.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(target.bodyOf(messageOf(index), index)),
      dispatcher: agent.value,
    });
    const text = await body.text();
    latenciesMs.push(performance.now() - startedAt);
    if (statusCode !== 200) throw new Error(`${statusCode} ${text.slice(0, 200)}`);
    if (index % checkEvery === 0) answers.push({ index, text });
  }

  function fail(index: number, reason: string): void {
    failed += 1;
    if (failures.length < 3) failures.push(`${messageOf(index)}: ${reason}`);
  }

  async function client(): Promise<void> {
    while (next < turns) {
      const index = next;
      next += 1;
      try {
        await turn(index);
      } catch (error) {
        fail(index, String(error));
      }
    }
  }

  const startedAt = performance.now();
  await Promise.all(Array.from({ length: Math.min(atOnce, turns) }, client));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const { index, text } of answers)
    if (!isGood(target, text)) fail(index, `not good: ${text.slice(0, 400)}`);
  return { latenciesMs, failed, failures, seconds, turnsPerSecond: turns / seconds };
}

function isGood(target: Target, text: string): boolean {
  try {
    return target.isGood(JSON.parse(text));
  } catch {
    return false;
  }
}

const disposable = (value: Agent) => ({ value, [Symbol.asyncDispose]: () => value.destroy() });
