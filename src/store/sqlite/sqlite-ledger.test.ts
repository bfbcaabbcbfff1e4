import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeJournal } from '../journal.contract.ts';
import { describeOrders } from '../orders.contract.ts';
import { createSqliteJournal } from './sqlite-journal.ts';
import { createSqliteOrders } from './sqlite-orders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'windrose-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

for (const kind of ['file', 'memory'] as const) {
  const dataDir = () => (kind === 'file' ? folder : ':memory:');
  describeOrders(`sqlite ${kind}`, () => createSqliteOrders({ dataDir: dataDir() }));
  describeJournal(`sqlite ${kind}`, () => createSqliteJournal({ dataDir: dataDir() }));
}

it('orders and journal share a file, across restarts', async () => {
  for (const kind of ['created', 'repeated']) {
    await using orders = await createSqliteOrders<string>({ dataDir: folder });
    await using journal = await createSqliteJournal({ dataDir: folder });
    const made = await orders.create({
      id: kind,
      idempotencyKey: 'key',
      bodyHash: 'hash',
      sessionId: 'session',
      status: 'pending',
      details: 'two seats',
      at: '2026-03-01T10:00:00Z',
    });
    expect(made).toMatchObject({ kind, order: { id: 'created', details: 'two seats' } });
    expect(await journal.forgetBefore('2026-01-01T00:00:00Z')).toBe(0);
  }
});
