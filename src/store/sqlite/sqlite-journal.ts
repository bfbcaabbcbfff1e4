import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import type { Journal, JournalEntry } from '../journal.ts';
import { ledgerMigrations } from './ledger-migrations.ts';
import { openSqlite } from './open-sqlite.ts';

/** Forgotten at once; everybody waits for as many. */
const mostForgotten = 5_000;

/** The journal in a file. Entries are written together, and the last ones may be lost in a power cut: no turn waits for the disk. */
export async function createSqliteJournal({ dataDir }: { readonly dataDir: string }): Promise<Journal> {
  const opened = await openSqlite({
    dataDir,
    name: 'ledger',
    migrations: ledgerMigrations,
    survives: 'process',
  });
  const { database, run } = opened;
  // All entries travel as one JSON text, so that a turn is one statement and one commit.
  const insert = database.prepare(
    `INSERT INTO journal (at_ms, origin, destination, priced, entry)
     SELECT value ->> '$[0]', value ->> '$[1].origin', value ->> '$[1].destination',
       value ->> '$[1].cheapest' IS NOT NULL, value ->> '$[1]'
     FROM json_each(?)`,
  );
  const select = database.prepare(
    `SELECT entry FROM journal
     WHERE priced = 1 AND origin = ? AND destination = ? AND at_ms >= ?
       AND (? IS NULL OR entry ->> '$.departure' = ?)
     ORDER BY at_ms DESC, rowid DESC LIMIT ?`,
  );
  const forget = database.prepare(
    'DELETE FROM journal WHERE rowid IN (SELECT rowid FROM journal WHERE at_ms < ? LIMIT ?)',
  );

  return {
    async append(entries) {
      if (entries.length === 0) return;
      const dated = entries.map((entry) => [Date.parse(entry.at), entry]);
      run(() => insert.run(JSON.stringify(dated)));
    },
    async listPrices({ origin, destination, departure = null, since, most }) {
      const rows = run(() => select.all(origin, destination, Date.parse(since), departure, departure, most));
      return rows.map((row) => JSON.parse(String(row['entry'])) as JournalEntry).reverse();
    },
    async forgetBefore(instant) {
      let all = 0;
      for (;;) {
        const gone = Number(run(() => forget.run(Date.parse(instant), mostForgotten)).changes);
        all += gone;
        if (gone < mostForgotten) return all;
        await nextTurnOfTheLoop();
      }
    },
    async [Symbol.asyncDispose]() {
      opened[Symbol.dispose]();
    },
  };
}
