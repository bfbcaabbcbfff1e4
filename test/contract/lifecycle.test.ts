import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { App, AppOverrides } from '../../src/app.ts';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { createDemoProvider } from '../../src/providers/demo/index.ts';
import type { Provider } from '../../src/search/provider.ts';
import { describeWithRedis } from '../store/redis-under-test.ts';
import { startContractApp } from './contract-app.ts';
import { wireAirport } from './wire-airport.ts';

const message = 'Boston to Lisbon on 4 December 2026, one way';
/** The same as the message. */
const trip = {
  legs: [
    {
      origin: wireAirport('BOS', 'US'),
      destination: wireAirport('LIS', 'PT'),
      departure: { earliest: '2026-12-04', latest: '2026-12-04' },
    },
  ],
};

/** The demo world behind a gate: it answers once it is let, and tells when it is asked and when it is given up. */
async function gatedDemo() {
  const demo = createDemoProvider({ airports: await loadAirports() });
  const asked = Promise.withResolvers<undefined>();
  const cancelled = Promise.withResolvers<undefined>();
  const gate = Promise.withResolvers<undefined>();
  const provider: Provider = {
    ...demo,
    id: 'gated',
    async *search(wanted, context) {
      context.signal.addEventListener('abort', () => cancelled.resolve(undefined), { once: true });
      asked.resolve(undefined);
      await gate.promise;
      yield* demo.search(wanted, context);
    },
  };
  const start = (overrides: AppOverrides = {}, env: Readonly<Record<string, string>> = {}) =>
    startContractApp(
      { ...overrides, providers: () => [{ provider, baseUrl: 'http://127.0.0.1:9', perSecond: null }] },
      { PORT: '0', ...env },
    );
  return { asked: asked.promise, cancelled: cancelled.promise, open: () => gate.resolve(undefined), start };
}

const post = (url: string, accept: string, path = '/chat', body: object = { message }) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });

/** So many requests have arrived and not ended, besides the one that asks. */
const untilUnderWay = (app: App, requests: number) =>
  expect
    .poll(async () => (await app.server.inject('/metrics')).body)
    .toContain(`concurrent_requests ${requests + 1}\n`);

/** The last event of a stream. */
function lastOf(events: string) {
  const [, event, data = ''] = /event: (\S+)\ndata: (.*)\n\n$/u.exec(events) ?? [];
  return { event, data: JSON.parse(data) as unknown };
}

describe('a client that goes away', () => {
  it.each(['application/json', 'text/event-stream'])('cancels what nobody waits for (%s)', async (accept) => {
    const gated = await gatedDemo();
    await using app = await gated.start();
    const url = await app.listen();
    const leaving = request(`${url}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
    });
    leaving.on('error', () => undefined);
    leaving.end(JSON.stringify({ message }));
    await gated.asked;
    leaving.destroy();
    await gated.cancelled;
    gated.open();
    expect((await app.server.inject('/health/live')).statusCode).toBe(200);
    // Not as a turn that was answered.
    await expect
      .poll(async () => (await app.server.inject('/metrics')).body)
      .toMatch(/^request_duration_seconds_count\{method="POST",route="\/chat",status="499"\} 1$/m);
  });

  it('does not take the search from one who still waits for the same', async () => {
    const gated = await gatedDemo();
    await using app = await gated.start();
    const url = await app.listen();
    const staying = post(url, 'application/json');
    await gated.asked;
    const leaving = request(`${url}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    });
    leaving.on('error', () => undefined);
    leaving.end(JSON.stringify({ message }));
    const [response] = (await once(leaving, 'response')) as [AsyncIterable<Buffer>];
    for await (const chunk of response) if (chunk.includes('search-start')) break;
    leaving.destroy();
    gated.open();
    const answer = (await (await staying).json()) as { flight_cards: unknown[] };
    expect(answer.flight_cards.length).toBeGreaterThan(0);
  });
});

