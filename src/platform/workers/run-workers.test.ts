import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { claimPort } from './claim-port.ts';
import { readyMessage, runWorkers } from './run-workers.ts';

/** A worker that does what the test says. */
class ScriptedWorker extends EventEmitter {
  readonly signals: string[] = [];
  /** It takes no notice of being told to end. */
  stuck = false;
  readonly process = {
    kill: (signal: string) => {
      this.signals.push(signal);
      if (!this.stuck || signal === 'SIGKILL') this.emit('exit', null, signal);
    },
  };
}

function run(count: number) {
  const workers: ScriptedWorker[] = [];
  const stop = new AbortController();
  const told: string[] = [];
  const ended = runWorkers({
    count,
    fork() {
      const worker = new ScriptedWorker();
      workers.push(worker);
      return worker;
    },
    stopping: stop.signal,
    onReady: () => told.push('ready'),
    onRestart: (code, signal) => told.push(`restart after ${signal ?? code}`),
    onKilled: (killed) => told.push(`killed ${killed}`),
  });
  return { workers, stop, told, ended };
}

describe('workers', () => {
  it('that never were ready are not started for ever, however long each took to fail', async () => {
    const { workers, told, ended } = run(2);
    for (let failed = 0; failed < 3; failed += 1) workers[failed]?.emit('exit', 2, null);
    expect(await ended).toBe(2);
    expect(told).toEqual(['restart after 2', 'restart after 2']);
    expect(workers).toHaveLength(4);
    expect(workers[3]?.signals).toEqual(['SIGTERM']);
  });

  it('that end without a code before they were ready are failures too', async () => {
    const { workers, ended } = run(1);
    for (let failed = 0; failed < 3; failed += 1) workers[failed]?.emit('exit', 0, null);
    expect(await ended).toBe(1);
  });

  it('that were ready are replaced as often as they die, and it is told once that all are there', async () => {
    const { workers, stop, told, ended } = run(2);
    for (const worker of workers.slice(0, 2)) worker.emit('message', readyMessage);
    for (let died = 0; died < 10; died += 1) {
      const worker = workers.at(-1);
      worker?.emit('message', readyMessage);
      worker?.emit('exit', null, 'SIGKILL');
    }
    expect(told).toEqual(['ready', ...Array.from({ length: 10 }, () => 'restart after SIGKILL')]);
    stop.abort();
    expect(await ended).toBe(0);
  });

  it('that do not end when they are told to are ended, which is told', async () => {
    vi.useFakeTimers();
    const { workers, stop, told, ended } = run(2);
    for (const worker of workers) worker.emit('message', readyMessage);
    for (const worker of workers.slice(1)) worker.stuck = true;
    stop.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(await ended).toBe(0);
    expect(told).toEqual(['ready', 'killed 1']);
    expect(workers.map(({ signals }) => signals)).toEqual([['SIGTERM'], ['SIGTERM', 'SIGKILL']]);
  });

  it('are all there only when as many are ready at once', () => {
    const { workers, told } = run(2);
    workers[0]?.emit('message', readyMessage);
    workers[0]?.emit('exit', 1, null);
    workers[2]?.emit('message', readyMessage);
    expect(told).toEqual(['restart after 1']);
    workers[1]?.emit('message', readyMessage);
    expect(told).toEqual(['restart after 1', 'ready']);
  });
});

describe('the port of workers', () => {
  it('is a free one where none is named, and refused where somebody shares it already', async () => {
    const port = await claimPort('127.0.0.1', 0);
    expect(port).toBeGreaterThan(0);
    expect(await claimPort('127.0.0.1', port)).toBe(port);
    const { createServer } = await import('node:net');
    const shared = createServer().listen({ host: '127.0.0.1', port, reusePort: true });
    try {
      await expect(claimPort('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      shared.close();
    }
  });
});
