/** Orders and the journal share a file; instants of the journal are milliseconds so that they compare as numbers. */
export const ledgerMigrations = [
  `CREATE TABLE orders (
     id TEXT PRIMARY KEY,
     idempotency_key TEXT NOT NULL UNIQUE,
     body_hash TEXT NOT NULL,
     session_id TEXT NOT NULL,
     status TEXT NOT NULL,
     version INTEGER NOT NULL,
     details TEXT NOT NULL,
     created_at TEXT NOT NULL,
     updated_at TEXT NOT NULL
   );
   CREATE INDEX orders_of_session ON orders (session_id, created_at);
   CREATE TABLE journal (
     at_ms REAL NOT NULL,
     origin TEXT NOT NULL,
     destination TEXT NOT NULL,
     priced INTEGER NOT NULL,
     entry TEXT NOT NULL
   );
   CREATE INDEX journal_by_route ON journal (origin, destination, at_ms) WHERE priced = 1;
   CREATE INDEX journal_by_time ON journal (at_ms);`,
];
