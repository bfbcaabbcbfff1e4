import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.ts';

export interface PostgresServer extends AsyncDisposable {
  /** Of a new, empty database at each call. */
  readonly newDatabase: () => string;
  /** Ends without warning, as after a crash. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same port and data after a kill. */
  readonly restart: () => Promise<void>;
}

const binaries = globSync('/usr/lib/postgresql/*/bin/postgres').toSorted().at(-1);
const account = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);

/** What is missing for a private Postgres, and how to get it; undefined where all is there. */
export function missingPostgres(): string | undefined {
  return binaries && existsSync(join(dirname(binaries), 'initdb'))
    ? undefined
    : 'postgres is missing: apt-get install postgresql';
}

/** A private server on loopback. Postgres refuses to run as root, so there it runs as its own user. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = dirname(binaries ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'windrose-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: account('-u'), gid: account('-g') } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initial = ['--pgdata', data, '--username', 'windrose', '--auth', 'trust', '--encoding', 'UTF8'];
  execFileSync(join(bin, 'initdb'), [...initial, '--locale', 'C', '--no-sync'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();

  const run = async () => {
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const exited = once(child, 'exit');
    let log = '';
    for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
      log += String(chunk);
      if (log.includes('ready to accept connections')) break;
    }
    if (!log.includes('ready to accept connections')) throw new Error(`postgres did not start:\n${log}`);
    child.stderr.resume();
    return { child, exited };
  };
  let running = await run();
  let databases = 0;
  const kill = async () => {
    // SIGQUIT is Postgres's own crash: every server process ends at once and the next start recovers from the log.
    running.child.kill('SIGQUIT');
    await running.exited;
  };
  return {
    newDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      execFileSync(join(bin, 'createdb'), [
        ...['--host', '127.0.0.1', '--port', String(port), '--username', 'windrose'],
        ...['--maintenance-db', 'postgres', name],
      ]);
      return `postgres://windrose@127.0.0.1:${port}/${name}`;
    },
    kill,
    async restart() {
      running = await run();
    },
    async [Symbol.asyncDispose]() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
