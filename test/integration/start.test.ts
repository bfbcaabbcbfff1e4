import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freePort } from '../store/free-port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function start(args: readonly string[], env: Record<string, string>) {
  return spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: ':memory:', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the program to its end. */
async function run(args: readonly string[], env: Record<string, string>) {
  const child = start(args, env);
  const [out, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { out, error, code };
}

describe('a start that cannot go well', () => {
  it('for want of its port ends with one sentence and not with 0, with workers too', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const PORT = String((taken.address() as AddressInfo).port);
    const sentence = `Windrose cannot start: PORT ${PORT} of 127.0.0.1 is taken: another program listens there.\n`;
    try {
      expect(await run(['serve'], { PORT, LOG_LEVEL: 'silent' })).toEqual({
        out: '',
        error: sentence,
        code: 2,
      });
      const DATA_DIR = join(tmpdir(), 'windrose-never-made');
      const crowd = await run(['serve'], { PORT, DATA_DIR, WORKERS: '2', LOG_LEVEL: 'silent' });
      expect(crowd).toEqual({ out: '', error: sentence, code: 2 });
    } finally {
      taken.close();
    }
  });

  it('for want of its database names the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'windrose-start-'));
    writeFileSync(
      join(folder, 'sessions.db'),
      'words that are no database, long enough for a header '.repeat(20),
    );
    try {
      const { error, code } = await run(['serve'], { DATA_DIR: folder, LOG_LEVEL: 'silent' });
      expect(code).toBe(2);
      expect(error).toBe(
        `Windrose cannot start: DATA_DIR ${folder}: sessions.db cannot be used: the file is not a database.\n`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('windrose doctor', () => {
  it('reports on everything, also where the server could not start', async () => {
    const port = await freePort();
    const { out, error, code } = await run(['doctor'], {
      DATABASE_URL: `postgres://user:hush-hush@127.0.0.1:${port}/windrose`,
    });
    expect([code, error]).toEqual([1, '']);
    expect(out).toMatch(new RegExp(`^database +does not work .*DATABASE_URL.*127\\.0\\.0\\.1:${port}`, 'mu'));
    expect(out).toMatch(/^demo +works/mu);
    expect(out).toMatch(/^LOG_LEVEL +info /mu);
    expect(out).not.toContain('hush');
  });
});

describe('a server whose output nobody looks at', () => {
  it('writes JSON lines and nothing else, the one with its address too', async () => {
    const child = start(['serve'], { PORT: '0' });
    const lines: string[] = [];
    const exited = once(child, 'exit');
    try {
      for await (const chunk of child.stdout.setEncoding('utf8')) {
        lines.push(...String(chunk).split('\n').filter(Boolean));
        if (lines.some((line) => line.includes('answers on'))) break;
      }
    } finally {
      child.kill('SIGTERM');
      await exited;
    }
    const told = lines.map((line) => JSON.parse(line) as { msg: string; url?: string });
    const [{ msg, url } = expect.fail()] = told.filter((line) => line.msg.includes('answers on'));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(msg).toContain(`Windrose answers on ${url ?? ''} `);
  });
});
