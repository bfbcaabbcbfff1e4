import { describe, expect, it } from 'vitest';
import type { App, AppOverrides } from '../../src/app.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { createErrorSink, type ErrorSink } from '../../src/platform/error-sink/error-sink.ts';
import { createMemorySessions } from '../../src/store/memory/memory-sessions.ts';
import type { SessionStore } from '../../src/store/sessions.ts';
import { StoreUnavailable } from '../../src/store/store-unavailable.ts';
import { startContractApp } from '../contract/contract-app.ts';
import { startCollector, type Collector } from './collector.ts';

const apiKey = 'a-key-that-nobody-may-see';
const message = 'Boston to Lisbon on 4 December, one way';

interface Event {
  readonly event_id: string;
  readonly release: string;
  readonly timestamp: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly exception: {
    readonly values: readonly {
      readonly type: string;
      readonly value: string;
      readonly stacktrace: { readonly frames: readonly { filename: string; in_app: boolean }[] };
    }[];
  };
}

/** The lines of each envelope: its header, the header of its only item, the event. */
const envelopesOf = ({ received }: Collector) =>
  received.map(({ body }) => {
    const [header, item, event, ...rest] = body.split('\n');
    expect(rest).toEqual(['']);
    return {
      header: JSON.parse(header ?? '') as Record<string, unknown>,
      item: JSON.parse(item ?? '') as Record<string, unknown>,
      event: JSON.parse(event ?? '') as Event,
    };
  });

const broken = (failing: Partial<SessionStore<Conversation>>): AppOverrides => ({
  sessions: {
    ...createMemorySessions<Conversation>({ most: 10, idleMs: 1000, nowMs: () => 0 }),
    ...failing,
  },
});

/** Runs the application until it is disposed, which sends everything. */
async function collect(overrides: AppOverrides, use: (app: App) => Promise<void>): Promise<Collector> {
  const collector = await startCollector();
  try {
    const dsn = collector.url.replace('://', '://public123@');
    const env = { SENTRY_DSN: `${dsn}/42`, API_KEYS: apiKey };
    await using app = await startContractApp(overrides, env);
    await use(app);
  } finally {
    await collector[Symbol.asyncDispose]();
  }
  return collector;
}

const headers = { authorization: `Bearer ${apiKey}` };
const say = (app: App, payload: Record<string, unknown>) =>
  app.server.inject({ method: 'POST', url: '/chat', payload, headers });

describe('the error sink of the application', () => {
  it('is told of a turn that its store broke, without a word of it', async () => {
    let requestId: unknown;
    const collector = await collect(
      broken({ save: () => Promise.reject(new TypeError(`cannot keep “${message}” with ${apiKey}`)) }),
      async (app) => {
        const answer = await say(app, { message });
        expect(answer.statusCode).toBe(500);
        requestId = answer.headers['x-request-id'];
      },
    );
    const [{ path, method, headers: head } = expect.fail()] = collector.received;
    expect([method, path]).toEqual(['POST', '/api/42/envelope/']);
    expect(head['content-type']).toBe('application/x-sentry-envelope');
    expect(head['x-sentry-auth']).toMatch(
      /^Sentry sentry_version=7, sentry_client=windrose\/\d+\.\d+\.\d+, sentry_key=public123$/u,
    );

    const envelopes = envelopesOf(collector);
    expect(envelopes).toHaveLength(1);
    const [{ header, item, event } = expect.fail()] = envelopes;
    expect(item).toEqual({ type: 'event' });
    expect(event.event_id).toMatch(/^[\da-f]{32}$/u);
    expect(header).toMatchObject({ event_id: event.event_id, sent_at: '2026-11-23T15:00:00Z' });
    expect(event.timestamp).toBe(Date.parse('2026-11-23T15:00:00Z') / 1000);
    expect(event.release).toMatch(/^windrose@\d+\.\d+\.\d+$/u);
    expect(event.tags).toMatchObject({ request_id: requestId, mode: 'async' });
    expect(Object.keys(event.tags).toSorted()).toEqual(['mode', 'request_id', 'session_id', 'turn_id']);
    const [{ type, stacktrace } = expect.fail()] = event.exception.values;
    expect(type).toBe('TypeError');
    expect(stacktrace.frames.at(-1)?.filename).toBe('test/integration/error-sink.test.ts');
    expect(stacktrace.frames.some(({ filename }) => filename === 'src/agent.ts')).toBe(true);

    expect(collector.everything()).not.toMatch(new RegExp(`${apiKey}|Boston|Lisbon|December`, 'u'));
  });

  it('is told of a request that failed, and of its cause', async () => {
    const cause = new RangeError(message);
    const find = () => Promise.reject(new Error(message, { cause }));
    const collector = await collect(broken({ find }), async (app) => {
      const answer = await app.server.inject({ url: '/sessions/abc', headers });
      expect(answer.statusCode).toBe(500);
    });
    const [{ event } = expect.fail()] = envelopesOf(collector);
    expect(event.exception.values.map(({ type, value }) => [type, value])).toEqual([
      ['RangeError', 'request failed'],
      ['Error', 'request failed'],
    ]);
    expect(Object.keys(event.tags)).toEqual(['request_id']);
    expect(collector.everything()).not.toMatch(/Lisbon/u);
  });

  it('is told of a turn that could not begin', async () => {
    const find = () => Promise.reject(new StoreUnavailable('redis', 'timeout', 'no answer'));
    const collector = await collect(broken({ find }), async (app) => {
      expect((await say(app, { message, session_id: 'abc' })).statusCode).toBe(503);
    });
    const [{ event } = expect.fail()] = envelopesOf(collector);
    expect(event.exception.values).toMatchObject([{ type: 'TurnRefused', value: 'unavailable' }]);
  });

  it('hears nothing of what goes well and of what clients get wrong', async () => {
    const collector = await collect({}, async (app) => {
      expect((await say(app, { message })).statusCode).toBe(200);
      expect((await say(app, {})).statusCode).toBe(400);
      expect((await say(app, { message, session_id: 'unknown' })).statusCode).toBe(404);
      expect((await app.server.inject({ url: '/nowhere' })).statusCode).toBe(404);
    });
    expect(collector.received).toEqual([]);
  });

  it('fails no turn when it is away itself', async () => {
    const gone = await startCollector();
    await gone[Symbol.asyncDispose]();
    const env = { SENTRY_DSN: `${gone.url.replace('://', '://public123@')}/42` };
    await using app = await startContractApp(broken({ save: () => Promise.reject(new Error('x')) }), env);
    const answer = await app.server.inject({ method: 'POST', url: '/chat', payload: { message } });
    expect(answer.json()).toMatchObject({ code: 'internal' });
  });
});

