import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Circuit, Verdict } from './breaker.ts';
import { createGuard, GuardError, type GuardPolicy } from './guard.ts';

const never = new AbortController().signal;
const policy: GuardPolicy = {
  retries: 1,
  atOnce: 100,
  queue: 100,
  perSecond: null,
  openAtShare: 0.5,
  windowMs: 10_000,
  leastPerSecond: 0.4,
  restMs: 5000,
  trialMs: 2000,
};

/** A failure that says of itself what may be done next. */
class SourceFailure extends Error {
  readonly traits;
  constructor({ retryable = false, verdict = 'bad' as Verdict, retryAfterMs = null as number | null }) {
    super('the source failed');
    this.traits = { retryable, verdict, retryAfterMs };
  }
}

function setUp(changes: Partial<GuardPolicy> = {}) {
  const circuits: Circuit[] = [];
  const guard = createGuard({
    policy: { ...policy, ...changes },
    traitsOf: (error) =>
      error instanceof SourceFailure
        ? error.traits
        : { retryable: false, verdict: 'bad', retryAfterMs: null },
    onCircuit: (circuit) => circuits.push(circuit),
    nowMs: () => Date.now(),
    delay: (forMs) => new Promise((resolve) => setTimeout(resolve, forMs)),
  });
  return { guard, circuits };
}

/** A call that fails so many times, then answers. */
function failing(times: number, failure: Error = new SourceFailure({})) {
  const startedAtMs: number[] = [];
  const call = async () => {
    startedAtMs.push(Date.now());
    if (startedAtMs.length <= times) throw failure;
    return 'answer';
  };
  return { call, startedAtMs };
}

