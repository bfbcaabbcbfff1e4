import { describe, expect, it } from 'vitest';
import { startContractApp } from './contract-app.ts';
import { createContractClient } from './contract-client.ts';
import { setUpContractApp } from './contract-setup.ts';

const setup = setUpContractApp();
const turn = { method: 'POST', url: '/chat', payload: { message: 'hello' } } as const;

describe('answers that are data', () => {
  it.each([
    ['a turn', turn],
    ['places', { url: '/places?q=lis' }],
    ['health', { url: '/health/live' }],
    ['metrics', { url: '/metrics' }],
    ['a wrong body', { ...turn, payload: {} }],
    ['a path that is not there', { url: '/nothing' }],
    ['a path that is not valid', { url: '/%c0%ae' }],
  ])('cannot be kept, sniffed, run or framed: %s', async (_what, request) => {
    expect((await setup.client.send(request)).headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('say it on a stream too', async () => {
    const { headers } = await setup.client.chatEvents({ message: 'hello' });
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'x-content-type-options': 'nosniff',
    });
  });
});

it('pages may load nothing from elsewhere and be framed by nobody else', async () => {
  for (const url of ['/', '/docs/']) {
    const { headers } = await setup.client.send({ url });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, url).toMatch(/default-src '(?:self|none)'/);
    expect(policy, url).toMatch(/frame-ancestors '(?:self|none)'/);
    expect(policy, url).not.toMatch(/\*|https?:/);
    expect(headers['x-content-type-options'], url).toBe('nosniff');
  }
});

describe('pages of other origins', () => {
  const origin = 'https://www.example.com';
  const preflight = (from: string) => ({
    method: 'OPTIONS' as const,
    url: '/chat',
    headers: { origin: from, 'access-control-request-method': 'POST' },
  });
  const accessHeaders = (headers: object) =>
    Object.keys(headers).filter((name) => name.startsWith('access-control-'));

  it('may read nothing unless they are named', async () => {
    for (const request of [{ ...turn, headers: { origin } }, preflight(origin), { url: '/' }])
      expect(accessHeaders((await setup.client.send(request)).headers)).toEqual([]);
  });

  it('may read answers, problems and streams where CORS_ORIGINS names them, and no others may', async () => {
    await using app = await startContractApp({}, { CORS_ORIGINS: `http://localhost:5173,${origin}` });
    const client = createContractClient(app.server);
    const { status, headers } = await client.send(preflight(origin));
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': expect.stringContaining('x-api-key') as string,
      vary: 'origin',
    });
    for (const extra of [{}, { payload: {} }, { headers: { accept: 'text/event-stream' } }]) {
      const request = {
        ...turn,
        ...extra,
        headers: { ...('headers' in extra ? extra.headers : {}), origin },
      };
      const answered = await client.send(request);
      expect(answered.headers['access-control-allow-origin']).toBe(origin);
      expect(answered.headers['access-control-allow-credentials']).toBeUndefined();
    }
    for (const other of ['https://www.example.com.evil.test', 'http://www.example.com', 'null']) {
      expect(accessHeaders((await client.send(preflight(other))).headers), other).toEqual([]);
      const read = await client.send({ ...turn, headers: { origin: other } });
      expect(accessHeaders(read.headers), other).toEqual([]);
      expect(read.headers['vary']).toBe('origin');
    }
  });
});
