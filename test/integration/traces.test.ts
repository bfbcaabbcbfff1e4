import { context } from '@opentelemetry/api';
import { describe, expect, it, vi } from 'vitest';
import type { App, AppOverrides } from '../../src/app.ts';
import type { Log } from '../../src/platform/log.ts';
import { parseTraceparent } from '../../src/platform/traces/incoming-trace.ts';
import { ProviderError, type Provider } from '../../src/search/provider.ts';
import { sampleAnswer } from '../../src/search/samples.ts';
import { createMemorySessions } from '../../src/store/memory/memory-sessions.ts';
import { StoreUnavailable } from '../../src/store/store-unavailable.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { startContractApp } from '../contract/contract-app.ts';
import { resourcesOf, spansOf, startCollector, treeOf, type Collector, type SeenSpan } from './collector.ts';

const key = 'a-key-that-nobody-may-see';
const message = 'Boston to Lisbon on 4 December, one way';
const headers = { authorization: `Bearer ${key}` };

const source = (id: string, search: Provider['search']) => ({
  provider: { id, name: id, search } as unknown as Provider,
  baseUrl: 'http://127.0.0.1:9',
  perSecond: null,
});
const working = source('working', async function* (request) {
  yield [sampleAnswer('working-1', request)];
});
const failing = source('failing', async function* () {
  await Promise.reject(new ProviderError('error', `refused ${key} for ${message}`, { blame: 'ours' }));
  yield [];
});

/** Runs the application until it is disposed, which sends everything; answers with the spans. */
async function trace(
  use: (app: App) => Promise<unknown>,
  overrides: AppOverrides = {},
  env: Record<string, string> = {},
): Promise<{ spans: SeenSpan[]; collector: Collector }> {
  const collector = await startCollector();
  try {
    await using app = await startContractApp(overrides, {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      API_KEYS: key,
      ...env,
    });
    await use(app);
  } finally {
    await collector[Symbol.asyncDispose]();
  }
  return { spans: spansOf(collector), collector };
}

const say = async (app: App, payload: Record<string, unknown>, more: Record<string, string> = {}) =>
  app.server.inject({ method: 'POST', url: '/chat', payload, headers: { ...headers, ...more } });

const named = (spans: readonly SeenSpan[], name: string): SeenSpan => {
  const found = spans.find((span) => span.name === name);
  if (!found) throw new Error(`there is no span ${name} among ${spans.map((span) => span.name).join()}`);
  return found;
};

describe.each(['async', 'sync'] as const)('the trace of a turn in %s mode', (mode) => {
  it.each(['application/json', 'text/event-stream'])('has a span for every part, as %s', async (accept) => {
    const { spans, collector } = await trace(
      async (app) => {
        const answer = await say(app, { message }, { accept });
        expect(answer.statusCode).toBe(200);
      },
      { providers: () => [working, failing] },
      { SEARCH_MODE: mode, OTEL_SERVICE_NAME: 'flights' },
    );
    expect(treeOf(spans)).toEqual([
      'turn',
      'turn > ranking',
      'turn > search',
      'turn > search > source failing',
      'turn > search > source working',
      'turn > session save',
      'turn > understanding',
    ]);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect(named(spans, 'turn').attributes).toMatchObject({
      'windrose.mode': mode,
      'windrose.outcome': 'search',
    });
    expect(named(spans, 'source working').attributes).toEqual({
      'windrose.provider': 'working',
      'windrose.status': 'ok',
      'windrose.offers': 1,
    });
    expect(named(spans, 'session save').attributes).toEqual({ 'windrose.outcome': 'saved' });
    expect(resourcesOf(collector)[0]).toMatchObject({ 'service.name': 'flights' });
  });
});

