import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBreaker, type Circuit, type Passage, type Verdict } from './breaker.ts';

const times = { windowMs: 10_000, restMs: 5000, trialMs: 2000 };

function setUp() {
  let now = 1_000_000;
  const circuits: Circuit[] = [];
  const breaker = createBreaker({
    ...times,
    openAtShare: 0.5,
    leastPerSecond: 0.4,
    nowMs: () => now,
    onCircuit: (circuit) => circuits.push(circuit),
  });
  const end = (verdict: Verdict, count = 1) => {
    for (let nth = 0; nth < count; nth += 1) breaker.enter()?.end(verdict);
  };
  const passMs = (ms: number) => (now += ms);
  /** Opens the circuit and begins its trial after the rest. */
  const startTrial = (): Passage => {
    end('bad', 4);
    passMs(times.restMs);
    const trial = breaker.enter();
    if (!trial) throw new Error('the circuit rests');
    return trial;
  };
  return { breaker, circuits, end, passMs, startTrial };
}

describe('a breaker', () => {
  it('opens when more than its share of the calls of the window failed, and not before there were enough', () => {
    const { breaker, end, circuits } = setUp();
    end('bad', 3);
    expect(breaker.circuit()).toBe('closed');
    end('good', 3);
    end('bad');
    expect(circuits).toEqual(['open']);
    expect(breaker.enter()).toBeUndefined();
  });

  it('forgets what is older than its window', () => {
    const { breaker, end, passMs } = setUp();
    end('bad', 3);
    passMs(times.windowMs);
    end('bad', 3);
    expect(breaker.circuit()).toBe('closed');
  });

  it('counts a call that is overdue as failed at once, and once', () => {
    const { breaker, end, passMs, circuits } = setUp();
    const hung = [1, 2, 3].map(() => breaker.enter());
    passMs(1000);
    for (const call of hung) call?.overdue();
    for (const call of hung) call?.overdue();
    for (const call of hung) call?.end('bad');
    expect(circuits).toEqual([]);
    end('bad');
    expect(circuits).toEqual(['open']);
  });

  it.each<[Verdict, number]>([
    ['good', 3],
    ['none', 3],
    ['bad', 0],
  ])('takes that back where it still ends %s', (verdict, more) => {
    const { breaker, end, circuits } = setUp();
    const slow = [1, 2, 3].map(() => breaker.enter());
    for (const call of slow) call?.overdue();
    for (const call of slow) call?.end(verdict);
    end('bad', more);
    expect(circuits).toEqual([]);
    end('bad');
    expect(circuits).toEqual(['open']);
  });

  it('closes again, without a trial, where the calls that opened it were only slow', () => {
    const { breaker, circuits, end } = setUp();
    const slow = [1, 2, 3, 4].map(() => breaker.enter());
    for (const call of slow) call?.overdue();
    expect(breaker.circuit()).toBe('open');
    for (const call of slow) call?.end('good');
    end('bad', 3);
    expect(circuits).toEqual(['open', 'closed']);
  });

  it('opens for a source that mostly hangs, whatever ends well meanwhile', () => {
    const { breaker, passMs } = setUp();
    const running: { readonly dueAt: number; readonly passage: Passage | undefined }[] = [];
    let second = 0;
    for (; second < 60 && breaker.circuit() === 'closed'; second += 1) {
      for (const { dueAt, passage } of running) {
        if (dueAt === second) passage?.overdue();
        if (dueAt + 22 === second) passage?.end('bad');
      }
      const passage = breaker.enter();
      if (second % 5 === 0) passage?.end('good');
      else running.push({ dueAt: second + 8, passage });
      passMs(1000);
    }
    expect(breaker.circuit()).toBe('open');
    expect(second).toBeLessThan(22);
  });

  it.each([['most of the calls'], ['a trial']])(
    'does not open for a burst that hung where %s after it ended well',
    (by) => {
      const { breaker, end, passMs, startTrial, circuits } = setUp();
      const hung = Array.from({ length: 50 }, () => breaker.enter());
      passMs(1000);
      if (by === 'a trial') startTrial().end('good');
      else end('good', 4);
      const before = circuits.length;
      passMs(1000);
      for (const call of hung) call?.overdue();
      passMs(1000);
      for (const call of hung) call?.end('bad');
      expect(circuits).toHaveLength(before);
      expect(breaker.circuit()).toBe('closed');
    },
  );

  it('opens for a burst that hung where most calls after it have not ended well either', () => {
    const { breaker, end, passMs } = setUp();
    const hung = Array.from({ length: 50 }, () => breaker.enter());
    end('good');
    breaker.enter();
    breaker.enter();
    passMs(1000);
    for (const call of hung) call?.overdue();
    expect(breaker.circuit()).toBe('open');
  });

  it('learns nothing from calls that say nothing', () => {
    const { breaker, end } = setUp();
    end('none', 100);
    end('bad', 3);
    expect(breaker.circuit()).toBe('closed');
    end('none', 100);
    end('bad');
    expect(breaker.circuit()).toBe('open');
  });

  it('does not take the end of a call from before it opened for that of its trial', () => {
    const { breaker, circuits, startTrial } = setUp();
    const early = breaker.enter();
    startTrial();
    early?.end('good');
    expect(circuits).toEqual(['open', 'half_open']);
  });

  it('closes after a good trial, and has forgotten the failures', () => {
    const { breaker, end, startTrial } = setUp();
    startTrial().end('good');
    expect(breaker.circuit()).toBe('closed');
    end('bad', 3);
    expect(breaker.circuit()).toBe('closed');
  });

  it('rests again after a bad trial', () => {
    const { breaker, startTrial, passMs } = setUp();
    startTrial().end('bad');
    passMs(times.restMs - 1);
    expect(breaker.enter()).toBeUndefined();
    passMs(1);
    expect(breaker.enter()).toBeDefined();
  });

  it('stays open after a trial that says nothing, and the next call is the next trial', () => {
    const { breaker, circuits, startTrial } = setUp();
    startTrial().end('none');
    expect(circuits).toEqual(['open', 'half_open', 'open']);
    expect([breaker.enter(), breaker.enter()]).toEqual([expect.anything(), undefined]);
  });

  it('takes an overdue trial for a bad one, and still believes it when it ends well', () => {
    const { breaker, startTrial, passMs, circuits } = setUp();
    const trial = startTrial();
    passMs(100);
    trial.overdue();
    expect(circuits).toEqual(['open', 'half_open', 'open']);
    passMs(times.restMs - 1);
    expect(breaker.enter()).toBeUndefined();
    trial.end('good');
    expect(breaker.circuit()).toBe('closed');
  });

  it('takes a trial that does not end for a bad one, and still believes it when it ends well', () => {
    const { breaker, startTrial, passMs } = setUp();
    const trial = startTrial();
    passMs(times.trialMs - 1);
    expect([breaker.enter(), breaker.circuit()]).toEqual([undefined, 'half_open']);
    passMs(1);
    expect([breaker.enter(), breaker.circuit()]).toEqual([undefined, 'open']);
    trial.end('good');
    expect(breaker.circuit()).toBe('closed');
  });

  it('lets one trial through at a time, and always finds its way back', () => {
    const step = fc.oneof(
      fc.constant('enter' as const),
      fc.constantFrom<('overdue' | Verdict)[]>('overdue', 'good', 'bad', 'none'),
      fc.integer({ min: 0, max: 2 * times.restMs }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (taken) => {
        const { breaker, passMs } = setUp();
        const running: Passage[] = [];
        for (const what of taken) {
          if (typeof what === 'number') passMs(what);
          else if (what === 'overdue') running[0]?.overdue();
          else if (what !== 'enter') running.shift()?.end(what);
          else {
            const passage = breaker.enter();
            if (passage) running.push(passage);
            if (breaker.circuit() !== 'closed') expect(breaker.enter()).toBeUndefined();
          }
        }
        passMs(times.trialMs);
        breaker.enter()?.end('good');
        passMs(times.restMs);
        breaker.enter()?.end('good');
        expect(breaker.circuit()).toBe('closed');
      }),
    );
  });
});
