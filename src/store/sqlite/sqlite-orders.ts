import type { SQLOutputValue } from 'node:sqlite';
import type { OrderRecord, OrderStore } from '../orders.ts';
import { ledgerMigrations } from './ledger-migrations.ts';
import { openSqlite } from './open-sqlite.ts';

/** Orders in a file. A commit waits for the disk: an order outlives a power cut. */
export async function createSqliteOrders<Details>({
  dataDir,
}: {
  readonly dataDir: string;
}): Promise<OrderStore<Details>> {
  const opened = await openSqlite({
    dataDir,
    name: 'ledger',
    migrations: ledgerMigrations,
    survives: 'power',
  });
  const { database, run } = opened;
  const insert = database.prepare(
    `INSERT INTO orders (id, idempotency_key, body_hash, session_id, status, version, details, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT (idempotency_key) DO NOTHING`,
  );
  const selectByKey = database.prepare('SELECT * FROM orders WHERE idempotency_key = ?');
  const select = database.prepare('SELECT * FROM orders WHERE id = ?');
  const selectOfSession = database.prepare(
    'SELECT * FROM orders WHERE session_id = ? ORDER BY created_at DESC, rowid DESC',
  );
  const change = database.prepare(
    `UPDATE orders SET version = version + 1, status = ?, details = ?, updated_at = ? WHERE id = ? AND version = ?`,
  );

  return {
    async create({ id, idempotencyKey, bodyHash, sessionId, status, details, at }) {
      const { changes } = run(() =>
        insert.run(id, idempotencyKey, bodyHash, sessionId, status, JSON.stringify(details), at, at),
      );
      const row = run(() => selectByKey.get(idempotencyKey));
      if (row?.['body_hash'] !== bodyHash) return { kind: 'conflict' };
      return { kind: changes === 1 ? 'created' : 'repeated', order: parseOrder<Details>(row) };
    },
    async find(id) {
      const row = run(() => select.get(id));
      return row && parseOrder<Details>(row);
    },
    listOfSession: async (sessionId) =>
      run(() => selectOfSession.all(sessionId)).map((row) => parseOrder<Details>(row)),
    update: async (id, basedOn, { status, details, at }) =>
      run(() => change.run(status, JSON.stringify(details), at, id, basedOn)).changes === 1
        ? 'saved'
        : 'conflict',
    async [Symbol.asyncDispose]() {
      opened[Symbol.dispose]();
    },
  };
}

function parseOrder<Details>(row: Record<string, SQLOutputValue>): OrderRecord<Details> {
  return {
    id: String(row['id']),
    sessionId: String(row['session_id']),
    status: String(row['status']),
    version: Number(row['version']),
    details: JSON.parse(String(row['details'])) as Details,
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
  };
}
