import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../store-unavailable.ts';
import { sqliteTrouble } from './sqlite-trouble.ts';

export interface SqliteSettings {
  /** Folder of the database files, made where it is missing; `:memory:` keeps everything in this process. */
  readonly dataDir: string;
  /** Name of the file without its ending. */
  readonly name: string;
  /** Each brings the schema one step further; never edited once released. */
  readonly migrations: readonly string[];
  /**
   * `process`: a commit outlives the process, though the last ones may not outlive a power cut. `power`: every commit waits for the disk.
   * Neither can damage the file.
   */
  readonly survives: 'process' | 'power';
}

export interface SqliteDatabase extends Disposable {
  readonly database: DatabaseSync;
  /** Runs something on the database; errors of disk and file become StoreUnavailable. */
  readonly run: <Result>(work: () => Result) => Result;
}

/** How long a write waits for another process's write; the process stands still meanwhile. */
const busyMs = 1_000;

/** Opens a database and brings its schema up to date. Throws StoreUnavailable where folder or file cannot be used. */
export async function openSqlite(settings: SqliteSettings): Promise<SqliteDatabase> {
  const { name, dataDir } = settings;
  const { DatabaseSync } = await import('node:sqlite');
  const run = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw sqliteTrouble(name, error);
    }
  };
  const database = run(() => new DatabaseSync(fileOf(name, dataDir), { timeout: busyMs }));
  try {
    run(() => prepare(database, settings));
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    database,
    run,
    [Symbol.dispose]() {
      if (database.isOpen) database.close();
    },
  };
}

function fileOf(name: string, dataDir: string): string {
  if (dataDir === ':memory:') return dataDir;
  try {
    makeFolder(resolve(dataDir));
  } catch (cause) {
    throw new StoreUnavailable(name, 'not-openable', 'DATA_DIR is not a folder that can be used', { cause });
  }
  return join(dataDir, `${name}.db`);
}

/** Step by step: `mkdirSync` with `recursive` tries for ever where a folder takes none, as /proc does. */
function makeFolder(path: string): void {
  if (!existsSync(path)) {
    makeFolder(dirname(path));
    try {
      mkdirSync(path, { mode: 0o700 });
    } catch (error) {
      // Another process may have been first; a link that leads nowhere is there too, and is none.
      if (!existsSync(path)) throw error;
    }
  }
  if (!statSync(path).isDirectory()) throw new Error(`${path} is not a folder`);
}

function prepare(database: DatabaseSync, { name, migrations, survives }: SqliteSettings): void {
  database.exec('PRAGMA journal_mode = WAL');
  // What is deleted is overwritten, so that a conversation that was forgotten cannot be read from the file.
  database.exec('PRAGMA secure_delete = ON');
  database.exec(`PRAGMA synchronous = ${survives === 'power' ? 'FULL' : 'NORMAL'}`);
  // Several processes may start at once: whoever holds the write lock migrates, the others then find it done.
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (done > migrations.length)
      throw new StoreUnavailable(
        name,
        'not-openable',
        'the database was written by a newer version of Windrose',
      );
    for (const migration of migrations.slice(done)) database.exec(migration);
    if (done < migrations.length) database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