/** What came of a run, with time passing until it is there. */
async function outcome(run: Promise<unknown>): Promise<unknown> {
  const settled = run.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('retries', () => {
  it('makes a call again where its failure says that is safe', async () => {
    const { call, startedAtMs } = failing(1, new SourceFailure({ retryable: true }));
    expect(await outcome(setUp().guard.run(call, never))).toBe('answer');
    expect(startedAtMs).toHaveLength(2);
  });

  it('makes no call again otherwise', async () => {
    const failure = new SourceFailure({});
    const { call, startedAtMs } = failing(1, failure);
    expect(await outcome(setUp().guard.run(call, never))).toBe(failure);
    expect(startedAtMs).toHaveLength(1);
  });

  it.each([0, 1, 3])('makes at most %i further attempts', async (retries) => {
    const failure = new SourceFailure({ retryable: true });
    const { call, startedAtMs } = failing(100, failure);
    expect(await outcome(setUp({ retries }).guard.run(call, never))).toBe(failure);
    expect(startedAtMs).toHaveLength(1 + retries);
  });

  it('leaves the source alone for as long as it asked, whoever calls', async () => {
    const { guard } = setUp();
    const first = failing(1, new SourceFailure({ retryable: true, retryAfterMs: 3000 }));
    const running = guard.run(first.call, never);
    await vi.advanceTimersByTimeAsync(10);
    const second = failing(0);
    const other = guard.run(second.call, never);
    expect(await outcome(Promise.all([running, other]))).toEqual(['answer', 'answer']);
    expect(first.startedAtMs).toEqual([1_000_000, 1_003_000]);
    expect(second.startedAtMs).toEqual([1_003_000]);
  });

  it('does not wait longer than the caller means to: the failure is the answer', async () => {
    const { guard } = setUp();
    const failure = new SourceFailure({ retryable: true, retryAfterMs: 60_000 });
    const first = failing(1, failure);
    expect(await outcome(guard.run(first.call, never, { mostWaitMs: 5000 }))).toBe(failure);
    expect(first.startedAtMs).toHaveLength(1);
    const second = failing(0);
    expect(await outcome(guard.run(second.call, never, { mostWaitMs: 5000 }))).toMatchObject({
      refusal: 'too_many',
    });
    expect(second.startedAtMs).toEqual([]);
    expect(Date.now()).toBeLessThan(1_060_000);
  });
});

describe('the bulkhead', () => {
  it('lets so many in at once, so many wait, and refuses the others', async () => {
    const { guard } = setUp({ atOnce: 2, queue: 1 });
    const gate = Promise.withResolvers<string>();
    let inside = 0;
    const call = () => {
      inside += 1;
      return gate.promise;
    };
    const runs = [1, 2, 3].map(() => guard.run(call, never));
    await expect(guard.run(call, never)).rejects.toMatchObject({ refusal: 'too_many' });
    expect(inside).toBe(2);
    gate.resolve('answer');
    expect(await Promise.all(runs)).toEqual(['answer', 'answer', 'answer']);
    expect(inside).toBe(3);
  });

  it('asks a source again that wanted to be left alone for a day, and believes its answer', async () => {
    const { guard } = setUp({ retries: 0 });
    const busy = failing(1, new SourceFailure({ verdict: 'none', retryAfterMs: 86_400_000 }));
    const ask = () => outcome(guard.run(busy.call, never, { mostWaitMs: 0 }));
    expect(await ask()).toMatchObject({ message: 'the source failed' });
    vi.setSystemTime(Date.now() + 59_999);
    expect(await ask()).toMatchObject({ refusal: 'too_many' });
    vi.setSystemTime(Date.now() + 1);
    expect([await ask(), await ask()]).toEqual(['answer', 'answer']);
  });

  it('does not hold its own refusals against the source', async () => {
    const { guard, circuits } = setUp({ atOnce: 1, queue: 0 });
    const gate = Promise.withResolvers<string>();
    const running = guard.run(() => gate.promise, never);
    for (let nth = 0; nth < 50; nth += 1)
      await expect(guard.run(() => gate.promise, never)).rejects.toBeInstanceOf(GuardError);
    gate.resolve('answer');
    await running;
    expect(guard.circuit()).toBe('closed');
    expect(circuits).toEqual([]);
  });
});

describe('the breaker', () => {
  async function fail(guard: ReturnType<typeof setUp>['guard'], times: number, failure?: Error) {
    for (let nth = 0; nth < times; nth += 1) {
      vi.setSystemTime(Date.now() + 100);
      await outcome(guard.run(failing(100, failure).call, never));
    }
  }

  it('concludes nothing from few calls, then opens and calls nobody', async () => {
    const { guard, circuits } = setUp();
    await fail(guard, 3);
    expect(guard.circuit()).toBe('closed');
    await fail(guard, 1);
    expect(guard.circuit()).toBe('open');
    expect(circuits).toEqual(['open']);
    const { call, startedAtMs } = failing(0);
    expect(await outcome(guard.run(call, never))).toMatchObject({ refusal: 'circuit_open' });
    expect(startedAtMs).toEqual([]);
  });

  it('tries again after a rest, and closes when that goes well', async () => {
    const { guard, circuits } = setUp();
    await fail(guard, 4);
    vi.setSystemTime(Date.now() + policy.restMs);
    expect(await outcome(guard.run(failing(0).call, never))).toBe('answer');
    expect(guard.circuit()).toBe('closed');
    expect(circuits).toEqual(['open', 'half_open', 'closed']);
  });

  it('opens again when the trial fails', async () => {
    const { guard, circuits } = setUp();
    await fail(guard, 4);
    vi.setSystemTime(Date.now() + policy.restMs);
    await fail(guard, 1);
    expect(guard.circuit()).toBe('open');
    expect(circuits).toEqual(['open', 'half_open', 'open']);
  });

  it('does not count what is not the fault of the source', async () => {
    const { guard } = setUp();
    await fail(guard, 20, new SourceFailure({ verdict: 'none' }));
    expect(guard.circuit()).toBe('closed');
  });

  it('refuses all others at once while a trial runs, and stays open when it is given up', async () => {
    const { guard, circuits } = setUp();
    await fail(guard, 4);
    vi.setSystemTime(Date.now() + policy.restMs);
    const trial = Promise.withResolvers<never>();
    const running = guard.run(() => trial.promise, never);
    const other = failing(0);
    await expect(guard.run(other.call, never)).rejects.toMatchObject({ refusal: 'circuit_open' });
    expect(other.startedAtMs).toEqual([]);
    trial.reject(new SourceFailure({ verdict: 'none' }));
    await expect(running).rejects.toThrow('the source failed');
    expect(circuits).toEqual(['open', 'half_open', 'open']);
    expect(await outcome(guard.run(other.call, never))).toBe('answer');
    expect(guard.circuit()).toBe('closed');
  });

  it('takes its own refusal of a trial for no sign of health', async () => {
    const { guard } = setUp();
    await fail(guard, 4);
    vi.setSystemTime(Date.now() + policy.restMs);
    await fail(guard, 1, new SourceFailure({ verdict: 'none', retryAfterMs: 60_000 }));
    expect(await outcome(guard.run(failing(0).call, never, { mostWaitMs: 1000 }))).toMatchObject({
      refusal: 'too_many',
    });
    expect(guard.circuit()).toBe('open');
  });

  it('counts calls that nobody waits for any more as failed at once, but none that waits for its turn', async () => {
    const { guard } = setUp({ atOnce: 4 });
    const gate = Promise.withResolvers<string>();
    const unawaited: (() => void)[] = [];
    const runs = Array.from({ length: 8 }, () =>
      guard.run(() => gate.promise, never, { onUnawaited: (listener) => unawaited.push(listener) }),
    );
    await vi.advanceTimersByTimeAsync(1);
    for (const goAway of unawaited.slice(4)) goAway();
    expect(guard.circuit()).toBe('closed');
    for (const goAway of unawaited.slice(0, 4)) goAway();
    expect(guard.circuit()).toBe('open');
    gate.resolve('answer');
    await Promise.all(runs);
    expect(guard.circuit()).toBe('closed');
  });

  it('counts a call and its retries once', async () => {
    const { guard } = setUp({ retries: 3 });
    await fail(guard, 3, new SourceFailure({ retryable: true }));
    expect(guard.circuit()).toBe('closed');
  });
});

it('gives up with the caller', async () => {
  const { guard } = setUp();
  const gone = new AbortController();
  const reason = new DOMException('nobody waits', 'AbortError');
  const run = guard.run(
    (signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    gone.signal,
  );
  await vi.advanceTimersByTimeAsync(1);
  gone.abort(reason);
  expect(await outcome(run)).toBe(reason);
});
