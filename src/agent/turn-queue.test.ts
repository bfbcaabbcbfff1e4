import { describe, expect, it } from 'vitest';
import { createTurnQueue } from './turn-queue.ts';

const never = new AbortController().signal;

describe('the turn queue', () => {
  it('lets the turns of one session in one by one, in order', async () => {
    const queue = createTurnQueue();
    const log: string[] = [];
    const turn = async (name: string) => {
      using _place = await queue.enter('s', never);
      log.push(`${name} in`);
      await Promise.resolve();
      await Promise.resolve();
      log.push(`${name} out`);
    };
    await Promise.all([turn('a'), turn('b'), turn('c')]);
    expect(log).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  it('never makes one session wait for another', async () => {
    const queue = createTurnQueue();
    using _held = await queue.enter('slow', never);
    using place = await queue.enter('quick', never);
    expect(place).toBeDefined();
  });

  it('passes a place on when the one who waits goes away', async () => {
    const queue = createTurnQueue();
    const first = await queue.enter('s', never);
    const impatient = new AbortController();
    const second = queue.enter('s', impatient.signal);
    const third = queue.enter('s', never);
    impatient.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    first[Symbol.dispose]();
    using place = await third;
    expect(place).toBeDefined();
  });

  it('does not let the third in before the first is out when the second leaves', async () => {
    const queue = createTurnQueue();
    const first = await queue.enter('s', never);
    const impatient = new AbortController();
    const second = queue.enter('s', impatient.signal);
    let thirdIsIn = false;
    const third = queue.enter('s', never).then((place) => {
      thirdIsIn = true;
      return place;
    });
    impatient.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    expect(thirdIsIn).toBe(false);
    first[Symbol.dispose]();
    (await third)[Symbol.dispose]();
    expect(thirdIsIn).toBe(true);
  });

  it('tells whether a session has turns under way', async () => {
    const queue = createTurnQueue();
    const place = await queue.enter('s', never);
    expect([queue.isBusy('s'), queue.isBusy('other')]).toEqual([true, false]);
    place[Symbol.dispose]();
    await expect.poll(() => queue.isBusy('s')).toBe(false);
  });
});
