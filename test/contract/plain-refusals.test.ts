import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { startContractApp } from './contract-app.ts';
import { checkAnswer, createContractClient, type ContractClient } from './contract-client.ts';

let app: App;
let client: ContractClient;
let port: number;
beforeAll(async () => {
  app = await startContractApp({}, { PORT: '0', RATE_LIMIT_PER_MINUTE: '40' });
  port = Number(new URL(await app.listen()).port);
  client = createContractClient(app.server);
});
afterAll(() => app[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };

/** What the server answers to a head that no client of ours would write. */
async function sayRaw(head: readonly string[]): Promise<{ status: number; problem: unknown }> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let said = '';
  socket.on('data', (chunk: string) => (said += chunk));
  socket.write(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n`);
  await new Promise((resolve) => socket.once('close', resolve));
  const [start = '', text = ''] = said.split('\r\n\r\n');
  const [first = '', ...lines] = start.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const status = Number(first.split(' ')[1]);
  return { status, problem: checkAnswer({}, { status, headers, text }) };
}

describe('a refusal that Node would make without a word is a problem', () => {
  it.each([
    ['no host', ['GET /places?q=lis HTTP/1.1'], 400],
    [
      'an expectation nobody meets',
      ['GET /places?q=lis HTTP/1.1', 'host: windrose.test', 'expect: 200-ok'],
      417,
    ],
  ])('%s', async (_what, head, wanted) => {
    const { status, problem } = await sayRaw(head);
    expect(status).toBe(wanted);
    expect(problem).toMatchObject({ status: wanted, code: 'invalid_request', retryable: false });
  });

  it.each([
    ['GET http://windrose.test/chat HTTP/1.1', 405],
    ['GET HTTP://windrose.test:80/places?q= HTTP/1.1', 400],
    ['GET http://windrose.test/nowhere HTTP/1.1', 404],
    ['GET http://windrose.test?q=lis HTTP/1.1', 200],
  ])('a URL that is written out is what is behind its host: %s', async (line, wanted) => {
    expect((await sayRaw([line, 'host: windrose.test'])).status).toBe(wanted);
  });

  it('HTTP/1.0 need not name a host', async () => {
    expect((await sayRaw(['GET /health/nowhere HTTP/1.0'])).status).toBe(404);
  });
});

it('a page of the reference that is not there is a problem', async () => {
  expect(await client.refused({ url: '/docs/nowhere' })).toMatchObject({ status: 404, code: 'not_found' });
});

describe('an id of a session', () => {
  it.each(['GET', 'DELETE'] as const)(
    'may be as long as described, and is unknown then: %s',
    async (method) => {
      for (const length of [101, 128])
        expect(await client.refused({ method, url: `/sessions/${'a'.repeat(length)}` })).toMatchObject({
          status: 404,
          code: 'session_not_found',
        });
      const tooLong = await client.refused({ method, url: `/sessions/${'a'.repeat(129)}` });
      expect(tooLong).toMatchObject({ status: 400, errors: [{ field: 'id' }] });
    },
  );

  it('is forgotten by clients that call everything JSON', async () => {
    const { session_id: id } = await client.chat({ message: 'hello' });
    const request = { method: 'DELETE', url: `/sessions/${id}`, headers: json } as const;
    expect((await client.send(request)).status).toBe(204);
    expect((await client.refused({ ...request, payload: '{' })).code).toBe('invalid_json');
  });
});

describe('a chat answer that is refused says the mode that its path or the configuration names', () => {
  const paths = [
    ['/chat', 'async'],
    ['/chat/async', 'async'],
    ['/chat/sync', 'sync'],
  ] as const;

  it.each(paths)('%s: %s', async (url, mode) => {
    for (const [payload, status] of [
      ['{}', 400],
      ['{', 400],
      ['{"message":"hi","session_id":"unknown"}', 404],
    ] as const) {
      const { headers, ...problem } = await client.refused({ method: 'POST', url, payload, headers: json });
      expect([problem.status, headers['x-search-mode']]).toEqual([status, mode]);
    }
    for (const asked of [url, `${url}/?a=b`]) {
      const { headers, status } = await client.refused({ url: asked });
      expect([status, headers['x-search-mode']], asked).toEqual([405, mode]);
    }
    const form = { 'content-type': 'text/plain' };
    const { headers } = await client.refused({ method: 'POST', url, payload: 'hi', headers: form });
    expect(headers['x-search-mode']).toBe(mode);
  });

  it('is told where too much is asked, too', async () => {
    for (let asked = 0; asked < 40; asked += 1) await client.send({ url: '/places?q=lis' });
    for (const [url, mode] of paths) {
      const { headers, status } = await client.refused({ method: 'POST', url, payload: '{}', headers: json });
      expect([status, headers['x-search-mode']]).toEqual([429, mode]);
    }
  });
});
