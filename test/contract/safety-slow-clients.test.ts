import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { startContractApp } from './contract-app.ts';
import { checkAnswer, createContractClient } from './contract-client.ts';

let app: App;
let port: number;
beforeAll(async () => {
  const env = {
    CLIENT_HEADERS_TIMEOUT: '0.3',
    CLIENT_REQUEST_TIMEOUT: '0.6',
    CLIENT_KEEPALIVE_TIMEOUT: '0.3',
  };
  app = await startContractApp({}, { PORT: '0', ...env });
  port = Number(new URL(await app.listen()).port);
});
afterAll(() => app[Symbol.asyncDispose]());

const head = (length: number) =>
  `POST /chat HTTP/1.1\r\nhost: windrose.test\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** Sends the beginning, then drop by drop until the server lets go; what it said. */
async function drip(beginning: string, drop: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let said = '';
  socket.on('data', (chunk: string) => (said += chunk));
  // A drop may meet a connection that was just closed, which is what is waited for.
  socket.on('error', () => undefined);
  socket.write(beginning);
  const drops = setInterval(() => {
    if (drop !== '' && socket.writable) socket.write(drop);
  }, 20);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(drops);
  return said;
}

function problemIn(answer: string) {
  const [start = '', body = ''] = answer.split('\r\n\r\n');
  const [first = '', ...lines] = start.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  );
  const status = Number(first.split(' ')[1]);
  return checkAnswer({}, { status, headers, text: body }) as { status: number };
}

describe('a client that holds a connection', () => {
  it.each([
    ['by a head that never ends', 'GET / HTTP/1.1\r\nhost: windrose.test\r\n', 'x-more: 1\r\n'],
    ['by a head it does not go on with', 'GET / HTTP/1.1\r\nhost: windrose.test\r\n', ''],
  ])('%s is let go with 408', async (_what, beginning, drop) => {
    expect(problemIn(await drip(beginning, drop))).toMatchObject({ status: 408, retryable: true });
  });

  it.each([
    ['by a body that never ends', ' '],
    ['by a body it does not go on with', ''],
  ])('%s is let go with 408', async (_what, drop) => {
    expect(problemIn(await drip(head(60_000), drop))).toMatchObject({ status: 408 });
    const { body } = await app.server.inject('/metrics');
    expect(body).toMatch(
      /^request_duration_seconds_count\{method="POST",route="\/chat",status="408"\} \d+$/m,
    );
    expect(body).not.toContain('route="/chat",status="200"');
  });

  it('without asking anything is let go', async () => {
    const said = await drip('GET /health/live HTTP/1.1\r\nhost: windrose.test\r\n\r\n', '');
    expect(said).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('does not keep others from their answers', async () => {
    const slow = Array.from({ length: 200 }, () => drip(head(60_000), ''));
    const client = createContractClient(app.server);
    expect((await client.chat({ message: 'Boston to Lisbon' })).missing).toEqual(['departure_date']);
    for (const said of await Promise.all(slow)) expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect((await client.send({ url: '/health/live' })).status).toBe(200);
  });
});

describe('what is not a request', () => {
  it.each([
    ['a head of 20 kB', `GET / HTTP/1.1\r\nhost: windrose.test\r\nx-big: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['noise', '\x16\x03\x01\x02\x00\x01\r\n\r\n', 400],
    [
      'two lengths, to smuggle a second request',
      'POST /chat HTTP/1.1\r\nhost: windrose.test\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a folded header line',
      'GET / HTTP/1.1\r\nhost: windrose.test\r\nx-one: 1\r\n set-cookie: a=b\r\n\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two hosts', 'GET /health/live HTTP/1.1\r\nhost: windrose.test\r\nHost: other.test\r\n\r\n', 400],
  ])('is refused with a status of its own: %s', async (_what, request, status) => {
    const said = await drip(request, '');
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(said).not.toContain('set-cookie');
  });

  it('is refused after what was asked before it is answered', async () => {
    const body = JSON.stringify({ message: 'Boston to Lisbon' });
    const said = await drip(`${head(body.length)}${body}no request\r\n\r\n`, '');
    expect(said.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    expect(said).toContain('"missing":["departure_date"]');
  });

  it('is refused where it follows on an answer, too', async () => {
    const request = 'GET /health/live HTTP/1.1\r\nhost: windrose.test\r\n\r\n';
    const said = await drip(request, 'no request\r\n\r\n');
    expect(said.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });

  it('is refused before its body is read where that is too large', async () => {
    const said = await drip(`${head(65 * 1024)}{"message":"`, '');
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });
});
