import { describe, expect, it } from 'vitest';
import type { Offer } from '../domain/offer.ts';
import { createManualClock } from '../resilience/manual-clock.ts';
import type { TakeStart } from '../resilience/shared-rate-limiter.ts';
import { BudgetSpent } from './paid-budget.ts';
import { ProviderError, type Provider, type ProviderContext } from './provider.ts';
import { sampleOffer, sampleRequest } from './samples.ts';
import { guardedSource, plainSource, usualPolicy, type Source, type SourceRun } from './source.ts';

const never = new AbortController().signal;

/** A provider that does what the next step says: hands over offers, then throws where there is something to throw. */
function setUp(
  steps: readonly { readonly offers?: readonly Offer[]; readonly failure?: Error }[],
  policy = {},
  takeStart?: TakeStart,
) {
  const clock = createManualClock();
  const contexts: ProviderContext[] = [];
  const provider: Provider = {
    id: 'one',
    capabilities: { roundTrip: true, multiCity: true, cabins: [], booking: 'none', calendar: false },
    async *search(_request, context) {
      const step = steps[contexts.length];
      contexts.push(context);
      if (step?.offers) yield step.offers;
      if (step?.failure) throw step.failure;
    },
    async check(offer) {
      const step = steps[contexts.length];
      contexts.push({ signal: never } as ProviderContext);
      if (step?.failure) throw step.failure;
      return { status: 'confirmed', offer };
    },
  };
  const parts = {
    provider,
    paid: true,
    httpFor: () => () => Promise.reject(new Error('no network')),
    read: () => Promise.reject(new Error('no answer')),
    areNear: () => false,
    now: () => Temporal.Instant.from('2027-01-01T12:00:00Z'),
  };
  const circuits: string[] = [];
  const guarded = guardedSource({
    ...parts,
    ...clock,
    policy: { ...usualPolicy, ...policy },
    takeStart,
    onCircuit: (id, circuit) => circuits.push(`${id} ${circuit}`),
  });
  const batches: string[][] = [];
  const dropped: string[] = [];
  const run = (source = guarded, budgetMs = 5000, signal = never) =>
    source.run(sampleRequest(), {
      signal,
      budgetMs,
      onBatch: (offers) => batches.push(offers.map(({ id }) => id)),
      onDropped: (reason) => dropped.push(reason),
    });
  return { dropped, clock, contexts, circuits, guarded, plain: plainSource(parts), batches, run };
}

/** A source whose answers lie with a reader that never says a word, one search at a time. */
function setUpUnread(places = 1) {
  const clock = createManualClock();
  const provider: Provider = {
    id: 'one',
    capabilities: { roundTrip: true, multiCity: true, cabins: [], booking: 'none', calendar: false },
    async *search(_request, context) {
      await context.read({ format: 'amadeus', body: new Uint8Array(), provider: 'one', observedAt: '' });
      yield [];
    },
  };
  const source = guardedSource({
    provider,
    paid: true,
    httpFor: () => () => Promise.reject(new Error('no network')),
    read: () => new Promise(() => undefined),
    areNear: () => false,
    now: () => Temporal.Instant.from('2027-01-01T12:00:00Z'),
    ...clock,
    policy: { ...usualPolicy, retries: 0, atOnce: places, queue: 0 },
    onCircuit: () => undefined,
  });
  const run = (signal: AbortSignal, onUnawaited?: SourceRun['onUnawaited']) =>
    source.run(sampleRequest(), {
      signal,
      ...(onUnawaited && { onUnawaited }),
      budgetMs: 5000,
      onBatch: () => undefined,
      onDropped: () => undefined,
    });
  return { run, source };
}

const outage = () => new ProviderError('error', 'broken', { retryable: true });
const brokenConnection = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });

describe('what a source answers', () => {
  it('is left out and counted where something else was asked, guarded or plain', async () => {
    const fits = sampleOffer('one:fits');
    const [leg] = fits.legs;
    const strange = sampleOffer('one:strange', { legs: [leg, leg] });
    const { run, plain, batches, dropped } = setUp([{ offers: [strange, fits] }, { offers: [strange] }]);
    await run();
    await run(plain);
    expect(batches).toEqual([['one:fits']]);
    expect(dropped).toEqual(['other legs', 'other legs']);
  });
});

