import type { Selectable } from 'kysely';
import type { OrderRecord, OrderStore } from '../orders.ts';
import type { OrderTable } from './ledger-schema.ts';
import type { Postgres } from './open-postgres.ts';

/** Orders in Postgres. The connections belong to whoever opened them. */
export function createPostgresOrders<Details>({
  postgres,
}: {
  readonly postgres: Postgres;
}): OrderStore<Details> {
  const { run } = postgres;
  return {
    create: ({ id, idempotencyKey, bodyHash, sessionId, status, details, at }) =>
      run(async (database) => {
        const inserted = await database
          .insertInto('orders')
          .values({
            id,
            idempotency_key: idempotencyKey,
            body_hash: bodyHash,
            session_id: sessionId,
            status,
            version: 1,
            details: JSON.stringify(details),
            created_at: at,
            updated_at: at,
          })
          .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
          .returningAll()
          .executeTakeFirst();
        if (inserted) return { kind: 'created', order: parseOrder<Details>(inserted) };
        // A statement of its own: only so does it see the order that another process has just committed.
        const row = await database
          .selectFrom('orders')
          .selectAll()
          .where('idempotency_key', '=', idempotencyKey)
          .executeTakeFirstOrThrow();
        if (row.body_hash !== bodyHash) return { kind: 'conflict' };
        return { kind: 'repeated', order: parseOrder<Details>(row) };
      }),
    find: (id) =>
      run(async (database) => {
        const row = await database.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst();
        return row && parseOrder<Details>(row);
      }),
    listOfSession: (sessionId) =>
      run(async (database) => {
        const rows = await database
          .selectFrom('orders')
          .selectAll()
          .where('session_id', '=', sessionId)
          .orderBy('created_at', 'desc')
          .orderBy('place', 'desc')
          .execute();
        return rows.map((row) => parseOrder<Details>(row));
      }),
    update: (id, basedOn, { status, details, at }) =>
      run(async (database) => {
        const { numUpdatedRows } = await database
          .updateTable('orders')
          .set({ status, details: JSON.stringify(details), updated_at: at, version: basedOn + 1 })
          .where('id', '=', id)
          .where('version', '=', basedOn)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n ? 'saved' : 'conflict';
      }),
    async [Symbol.asyncDispose]() {
      // Nothing of its own to close.
    },
  };
}

function parseOrder<Details>(row: Selectable<OrderTable>): OrderRecord<Details> {
  return {
    id: row.id,
    sessionId: row.session_id,
    status: row.status,
    version: row.version,
    details: JSON.parse(row.details) as Details,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
