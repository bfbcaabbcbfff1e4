import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startCheckpoints } from './checkpoints.ts';
import { openSqlite } from './open-sqlite.ts';

it('the log begins anew while writes go on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'windrose-checkpoints-'));
  try {
    using opened = await openSqlite({
      dataDir,
      name: 'words',
      migrations: ['CREATE TABLE words (word TEXT)'],
      survives: 'process',
    });
    await using checkpoints = startCheckpoints(opened.database, { everyBytes: 100_000, anewEvery: 3 });
    const insert = opened.database.prepare('INSERT INTO words VALUES (?)');
    const word = 'x'.repeat(50_000);
    const log = () => statSync(join(dataDir, 'words.db-wal')).size;
    let written = 0;
    while (written < 2 * log() || written < 2_000_000) {
      insert.run(word);
      checkpoints?.wrote(word.length);
      written += word.length;
      if (written > 200_000_000) break;
      // The thread needs a processor too, which a writer that never waits would keep from it on a small machine.
      await delay(1);
    }
    expect(log()).toBeLessThan(written);
    expect(opened.database.prepare('SELECT sum(length(word)) AS sum FROM words').get()).toEqual({
      sum: written,
    });
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

it('the log is emptied as soon as nobody reads it any more', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'windrose-checkpoints-'));
  try {
    using opened = await openSqlite({
      dataDir,
      name: 'words',
      migrations: ['CREATE TABLE words (word TEXT)'],
      survives: 'process',
    });
    await using checkpoints = startCheckpoints(opened.database);
    const log = () => statSync(join(dataDir, 'words.db-wal')).size;
    opened.database.exec("INSERT INTO words VALUES ('one')");
    {
      using other = new DatabaseSync(join(dataDir, 'words.db'));
      other.exec('BEGIN');
      other.prepare('SELECT * FROM words').all();
      opened.database.exec('DELETE FROM words');
      await checkpoints?.forget();
      expect(log()).toBeGreaterThan(0);
      other.exec('COMMIT');
    }
    await expect.poll(log, { timeout: 10_000 }).toBe(0);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

it('a database without a file has no log', async () => {
  using opened = await openSqlite({
    dataDir: ':memory:',
    name: 'words',
    migrations: [],
    survives: 'process',
  });
  expect(startCheckpoints(opened.database)).toBeUndefined();
});
