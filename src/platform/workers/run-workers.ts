import cluster, { type Worker } from 'node:cluster';
import { answerClusterMetrics } from './cluster-metrics.ts';

export interface RunWorkersSettings {
  readonly count: number;
  /** Starts one more worker. */
  readonly fork: () => WorkerProcess;
  /** Ends all workers when it aborts. */
  readonly stopping: AbortSignal;
  readonly onReady: () => void;
  readonly onRestart: (code: number | null, signal: string | null) => void;
  /** So many workers did not end by themselves when they were told to, and were ended. */
  readonly onKilled: (workers: number) => void;
}

export interface WorkerProcess {
  on(event: 'message' | 'error', listener: (said: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number | null, signal: string | null) => void): unknown;
  readonly process: { kill(signal: 'SIGTERM' | 'SIGKILL'): unknown };
}

/** What a worker says when it listens: a port that workers share through the kernel raises no event of the cluster. */
export const readyMessage = 'windrose:ready';

const mostFailedStarts = 3;
/** Workers get their grace time first. */
const killAfterMs = 15_000;

/** Starts this program once more as a worker on the given port. */
export function forkWorker(port: number): Worker {
  return cluster.fork({ PORT: String(port) });
}

/**
 * Runs the program once for each worker; all of them listen on the same port, and the kernel shares the connections out. A worker that dies
 * is replaced; one that ends before it was ready has a reason that will not go away, and after a few of them all are stopped. Settles with the
 * exit code when all have ended.
 */
export async function runWorkers({
  count,
  fork,
  stopping,
  onReady,
  onRestart,
  onKilled,
}: RunWorkersSettings): Promise<number> {
  const workers = new Set<WorkerProcess>();
  const ready = new Set<WorkerProcess>();
  const ended = Promise.withResolvers<number>();
  using _answering = answerClusterMetrics();
  let allWereReady = false;
  let failedStarts = 0;
  let exitCode = 0;

  function start(): void {
    const worker = fork();
    workers.add(worker);
    worker.on('message', (message) => {
      if (message !== readyMessage) return;
      ready.add(worker);
      failedStarts = 0;
      if (ready.size < count || allWereReady) return;
      allWereReady = true;
      onReady();
    });
    // What cannot be sent to it, or a signal that misses it, is a matter of its end; unheard it would end the primary.
    worker.on('error', () => undefined);
    worker.once('exit', (code, signal) => {
      workers.delete(worker);
      const wasReady = ready.delete(worker);
      if (!wasReady && !stopping.aborted && exitCode === 0) failedStarts += 1;
      if (failedStarts >= mostFailedStarts && exitCode === 0) {
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
      if (workers.size > 0) onKilled(workers.size);
      for (const worker of workers) worker.process.kill('SIGKILL');
    }, killAfterMs).unref();
  }

  stopping.addEventListener('abort', stop, { once: true });
  for (let index = 0; index < count; index += 1) start();
  return await ended.promise;
}
