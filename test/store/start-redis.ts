import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface RedisServer extends AsyncDisposable {
  readonly url: string;
  /** Kills it without warning. What it holds is lost unless it was started durable. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port after a kill. */
  readonly restart: () => Promise<void>;
  /** Lets it hang: connections stay open and nothing is answered. */
  readonly freeze: () => void;
  readonly thaw: () => void;
}

/** What is missing for a private Redis, and how to get it; undefined where all is there. */
export function missingRedis(): string | undefined {
  const found = spawnSync('redis-server', ['--version']);
  return found.status === 0 ? undefined : 'redis-server is missing: apt-get install redis-server';
}

/** A private server on loopback; `durable` keeps every write in a file before it answers. */
export async function startRedis({ durable = false }: { durable?: boolean } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'windrose-redis-'));
  const port = await freePort();
  const run = async () => {
    const child = spawn(
      'redis-server',
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
        ...['--appendonly', durable ? 'yes' : 'no', '--appendfsync', 'always', '--loglevel', 'notice'],
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const exited = once(child, 'exit');
    let log = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      log += String(chunk);
      if (log.includes('Ready to accept connections')) break;
    }
    if (!log.includes('Ready to accept connections')) throw new Error(`redis-server did not start:\n${log}`);
    child.stdout.resume();
    return { child, exited };
  };
  let running = await run();
  const kill = async () => {
    running.child.kill('SIGKILL');
    await running.exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      running = await run();
    },
    freeze: () => running.child.kill('SIGSTOP'),
    thaw: () => running.child.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
