import cluster, { type Worker } from 'node:cluster';
import { answerClusterMetrics } from './cluster-metrics.ts';

export interface RunWorkersSettings {
  readonly count: number;
  /** Ends all workers when it aborts. */
  readonly stopping: AbortSignal;
  readonly onReady: () => void;
  readonly onRestart: (code: number | null, signal: string | null) => void;
}

/** What a worker says when it listens: a port that workers share through the kernel raises no event of the cluster. */
export const readyMessage = 'windrose:ready';

/** A worker that ends this soon after its start did not start: its reason will not go away. */
const leastLifeMs = 5000;
const mostFailedStarts = 3;
/** Workers get their grace time first. */
const killAfterMs = 15_000;

/**
 * Runs the program once for each worker; all of them listen on the same port, and the kernel shares the connections out. A worker that dies
 * is replaced. Settles with the exit code when all have ended.
 */
export async function runWorkers({
  count,
  stopping,
  onReady,
  onRestart,
}: RunWorkersSettings): Promise<number> {
  const workers = new Set<Worker>();
  const ended = Promise.withResolvers<number>();
  answerClusterMetrics();
  let ready = 0;
  let failedStarts = 0;
  let exitCode = 0;

  function start(): void {
    const worker = cluster.fork();
    const startedAtMs = performance.now();
    workers.add(worker);
    worker.on('message', (message: unknown) => {
      if (message !== readyMessage) return;
      ready += 1;
      if (ready === count) onReady();
    });
    // What cannot be sent to it, or a signal that misses it, is a matter of its end; unheard it would end the primary.
    worker.on('error', () => undefined);
    worker.once('exit', (code, signal) => {
      workers.delete(worker);
      const failed = performance.now() - startedAtMs < leastLifeMs && code !== 0;
      failedStarts = failed ? failedStarts + 1 : 0;
      if (failedStarts >= mostFailedStarts) {
        exitCode = code || 1;
        stop();
      }
      if (!stopping.aborted && exitCode === 0) {
        onRestart(code, signal);
        start();
      }
      if (workers.size === 0) ended.resolve(exitCode);
    });
  }

  function stop(): void {
    for (const worker of workers) worker.process.kill('SIGTERM');
    setTimeout(() => {
      for (const worker of workers) worker.process.kill('SIGKILL');
    }, killAfterMs).unref();
  }

  stopping.addEventListener('abort', stop, { once: true });
  for (let index = 0; index < count; index += 1) start();
  return ended.promise;
}
