import type { HealthAnswer } from '../contract/health.ts';
import type { Config } from '../platform/config/config.ts';
import { paint, type Screen } from './render-card.ts';

/** One choice of the configuration and what it means, without secrets. */
export interface Finding {
  readonly name: string;
  readonly value: string;
  readonly means: string;
}

const set = (secret: string | null | undefined): string => (secret ? 'set' : 'not set');
/** A URL without the user and the password in it. */
function withoutSecrets(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** The effective configuration, line by line. */
export function explainConfig(config: Config): Finding[] {
  const { http, clients, search, connections, store, amadeus, duffel } = config;
  const demo = config.demo === 'on' || (config.demo === 'auto' && !amadeus && !duffel);
  return [
    { name: 'HOST', value: http.host, means: 'where it listens' },
    {
      name: 'PORT',
      value: String(http.port),
      means: http.port === 0 ? 'any that is free' : 'where it listens',
    },
    {
      name: 'WORKERS',
      value: String(config.workers),
      means: config.workers > 1 ? 'processes that share the port' : 'one process',
    },
    {
      name: 'READING_THREADS',
      value: String(config.readingThreads),
      means: config.readingThreads > 0 ? "read the sources' long answers" : 'answers are read between turns',
    },
    {
      name: 'SEARCH_MODE',
      value: search.mode,
      means: search.mode === 'sync' ? 'rolled back: one source after another' : 'all sources at once',
    },
    {
      name: 'ASYNC_ROLLOUT_PERCENT',
      value: `${search.rolloutPercent} %`,
      means: 'conversations that run async',
    },
    { name: 'SEARCH_BUDGET_MS', value: seconds(search.budgetMs), means: 'the longest a turn waits' },
    { name: 'MAX_CONNECTIONS', value: String(connections.most), means: 'connections to sources' },
    {
      name: 'MAX_CONNECTIONS_PER_HOST',
      value: String(connections.mostPerHost),
      means: 'connections to one source',
    },
    {
      name: 'CONNECTION_TIMEOUT',
      value: seconds(connections.connectTimeoutMs),
      means: 'the longest that connecting to a source takes',
    },
    {
      name: 'KEEPALIVE_TIMEOUT',
      value: seconds(connections.keepAliveTimeoutMs),
      means: 'how long connections to sources stay open unused',
    },
    {
      name: 'NLP_CACHE_TTL',
      value: seconds(config.understandingTtlMs),
      means: config.understandingTtlMs > 0 ? 'how long a reading is remembered' : 'no reading is remembered',
    },
    {
      name: 'DEMO_PROVIDER',
      value: config.demo,
      means: demo ? 'invented flights are shown, marked so' : 'no invented flights',
    },
    {
      name: 'AMADEUS_BASE_URL',
      value: amadeus ? withoutSecrets(amadeus.baseUrl) : 'not set',
      means: amadeus ? `key ${set(amadeus.clientId)}, secret ${set(amadeus.clientSecret)}` : 'not asked',
    },
    {
      name: 'DUFFEL_BASE_URL',
      value: duffel ? withoutSecrets(duffel.baseUrl) : 'not set',
      means: duffel ? `token ${set(duffel.accessToken)}` : 'not asked',
    },
    {
      name: 'DATA_DIR',
      value: store.dataDir,
      means: store.dataDir === ':memory:' ? 'nothing outlives the process' : 'the embedded databases',
    },
    {
      name: 'REDIS_URL',
      value: store.redisUrl ? withoutSecrets(store.redisUrl) : 'not set',
      means: store.redisUrl ? 'conversations and shared answers' : 'conversations are kept in DATA_DIR',
    },
    {
      name: 'REDIS_MAX_CONNECTIONS',
      value: String(store.redisMaxConnections),
      means: 'connections to Redis',
    },
    {
      name: 'DATABASE_URL',
      value: store.databaseUrl ? withoutSecrets(store.databaseUrl) : 'not set',
      means: store.databaseUrl ? 'the journal' : 'the journal is kept in DATA_DIR',
    },
    {
      name: 'JOURNAL_DAYS',
      value: String(store.journalDays),
      means: 'days after which the journal forgets a search',
    },
    ...explainClients(clients),
    {
      name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      value: config.telemetry.otlpEndpoint ? withoutSecrets(config.telemetry.otlpEndpoint) : 'not set',
      means: config.telemetry.otlpEndpoint ? 'traces of turns' : 'no traces',
    },
    { name: 'OTEL_SERVICE_NAME', value: config.telemetry.serviceName, means: 'the name in traces' },
    {
      name: 'SENTRY_DSN',
      value: set(config.telemetry.errorSink?.publicKey),
      means: config.telemetry.errorSink ? 'errors, without words of travellers' : 'errors stay in the log',
    },
    { name: 'LOG_LEVEL', value: config.logLevel, means: 'the least important lines that are written' },
  ];
}

const seconds = (ms: number): string => `${ms / 1000} s`;

/** Who may ask, how often, and how long the server waits for them. */
function explainClients(clients: Config['clients']): Finding[] {
  const { keys, perMinute, trustProxy, corsOrigins } = clients;
  const proxies = typeof trustProxy === 'number' ? `${trustProxy}` : trustProxy && trustProxy.join(', ');
  return [
    {
      name: 'API_KEYS',
      value: keys.length > 0 ? `${keys.length} set` : 'not set',
      means: keys.length > 0 ? 'only who shows one is let in' : 'everybody is let in',
    },
    {
      name: 'RATE_LIMIT_PER_MINUTE',
      value: perMinute === null ? 'no limit' : String(perMinute),
      means: 'requests of one client a minute',
    },
    {
      name: 'MAX_TURNS_IN_FLIGHT',
      value: String(clients.mostTurns),
      means: 'turns and searches at once; more are told to come back',
    },
    {
      name: 'TRUST_PROXY',
      value: proxies || 'off',
      means: proxies ? 'whose x-forwarded-for counts' : 'x-forwarded-for is not believed',
    },
    {
      name: 'CORS_ORIGINS',
      value: corsOrigins.join(', ') || 'none',
      means: corsOrigins.length > 0 ? 'whose pages may read answers' : 'no other page may read answers',
    },
    {
      name: 'CLIENT_HEADERS_TIMEOUT',
      value: seconds(clients.headersTimeoutMs),
      means: "the longest for a request's head",
    },
    {
      name: 'CLIENT_REQUEST_TIMEOUT',
      value: seconds(clients.requestTimeoutMs),
      means: 'the longest for a whole request',
    },
    {
      name: 'CLIENT_KEEPALIVE_TIMEOUT',
      value: seconds(clients.idleTimeoutMs),
      means: 'how long clients stay connected between requests',
    },
  ];
}

/** Configuration and the state of every part as text; exit code 0 where all is well, 1 where a part is not. */
export function renderDoctor(
  config: Config,
  health: HealthAnswer,
  screen: Screen,
): { text: string; exitCode: 0 | 1 } {
  const findings = explainConfig(config);
  const width = Math.max(...findings.map(({ name }) => name.length));
  const valueWidth = Math.max(...findings.map(({ value }) => value.length));
  const lines = findings.map(
    ({ name, value, means }) =>
      `${name.padEnd(width)}  ${value.padEnd(valueWidth)}  ${paint(screen, 'dim', means)}`,
  );
  const checks = Object.entries(health.checks).map(([name, ok]) => {
    const mark = ok ? paint(screen, 'green', 'works') : paint(screen, 'yellow', 'does not work');
    return `${name.padEnd(width)}  ${mark}  ${health.details[name] ?? ''}`;
  });
  return {
    text: [...lines, '', ...checks].join('\n'),
    exitCode: health.status === 'healthy' ? 0 : 1,
  };
}
