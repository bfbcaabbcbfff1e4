import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ChatAnswer } from '../../src/contract/chat.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the program as a user would, on a pipe. */
async function run(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: undefined, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const [out, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { out, error, code };
}

const trip = 'Boston to Lisbon in three weeks, one way';
const noColours = (out: string) => expect(out.includes('\u001b')).toBe(false);

describe('windrose ask', () => {
  it('prints ranked flights with reasons, without colours on a pipe, and exits 0', async () => {
    const { out, code, error } = await run(['ask', '--', trip]);
    expect(code).toBe(0);
    expect(error).toBe('');
    expect(out).toMatch(/Boston to Lisbon/u);
    expect(out).toMatch(/^ 1\. \$[\d,.]+ {2}.*\[.*best.*\]/mu);
    expect(out).toMatch(/^ 2\. /mu);
    expect(out).toContain('demo');
    noColours(out);
  });

  it('exits 1 with the reason where nothing is found', async () => {
    const { out, code } = await run(['ask', `${trip}, under $5`]);
    expect(code).toBe(1);
    expect(out).toMatch(/over your price limit/u);
    const asked = await run(['ask', 'to Lisbon']);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain('Where will you be flying from?');
  });

  it.each([
    ['an empty message', ['ask', '']],
    ['a message that is too long', ['ask', 'x'.repeat(2001)]],
    ['no message', ['ask']],
    ['a wrong currency', ['ask', '--currency', 'dollars', trip]],
    ['an unknown command', ['fly']],
    ['an unknown option', ['ask', '--fast', trip]],
  ])('exits 2 and says why on %s', async (_what, args) => {
    const { error, code } = await run(args);
    expect(code).toBe(2);
    expect(error).not.toBe('');
    expect(error).not.toMatch(/\bat .*\.ts:\d+/u);
  });

  it('prints the answer of the contract with --json', async () => {
    const { out, code } = await run(['ask', '--json', '--currency', 'EUR', '--', trip]);
    expect(code).toBe(0);
    const answer = ChatAnswer.parse(JSON.parse(out));
    expect(answer.flight_cards[0]?.price.total.currency).toBe('EUR');
    noColours(out);
  });

  it('names every wrong setting at once and exits 2', async () => {
    const { error, code } = await run(['ask', trip], '', { PORT: 'x', SEARCH_MODE: 'fast' });
    expect(code).toBe(2);
    expect(error).toContain('PORT');
    expect(error).toContain('SEARCH_MODE');
  });
});

describe('windrose chat', () => {
  it('holds a conversation on a pipe until bye', async () => {
    const lines = [trip, 'only nonstop', '', 'what about bags?', 'bye', 'never said'];
    const { out, code } = await run(['chat'], lines.join('\n'));
    expect(code).toBe(0);
    expect(out).toContain('nonstop only');
    expect(out).toMatch(/carry-on bag/u);
    expect(out).not.toContain('never said');
    noColours(out);
  });

  it('ends with its input', async () => {
    expect(await run(['chat'], 'hello')).toMatchObject({ code: 0 });
  });
});

describe('windrose doctor', () => {
  it('says what every setting means and that every part works, and exits 0', async () => {
    const { out, code } = await run(['doctor'], '', { DATA_DIR: ':memory:' });
    expect(code).toBe(0);
    for (const name of ['SEARCH_MODE', 'DATA_DIR', 'REDIS_URL']) expect(out).toContain(name);
    expect(out).toMatch(/^demo +works/mu);
    noColours(out);
  });

  it('names the part that does not work, tells no secret, and exits 1', async () => {
    const { out, code } = await run(['doctor'], '', {
      DATA_DIR: ':memory:',
      REDIS_URL: 'redis://user:hush-hush@127.0.0.1:9',
      AMADEUS_BASE_URL: 'http://127.0.0.1:9',
      AMADEUS_API_KEY: 'hush-hush-key',
      AMADEUS_API_SECRET: 'hush-hush-secret',
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^redis +does not work/mu);
    expect(out).toMatch(/^amadeus +does not work/mu);
    expect(out).not.toContain('hush');
  });
});

describe('windrose --help', () => {
  it('lists the commands and exits 0', async () => {
    const { out, code } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['serve', 'ask', 'chat', 'doctor']) expect(out).toContain(command);
  });
});
