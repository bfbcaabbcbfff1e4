import { describe, expect, it } from 'vitest';
import { untilAborted } from './until-aborted.ts';

const never = new Promise<never>(() => undefined);

describe('work that is waited for until its signal aborts', () => {
  it('comes to what it comes to', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve(7), signal)).resolves.toBe(7);
    await expect(untilAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken');
  });

  it('is given up for the reason of the signal', async () => {
    const leaving = new AbortController();
    const waiting = untilAborted(never, leaving.signal);
    const reason = new Error('gone');
    leaving.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('is not waited for under a signal that is over', async () => {
    const reason = new Error('gone');
    await expect(untilAborted(Promise.resolve(7), AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('may fail later without anybody hearing of it', async () => {
    const leaving = new AbortController();
    const { promise: work, reject: fail } = Promise.withResolvers<never>();
    const waiting = untilAborted(work, leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    fail(new Error('late'));
    await expect(work).rejects.toThrow('late');
  });

  it('may fail without anybody hearing of it where its signal was over before', async () => {
    const unheard: unknown[] = [];
    const listen = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', listen);
    const { promise: work, reject: fail } = Promise.withResolvers<never>();
    await expect(untilAborted(work, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    fail(new Error('late'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listen);
    expect(unheard).toEqual([]);
  });
});
