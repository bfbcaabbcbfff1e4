import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readyWithinMs = 30_000;

/** The real server in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** Without warning. */
  kill(): Promise<void>;
  /** With warning; answers the exit code. */
  terminate(): Promise<number | null>;
  readonly output: () => string;
}

export async function startServerProcess(
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = Promise.withResolvers<undefined>();
  const read = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-10_000);
    if (output.includes('Windrose answers on')) ready.resolve(undefined);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  void exited.then(([code]) => ready.reject(new Error(`the server ended with ${code}:\n${output}`)));
  const timer = setTimeout(
    () => ready.reject(new Error(`the server is not ready:\n${output}`)),
    readyWithinMs,
  );
  try {
    await ready.promise;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const [code] = await exited;
    return code;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async kill() {
      await end('SIGKILL');
    },
    terminate: () => end('SIGTERM'),
    output: () => output,
    async [Symbol.asyncDispose]() {
      await end('SIGKILL');
    },
  };
}
