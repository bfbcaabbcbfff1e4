import { createSqliteSessions } from '../../src/store/sqlite/sqlite-sessions.ts';

/** Saves turns of many conversations without end, and says each on standard output once it is acknowledged. Killed by its parent. */
const [dataDir = '', generation = ''] = process.argv.slice(2);
const store = await createSqliteSessions<{ turn: number; text: string }>({
  dataDir,
  most: 100_000,
  idleMs: 3_600_000,
  nowMs: Date.now,
});
for (let turn = 0; ; turn += 1) {
  const id = `${generation}-${turn % 50}`;
  const version = Math.floor(turn / 50);
  const saved = await store.save(id, version, { turn, text: 'x'.repeat(5_000) });
  if (saved !== 'saved') throw new Error(`${id} was ${saved}`);
  // Until the pipe has room: the parent reads more slowly than this process saves.
  await new Promise((resolve) => {
    process.stdout.write(`${id} ${version + 1} ${turn}\n`, resolve);
  });
}