describe('the leave for a call that costs', () => {
  const runWith = (source: Source, mayStart: () => boolean, onNotStarted?: () => void) =>
    source.run(sampleRequest(), {
      signal: never,
      budgetMs: 5000,
      mayStart,
      ...(onNotStarted && { onNotStarted }),
      onBatch: () => undefined,
      onDropped: () => undefined,
    });

  it('is given back where the call is not made', async () => {
    const failures = Array.from({ length: 20 }, () => ({ failure: new ProviderError('error', 'broken') }));
    const { guarded, contexts } = setUp(failures, { retries: 0 });
    let notStarted = 0;
    for (let call = 0; call < 20; call += 1)
      await expect(
        runWith(
          guarded,
          () => true,
          () => (notStarted += 1),
        ),
      ).rejects.toThrow(ProviderError);
    expect(guarded.circuit()).toBe('open');
    expect(contexts.length).toBeLessThan(20);
    expect(notStarted).toBe(20 - contexts.length);
  });

  it('may be refused, which says nothing about the source', async () => {
    const { guarded, plain, contexts } = setUp([]);
    for (let call = 0; call < 20; call += 1)
      await expect(runWith(guarded, () => false)).rejects.toThrow(BudgetSpent);
    await expect(runWith(plain, () => false)).rejects.toThrow(BudgetSpent);
    expect(contexts).toEqual([]);
    expect(guarded.circuit()).toBe('closed');
  });

  it('takes none of the starts a second from others where it is refused, and is refused at once', async () => {
    const { guarded, contexts } = setUp([{}], { perSecond: 1 });
    await Promise.all(
      Array.from({ length: 5 }, () => expect(runWith(guarded, () => false)).rejects.toThrow(BudgetSpent)),
    );
    await runWith(guarded, () => true);
    expect(contexts).toHaveLength(1);
  });

  it('takes not the only start a minute after a long pause where it is refused', async () => {
    const busy = new ProviderError('rate_limited', 'too many', { blame: 'nobody', retryAfterMs: 3_600_000 });
    const { guarded, contexts, clock } = setUp([{ failure: busy }, {}]);
    await expect(runWith(guarded, () => true)).rejects.toBe(busy);
    await clock.pass(60_000);
    await expect(runWith(guarded, () => false)).rejects.toThrow(BudgetSpent);
    await runWith(guarded, () => true);
    expect(contexts).toHaveLength(2);
  });
});

describe('a guarded source', () => {
  it.each([
    ['an outage', outage()],
    ['a connection that broke', brokenConnection()],
  ])('is asked again after %s', async (_name, failure) => {
    const { run, contexts, batches } = setUp([{ failure }, { offers: [sampleOffer('one:a')] }]);
    await run();
    expect(contexts).toHaveLength(2);
    expect(batches).toEqual([['one:a']]);
  });

  it.each([
    ['a wrong key', new ProviderError('unauthorized', 'bad key')],
    ['a bug of ours', new TypeError('a bug')],
    ['a timeout', new DOMException('too slow', 'TimeoutError')],
  ])('is not asked again after %s', async (_name, failure) => {
    const { run, contexts } = setUp([{ failure }]);
    await expect(run()).rejects.toBe(failure);
    expect(contexts).toHaveLength(1);
  });

  it.each([
    ['an outage', outage()],
    ['a connection that broke', brokenConnection()],
  ])('is never asked again once it has handed over offers, even after %s', async (_name, failure) => {
    const { run, contexts, batches } = setUp([{ offers: [sampleOffer('one:a')], failure }]);
    await expect(run()).rejects.toMatchObject({ reason: 'error', retryable: false, cause: failure });
    expect(contexts).toHaveLength(1);
    expect(batches).toEqual([['one:a']]);
  });

  it('says rate_limited at once where it asks for more time than the caller has', async () => {
    const limited = new ProviderError('rate_limited', 'too many', {
      retryable: true,
      blame: 'nobody',
      retryAfterMs: 60_000,
    });
    const { run, contexts, clock } = setUp([{ failure: limited }, {}]);
    await expect(run()).rejects.toMatchObject({ reason: 'rate_limited' });
    await expect(run()).rejects.toMatchObject({ reason: 'rate_limited' });
    expect(contexts).toHaveLength(1);
    await clock.pass(60_000);
    await run();
    expect(contexts).toHaveLength(2);
  });

  it('says circuit_open once it has failed too often, and shows it', async () => {
    const failures = Array.from({ length: 10 }, () => ({ failure: new ProviderError('error', 'broken') }));
    const { run, contexts, circuits, guarded } = setUp(failures);
    for (let nth = 0; nth < 6; nth += 1) await expect(run()).rejects.toMatchObject({ reason: 'error' });
    await expect(run()).rejects.toMatchObject({ reason: 'circuit_open' });
    expect(contexts).toHaveLength(6);
    expect([circuits, guarded.circuit()]).toEqual([['one open'], 'open']);
  });

  it.each([
    ['callers who go away', new DOMException('nobody waits', 'AbortError')],
    ['timers that end with their callers', Object.assign(new Error('aborted'), { name: 'AbortError' })],
    ['our own wrong key', new ProviderError('unauthorized', 'bad key', { blame: 'ours' })],
    ['limits', new ProviderError('rate_limited', 'too many', { blame: 'nobody' })],
  ])('does not open its circuit because of %s', async (_name, failure) => {
    const { run, guarded } = setUp(Array.from({ length: 20 }, () => ({ failure })));
    for (let nth = 0; nth < 20; nth += 1) await expect(run()).rejects.toBe(failure);
    expect(guarded.circuit()).toBe('closed');
  });

  it('says rate_limited at once where all processes together leave it no start in time', async () => {
    const waits = [3000, 2000];
    const { run, contexts, clock, guarded } = setUp(
      Array.from({ length: 20 }, () => ({ offers: [sampleOffer('one:a')] })),
      {},
      async () => {
        const retryAfterMs = waits.shift() ?? 0;
        return { allowed: retryAfterMs === 0, retryAfterMs };
      },
    );
    await expect(run()).rejects.toMatchObject({ reason: 'rate_limited' });
    expect(contexts).toHaveLength(0);
    const patient = run();
    await clock.pass(2000);
    await patient;
    expect(contexts).toHaveLength(1);
    expect(guarded.circuit()).toBe('closed');
  });

  it('is not held to have failed when travellers leave before all processes together let them start', async () => {
    const { run, contexts, guarded, circuits } = setUp([], {}, async () => ({
      allowed: false,
      retryAfterMs: 1000,
    }));
    for (let nth = 0; nth < 20; nth += 1) {
      const leaving = new AbortController();
      const waiting = run(guarded, 5000, leaving.signal);
      await new Promise((resolve) => setImmediate(resolve));
      const reason = new DOMException('nobody waits', 'AbortError');
      leaving.abort(reason);
      await expect(waiting).rejects.toBe(reason);
    }
    expect(contexts).toEqual([]);
    expect([circuits, guarded.circuit()]).toEqual([[], 'closed']);
  });

  it('checks an offer again after an outage', async () => {
    const { guarded, contexts } = setUp([{ failure: outage() }, {}]);
    const offer = sampleOffer('one:a');
    expect(await guarded.check(offer, never, 5000)).toEqual({ status: 'confirmed', offer });
    expect(contexts).toHaveLength(2);
  });

  it('says rate_limited of an offer at once, too', async () => {
    const failure = new ProviderError('rate_limited', 'too many', { blame: 'nobody', retryAfterMs: 60_000 });
    const { guarded, contexts } = setUp([{ failure }]);
    const offer = sampleOffer('one:a');
    await expect(guarded.check(offer, never, 5000)).rejects.toBe(failure);
    await expect(guarded.check(offer, never, 5000)).rejects.toMatchObject({ reason: 'rate_limited' });
    expect(contexts).toHaveLength(1);
  });
});

