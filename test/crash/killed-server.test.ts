import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { freePort } from '../store/free-port.ts';
import { startServerProcess } from './server-process.ts';
import { lostTurns, startTalkers, type Talk } from './talkers.ts';

/** `npm run test:crash` kills two hundred times; a handful shows the same in the usual run. */
const kills = Number(process.env.WINDROSE_KILLS ?? 5);
const turnsALife = 25;

describe('a server that is killed without warning', () => {
  it(
    `has every answered turn after the restart, ${kills} times over`,
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'windrose-crash-'));
      const port = await freePort();
      const start = () => startServerProcess(port, { DATA_DIR: dataDir });
      let server = await start();
      const talkers = startTalkers({ atOnce: 4, urlOf: () => server.url, mayFail: true });
      const checked = new Set<Talk>();
      const lost: string[] = [];
      try {
        for (let kill = 1; kill <= kills; kill += 1) {
          while (talkers.turns() < kill * turnsALife) await delay(5);
          await server.kill();
          const answeredBefore = talkers.talks.filter((talk) => !checked.has(talk));
          const known = answeredBefore.map(({ id, answered }) => ({ id, answered: [...answered] }));
          server = await start();
          lost.push(...(await lostTurns(server.url, known)));
          // A conversation that has ended is looked at once more below.
          for (const talk of answeredBefore.slice(0, -8)) checked.add(talk);
        }
        await talkers.stop();
        lost.push(...(await lostTurns(server.url, talkers.talks)));
      } finally {
        await talkers.stop();
        await server.kill();
        rmSync(dataDir, { recursive: true, force: true });
      }
      const turns = talkers.talks.reduce((sum, { answered }) => sum + answered.length, 0);
      console.log(`${kills} kills, ${turns} answered turns, ${lost.length} lost`);
      expect(lost).toEqual([]);
      expect(talkers.wrong).toEqual([]);
      expect(turns).toBeGreaterThanOrEqual(kills * turnsALife);
    },
    60_000 + kills * 10_000,
  );

  it('finishes the turn under way where it is asked to end, and exits 0', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'windrose-end-'));
    const server = await startServerProcess(await freePort(), { DATA_DIR: dataDir });
    const talkers = startTalkers({ atOnce: 4, urlOf: () => server.url, mayFail: true });
    while (talkers.turns() < 20) await delay(5);
    expect(await server.terminate()).toBe(0);
    await talkers.stop();
    expect(talkers.wrong).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('says what is wrong with a folder it cannot write to, and does not start', async () => {
    const dataDir = join(tmpdir(), `windrose-file-${process.pid}`);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(dataDir, 'a file where a folder should be');
    await expect(startServerProcess(await freePort(), { DATA_DIR: dataDir })).rejects.toThrow(
      /DATA_DIR is not a folder that can be used/,
    );
    rmSync(dataDir);
  });
});
