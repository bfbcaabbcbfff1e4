import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/**
 * Copying the write-ahead log into the database waits for the disk, some 80 ms where states are large. A thread with its own connection
 * does it, so that no turn of this process waits.
 */
export interface Checkpoints extends AsyncDisposable {
  /** Counts bytes written, and asks for a checkpoint once in so many. */
  readonly wrote: (bytes: number) => void;
  /**
   * Empties the log, which still holds what was deleted. Settles when nothing that was deleted before the call is in it any more; where
   * others hold the database, after a bounded time, and it is tried again. Calls that come together are one.
   */
  readonly forget: () => Promise<void>;
}

const usualPace = { everyBytes: 4_000_000, anewEvery: 16 };
/** Should the thread fall behind or die, the writer does the work itself at this many pages of 4 KiB: 256 MB of log at most. */
const pagesWithoutHelp = 65_536;
/** Nobody waits longer for the log to be emptied; twice what the thread waits for those who hold the database. */
const longestForgetMs = 2_000;
/** Where the log could not be emptied, the next try comes after so long. */
const forgetAgainMs = 1_000;

/**
 * A passive checkpoint never holds a writer up, but under steady writes it never reaches the end of the log either, and the log grows.
 * So now and then it is followed by one that holds writers for the little that is left and lets the log begin anew.
 * What is to be forgotten is copied in the same two steps, and the log then cut to nothing.
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
    let answer = message === 'forget' ? 'kept' : 'done';
    try {
      database.exec('PRAGMA wal_checkpoint(PASSIVE)');
      if (message === 'anew') database.exec('PRAGMA wal_checkpoint(RESTART)');
      if (message === 'forget' && database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get().busy === 0)
        answer = 'forgotten';
    } catch {
      // A full disk: the log keeps everything, and the next round tries again.
    }
    parentPort.postMessage(answer);
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
  let alive = true;
  /** The one that the thread is at, and the one after it, which covers all that is deleted meanwhile. */
  let forgetting: PromiseWithResolvers<undefined> | undefined;
  let nextForgetting: PromiseWithResolvers<undefined> | undefined;
  let again: NodeJS.Timeout | undefined;

  function beginForgetting(wanted: PromiseWithResolvers<undefined>): void {
    forgetting = wanted;
    worker.postMessage('forget');
  }
  function endForgetting(done: boolean): void {
    const next = nextForgetting;
    forgetting?.resolve(undefined);
    forgetting = nextForgetting = undefined;
    if (next) beginForgetting(next);
    else if (!done) again = setTimeout(() => void forget(), forgetAgainMs).unref();
  }
  function forget(): Promise<unknown> {
    clearTimeout(again);
    if (!alive) {
      if (database.isOpen) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return Promise.resolve();
    }
    const wanted = Promise.withResolvers<undefined>();
    if (!forgetting) beginForgetting(wanted);
    else nextForgetting ??= wanted;
    return (nextForgetting ?? wanted).promise;
  }

  worker.on('message', (answer: 'done' | 'forgotten' | 'kept') => {
    if (answer === 'done') busy = false;
    else endForgetting(answer === 'forgotten');
  });
  worker.on('error', () => {
    alive = false;
    // From here on the writer does it itself, at the usual thousand pages.
    if (database.isOpen) database.exec('PRAGMA wal_autocheckpoint = 1000');
    forgetting?.resolve(undefined);
    nextForgetting?.resolve(undefined);
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
    async forget() {
      const late = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => late.resolve(undefined), longestForgetMs).unref();
      await Promise.race([forget(), late.promise]);
      clearTimeout(timer);
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(again);
      worker.ref();
      worker.postMessage('close');
      await ended;
      clearTimeout(again);
    },
  };
}
