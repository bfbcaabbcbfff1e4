import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProbedSessions } from './sessions.ts';

interface State {
  readonly text: string;
}

export interface SessionsUnderTest {
  readonly store: ProbedSessions<State>;
  /** Lets so much time pass for the store. */
  readonly pass: (milliseconds: number) => void | Promise<void>;
  readonly idleMs: number;
  readonly most: number;
}

/** What every implementation of the session store must do. */
export function describeSessions(name: string, make: () => Promise<SessionsUnderTest>): void {
  describe(`${name} sessions`, () => {
    let under: SessionsUnderTest;
    beforeEach(async () => {
      under = await make();
    });
    afterEach(async () => {
      await under.store[Symbol.asyncDispose]();
    });

    it('know nothing of an id nobody saved', async () => {
      expect(await under.store.find('none')).toBeUndefined();
    });

    it('give back what was saved, with its version', async () => {
      expect(await under.store.save('a', 0, { text: 'one' })).toBe('saved');
      expect(await under.store.find('a')).toEqual({ id: 'a', version: 1, state: { text: 'one' } });
      expect(await under.store.save('a', 1, { text: 'two' })).toBe('saved');
      expect(await under.store.find('a')).toEqual({ id: 'a', version: 2, state: { text: 'two' } });
    });

    it('refuse a save that is based on an older version', async () => {
      await under.store.save('a', 0, { text: 'one' });
      expect(await under.store.save('a', 0, { text: 'late' })).toBe('conflict');
      expect(await under.store.save('a', 5, { text: 'early' })).toBe('conflict');
      expect((await under.store.find('a'))?.state.text).toBe('one');
    });

    it('let exactly one of many simultaneous saves through', async () => {
      const saves = await Promise.all(
        Array.from({ length: 10 }, (_, n) => under.store.save('a', 0, { text: String(n) })),
      );
      expect(saves.filter((save) => save === 'saved')).toHaveLength(1);
    });

    it('forget on demand, once', async () => {
      await under.store.save('a', 0, { text: 'one' });
      expect(await under.store.delete('a')).toBe(true);
      expect(await under.store.delete('a')).toBe(false);
      expect(await under.store.find('a')).toBeUndefined();
    });

    it('end after being idle, and live on while they are used', async () => {
      await under.store.save('used', 0, { text: 'one' });
      await under.store.save('idle', 0, { text: 'two' });
      await under.pass(under.idleMs * 0.6);
      expect(await under.store.find('used')).toBeDefined();
      await under.pass(under.idleMs * 0.6);
      expect(await under.store.find('used')).toBeDefined();
      expect(await under.store.find('idle')).toBeUndefined();
    });

    it('can be asked whether they would keep one, which changes none', async () => {
      await under.store.save('a', 0, { text: 'one' });
      for (let n = 0; n <= under.most; n += 1) await under.store.probe();
      expect(await under.store.find('a')).toEqual({ id: 'a', version: 1, state: { text: 'one' } });
    });

    it('stay within their number, oldest out first', async () => {
      for (let n = 0; n <= under.most; n += 1) await under.store.save(`s${n}`, 0, { text: String(n) });
      expect(await under.store.find('s0')).toBeUndefined();
      expect(await under.store.find(`s${under.most}`)).toBeDefined();
    });
  });
}
