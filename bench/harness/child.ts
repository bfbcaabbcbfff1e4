import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process that the benchmark started and ends. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** Resident memory, bytes, from the kernel. */
  residentBytes(): number;
  /** Processor time used so far, seconds. */
  cpuSeconds(): number;
}

const graceMs = 5000;
const clockTicksPerSecond = 100;

/** Runs a TypeScript file of the project and waits until it prints the text it is ready with. Its other output is kept for errors. */
export async function startChild(
  file: string,
  options: {
    /** Options of Node itself. */
    nodeArgs?: readonly string[];
    args?: readonly string[];
    env?: Readonly<Record<string, string>>;
    readyText: string;
    readyMs?: number;
  },
): Promise<Child> {
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), file, ...(options.args ?? [])], {
    cwd: new URL('../..', import.meta.url).pathname,
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const { promise: ready, resolve, reject } = Promise.withResolvers<undefined>();
  const read = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-5000);
    if (output.includes(options.readyText)) resolve(undefined);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${output}`)));
  const timer = setTimeout(
    () => reject(new Error(`${file} was not ready in time:\n${output}`)),
    options.readyMs ?? 20_000,
  );
  try {
    await ready;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const pid = child.pid ?? 0;
  return {
    pid,
    residentBytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024,
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.removeAllListeners('exit');
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await exited;
      clearTimeout(killer);
      await delay(50);
    },
  };
}
