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
  return { breaker, changes, record, open, passMs: (ms: number) => (now += ms) };
}

describe('the mode breaker', () => {
  it('lets async turns run, and one that fails now and then', () => {
    const { breaker, record } = setUp();
    for (let nth = 0; nth < 10; nth += 1) {
      record(false, 9);
      record(true, 20);
    }
    expect([breaker.choose(), breaker.state.state]).toEqual(['async', 'closed']);
  });

  it('falls back to sync when half of the last turns failed', () => {
    const { breaker, changes, record } = setUp();
    record(true, 10);
    record(false, 9);
    expect(breaker.choose()).toBe('async');
    record(false, 1);
    expect(breaker.choose()).toBe('sync');
    expect(changes).toEqual(['open']);
  });

  it('rests, then tries one turn at a time, and trusts async again after three good ones', () => {
    const { breaker, changes, open, passMs } = setUp();
    open();
    passMs(restMs - 1);
    expect(breaker.choose()).toBe('sync');
    passMs(1);
    for (let trial = 0; trial < 3; trial += 1) {
      expect([breaker.choose(), breaker.choose()]).toEqual(['async', 'sync']);
      breaker.record(true);
    }
    expect([breaker.choose(), breaker.choose()]).toEqual(['async', 'async']);
    expect(changes).toEqual(['open', 'half_open', 'closed']);
  });

  it('rests again after a bad trial', () => {
    const { breaker, changes, open, passMs } = setUp();
    open();
    passMs(restMs);
    expect(breaker.choose()).toBe('async');
    breaker.record(false);
    expect(breaker.choose()).toBe('sync');
    passMs(restMs - 1);
    expect(breaker.choose()).toBe('sync');
    passMs(1);
    expect(breaker.choose()).toBe('async');
    expect(changes).toEqual(['open', 'half_open', 'open', 'half_open']);
  });

  it('forgets the failures from before it closed', () => {
    const { breaker, open, record, passMs } = setUp();
    open();
    passMs(restMs);
    for (let trial = 0; trial < 3; trial += 1) {
      breaker.choose();
      breaker.record(true);
    }
    record(false, 9);
    expect(breaker.choose()).toBe('async');
  });

  it('tries another turn where a trial is never heard of again', () => {
    const { breaker, open, passMs } = setUp();
    open();
    passMs(restMs);
    expect(breaker.choose()).toBe('async');
    expect(breaker.choose()).toBe('sync');
    passMs(restMs);
    expect([breaker.choose(), breaker.choose()]).toEqual(['async', 'sync']);
  });

  it('always finds its way back, whatever happened before', () => {
    const step = fc.oneof(
      fc.constant('choose' as const),
      fc.boolean(),
      fc.integer({ min: 0, max: 2 * restMs }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { breaker, passMs } = setUp();
        for (const what of steps) {
          if (what === 'choose') breaker.choose();
          else if (typeof what === 'boolean') breaker.record(what);
          else passMs(what);
        }
        passMs(restMs);
        for (let trial = 0; trial < 3 && breaker.state.state !== 'closed'; trial += 1) {
          expect(breaker.choose()).toBe('async');
          breaker.record(true);
        }
        expect(breaker.state.state).toBe('closed');
      }),
    );
  });
});
