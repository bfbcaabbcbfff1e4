import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewOrder, OrderStore } from './orders.ts';

interface Details {
  readonly total: number;
  readonly names: readonly string[];
}

/** What every implementation of the order store must do. */
export function describeOrders(name: string, make: () => Promise<OrderStore<Details>>): void {
  describe(`${name} orders`, () => {
    let store: OrderStore<Details>;
    beforeEach(async () => {
      store = await make();
    });
    afterEach(() => store[Symbol.asyncDispose]());

    const order: NewOrder<Details> = {
      id: 'order-1',
      idempotencyKey: 'key-1',
      bodyHash: 'hash-1',
      sessionId: 'session',
      status: 'pending',
      details: { total: 41_230, names: ['Zoë O’Hara', '王'] },
      at: '2026-03-01T10:00:00.123Z',
    };
    const kept = {
      id: 'order-1',
      sessionId: 'session',
      status: 'pending',
      version: 1,
      details: order.details,
      createdAt: order.at,
      updatedAt: order.at,
    };

    it('keep what was ordered', async () => {
      expect(await store.find('order-1')).toBeUndefined();
      expect(await store.create(order)).toEqual({ kind: 'created', order: kept });
      expect(await store.find('order-1')).toEqual(kept);
    });

    it('answer a repeated request with the order it made, as it is now', async () => {
      await store.create(order);
      await store.update('order-1', 1, { ...order, status: 'ticketed', at: '2026-03-01T11:00:00Z' });
      const again = await store.create({ ...order, id: 'order-2', at: '2026-03-01T12:00:00Z' });
      expect(again).toMatchObject({ kind: 'repeated', order: { id: 'order-1', status: 'ticketed' } });
      expect(await store.find('order-2')).toBeUndefined();
    });

    it('refuse the same key with another body', async () => {
      await store.create(order);
      expect(await store.create({ ...order, id: 'order-2', bodyHash: 'other' })).toEqual({
        kind: 'conflict',
      });
      expect(await store.find('order-2')).toBeUndefined();
      expect(await store.find('order-1')).toEqual(kept);
    });

    it('make one order of many simultaneous requests with one key', async () => {
      const made = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.create({ ...order, id: `order-${n}` })),
      );
      expect(made.filter(({ kind }) => kind === 'created')).toHaveLength(1);
      expect(made.filter(({ kind }) => kind === 'repeated')).toHaveLength(19);
      expect(new Set(made.map((one) => (one.kind === 'conflict' ? '' : one.order.id))).size).toBe(1);
    });

    it('change by compare-and-set', async () => {
      await store.create(order);
      const change = {
        status: 'ticketed',
        details: { total: 1, names: [] },
        at: '2026-03-01T11:00:00Z',
      };
      expect(await store.update('order-1', 1, change)).toBe('saved');
      expect(await store.update('order-1', 1, { ...change, status: 'cancelled' })).toBe('conflict');
      expect(await store.update('unknown', 1, change)).toBe('conflict');
      expect(await store.find('order-1')).toEqual({
        ...kept,
        status: 'ticketed',
        version: 2,
        details: change.details,
        updatedAt: change.at,
      });
    });

    it('let exactly one of many simultaneous changes through', async () => {
      await store.create(order);
      const changes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => store.update('order-1', 1, { ...order, status: `s${n}` })),
      );
      expect(changes.filter((change) => change === 'saved')).toHaveLength(1);
    });

    it('list those of a session, latest first', async () => {
      for (const n of [1, 2, 3])
        await store.create({
          ...order,
          id: `order-${n}`,
          idempotencyKey: `key-${n}`,
          sessionId: n === 2 ? 'other' : 'session',
          at: `2026-03-0${n}T10:00:00Z`,
        });
      expect((await store.listOfSession('session')).map(({ id }) => id)).toEqual(['order-3', 'order-1']);
      expect(await store.listOfSession('nobody')).toEqual([]);
    });
  });
}
