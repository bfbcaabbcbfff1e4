import { expect, it } from 'vitest';
import { freePort } from '../../../test/store/free-port.ts';
import { describeWithPostgres } from '../../../test/store/postgres-under-test.ts';
import { describeJournal } from '../journal.contract.ts';
import { describeOrders } from '../orders.contract.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { openPostgres } from './open-postgres.ts';
import { createPostgresJournal } from './postgres-journal.ts';
import { createPostgresOrders } from './postgres-orders.ts';

const settings = { maxConnections: 5, timeoutMs: 20_000 };

const trouble = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreUnavailable ? error.trouble : error),
  );

it('an address where nobody listens is an outage of the calls', async () => {
  await using postgres = await openPostgres({
    ...settings,
    url: `postgres://user:secret@127.0.0.1:${await freePort()}/none`,
  });
  const error: unknown = await postgres.migrate().catch((caught: unknown) => caught);
  expect(error).toMatchObject({ trouble: 'unreachable' });
  expect(String(error)).not.toContain('secret');
});

describeWithPostgres('orders and journal in Postgres', (server) => {
  const open = async (url = server().newDatabase()) => {
    const postgres = await openPostgres({ ...settings, url });
    await postgres.migrate();
    return postgres;
  };

  describeOrders('postgres', async () => {
    const postgres = await open();
    const orders = createPostgresOrders<{ total: number; names: readonly string[] }>({ postgres });
    return { ...orders, [Symbol.asyncDispose]: () => postgres[Symbol.asyncDispose]() };
  });

  describeJournal('postgres', async () => {
    const postgres = await open();
    const journal = createPostgresJournal({ postgres });
    return { ...journal, [Symbol.asyncDispose]: () => postgres[Symbol.asyncDispose]() };
  });

  it('are migrated once by processes that start together', async () => {
    const url = server().newDatabase();
    const done = await Promise.all(
      Array.from({ length: 6 }, async () => {
        await using postgres = await openPostgres({ ...settings, url });
        return await postgres.migrate();
      }),
    );
    expect(done.filter((names) => names.length > 0)).toEqual([['001-orders-and-journal']]);
  });

  it('call a database of a newer version, a missing one and a read-only one by their names', async () => {
    const url = server().newDatabase();
    await using postgres = await open(url);
    const { sql } = await import('kysely');
    await postgres.run((database) =>
      sql`INSERT INTO windrose_migration VALUES ('999-later', 'now')`.execute(database),
    );
    expect(await trouble(postgres.migrate())).toBe('not-openable');
    await using none = await openPostgres({ ...settings, url: `${url}_none` });
    expect(await trouble(none.migrate())).toBe('not-openable');
    await using readOnly = await openPostgres({
      ...settings,
      url: `${url}?options=-c%20default_transaction_read_only%3Don`,
    });
    const orders = createPostgresOrders<null>({ postgres: readOnly });
    expect(await trouble(orders.update('a', 1, { status: 's', details: null, at: 'now' }))).toBe('read-only');
  });

  it('survive a crash of the server, and go on once it is back', async () => {
    await using postgres = await open();
    const orders = createPostgresOrders<string>({ postgres });
    const order = {
      id: 'a',
      idempotencyKey: 'key',
      bodyHash: 'hash',
      sessionId: 'session',
      status: 'pending',
      details: 'two seats',
      at: '2026-03-01T10:00:00Z',
    };
    await orders.create(order);
    await server().kill();
    expect(await trouble(orders.find('a'))).toBe('unreachable');
    await server().restart();
    expect(await orders.create({ ...order, id: 'b' })).toMatchObject({
      kind: 'repeated',
      order: { id: 'a' },
    });
  });
});
