import type { ProbedSessions } from '../sessions.ts';
import { jsonCodec, type StateCodec } from '../state-codec.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { startCheckpoints } from './checkpoints.ts';
import { openSqlite } from './open-sqlite.ts';

export interface SqliteSessionsSettings<State> {
  /** Folder of the database, or `:memory:`. */
  readonly dataDir: string;
  /** The least recently used sessions beyond about this many are forgotten. */
  readonly most: number;
  /** A session that is not used for so long has ended. */
  readonly idleMs: number;
  readonly nowMs: () => number;
  readonly codec?: StateCodec<State>;
  /** Whether little is lost with a session: where room is needed, these leave first. */
  readonly isSlight?: (state: State) => boolean;
  /** So many sessions were forgotten before their time, for lack of room. */
  readonly onCrowdedOut?: (sessions: number) => void;
}

const migrations = [
  `CREATE TABLE sessions (
     id TEXT NOT NULL UNIQUE,
     version INTEGER NOT NULL,
     state TEXT NOT NULL,
     used_at_ms INTEGER NOT NULL
   );
   CREATE INDEX sessions_by_use ON sessions (used_at_ms);`,
  // The layout of packed states changed with each of these; those of before were of no release.
  `DELETE FROM sessions;`,
  `DELETE FROM sessions;`,
  `DELETE FROM sessions;`,
  // One row that is written to see whether a save would go well.
  `CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), filling BLOB NOT NULL);`,
  `ALTER TABLE sessions ADD COLUMN slight INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX slight_sessions_by_use ON sessions (used_at_ms) WHERE slight = 1;`,
];

/**
 * Slight sessions beyond this share leave before all others: whoever begins a great many pushes out hardly anything but them. Up to it they
 * count like all others, so that where every place is taken by what is worth more, those who have just begun can still go on.
 */
const slightShare = 0.5;

/** A conversation with its offers takes some ten thousand: what has no room for that has no room for the next turn. */
const probeBytes = 16_384;

/** Sessions in a file that several processes of one machine can share. */
export async function createSqliteSessions<State>({
  dataDir,
  most,
  idleMs,
  nowMs,
  codec = jsonCodec(),
  isSlight = () => false,
  onCrowdedOut = () => undefined,
}: SqliteSessionsSettings<State>): Promise<ProbedSessions<State>> {
  const opened = await openSqlite({ dataDir, name: 'sessions', migrations, survives: 'process' });
  const { database, run } = opened;
  const checkpoints = startCheckpoints(database);
  const select = database.prepare(
    'SELECT version, state, used_at_ms FROM sessions WHERE id = ? AND used_at_ms > ?',
  );
  const touch = database.prepare('UPDATE sessions SET used_at_ms = ? WHERE id = ?');
  const insert = database.prepare(
    `INSERT INTO sessions (id, version, state, slight, used_at_ms) VALUES (?, 1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = 1, state = excluded.state, slight = excluded.slight,
       used_at_ms = excluded.used_at_ms
     WHERE sessions.used_at_ms <= ?`,
  );
  const update = database.prepare(
    `UPDATE sessions SET version = version + 1, state = ?, slight = ?, used_at_ms = ?
     WHERE id = ? AND version = ? AND used_at_ms > ?`,
  );
  const remove = database.prepare('DELETE FROM sessions WHERE id = ? RETURNING used_at_ms');
  const removeIdle = database.prepare('DELETE FROM sessions WHERE used_at_ms <= ?');
  const count = database.prepare('SELECT count(*) AS n FROM sessions');
  const countSlight = database.prepare('SELECT count(*) AS n FROM sessions WHERE slight = 1');
  const removeOldest = database.prepare(
    `DELETE FROM sessions WHERE rowid IN (SELECT rowid FROM sessions ORDER BY used_at_ms, rowid LIMIT ?)`,
  );
  const removeOldestSlight = database.prepare(
    `DELETE FROM sessions WHERE rowid IN (
       SELECT rowid FROM sessions WHERE slight = 1 ORDER BY used_at_ms, rowid LIMIT ?)`,
  );
  // Never twice the same: SQLite leaves a page alone that would not change, which tells nothing of the disk.
  const fill = database.prepare(
    `INSERT INTO probe VALUES (1, randomblob(${probeBytes})) ON CONFLICT (id) DO UPDATE SET filling = excluded.filling`,
  );
  /** Counting reads the whole index, so it is done once in so many new sessions. */
  const sweepEvery = Math.max(1, Math.floor(most / 100));
  let created = 0;

  function forgetOldest(): void {
    created += 1;
    if (created % sweepEvery !== 0) return;
    const ended = Number(removeIdle.run(nowMs() - idleMs).changes);
    const crowdedOut = makeRoom();
    if (crowdedOut > 0) onCrowdedOut(crowdedOut);
    if (ended + crowdedOut > 0) void checkpoints?.forget();
  }

  /** Answers with how many had to leave. */
  function makeRoom(): number {
    const over = Number(count.get()?.['n']) - most;
    if (over <= 0) return 0;
    const slight = Number(countSlight.get()?.['n']) - Math.floor(most * slightShare);
    const leaving = Math.min(over, Math.max(0, slight));
    const left = Number(removeOldestSlight.run(leaving).changes);
    return left + Number(removeOldest.run(over - left).changes);
  }

  /** A read is not worth a write each time, and must work where nothing can be written. */
  function noteUse(id: string, usedAtMs: number): void {
    if (nowMs() - usedAtMs < idleMs / 50) return;
    unlessUnavailable(() => run(() => touch.run(nowMs(), id)));
  }

  return {
    async find(id) {
      const row = run(() => select.get(id, nowMs() - idleMs));
      if (!row) return undefined;
      noteUse(id, Number(row['used_at_ms']));
      return { id, version: Number(row['version']), state: codec.unpack(row['state'] as Uint8Array) };
    },
    async save(id, basedOn, state) {
      const now = nowMs();
      const packed = codec.pack(state);
      const slight = isSlight(state) ? 1 : 0;
      const { changes } = run(() =>
        basedOn === 0
          ? insert.run(id, packed, slight, now, now - idleMs)
          : update.run(packed, slight, now, id, basedOn, now - idleMs),
      );
      if (changes === 0) return 'conflict';
      checkpoints?.wrote(packed.length);
      // The save is acknowledged whatever becomes of the sweep: it is tried again with a later session.
      if (basedOn === 0) unlessUnavailable(() => run(forgetOldest));
      return 'saved';
    },
    async delete(id) {
      const removed = run(() => remove.get(id));
      // Deleted it is by now; forgotten it is once the log does not have it either.
      if (removed) await checkpoints?.forget();
      return removed !== undefined && Number(removed['used_at_ms']) > nowMs() - idleMs;
    },
    async probe() {
      run(() => fill.run());
      checkpoints?.wrote(probeBytes);
    },
    async [Symbol.asyncDispose]() {
      await checkpoints?.[Symbol.asyncDispose]();
      opened[Symbol.dispose]();
    },
  };
}

function unlessUnavailable(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}