/** A sink at a clock that the test sets. */
function sinkTo(collector: Collector) {
  const clock = { ms: 0 };
  const lost: string[] = [];
  let events = 0;
  const sink: ErrorSink = createErrorSink({
    envelopeUrl: `${collector.url}/api/1/envelope/`,
    publicKey: 'public123',
    version: '1.2.3',
    now: () => Temporal.Instant.fromEpochMilliseconds(clock.ms),
    nowMs: () => clock.ms,
    newEventId: () => String((events += 1)).padStart(32, '0'),
    onLost: (why) => lost.push(why),
  });
  const capture = (error: unknown = new Error('x')) =>
    sink.capture(error, { what: 'turn failed', requestId: 'r' });
  return { sink, clock, lost, capture };
}

describe('an error sink', () => {
  it('tells a few errors a second and leaves the rest out', async () => {
    await using collector = await startCollector();
    const { sink, clock, lost, capture } = sinkTo(collector);
    for (let error = 0; error < 100; error += 1) capture();
    expect(lost).toEqual(Array.from({ length: 95 }, () => 'too many'));
    clock.ms = 400;
    for (let error = 0; error < 100; error += 1) capture();
    await sink[Symbol.asyncDispose]();
    expect(collector.received).toHaveLength(7);
  });

  it('holds a bounded number back while the service is slow', async () => {
    await using collector = await startCollector();
    const { sink, clock, lost, capture } = sinkTo(collector);
    // Nothing is sent before the loop turns, so everything that is captured here waits.
    for (let second = 0; second < 10; second += 1) {
      clock.ms = second * 1000;
      for (let error = 0; error < 5; error += 1) capture();
    }
    await sink[Symbol.asyncDispose]();
    // One is on its way and twenty wait.
    expect(collector.received).toHaveLength(21);
    expect(lost).toHaveLength(29);
  });

  it('tells the same error once', async () => {
    await using collector = await startCollector();
    const { sink, lost, capture } = sinkTo(collector);
    const error = new Error('x');
    capture(error);
    capture(error);
    await sink[Symbol.asyncDispose]();
    expect(collector.received).toHaveLength(1);
    expect(lost).toEqual([]);
  });

  it('keeps still for as long as the service asks for', async () => {
    let status = 429;
    await using collector = await startCollector(() => ({ status, headers: { 'retry-after': '30' } }));
    const { sink, clock, lost, capture } = sinkTo(collector);
    capture();
    await expect.poll(() => lost).toEqual(['not delivered']);
    status = 200;
    clock.ms = 29_000;
    capture();
    expect(lost).toEqual(['not delivered', 'too many']);
    clock.ms = 30_000;
    capture();
    await sink[Symbol.asyncDispose]();
    expect(collector.received).toHaveLength(2);
  });

  it('goes on after an error that could not be delivered', async () => {
    let status = 500;
    await using collector = await startCollector(() => ({ status }));
    const { sink, lost, capture } = sinkTo(collector);
    capture();
    await expect.poll(() => lost).toEqual(['not delivered']);
    status = 200;
    capture();
    await sink[Symbol.asyncDispose]();
    expect(collector.received).toHaveLength(2);
    expect(lost).toEqual(['not delivered']);
  });
});
