import { describe, expect, it } from 'vitest';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { createDemoProvider } from '../../src/providers/demo/index.ts';
import type { Provider } from '../../src/search/provider.ts';
import { startContractApp } from './contract-app.ts';
import { createContractClient } from './contract-client.ts';

const places = '/places?q=lis';
const [shop, desk] = ['shop-key-of-the-shop-1', 'desk-key-of-the-desk-1'];

async function startLimited(env: Record<string, string>) {
  const app = await startContractApp({}, env);
  const client = createContractClient(app.server);
  const statuses = async (count: number, request: object = {}) => {
    const sent = [];
    for (let index = 0; index < count; index += 1)
      sent.push((await client.send({ url: places, ...request })).status);
    return sent;
  };
  return { client, statuses, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

describe('RATE_LIMIT_PER_MINUTE', () => {
  it('refuses what is too much with 429, says when to come again, and never refuses probes and pages', async () => {
    await using limited = await startLimited({ RATE_LIMIT_PER_MINUTE: '3' });
    expect(await limited.statuses(3)).toEqual([200, 200, 200]);
    const problem = await limited.client.refused({ url: places });
    expect(problem).toMatchObject({ status: 429, code: 'rate_limited', retryable: true });
    const seconds = Number(problem.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(20);
    expect(problem.headers['ratelimit-policy']).toBe('"client";q=3;w=60');
    expect(problem.headers['ratelimit']).toBe(`"client";r=0;t=${seconds}`);
    for (const url of ['/health/live', '/health/ready', '/', '/openapi.json'])
      expect(await limited.statuses(5, { url })).toEqual([200, 200, 200, 200, 200]);
  });

  it('counts each client for itself, with all its keys, from wherever it asks', async () => {
    await using limited = await startLimited({
      RATE_LIMIT_PER_MINUTE: '2',
      API_KEYS: `shop:${shop},desk:${desk},desk:${desk}-2`,
    });
    const as = (key: string, remoteAddress: string) => ({ headers: { 'x-api-key': key }, remoteAddress });
    expect(await limited.statuses(1, as(desk, '192.0.2.1'))).toEqual([200]);
    expect(await limited.statuses(2, as(`${desk}-2`, '192.0.2.2'))).toEqual([200, 429]);
    expect(await limited.statuses(2, as(shop, '192.0.2.1'))).toEqual([200, 200]);
  });

  it('limits who guesses keys', async () => {
    await using limited = await startLimited({ RATE_LIMIT_PER_MINUTE: '2', API_KEYS: shop });
    expect(await limited.statuses(3, { headers: { 'x-api-key': 'a-guess-at-some-key' } })).toEqual([
      401, 401, 429,
    ]);
    expect(await limited.statuses(1, { headers: { 'x-api-key': shop } })).toEqual([200]);
  });

  it('counts addresses where there are no keys, and a whole IPv6 network as one', async () => {
    await using limited = await startLimited({ RATE_LIMIT_PER_MINUTE: '1' });
    const from = async (remoteAddress: string) => (await limited.statuses(1, { remoteAddress }))[0];
    expect(await from('192.0.2.1')).toBe(200);
    expect(await from('192.0.2.2')).toBe(200);
    expect(await from('::ffff:192.0.2.1')).toBe(429);
    expect(await from('2001:db8::1')).toBe(200);
    expect(await from('2001:db8::2')).toBe(429);
  });

  it.each([
    ['off', [200, 429, 429]],
    ['1', [200, 429, 200]],
    ['127.0.0.1', [200, 429, 200]],
    ['10.0.0.0/8', [200, 429, 429]],
  ])('with TRUST_PROXY %s believes x-forwarded-for as far as it should', async (trust, expected) => {
    await using limited = await startLimited({ RATE_LIMIT_PER_MINUTE: '1', TRUST_PROXY: trust });
    const sent = [];
    // The first entry is what a client writes itself; the last is what the nearest proxy saw.
    for (const forwarded of ['203.0.113.1, 192.0.2.1', '203.0.113.2, 192.0.2.1', '192.0.2.2'])
      sent.push(...(await limited.statuses(1, { headers: { 'x-forwarded-for': forwarded } })));
    expect(sent).toEqual(expected);
  });
});

/** The demo world behind a gate: its searches answer once they are let. */
async function gatedDemo() {
  const demo = createDemoProvider({ airports: await loadAirports() });
  const asked = Promise.withResolvers<undefined>();
  const gate = Promise.withResolvers<undefined>();
  const provider: Provider = {
    ...demo,
    id: 'gated',
    async *search(wanted, context) {
      asked.resolve(undefined);
      await gate.promise;
      yield* demo.search(wanted, context);
    },
  };
  return { provider, asked: asked.promise, open: () => gate.resolve(undefined) };
}

describe('MAX_TURNS_IN_FLIGHT', () => {
  it('refuses more turns with 503 until one is answered, and never what operators ask', async () => {
    const { provider, asked, open } = await gatedDemo();
    await using app = await startContractApp(
      { providers: () => [{ provider, baseUrl: 'http://127.0.0.1:9', perSecond: null }] },
      { MAX_TURNS_IN_FLIGHT: '2' },
    );
    const client = createContractClient(app.server);
    const turn = { message: 'Boston to Lisbon on 4 December' };
    const post = { method: 'POST', url: '/chat', payload: turn } as const;
    const underWay = [client.chat(turn), client.chat(turn, '/chat/async')];
    await asked;
    for (const url of ['/chat', '/chat/sync', '/search']) {
      const problem = await client.refused({ ...post, url });
      expect(problem).toMatchObject({ status: 503, code: 'overloaded', retryable: true });
      expect(problem.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    }
    for (const url of ['/health/live', '/health/ready', '/health/async', '/metrics', places])
      expect((await client.send({ url })).status, url).toBe(200);
    open();
    for (const answer of await Promise.all(underWay)) expect(answer.flight_cards.length).toBeGreaterThan(0);
    expect((await client.send(post)).status).toBe(200);
  });
});
