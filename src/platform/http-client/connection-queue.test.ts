import { describe, expect, it } from 'vitest';
import { createConnectionQueue, type Place, type UnawaitedSince } from './connection-queue.ts';

const never = new AbortController().signal;
const awaited = () => null;
/** For long. */
const unawaited = () => -1000;

function setUp(places: number, overdueMs = 0) {
  const state = { now: 0 };
  const queue = createConnectionQueue({ places, overdueMs, nowMs: () => state.now });
  const order: string[] = [];
  /** Takes a place, at once or later, and leaves it when it has to give way. */
  async function take(name: string, unawaitedSinceMs: UnawaitedSince, signal = never): Promise<Place> {
    const place = await queue.enter(unawaitedSinceMs, signal);
    order.push(name);
    place.giveWay = (error) => {
      order.push(`${name}: ${error.name}`);
      queue.leave(place);
    };
    return place;
  }
  return { queue, order, take, state };
}

describe('a queue for connections', () => {
  it('gives the next place to whom somebody waits for, in the order in which they came', async () => {
    const { queue, order, take } = setUp(1);
    const first = await take('first', awaited);
    const others = [take('late', unawaited), take('one', awaited), take('two', awaited)];
    expect(queue.waiting).toBe(3);
    queue.leave(first);
    for (const next of [others[1], others[2], others[0]]) queue.leave((await next) ?? expect.unreachable());
    expect(order).toEqual(['first', 'one', 'two', 'late']);
    expect(queue.waiting).toBe(0);
  });

  it('ends the oldest call that nobody waits for, where somebody waits for the next one', async () => {
    const { order, take } = setUp(3);
    await take('wanted', awaited);
    await take('old', unawaited);
    await take('older than the next', unawaited);
    await take('next', awaited);
    expect(order).toEqual(['wanted', 'old', 'older than the next', 'old: TimeoutError', 'next']);
  });

  it('lets them be for others that nobody waits for, and while they are not overdue', async () => {
    const young = setUp(1, 60_000);
    await young.take('young', unawaited);
    const leaving = new AbortController();
    const refused = [
      expect(young.take('next', awaited, leaving.signal)).rejects.toMatchObject({ name: 'AbortError' }),
    ];
    const old = setUp(1);
    await old.take('old', unawaited);
    refused.push(
      expect(old.take('as little wanted', unawaited, leaving.signal)).rejects.toMatchObject({
        name: 'AbortError',
      }),
    );
    leaving.abort(new DOMException('the deadline is over', 'TimeoutError'));
    await Promise.all(refused);
    expect([young.order, old.order]).toEqual([['young'], ['old']]);
  });

  it('ends a call for the sake of one that waits already, once nobody waits for it any more', async () => {
    const { order, take, state } = setUp(1);
    let sinceMs: number | null = null;
    await take('hung', () => sinceMs);
    const next = take('next', awaited);
    sinceMs = 0;
    // Its neighbour of the same burst ends as soon, and needs no place any more.
    const neighbour = take('neighbour', () => sinceMs);
    expect(order).toEqual(['hung']);
    state.now = 250;
    const place = await next;
    expect(order).toEqual(['hung', 'hung: TimeoutError', 'next']);
    place.giveWay?.(new Error('enough'));
    await neighbour;
  });

  it('keeps no place for whoever went away', async () => {
    const { queue, take } = setUp(1);
    const first = await take('first', awaited);
    const gone = new AbortController();
    const waiting = expect(take('gone', awaited, gone.signal)).rejects.toThrow();
    gone.abort();
    await waiting;
    queue.leave(first);
    await take('next', awaited);
    expect(queue.waiting).toBe(0);
  });
});