/** The first turn runs while its conversation is forgotten, and ends as if it were not; then nothing is left of it. */
async function forgetsInFirstTurn(env: Readonly<Record<string, string>> = {}): Promise<void> {
  const gated = await gatedDemo();
  await using app = await gated.start({}, env);
  const url = await app.listen();
  const streamed = await post(url, 'text/event-stream');
  await gated.asked;
  const events = streamed.body!.pipeThrough(new TextDecoderStream()).getReader();
  const { value: first = '' } = await events.read();
  const [, id = ''] = /"session_id":"([^"]+)"/u.exec(first) ?? [];
  const forgotten = app.server.inject({ method: 'DELETE', url: `/sessions/${id}` });
  await untilUnderWay(app, 2);
  gated.open();
  expect((await forgotten).statusCode).toBe(204);
  let rest = '';
  for (let read = await events.read(); !read.done; read = await events.read()) rest += read.value;
  expect(rest).toContain('event: turn-end');
  expect((await app.server.inject(`/sessions/${id}`)).statusCode).toBe(404);
  expect((await app.server.inject({ method: 'DELETE', url: `/sessions/${id}` })).statusCode).toBe(404);
}

describe('a conversation that is forgotten in its first turn', () => {
  it('is gone when the turn has ended', () => forgetsInFirstTurn());
});
describeWithRedis('a conversation of many processes that is forgotten in its first turn', ({ server }) => {
  it('is gone when the turn has ended', () => forgetsInFirstTurn({ REDIS_URL: server().url }));
});

describe('a server that stops', () => {
  it('finishes the turn under way, on a stream too, and takes no other', async () => {
    const gated = await gatedDemo();
    const app = await gated.start();
    const url = await app.listen();
    const plain = post(url, 'application/json');
    const streamed = post(url, 'text/event-stream');
    await gated.asked;
    await streamed;
    const closed = app[Symbol.asyncDispose]();
    gated.open();
    const answer = (await (await plain).json()) as { flight_cards: unknown[] };
    expect(answer.flight_cards.length).toBeGreaterThan(0);
    expect(await (await streamed).text()).toContain('event: turn-end');
    await closed;
    await expect(post(url, 'application/json')).rejects.toThrow('fetch failed');
  });

  it.each([
    ['/chat', { message }],
    ['/search', { trip }],
  ])('answers what outlasts the grace time of %s, and ends', async (path, body) => {
    const gated = await gatedDemo();
    const app = await gated.start({ graceMs: 100 });
    const url = await app.listen();
    const plain = post(url, 'application/json', path, body);
    const streamed = post(url, 'text/event-stream', path, body);
    await untilUnderWay(app, 2);
    const events = (await streamed).text();
    await app[Symbol.asyncDispose]();
    const answer = await plain;
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'unavailable', retryable: true });
    expect(lastOf(await events)).toMatchObject({ event: 'turn-error', data: { code: 'unavailable' } });
    gated.open();
  });

  it('answers turns that wait for another one of their conversation, too', async () => {
    const gated = await gatedDemo();
    const app = await gated.start({ graceMs: 100 });
    const url = await app.listen();
    const hello = await post(url, 'application/json', '/chat', { message: 'hi' });
    const { session_id } = (await hello.json()) as { session_id: string };
    const turns = [message, 'nonstop only', 'in business class'].map((said) =>
      post(url, 'application/json', '/chat', { message: said, session_id }),
    );
    await untilUnderWay(app, turns.length);
    await app[Symbol.asyncDispose]();
    for (const turn of turns) expect((await turn).status).toBe(503);
    gated.open();
  });

  it('does not wait for a client that goes on neither sending nor reading', async () => {
    const gated = await gatedDemo();
    const app = await gated.start({ graceMs: 100 });
    const url = await app.listen();
    const stuck = request(`${url}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '100' },
    });
    const cut = once(stuck, 'error');
    stuck.write('{"mess');
    await untilUnderWay(app, 1);
    await app[Symbol.asyncDispose]();
    expect(String(await cut)).toContain('socket hang up');
  });
});
