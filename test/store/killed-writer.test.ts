import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createSqliteSessions } from '../../src/store/sqlite/sqlite-sessions.ts';

const writer = fileURLToPath(new URL('save-sessions.ts', import.meta.url));

/** Lets a process save until it has acknowledged so many, kills it in the middle, and answers everything it had acknowledged by then. */
async function saveAndKill(dataDir: string, generation: number, killAfter: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, dataDir, String(generation)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (acknowledged.push(line) === killAfter) child.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

it('a process killed in the middle of thousands of saves loses none that it acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'windrose-killed-'));
  try {
    const latest = new Map<string, { version: number; turn: number }>();
    let acknowledged = 0;
    for (let generation = 0; generation < 5; generation += 1) {
      for (const line of await saveAndKill(dataDir, generation, 700 + generation * 37)) {
        const [id = '', version, turn] = line.split(' ');
        if (turn === undefined) continue;
        latest.set(id, { version: Number(version), turn: Number(turn) });
        acknowledged += 1;
      }
    }
    expect(acknowledged).toBeGreaterThan(3_500);
    await using store = await createSqliteSessions<{ turn: number }>({
      dataDir,
      most: 100_000,
      idleMs: 3_600_000,
      nowMs: Date.now,
    });
    for (const [id, { version, turn }] of latest) {
      const found = await store.find(id);
      // The kill may fall between a commit and its acknowledgement: one save more is no loss.
      expect(found?.version).toBeGreaterThanOrEqual(version);
      expect(found?.state.turn).toBe(turn + 50 * ((found?.version ?? 0) - version));
    }
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
