import { readFileSync } from 'node:fs';
import { startChild } from '../../bench/harness/child.ts';
import { freePort } from '../store/free-port.ts';

/** The real server, as `npm start` runs it, on the demo source. */
export interface Serve extends AsyncDisposable {
  readonly url: string;
  /** Where its inspector listens. */
  readonly inspectorPort: number;
  readonly residentBytes: () => number;
  /** Processor time of the process and its workers so far, seconds. */
  readonly cpuSeconds: () => number;
}

const clockTicksPerSecond = 100;

export async function serve(env: Readonly<Record<string, string>>): Promise<Serve> {
  const port = await freePort();
  const inspectorPort = await freePort();
  const child = await startChild('src/main.ts', {
    nodeArgs: [...startOptions(), `--inspect=127.0.0.1:${inspectorPort}`],
    args: ['serve'],
    env: { PORT: String(port), DEMO_PROVIDER: 'on', LOG_LEVEL: 'info', ...env },
    readyText: `answers on http://127.0.0.1:${port}`,
  });
  return {
    url: `http://127.0.0.1:${port}`,
    inspectorPort,
    residentBytes: () => child.residentBytes(),
    cpuSeconds: () => [child.pid, ...childrenOf(child.pid)].reduce((sum, pid) => sum + cpuSecondsOf(pid), 0),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

/** The options of Node that `npm start` sets. */
function startOptions(): string[] {
  const file = new URL('../../package.json', import.meta.url);
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** User and system time of the process with all its threads. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
}
