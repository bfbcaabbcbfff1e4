import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/**
 * Copying the write-ahead log into the database waits for the disk, some 80 ms where states are large. A thread with its own connection
 * does it, so that no turn of this process waits.
 */
export interface Checkpoints extends AsyncDisposable {
  /** Counts bytes written, and asks for a checkpoint once in so many. */
  readonly wrote: (bytes: number) => void;
}

const usualPace = { everyBytes: 4_000_000, anewEvery: 16 };
/** Should the thread fall behind or die, the writer does the work itself at this many pages of 4 KiB: 256 MB of log at most. */
const pagesWithoutHelp = 65_536;

/**
 * A passive checkpoint never holds a writer up, but under steady writes it never reaches the end of the log either, and the log grows.
 * So now and then it is followed by one that holds writers for the little that is left and lets the log begin anew.
 * Runs in the thread; a string so that it works from sources and from a build alike. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(workerData, { timeout: 1000 });
  parentPort.on('message', (message) => {
    if (message === 'close') {
      database.close();
      parentPort.close();
      return;
    }
    try {
      database.exec('PRAGMA wal_checkpoint(PASSIVE)');
      if (message === 'anew') database.exec('PRAGMA wal_checkpoint(RESTART)');
    } catch {
      // A full disk: the log keeps everything, and the next round tries again.
    }
    parentPort.postMessage('done');
  });
`;

/** Undefined for a database without a file: it has no log. */
export function startCheckpoints(
  database: DatabaseSync,
  { everyBytes, anewEvery } = usualPace,
): Checkpoints | undefined {
  const file = database.location();
  if (!file) return undefined;
  database.exec(`PRAGMA wal_autocheckpoint = ${pagesWithoutHelp}`);
  const worker = new Worker(program, { eval: true, workerData: file });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let bytes = 0;
  let rounds = 0;
  let busy = false;
  worker.on('message', () => {
    busy = false;
  });
  worker.on('error', () => {
    // From here on the writer does it itself, at the usual thousand pages.
    if (database.isOpen) database.exec('PRAGMA wal_autocheckpoint = 1000');
  });
  worker.unref();
  return {
    wrote(more) {
      bytes += more;
      if (bytes < everyBytes || busy) return;
      bytes = 0;
      busy = true;
      rounds += 1;
      worker.postMessage(rounds % anewEvery === 0 ? 'anew' : 'passive');
    },
    async [Symbol.asyncDispose]() {
      worker.ref();
      worker.postMessage('close');
      await ended;
    },
  };
}
