import type { ColumnType, Generated } from 'kysely';

/** A column read as text and never changed. */
type Fixed = ColumnType<string, string, never>;

export interface OrderTable {
  /** Order of creation. */
  readonly place: Generated<string>;
  readonly id: Fixed;
  readonly idempotency_key: Fixed;
  readonly body_hash: Fixed;
  readonly session_id: Fixed;
  status: string;
  version: number;
  /** JSON text: it comes back letter by letter as it was written, which jsonb does not promise. */
  details: string;
  readonly created_at: Fixed;
  updated_at: string;
}

export interface JournalTable {
  readonly place: Generated<string>;
  readonly at_ms: number;
  readonly origin: string;
  readonly destination: string;
  readonly departure: string;
  readonly priced: boolean;
  /** JSON text of the whole entry. */
  readonly entry: string;
}

export interface LedgerSchema {
  readonly orders: OrderTable;
  readonly journal: JournalTable;
}