describe('a plain source', () => {
  it('tells its provider whether somebody waits', async () => {
    const { plain, contexts } = setUp([{}]);
    let sinceMs: number | null = null;
    await plain.run(sampleRequest(), {
      signal: never,
      budgetMs: 5000,
      unawaitedSinceMs: () => sinceMs,
      onBatch: () => undefined,
      onDropped: () => undefined,
    });
    expect(contexts[0]?.isAwaited?.()).toBe(true);
    sinceMs = 1000;
    expect(contexts[0]?.isAwaited?.()).toBe(false);
  });

  it('is asked once, whatever happens, and told how long the caller waits', async () => {
    const failure = outage();
    const { run, plain, contexts } = setUp([{ failure }]);
    await expect(run(plain)).rejects.toBe(failure);
    expect(contexts).toHaveLength(1);
    expect(contexts[0]?.budgetMs).toBe(5000);
    expect(plain.circuit()).toBe('closed');
  });
});

describe('an answer that nobody reads', () => {
  it('is waited for as long as its search, and leaves its place to the next', async () => {
    const { run } = setUpUnread();
    const leaving = new AbortController();
    const first = run(leaving.signal);
    await expect(run(never)).rejects.toMatchObject({ reason: 'rate_limited' });
    const reason = new DOMException('the deadline is over', 'TimeoutError');
    leaving.abort(reason);
    await expect(first).rejects.toBe(reason);
    const again = new AbortController();
    const next = run(again.signal);
    again.abort(reason);
    await expect(next).rejects.toBe(reason);
  });

  it('opens the circuit once turns have gone on without it, though it may still come', async () => {
    const { run, source } = setUpUnread(10);
    const leaving = new AbortController();
    const unawaited: (() => void)[] = [];
    const runs = Array.from({ length: 6 }, () => run(leaving.signal, (listener) => unawaited.push(listener)));
    await new Promise((resolve) => setImmediate(resolve));
    expect(source.circuit()).toBe('closed');
    for (const goOn of unawaited) goOn();
    expect(source.circuit()).toBe('open');
    leaving.abort(new DOMException('the deadline is over', 'TimeoutError'));
    await Promise.allSettled(runs);
  });
});
