import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { createDemoProvider } from '../../src/providers/demo/index.ts';
import type { Provider } from '../../src/search/provider.ts';
import { startContractApp } from './contract-app.ts';

const message = 'Boston to Lisbon on 4 December 2026, one way';

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
  const start = () =>
    startContractApp(
      { providers: () => [{ provider, baseUrl: 'http://127.0.0.1:9', perSecond: null }] },
      { PORT: '0' },
    );
  return { asked: asked.promise, cancelled: cancelled.promise, open: () => gate.resolve(undefined), start };
}

const post = (url: string, accept: string) =>
  fetch(`${url}/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ message }),
  });

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
});
