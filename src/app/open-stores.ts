import type { Conversation } from '../domain/conversation.ts';
import type { Config } from '../platform/config/config.ts';
import type { HealthCheck } from '../platform/health.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Cache } from '../store/cache.ts';
import { createConversationCodec } from '../store/conversation-codec.ts';
import { createFallbackSessions } from '../store/fallback/fallback-sessions.ts';
import type { Journal } from '../store/journal.ts';
import { createMemorySessions } from '../store/memory/memory-sessions.ts';
import type { OfferPacker } from '../store/offer-packer.ts';
import { openPostgres } from '../store/postgres/open-postgres.ts';
import { createPostgresJournal } from '../store/postgres/postgres-journal.ts';
import type { RateLimits } from '../store/rate-limits.ts';
import { openRedis } from '../store/redis/open-redis.ts';
import { createRedisCache } from '../store/redis/redis-cache.ts';
import { createRedisRateLimits } from '../store/redis/redis-rate-limits.ts';
import { createRedisSessions } from '../store/redis/redis-sessions.ts';
import type { SessionStore } from '../store/sessions.ts';
import { createSqliteJournal } from '../store/sqlite/sqlite-journal.ts';
import { createSqliteSessions } from '../store/sqlite/sqlite-sessions.ts';
import { storeChecks } from './store-checks.ts';

/** What is kept, behind its ports, as the configuration wants it kept. */
export interface Stores extends AsyncDisposable {
  readonly sessions: SessionStore<Conversation>;
  readonly journal: Journal;
  /** Shared by all processes; null where there is only this one. */
  readonly shared: { readonly cache: Cache; readonly rateLimits: RateLimits } | null;
  readonly checks: readonly HealthCheck[];
}

export interface StoresParts {
  readonly config: Config;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly offers: OfferPacker;
  readonly nowMs: () => number;
}

/** A conversation that nobody goes on with for so long has ended. */
const idleMs = 24 * 60 * 60_000;
const mostInMemory = 5000;
const mostOnDisk = 20_000;
const mostInRedis = 1_000_000;
/** Conversations of which a process keeps copies, to go on with while Redis is away. */
const mostCopies = 10_000;
/** A turn must not wait for a store that hangs. */
const redisTimeoutMs = 500;
const postgresTimeoutMs = 2000;
const postgresConnections = 10;
const redisRetryMs = 500;
const largestSharedAnswer = 4_000_000;

/** Embedded stores by default; Redis and Postgres where their URLs are set. Drivers are loaded only then. */
export async function openStores({ config, metrics, log, offers, nowMs }: StoresParts): Promise<Stores> {
  await using stack = new AsyncDisposableStack();
  const { dataDir, redisUrl, redisMaxConnections, databaseUrl } = config.store;
  const redis = redisUrl
    ? stack.use(
        await openRedis({ url: redisUrl, maxConnections: redisMaxConnections, timeoutMs: redisTimeoutMs }),
      )
    : null;
  const codec = createConversationCodec(offers);
  let degraded = false;
  const sessions = stack.use(
    redis
      ? await createFallbackSessions<Conversation>({
          remote: createRedisSessions({ redis, most: mostInRedis, idleMs, codec }),
          mostCopies,
          idleMs,
          retryMs: redisRetryMs,
          nowMs,
          codec,
          observe: {
            stateChanged: (state, why) => {
              degraded = state === 'degraded';
              metrics.sessionStoreDegraded.set(degraded ? 1 : 0);
              const reason = why && { trouble: why.trouble, reason: why.explanation };
              log.warn({ store: 'redis', state, ...reason }, 'session store changed');
            },
            copyGaveWay: () => metrics.sessionConflicts.inc(),
          },
        })
      : dataDir === ':memory:'
        ? createMemorySessions<Conversation>({ most: mostInMemory, idleMs, nowMs, codec })
        : await createSqliteSessions<Conversation>({
            dataDir,
            most: mostOnDisk,
            idleMs,
            nowMs: Date.now,
            codec,
            // To say something costs nothing; what flights were found for took a source's time and a traveller's.
            isSlight: ({ held }) => held === null,
            onCrowdedOut: (crowded) => metrics.sessionsCrowdedOut.inc(crowded),
          }),
  );
  const journal = stack.use(
    databaseUrl ? await openPostgresJournal(databaseUrl, stack) : await createSqliteJournal({ dataDir }),
  );
  const shared = redis && {
    cache: createRedisCache({ redis, mostBytes: largestSharedAnswer }),
    rateLimits: createRedisRateLimits({ redis }),
  };
  const owned = stack.move();
  return {
    sessions,
    journal,
    shared,
    checks: storeChecks({
      config: config.store,
      sessions,
      isDegraded: () => degraded,
      journal,
      redis,
    }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function openPostgresJournal(url: string, stack: AsyncDisposableStack): Promise<Journal> {
  const postgres = stack.use(
    await openPostgres({ url, maxConnections: postgresConnections, timeoutMs: postgresTimeoutMs }),
  );
  await postgres.migrate();
  return createPostgresJournal({ postgres });
}
