import { describe, expect, it } from 'vitest';
import { startFlight, type Flight } from './flight.ts';
import { ProviderError } from './provider.ts';
import { sampleOffer, sampleRequest } from './samples.ts';
import { scriptedSource } from './scripted-source.ts';

/** Longer than any test; what ends a flight here is never this. */
const longMs = 60_000;

function setUp(deadlineMs = longMs) {
  const source = scriptedSource('one');
  const ended: Flight[] = [];
  let now = 1000;
  const flight = startFlight({
    source,
    request: sampleRequest(),
    leave: { take: () => true, giveBack: () => undefined },
    budgetMs: 5000,
    deadlineMs,
    nowMs: () => now,
    onEnd: (flown) => ended.push(flown),
  });
  const [call] = source.calls;
  if (!call) throw new Error('the source was not asked');
  const end = () =>
    new Promise<void>((resolve) => {
      flight.watch(() => {
        if (flight.status !== null) resolve();
      });
    });
  return { flight, call, ended, end, passMs: (ms: number) => (now += ms) };
}

describe('a flight', () => {
  it('asks at once, hands over offers as they come, and tells how long it took', async () => {
    const { flight, call, ended, end, passMs } = setUp();
    const seen: number[] = [];
    flight.watch(() => seen.push(flight.offers.length));
    passMs(10);
    call.batch(sampleOffer('one:a'));
    passMs(10);
    call.batch(sampleOffer('one:b'), sampleOffer('one:a'));
    passMs(10);
    expect(flight.status).toBeNull();
    const over = end();
    call.end();
    await over;
    passMs(100);
    expect(seen).toEqual([1, 2, 2]);
    expect(flight.offers.map(({ id }) => id)).toEqual(['one:a', 'one:b']);
    expect([flight.status, flight.elapsedMs]).toEqual(['ok', 30]);
    expect(ended).toEqual([flight]);
  });

  it('tells the source since when nobody waits for it, until somebody does again', () => {
    const { flight, call, passMs } = setUp();
    const since: (number | null | undefined)[] = [];
    const look = () => since.push(call.run.unawaitedSinceMs?.());
    look();
    const watches = [flight.watch(() => undefined), flight.watch(() => undefined)];
    watches[0]?.keep();
    look();
    const leftAtMs = passMs(10);
    watches[1]?.keep();
    passMs(10);
    look();
    flight.watch(() => undefined);
    look();
    expect(since).toEqual([null, null, leftAtMs, null]);
  });

  it.each([['keep'], ['leave']] as const)('tells the source once that nobody waits, on %s', (go) => {
    const { flight, call } = setUp();
    let told = 0;
    call.run.onUnawaited?.(() => (told += 1));
    const watches = [flight.watch(() => undefined), flight.watch(() => undefined)];
    watches[0]?.keep();
    expect(told).toBe(0);
    watches[1]?.[go]();
    expect(told).toBe(1);
    flight.watch(() => undefined).keep();
    expect(told).toBe(1);
  });

  it('does not tell the source so that it is given up, nor that it has ended', async () => {
    const givenUp = setUp();
    const ending = setUp();
    let told = 0;
    for (const { call } of [givenUp, ending]) call.run.onUnawaited?.(() => (told += 1));
    givenUp.flight.watch(() => undefined).leave();
    const watch = ending.flight.watch(() => undefined);
    const over = ending.end();
    ending.call.end();
    await over;
    watch.keep();
    expect(told).toBe(0);
  });

  it('says no_offers only of a source that ended well and empty', async () => {
    const { flight, call, end } = setUp();
    const over = end();
    call.end();
    await over;
    expect(flight.status).toBe('no_offers');
  });

  it('does not say no_offers of a source whose every offer was malformed', async () => {
    const { flight, call, end } = setUp();
    const over = end();
    call.run.onDropped('no segments');
    call.run.onDropped('no price');
    call.end();
    await over;
    expect([flight.status, flight.dropped]).toEqual(['error', 2]);
  });

  it.each([
    [new ProviderError('unauthorized', 'bad key'), 'unauthorized'],
    [new ProviderError('rate_limited', 'too many'), 'rate_limited'],
    [new ProviderError('circuit_open', 'open'), 'circuit_open'],
    [new DOMException('too slow', 'TimeoutError'), 'timeout'],
    [new TypeError('a bug'), 'error'],
  ])('reports %s as %s', async (failure, status) => {
    const { flight, call, end } = setUp();
    const over = end();
    call.fail(failure);
    await over;
    expect(flight.status).toBe(status);
  });

  it('keeps what came before a failure without calling it a whole answer', async () => {
    const { flight, call, end } = setUp();
    const over = end();
    call.batch(sampleOffer('one:a'));
    call.fail(new ProviderError('error', 'half way'));
    await over;
    expect([flight.status, flight.offers.length]).toEqual(['error', 1]);
  });

  it('ends at its deadline, even for a source that ignores its signal, and hears nothing after', async () => {
    const { flight, call, ended, end } = setUp(1);
    await end();
    expect(flight.status).toBe('timeout');
    call.batch(sampleOffer('one:late'));
    expect(flight.offers).toEqual([]);
    expect(call.run.signal.aborted).toBe(true);
    expect(ended).toHaveLength(1);
    expect(flight.abandoned).toBe(false);
  });
});

describe('those who watch a flight', () => {
  it('cancel it when the last of them leaves', () => {
    const { flight, call } = setUp();
    const [first, second] = [flight.watch(() => undefined), flight.watch(() => undefined)];
    first.leave();
    first.leave();
    expect(call.run.signal.aborted).toBe(false);
    second.leave();
    expect(call.run.signal.aborted).toBe(true);
    expect(flight.abandoned).toBe(true);
  });

  it('let it go on when one of them means to come back', () => {
    const { flight, call } = setUp();
    const [first, second] = [flight.watch(() => undefined), flight.watch(() => undefined)];
    first.keep();
    second.leave();
    flight.watch(() => undefined).leave();
    expect(call.run.signal.aborted).toBe(false);
  });

  it('cancel nothing that has ended', async () => {
    const { flight, call, end } = setUp();
    const watch = flight.watch(() => undefined);
    const over = end();
    call.end();
    await over;
    watch.leave();
    expect(call.run.signal.aborted).toBe(false);
  });
});
