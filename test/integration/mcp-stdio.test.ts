import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, it } from 'vitest';
import { ChatAnswer } from '../../src/contract/chat.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const trip = 'Boston to Lisbon in three weeks, one way';

/** A client of the program as it is started by one, in whose standard error is whatever it logs. */
async function connect(mode: 'legacy' | 'auto', env: Readonly<Record<string, string>> = {}) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['src/main.ts', 'mcp'],
    cwd: root,
    env: { ...(process.env as Record<string, string>), ...env },
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  const { stderr } = transport;
  const logged = stderr instanceof Readable ? text(stderr) : Promise.resolve('');
  await client.connect(transport);
  return { client, logged, [Symbol.asyncDispose]: () => client.close() };
}

it.each(['legacy', 'auto'] as const)(
  'holds a conversation with a client of the %s protocol',
  async (mode) => {
    await using connection = await connect(mode);
    const { client } = connection;
    const first = await client.callTool({ name: 'chat', arguments: { message: trip } });
    const { session_id: session, flight_cards: cards } = ChatAnswer.parse(first.structuredContent);
    expect(cards.length).toBeGreaterThan(0);
    const then = await client.callTool({
      name: 'chat',
      arguments: { message: 'what about bags?', session_id: session },
    });
    expect(ChatAnswer.parse(then.structuredContent)).toMatchObject({ session_id: session, search: null });
  },
);

it('keeps standard output for the protocol, whatever it logs', async () => {
  await using connection = await connect('legacy', { LOG_LEVEL: 'trace' });
  await connection.client.callTool({ name: 'chat', arguments: { message: trip } });
  await connection.client.close();
  expect(await connection.logged).toContain('"level"');
});

it('ends when its client hangs up, and says on standard error what is wrong with a setting', async () => {
  const start = (env: Readonly<Record<string, string>>) =>
    spawn(process.execPath, ['src/main.ts', 'mcp'], { cwd: root, env: { ...process.env, ...env } });
  const left = start({});
  left.stdin.end();
  expect(await once(left, 'exit')).toEqual([0, null]);
  const wrong = start({ SEARCH_MODE: 'fast' });
  const [said, printed, [code]] = await Promise.all([
    text(wrong.stderr),
    text(wrong.stdout),
    once(wrong, 'exit') as Promise<[number]>,
  ]);
  expect({ code, printed }).toEqual({ code: 2, printed: '' });
  expect(said).toContain('SEARCH_MODE');
});
