import { afterAll, beforeAll, describe } from 'vitest';
import { missingPostgres, startPostgres, type PostgresServer } from './start-postgres.ts';

const missing = missingPostgres();

/** Runs suites against a private Postgres; where there is none, says so in one line and skips. */
export function describeWithPostgres(name: string, suite: (server: () => PostgresServer) => void): void {
  if (missing) console.warn(`Skipped: ${name}. ${missing}`);
  describe.skipIf(missing)(missing ? `${name} (${missing})` : name, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server[Symbol.asyncDispose]());
    suite(() => server);
  });
}
