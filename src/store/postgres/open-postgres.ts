import type { Kysely } from 'kysely';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { postgresTrouble } from './postgres-trouble.ts';

export interface PostgresSettings {
  readonly url: string;
  readonly maxConnections: number;
  /** The longest a connection and, each for itself, an answer is waited for. */
  readonly timeoutMs: number;
}

export interface Postgres extends AsyncDisposable {
  /** Runs something on the database; errors of connection and server become StoreUnavailable. */
  readonly run: <Result>(work: (database: Kysely<LedgerSchema>) => Promise<Result>) => Promise<Result>;
  /** Brings the schema up to date and answers what was done. One process at a time: the others wait at an advisory lock. */
  readonly migrate: () => Promise<readonly string[]>;
}

/** Opens a pool of connections. An unreachable server is no error here but in the first call. */
export async function openPostgres({ url, maxConnections, timeoutMs }: PostgresSettings): Promise<Postgres> {
  const [{ Kysely, Migrator, PostgresDialect }, { default: pg }] = await Promise.all([
    import('kysely'),
    import('pg'),
  ]);
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    application_name: 'windrose',
  });
  // A connection that breaks while idle is replaced at the next call; without a listener it would end the process.
  pool.on('error', () => undefined);
  const database = new Kysely<LedgerSchema>({ dialect: new PostgresDialect({ pool }) });

  async function run<Result>(work: (database: Kysely<LedgerSchema>) => Promise<Result>): Promise<Result> {
    try {
      return await work(database);
    } catch (error) {
      throw postgresTrouble(error);
    }
  }

  return {
    run,
    migrate: () =>
      run(async () => {
        const migrator = new Migrator({
          db: database,
          provider: {
            getMigrations: async () => ({ ...(await import('./ledger-migrations.ts')).ledgerMigrations }),
          },
          migrationTableName: 'windrose_migration',
          migrationLockTableName: 'windrose_migration_lock',
        });
        const { error, results } = await migrator.migrateToLatest();
        if (error instanceof Error && error.message.startsWith('corrupted migrations'))
          throw new StoreUnavailable(
            'postgres',
            'not-openable',
            'the database was written by a newer version of Windrose',
            { cause: error },
          );
        if (error instanceof Error) throw error;
        if (error !== undefined) throw new Error('the migrations failed', { cause: error });
        return (results ?? []).map(({ migrationName }) => migrationName);
      }),
    [Symbol.asyncDispose]: () => database.destroy(),
  };
}
