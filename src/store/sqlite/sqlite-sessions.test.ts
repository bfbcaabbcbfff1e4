import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeSessions } from '../sessions.contract.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { openSqlite } from './open-sqlite.ts';
import { createSqliteSessions } from './sqlite-sessions.ts';

const settings = { most: 5, idleMs: 60_000 };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'windrose-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

for (const kind of ['file', 'memory'] as const)
  describeSessions(`sqlite ${kind}`, async () => {
    let nowMs = 1_000_000;
    return {
      ...settings,
      store: await createSqliteSessions<{ text: string }>({
        ...settings,
        dataDir: kind === 'file' ? folder : ':memory:',
        nowMs: () => nowMs,
      }),
      pass: (milliseconds) => {
        nowMs += milliseconds;
      },
    };
  });

const open = (dataDir = folder) =>
  createSqliteSessions<{ text: string }>({ ...settings, most: 1_000, dataDir, nowMs: () => 1 });

/** Of all files, as they are now. */
const everyByte = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join();

const trouble = (error: unknown) => (error instanceof StoreUnavailable ? error.trouble : error);

describe('sqlite sessions without room', () => {
  const most = 100;
  const openFull = async () => {
    const crowdedOut: number[] = [];
    const store = await createSqliteSessions<{ text: string }>({
      ...settings,
      most,
      dataDir: ':memory:',
      nowMs: () => 1,
      isSlight: ({ text }) => text === 'hi',
      onCrowdedOut: (sessions) => crowdedOut.push(sessions),
    });
    const begin = async (name: string, times: number, text: string) => {
      for (let n = 0; n < times; n += 1) await store.save(`${name} ${n}`, 0, { text });
    };
    const left = async (name: string, times: number) => {
      const found = await Promise.all(
        Array.from({ length: times }, (_, n) => store.find(`${name} ${n}`).then((record) => record?.id)),
      );
      return found.filter((id) => id !== undefined);
    };
    return { store, begin, left, crowdedOut: () => crowdedOut.reduce((sum, more) => sum + more, 0) };
  };

  it('forget what is slight first, oldest first, and tell how many', async () => {
    const { store, begin, left, crowdedOut } = await openFull();
    await using _store = store;
    await begin('trip', 40, 'Boston to Lisbon');
    await begin('hello', 1000, 'hi');
    expect(await left('trip', 40)).toHaveLength(40);
    expect((await left('hello', 1000)).at(0)).toBe('hello 940');
    expect(crowdedOut()).toBe(940);
  });

  it('keep the younger half of what is not slight, whatever else begins', async () => {
    const { store, begin, left } = await openFull();
    await using _store = store;
    await begin('trip', 100, 'Boston to Lisbon');
    await begin('hello', 1000, 'hi');
    expect((await left('trip', 100)).at(0)).toBe('trip 50');
  });

  it('let those go on that have just begun where all places are taken', async () => {
    const { store, begin } = await openFull();
    await using _store = store;
    await begin('trip', 100, 'Boston to Lisbon');
    await begin('hello', 3, 'hi');
    await begin('trip of later', 40, 'Boston to Lisbon');
    expect(await store.save('hello 0', 1, { text: 'Boston to Lisbon' })).toBe('saved');
  });

  it('count no more as slight what has become more', async () => {
    const { store, begin } = await openFull();
    await using _store = store;
    await store.save('grown', 0, { text: 'hi' });
    await store.save('grown', 1, { text: 'Boston to Lisbon' });
    await begin('hello', 1000, 'hi');
    expect(await store.find('grown')).toBeDefined();
  });
});

