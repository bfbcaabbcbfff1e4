import cluster from 'node:cluster';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readyMessage, runWorkers } from './run-workers.ts';

/** What nobody listened for: it would have ended the process. */
const unheard: unknown[] = [];
const listen = (error: unknown) => unheard.push(error);
beforeEach(() => process.on('uncaughtException', listen));
afterEach(() => process.off('uncaughtException', listen));

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Workers that say that they are ready and then do nothing; the channel to the primary keeps them alive. */
function startWorkers(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'windrose-workers-'));
  const exec = join(folder, 'worker.mjs');
  writeFileSync(
    exec,
    `process.on('SIGTERM', () => process.exit(0));
    process.send('${readyMessage}');`,
  );
  cluster.setupPrimary({ exec });
  const stopping = new AbortController();
  const ready = Promise.withResolvers<undefined>();
  const restarted = Promise.withResolvers<undefined>();
  const ended = runWorkers({
    count,
    fork: () => cluster.fork(),
    stopping: stopping.signal,
    onReady: () => ready.resolve(undefined),
    onRestart: () => restarted.resolve(undefined),
    onKilled: () => undefined,
  });
  return {
    ready: ready.promise,
    restarted: restarted.promise,
    workers: () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      expect(await ended).toBe(0);
      rmSync(folder, { recursive: true });
    },
  };
}

it('a worker that dies is replaced, and what is still sent to it ends nobody', async () => {
  await using running = startWorkers(2);
  await running.ready;
  const [worker] = running.workers();
  if (!worker) return expect.fail('no worker runs');
  worker.process.kill('SIGKILL');
  await once(worker, 'exit');
  worker.send('too late');
  await running.restarted;
  await settle();
  expect(unheard).toEqual([]);
  expect(running.workers()).toHaveLength(2);
});
