import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModeBreaker, type ModeBreakerState } from './mode-breaker.ts';

const restMs = 15_000;

function setUp() {
  let now = 0;
  const changes: ModeBreakerState['state'][] = [];
  const breaker = createModeBreaker({ nowMs: () => now, onChange: (state) => changes.push(state) });
  const record = (ok: boolean, times: number) => {
    for (let nth = 0; nth < times; nth += 1) breaker.record(ok);
  };
  const open = () => record(false, 10);
  const choose = () => breaker.choose().mode;
  /** What is chosen searches so often, each time well, and is over. */
  const search = (times = 1) => {
    using chosen = breaker.choose();
    record(true, times);
    return chosen.mode;
  };
  return { breaker, choose, search, changes, record, open, passMs: (ms: number) => (now += ms) };
}

describe('the mode breaker', () => {
  it('lets async searches run, and one that fails now and then', () => {
    const { breaker, choose, record } = setUp();
    for (let nth = 0; nth < 10; nth += 1) {
      record(false, 9);
      record(true, 20);
    }
    expect([choose(), breaker.state.state]).toEqual(['async', 'closed']);
  });

  it('falls back to sync when half of the last searches failed', () => {
    const { choose, changes, record } = setUp();
    record(true, 10);
    record(false, 9);
    expect(choose()).toBe('async');
    record(false, 1);
    expect(choose()).toBe('sync');
    expect(changes).toEqual(['open']);
  });

  it('rests, then tries one turn at a time, and trusts async again after three good ones', () => {
    const { breaker, choose, changes, open, passMs } = setUp();
    open();
    passMs(restMs - 1);
    expect(choose()).toBe('sync');
    passMs(1);
    for (let nth = 0; nth < 3; nth += 1) {
      using trial = breaker.choose();
      expect([trial.mode, choose()]).toEqual(['async', 'sync']);
      breaker.record(true);
    }
    expect([choose(), choose()]).toEqual(['async', 'async']);
    expect(changes).toEqual(['open', 'half_open', 'closed']);
  });

  it('rests again after a bad trial', () => {
    const { breaker, choose, changes, open, passMs } = setUp();
    open();
    passMs(restMs);
    expect(choose()).toBe('async');
    breaker.record(false);
    expect(choose()).toBe('sync');
    passMs(restMs - 1);
    expect(choose()).toBe('sync');
    passMs(1);
    expect(choose()).toBe('async');
    expect(changes).toEqual(['open', 'half_open', 'open', 'half_open']);
  });

  it('forgets the failures from before it closed', () => {
    const { choose, search, open, record, passMs } = setUp();
    open();
    passMs(restMs);
    for (let trial = 0; trial < 3; trial += 1) search();
    record(false, 9);
    expect(choose()).toBe('async');
  });

  it('tries another turn where a trial is never heard of again', () => {
    const { choose, open, passMs } = setUp();
    open();
    passMs(restMs);
    expect(choose()).toBe('async');
    expect(choose()).toBe('sync');
    passMs(restMs);
    expect([choose(), choose()]).toEqual(['async', 'sync']);
  });

  it('is told nothing by a trial that searches nothing, and gives its place to the next', () => {
    const { breaker, choose, open, passMs } = setUp();
    open();
    passMs(restMs);
    for (let talk = 0; talk < 3; talk += 1) {
      using trial = breaker.choose();
      expect([trial.mode, choose()]).toEqual(['async', 'sync']);
    }
    expect(breaker.state).toMatchObject({ state: 'half_open', good: 0 });
  });

  it('takes a trial of many searches for one, and tries nobody beside it', () => {
    const { breaker, choose, search, open, passMs } = setUp();
    open();
    passMs(restMs);
    {
      using calendar = breaker.choose();
      for (let day = 0; day < 30; day += 1) {
        breaker.record(true);
        expect([calendar.mode, choose()]).toEqual(['async', 'sync']);
      }
    }
    expect(breaker.state).toMatchObject({ state: 'half_open', good: 1 });
    expect([search(30), search(30), breaker.state.state]).toEqual(['async', 'async', 'closed']);
  });

  it('keeps the place of a trial whose search goes on when one before it is over', () => {
    const { breaker, choose, open, passMs } = setUp();
    open();
    passMs(restMs);
    const first = breaker.choose();
    breaker.record(true);
    passMs(restMs);
    expect(choose()).toBe('async');
    first[Symbol.dispose]();
    expect(choose()).toBe('sync');
  });

  it('always finds its way back, whatever happened before', () => {
    const step = fc.oneof(
      fc.constant('choose' as const),
      fc.boolean(),
      fc.integer({ min: 0, max: 2 * restMs }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { breaker, choose, search, passMs } = setUp();
        for (const what of steps) {
          if (what === 'choose') choose();
          else if (typeof what === 'boolean') breaker.record(what);
          else passMs(what);
        }
        passMs(restMs);
        for (let trial = 0; trial < 3 && breaker.state.state !== 'closed'; trial += 1) {
          expect(search()).toBe('async');
        }
        expect(breaker.state.state).toBe('closed');
      }),
    );
  });
});