describe('the trace of a turn', () => {
  it('shows the exception of a source that fails, and nothing of what it says', async () => {
    const { spans, collector } = await trace((app) => say(app, { message }), {
      providers: () => [working, failing],
    });
    const { status, attributes, events } = named(spans, 'source failing');
    expect(status.code).toBe(2);
    expect(attributes).toMatchObject({ 'windrose.status': 'error', 'windrose.offers': 0 });
    expect(events).toMatchObject([
      {
        name: 'exception',
        attributes: { 'exception.type': 'ProviderError', 'exception.message': 'error' },
      },
    ]);
    expect(events[0]?.attributes['exception.stacktrace']).toContain('test/integration/traces.test.ts:');
    expect(named(spans, 'turn').status.code).not.toBe(2);
    expect(collector.received.length).toBeGreaterThan(0);
    expect(collector.everything()).not.toMatch(new RegExp(`${key}|Boston|Lisbon|December`, 'u'));
  });

  it('puts parts in their order', async () => {
    // The source takes five seconds of a clock that nobody waits for.
    const elapsed = performance.now.bind(performance);
    const clock = { aheadMs: 0 };
    using _clock = vi.spyOn(performance, 'now').mockImplementation(() => elapsed() + clock.aheadMs);
    const slow = source('slow', async function* (request) {
      clock.aheadMs = 5000;
      yield [sampleAnswer('slow-1', request)];
    });
    const { spans } = await trace((app) => say(app, { message }), { providers: () => [slow] });
    const began = ['turn', 'understanding', 'search', 'ranking', 'session save'].map((name) =>
      BigInt(named(spans, name).startTimeUnixNano),
    );
    // Spans begin at whole milliseconds of one clock or at fractions of another.
    for (const [place, start] of began.entries())
      expect(start + 2_000_000n).toBeGreaterThanOrEqual(began[place - 1] ?? 0n);
    expect(named(spans, 'ranking').attributes).toEqual({ 'windrose.offers': 1, 'windrose.cards': 1 });
  });

  it('loads the session of a conversation that goes on, and ranks without a search', async () => {
    const { spans } = await trace(async (app) => {
      const first = (await say(app, { message })).json<{ session_id: string }>();
      await say(app, { message: 'only nonstop', session_id: first.session_id });
    });
    const [, second] = spans.filter(({ name }) => name === 'turn');
    const own = spans.filter(({ traceId }) => traceId === second?.traceId);
    expect(second?.attributes).toMatchObject({ 'windrose.outcome': 'refine' });
    expect(treeOf(own)).toEqual([
      'turn',
      'turn > ranking',
      'turn > session load',
      'turn > session save',
      'turn > understanding',
    ]);
    expect(named(own, 'session load').attributes).toEqual({ 'windrose.outcome': 'found' });
  });

  it('shows which source was asked again for one offer, and what it said', async () => {
    const sold = source('sold', async function* (request) {
      yield [sampleAnswer('sold:1', request)];
    });
    sold.provider.check = async (offer) => ({ status: 'price_changed', offer, changes: [] });
    const { spans } = await trace(
      async (app) => {
        const { session_id } = (await say(app, { message })).json<{ session_id: string }>();
        await say(app, { message: 'is it still available?', session_id });
      },
      { providers: () => [sold] },
    );
    expect(treeOf(spans)).toContain('turn > check sold');
    expect(named(spans, 'check sold').attributes).toMatchObject({
      'windrose.provider': 'sold',
      'windrose.status': 'price_changed',
    });
  });

  it('hangs below the trace of the client', async () => {
    const client = parseTraceparent('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
    const { spans } = await trace((app) =>
      Promise.all([
        say(app, { message: 'hello' }, { traceparent: `00-${client?.traceId}-${client?.spanId}-01` }),
        say(app, { message: 'hello' }),
      ]),
    );
    const turns = spans.filter(({ name }) => name === 'turn');
    expect(turns.filter(({ traceId }) => traceId === client?.traceId)).toMatchObject([
      { parentSpanId: client?.spanId },
    ]);
    expect(turns).toHaveLength(2);
  });

  it('is not kept where the client keeps none of it', async () => {
    const { spans } = await trace((app) =>
      say(app, { message }, { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00' }),
    );
    expect(spans).toEqual([]);
  });

  it('keeps turns at the same time apart', async () => {
    const { spans } = await trace((app) =>
      Promise.all(
        ['4 December', '5 December', '6 December', '7 December'].map((day) =>
          say(app, { message: `Boston to Lisbon on ${day}, one way` }),
        ),
      ),
    );
    const trees = [...Map.groupBy(spans, ({ traceId }) => traceId).values()].map(treeOf);
    expect(trees).toHaveLength(4);
    for (const tree of trees) expect(tree).toEqual(trees[0]);
    expect(trees[0]).toContain('turn > search > source demo');
  });

  it('shows why a turn failed', async () => {
    const memory = createMemorySessions<Conversation>({ most: 10, idleMs: 1000, nowMs: () => 0 });
    const { spans, collector } = await trace((app) => say(app, { message: 'hello' }), {
      sessions: { ...memory, save: () => Promise.reject(new TypeError(`no ${key}`)) },
    });
    for (const name of ['turn', 'session save'])
      expect(named(spans, name)).toMatchObject({
        status: { code: 2 },
        events: [{ name: 'exception', attributes: { 'exception.type': 'TypeError' } }],
      });
    expect(collector.everything()).not.toContain(key);
  });

  it('shows why a turn could not begin', async () => {
    const memory = createMemorySessions<Conversation>({ most: 10, idleMs: 1000, nowMs: () => 0 });
    const away = new StoreUnavailable('redis', 'timeout', 'no answer');
    const { spans } = await trace((app) => say(app, { message: 'hello', session_id: 'abc' }), {
      sessions: { ...memory, find: () => Promise.reject(away) },
    });
    expect(named(spans, 'turn')).toMatchObject({
      status: { code: 2 },
      attributes: { 'windrose.outcome': 'unavailable' },
    });
    expect(named(spans, 'session load').events).toMatchObject([
      { attributes: { 'exception.type': 'StoreUnavailable', 'exception.message': 'timeout' } },
    ]);
  });
});

describe('a search without a conversation', () => {
  it('has a trace of its own', async () => {
    const { spans } = await trace(async (app) => {
      const understood = await app.server.inject({
        method: 'POST',
        url: '/understand',
        payload: { message },
        headers,
      });
      const { trip } = understood.json<{ trip: object }>();
      await app.server.inject({ method: 'POST', url: '/search', payload: { trip }, headers });
    });
    expect(treeOf(spans)).toEqual(['search', 'search > source demo']);
  });
});

describe('a collector', () => {
  it('that is away disturbs neither a turn nor the shutdown', async () => {
    const gone = await startCollector();
    await gone[Symbol.asyncDispose]();
    const warnings: string[] = [];
    const ignore = () => undefined;
    const warn = (_fields: object, words: string) => warnings.push(words);
    const log = { debug: ignore, info: ignore, warn, error: ignore } as unknown as Log;
    {
      await using app = await startContractApp({ log }, { OTEL_EXPORTER_OTLP_ENDPOINT: gone.url });
      expect((await say(app, { message })).statusCode).toBe(200);
    }
    expect(warnings).toEqual([expect.stringContaining('traces do not reach')]);
  });

  it('that is not configured leaves no trace of tracing', async () => {
    const manager = () =>
      context.with(context.active().setValue(Symbol.for('any'), 1), () => context.active());
    await using app = await startContractApp();
    expect((await say(app, { message })).statusCode).toBe(200);
    expect(manager().getValue(Symbol.for('any'))).toBeUndefined();
  });
});
