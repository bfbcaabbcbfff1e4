import type { Config } from '../platform/config/config.ts';
import type { HealthCheck } from '../platform/health.ts';
import type { Journal } from '../store/journal.ts';
import type { Redis } from '../store/redis/open-redis.ts';
import type { ProbedSessions } from '../store/sessions.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';

export interface StoreChecksParts {
  readonly config: Config['store'];
  readonly sessions: Pick<ProbedSessions<unknown>, 'probe'>;
  /** Whether conversations go on from copies of this process. */
  readonly isDegraded: () => boolean;
  readonly journal: Pick<Journal, 'listPrices'>;
  readonly redis: Pick<Redis, 'command' | 'connections'> | null;
}

/** How the stores are. Each is asked for what it is there for: those that keep conversations are written to. */
export function storeChecks({
  config,
  sessions,
  isDegraded,
  journal,
  redis,
}: StoreChecksParts): HealthCheck[] {
  const external = config.databaseUrl !== null;
  const inDataDir = redis ? 'redis' : config.dataDir === ':memory:' ? 'memory' : 'embedded';
  return [
    {
      name: 'database',
      turnsNeedIt: false,
      check: told(async () => {
        const route = { origin: 'XXX', destination: 'XXX' };
        await journal.listPrices({ ...route, since: '9999-01-01T00:00:00Z', most: 1 });
        // Embedded, the journal and conversations share a disk.
        if (!external && !redis) await sessions.probe();
        return external ? 'postgres' : 'embedded';
      }),
    },
    {
      name: 'redis',
      turnsNeedIt: false,
      check: told(async () => {
        if (!redis) return 'not_configured';
        // A Redis that is full or a replica still answers PING.
        await redis.command('SET', 'windrose:probe', '1', 'PX', '60000');
        return `${redis.connections()} connections`;
      }),
    },
    {
      name: 'sessions',
      turnsNeedIt: true,
      check: told(async () => {
        await sessions.probe();
        return isDegraded() ? 'copies of this process' : inDataDir;
      }),
    },
  ];
}

/** The check that is well where nothing is thrown, and otherwise says what a store says of its trouble: no address and no key. */
const told = (work: () => Promise<string>) => async () => {
  try {
    return { ok: true, detail: await work() };
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return { ok: false, detail: `${error.trouble}: ${error.explanation}` };
  }
};
