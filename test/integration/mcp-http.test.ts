import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { CalendarAnswer } from '../../src/contract/calendar.ts';
import { ChatAnswer } from '../../src/contract/chat.ts';
import { OfferCheckAnswer } from '../../src/contract/offer-check.ts';
import { PlacesAnswer } from '../../src/contract/place.ts';
import { Problem } from '../../src/contract/problem.ts';
import { SearchAnswer } from '../../src/contract/search.ts';
import { UnderstandAnswer } from '../../src/contract/understand.ts';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import type { Fault } from '../simulators/behaviour.ts';
import type { Simulator } from '../simulators/http-server.ts';

const leaves = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
const trip = `Boston to Lisbon on ${leaves}, one way`;

async function serve(env: Readonly<Record<string, string>> = {}) {
  const app = await createApp(
    readConfig({ LOG_LEVEL: 'silent', DATA_DIR: ':memory:', PORT: '0', RATE_LIMIT_PER_MINUTE: '0', ...env }),
    { practised: false, graceMs: 100 },
  );
  const url = new URL('/mcp', await app.listen());
  return { url, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

/** With Amadeus beside or instead of the demo world, which fails in that way. */
async function serveBesideAmadeus(fault: Fault, env: Readonly<Record<string, string>>) {
  await using stack = new AsyncDisposableStack();
  const amadeus = stack.use(await startAmadeusSimulator({ airports: await loadAirports() }));
  amadeus.behaviour.fault = fault;
  const keys = { AMADEUS_BASE_URL: amadeus.url, AMADEUS_API_KEY: 'any', AMADEUS_API_SECRET: 'any' };
  const { url } = stack.use(await serve({ ...keys, ...env }));
  const owned = stack.move();
  return { url, amadeus, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function connect(url: URL, mode: 'legacy' | 'auto' = 'auto', headers: Record<string, string> = {}) {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  const call = (name: string, args: Record<string, unknown>) => client.callTool({ name, arguments: args });
  return { client, call, [Symbol.asyncDispose]: () => client.close() };
}

const textOf = ({ content }: Awaited<ReturnType<Client['callTool']>>): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');

const searchesOf = ({ calls }: Simulator): number =>
  calls.filter(({ path }) => path.startsWith('/v2/shopping/flight-offers')).length;

/** One request as it stands on the wire. */
const post = (url: URL, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: JSON.stringify(body),
  });
const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

describe('the tools for a model', () => {
  it.each(['legacy', 'auto'] as const)('hold a conversation by the %s protocol', async (mode) => {
    await using server = await serve();
    await using connection = await connect(server.url, mode);
    const first = await connection.call('chat', { message: trip, most_flights: 3 });
    const answer = ChatAnswer.parse(first.structuredContent);
    expect(answer.flight_cards).toHaveLength(3);
    expect(answer.results?.cards).toBeGreaterThan(3);
    expect(answer.results?.listed).toBe(3);
    expect(textOf(first)).toContain(answer.reply);
    const [card] = answer.flight_cards;
    const checked = await connection.call('check_offer', {
      session_id: answer.session_id,
      offer_id: card?.offer_id,
    });
    expect(OfferCheckAnswer.parse(checked.structuredContent).status).toBe('confirmed');
    const then = await connection.call('chat', { message: 'the second one', session_id: answer.session_id });
    expect(ChatAnswer.parse(then.structuredContent).search).toBeNull();
  });

  it('are all there, each with what it takes and gives, and the places, months and trips that it finds', async () => {
    await using server = await serve();
    await using connection = await connect(server.url);
    const { tools } = await connection.client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual([
      'chat',
      'check_offer',
      'find_places',
      'price_calendar',
      'search_flights',
      'understand_trip',
    ]);
    for (const { inputSchema, outputSchema, description } of tools)
      expect([inputSchema.type, outputSchema?.type, Boolean(description)]).toEqual([
        'object',
        'object',
        true,
      ]);

    const places = await connection.call('find_places', { q: 'lisb' });
    expect(PlacesAnswer.parse(places.structuredContent).places[0]?.code).toBe('LIS');
    const read = await connection.call('understand_trip', { message: trip });
    const { trip: understood } = UnderstandAnswer.parse(read.structuredContent);
    const found = await connection.call('search_flights', { trip: understood, most_flights: 1 });
    expect(SearchAnswer.parse(found.structuredContent).flight_cards).toHaveLength(1);
    const month = leaves.slice(0, '2027-01'.length);
    const calendar = await connection.call('price_calendar', { origin: 'BOS', destination: 'LIS', month });
    expect(CalendarAnswer.parse(calendar.structuredContent).days.length).toBeGreaterThan(27);
  });

  it('say in words why a call has no answer', async () => {
    await using server = await serve();
    await using connection = await connect(server.url);
    const refusals = [
      ['chat', { message: '' }, 'message'],
      ['chat', { message: 'hello', session_id: 'nobody' }, 'no conversation with this id'],
      ['check_offer', { session_id: 'nobody', offer_id: 'x' }, 'no conversation with this id'],
      ['price_calendar', { origin: 'BOS', destination: 'LIS', month: 'May' }, 'a month such as 2026-12'],
      ['price_calendar', { origin: 'BOS', destination: 'QQQ', month: '2026-12' }, 'no airport or city'],
    ] as const;
    for (const [name, args, why] of refusals) {
      const result = await connection.call(name, args);
      expect({ name, isError: result.isError, why: textOf(result).includes(why) }).toEqual({
        name,
        isError: true,
        why: true,
      });
    }
    const gone = await connection.call('check_offer', {
      session_id: ChatAnswer.parse((await connection.call('chat', { message: trip })).structuredContent)
        .session_id,
      offer_id: 'x',
    });
    expect(textOf(gone)).toContain('no offer with this id');
  });

  it('name a source that failed, and tell of each that answers while a call lasts', async () => {
    await using setup = await serveBesideAmadeus('error_500', { DEMO_PROVIDER: 'on' });
    await using connection = await connect(setup.url);
    const told: string[] = [];
    const result = await connection.client.callTool(
      { name: 'chat', arguments: { message: trip } },
      { onprogress: ({ message = '' }) => told.push(message) },
    );
    const answer = ChatAnswer.parse(result.structuredContent);
    expect(answer.search?.providers.find(({ provider }) => provider === 'amadeus')?.status).toBe('error');
    expect(answer.flight_cards.length).toBeGreaterThan(0);
    expect(told.toSorted()).toEqual(['amadeus: error', 'demo: ok']);
  });

  it.each([
    ['legacy', false],
    ['legacy', true],
    ['auto', false],
    ['auto', true],
  ] as const)(
    'let go of a source when the client goes away (%s, told of progress: %s)',
    async (mode, isTold) => {
      await using setup = await serveBesideAmadeus('hang', {
        DEMO_PROVIDER: 'on',
        SEARCH_BUDGET_MS: '60000',
      });
      const connection = await connect(setup.url, mode);
      const told: string[] = [];
      const call = connection.client.callTool(
        { name: 'chat', arguments: { message: trip } },
        isTold ? { onprogress: ({ message = '' }) => told.push(message) } : {},
      );
      await vi.waitFor(() => expect(searchesOf(setup.amadeus)).toBe(1), { timeout: 10_000 });
      if (isTold) await vi.waitFor(() => expect(told).toEqual(['demo: ok']), { timeout: 10_000 });
      expect(setup.amadeus.abandoned()).toBe(0);
      await connection.client.close();
      await expect(call).rejects.toThrow();
      await vi.waitFor(() => expect(setup.amadeus.abandoned()).toBe(1), { timeout: 10_000 });
    },
  );

  it.each(['legacy', 'auto'] as const)('are cut short when the server stops (%s)', async (mode) => {
    const setup = await serveBesideAmadeus('hang', { SEARCH_BUDGET_MS: '60000' });
    await using connection = await connect(setup.url, mode);
    const call = connection.call('chat', { message: trip });
    await vi.waitFor(() => expect(searchesOf(setup.amadeus)).toBe(1), { timeout: 10_000 });
    await setup[Symbol.asyncDispose]();
    expect(textOf(await call)).toContain('cut short');
  });
});

describe('POST /mcp', () => {
  it('keeps the conversations of clients apart, and lets nobody in without a key where keys are set', async () => {
    const [one, other] = ['first-key-of-16-characters', 'other-key-of-16-characters'];
    await using server = await serve({ API_KEYS: `one:${one},other:${other}` });
    expect((await post(server.url, listTools)).status).toBe(401);
    await using first = await connect(server.url, 'auto', { authorization: `Bearer ${one}` });
    await using second = await connect(server.url, 'auto', { authorization: `Bearer ${other}` });
    const begun = await first.call('chat', { message: trip });
    const { session_id: session } = ChatAnswer.parse(begun.structuredContent);
    const stolen = await second.call('chat', { message: 'only nonstop', session_id: session });
    expect(textOf(stolen)).toContain('no conversation with this id');
  });

  it('takes nothing from pages elsewhere', async () => {
    await using server = await serve({ CORS_ORIGINS: 'https://mine.example' });
    const statusFor = async (origin: string) => (await post(server.url, listTools, { origin })).status;
    expect(await statusFor('https://elsewhere.example')).toBe(403);
    expect(await statusFor('null')).toBe(403);
    expect(await statusFor('https://mine.example')).toBe(200);
    expect(await statusFor('http://localhost:6274')).toBe(200);
  });

  it('takes one call a request, as the limits count them', async () => {
    await using server = await serve();
    const batch = await post(server.url, [listTools, listTools]);
    expect(Problem.parse(await batch.json())).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('answers what is no call with the error of the protocol, and another method with the one that there is', async () => {
    await using server = await serve();
    const wrong = await post(server.url, { hello: 'world' });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32_600 } });
    const got = await fetch(server.url);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
