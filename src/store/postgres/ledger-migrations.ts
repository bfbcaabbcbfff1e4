import { sql, type Migration } from 'kysely';

/** By name, in order; never edited once released. */
export const ledgerMigrations: Readonly<Record<string, Migration>> = {
  '001-orders-and-journal': {
    async up(database) {
      await sql`
        CREATE TABLE orders (
          place BIGINT GENERATED ALWAYS AS IDENTITY,
          id TEXT PRIMARY KEY,
          idempotency_key TEXT NOT NULL UNIQUE,
          body_hash TEXT NOT NULL,
          session_id TEXT NOT NULL,
          status TEXT NOT NULL,
          version INTEGER NOT NULL,
          details TEXT NOT NULL,
          created_at TEXT NOT NULL,
          updated_at TEXT NOT NULL
        )`.execute(database);
      await sql`CREATE INDEX orders_of_session ON orders (session_id, created_at)`.execute(database);
      await sql`
        CREATE TABLE journal (
          place BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          at_ms DOUBLE PRECISION NOT NULL,
          origin TEXT NOT NULL,
          destination TEXT NOT NULL,
          departure TEXT NOT NULL,
          priced BOOLEAN NOT NULL,
          entry TEXT NOT NULL
        )`.execute(database);
      await sql`CREATE INDEX journal_by_route ON journal (origin, destination, at_ms) WHERE priced`.execute(
        database,
      );
      await sql`CREATE INDEX journal_by_time ON journal (at_ms)`.execute(database);
    },
  },
};
