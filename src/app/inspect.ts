import { createApp } from '../app.ts';
import type { HealthAnswer } from '../contract/health.ts';
import type { Config } from '../platform/config/config.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { startProblem } from './start-problem.ts';

/** How every part is, also where the application could not start for one of them: the others are tried without it. */
export async function inspect(config: Config): Promise<HealthAnswer> {
  try {
    await using app = await createApp({ ...config, logLevel: 'silent' }, { practised: false });
    return await app.probe();
  } catch (error) {
    const { store } = config;
    if (!(error instanceof StoreUnavailable) || (store.databaseUrl === null && store.dataDir === ':memory:'))
      throw error;
    // What is away leaves the next try: Postgres alone, or the folder.
    const rest = await inspect({
      ...config,
      store: error.store === 'postgres' ? { ...store, databaseUrl: null } : { ...store, dataDir: ':memory:' },
    });
    const broken = { database: false, ...(error.store === 'sessions' ? { sessions: false } : {}) };
    const detail = startProblem(error, config) ?? error.explanation;
    return {
      ...rest,
      status: 'unhealthy',
      checks: { ...rest.checks, ...broken },
      details: { ...rest.details, ...Object.fromEntries(Object.keys(broken).map((name) => [name, detail])) },
    };
  }
}