describe('sqlite sessions on disk', () => {
  it('leave no byte behind of what was forgotten', async () => {
    const secret = 'a trip that nobody should know of'.repeat(400);
    const bytesOf = (name: string) => readFileSync(join(folder, name), 'latin1');
    {
      await using store = await open();
      await store.save('kept', 0, { text: 'stays' });
      await store.save('forgotten', 0, { text: secret });
    }
    expect(bytesOf('sessions.db')).toContain('nobody should know');
    {
      await using store = await open();
      expect(await store.delete('forgotten')).toBe(true);
    }
    expect(bytesOf('sessions.db')).toContain('stays');
    expect(bytesOf('sessions.db')).not.toContain('nobody should know');
  });

  it('leave no byte behind while they go on', async () => {
    const secret = 'a trip that nobody should know of'.repeat(400);
    await using store = await open();
    const ids = Array.from({ length: 20 }, (_, n) => `forgotten ${n}`);
    await store.save('kept', 0, { text: 'stays' });
    for (const id of ids) await store.save(id, 0, { text: secret });
    expect(everyByte()).toContain('nobody should know');
    await Promise.all(ids.map((id) => store.delete(id)));
    expect(everyByte()).not.toContain('nobody should know');
    expect(everyByte()).toContain('stays');
  });

  it('leave no byte behind of what has ended, once it is swept away', async () => {
    let nowMs = 1;
    const most = 100;
    await using store = await createSqliteSessions<{ text: string }>({
      ...settings,
      most,
      dataDir: folder,
      nowMs: () => nowMs,
    });
    await store.save('ended', 0, { text: 'a trip that nobody should know of'.repeat(400) });
    nowMs += settings.idleMs;
    await store.save('new', 0, { text: 'stays' });
    await expect.poll(everyByte).not.toContain('nobody should know');
  });

  it('are there again after a restart', async () => {
    {
      await using store = await open();
      await store.save('a', 0, { text: 'one' });
    }
    await using again = await open();
    expect(await again.find('a')).toEqual({ id: 'a', version: 1, state: { text: 'one' } });
  });

  it('are shared by processes that open the same folder, which cannot overwrite each other', async () => {
    await using one = await open();
    await using other = await open();
    expect(await one.save('a', 0, { text: 'one' })).toBe('saved');
    expect(await other.save('a', 0, { text: 'other' })).toBe('conflict');
    expect(await other.save('a', 1, { text: 'other' })).toBe('saved');
    expect((await one.find('a'))?.state.text).toBe('other');
  });

  it('say that DATA_DIR is no folder, and that none can be made there', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const astray = join(folder, 'astray');
    symlinkSync(join(folder, 'nowhere'), astray);
    for (const dataDir of [file, join(file, 'below'), astray, '/proc/windrose/data'])
      expect(trouble(await open(dataDir).catch((error: unknown) => error)), dataDir).toBe('not-openable');
  });

  it('make the folders that are missing, for their own user only', async () => {
    const deep = join(folder, 'some', 'where');
    await using _store = await open(deep);
    expect(statSync(join(folder, 'some')).mode & 0o777).toBe(0o700);
    expect(existsSync(join(deep, 'sessions.db'))).toBe(true);
  });

  it('leave a file alone that is no database, or one of a newer version', async () => {
    const file = join(folder, 'sessions.db');
    writeFileSync(
      file,
      'precious words, long enough to be looked at as the header of a database file'.repeat(9),
    );
    const before = readFileSync(file, 'utf8');
    expect(trouble(await open().catch((error: unknown) => error))).toBe('corrupt');
    expect(readFileSync(file, 'utf8')).toBe(before);

    rmSync(file);
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(trouble(await open().catch((error: unknown) => error))).toBe('not-openable');
  });

  it('refuse a save where the disk is full, keep what they had, and go on once there is room', async () => {
    using opened = await openSqlite({
      dataDir: folder,
      name: 'sessions',
      migrations: ['CREATE TABLE words (word TEXT)'],
      survives: 'process',
    });
    const { database, run } = opened;
    const insert = database.prepare('INSERT INTO words VALUES (?)');
    run(() => insert.run('kept'));
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const words = 'x'.repeat(100_000);
    let error: unknown;
    try {
      run(() => insert.run(words));
    } catch (caught) {
      error = caught;
    }
    expect(trouble(error)).toBe('disk-full');
    expect(database.prepare('SELECT count(*) AS n FROM words').get()).toEqual({ n: 1 });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.exec('PRAGMA max_page_count = 100000');
    run(() => insert.run(words));
    expect(database.prepare('SELECT count(*) AS n FROM words').get()).toEqual({ n: 2 });
  });

  it('say beforehand that a save would fail', async () => {
    await using store = await open();
    await store.probe();
    using other = new DatabaseSync(join(folder, 'sessions.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(trouble(await store.probe().catch((error: unknown) => error))).toBe('busy');
  });

  it('write each time they are asked, as what is not written needs no room', async () => {
    await using store = await open();
    const logged = () => statSync(join(folder, 'sessions.db-wal')).size;
    await store.probe();
    const before = logged();
    await store.probe();
    expect(logged() - before).toBeGreaterThanOrEqual(16_384);
  });

  it('can be read where they cannot be written', async () => {
    using opened = await openSqlite({ dataDir: folder, name: 'words', migrations: [], survives: 'power' });
    opened.database.exec('CREATE TABLE words (word TEXT); PRAGMA query_only = 1');
    let error: unknown;
    try {
      opened.run(() => opened.database.exec("INSERT INTO words VALUES ('x')"));
    } catch (caught) {
      error = caught;
    }
    expect(trouble(error)).toBe('read-only');
  });
});
