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
  const { http, search, connections, store, amadeus, duffel } = config;
  const seconds = (ms: number) => `${ms / 1000} s`;
  const demo = config.demo === 'on' || (config.demo === 'auto' && !amadeus && !duffel);
  return [
    { name: 'HOST, PORT', value: `${http.host}:${http.port}`, means: 'where it listens' },
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
    {
      name: 'MAX_CONNECTIONS_PER_HOST',
      value: String(connections.mostPerHost),
      means: 'connections to one source',
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
      means: store.redisUrl
        ? `conversations and shared answers, at most ${store.redisMaxConnections} connections`
        : 'conversations are kept in DATA_DIR',
    },
    {
      name: 'DATABASE_URL',
      value: store.databaseUrl ? withoutSecrets(store.databaseUrl) : 'not set',
      means: store.databaseUrl ? 'the journal' : 'the journal is kept in DATA_DIR',
    },
    {
      name: 'API_KEYS',
      value: config.clients.keys.length > 0 ? `${config.clients.keys.length} set` : 'not set',
      means: config.clients.keys.length > 0 ? 'only who shows one is let in' : 'everybody is let in',
    },
    {
      name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      value: config.telemetry.otlpEndpoint ? withoutSecrets(config.telemetry.otlpEndpoint) : 'not set',
      means: config.telemetry.otlpEndpoint ? 'traces of turns' : 'no traces',
    },
    {
      name: 'SENTRY_DSN',
      value: set(config.telemetry.errorSink?.publicKey),
      means: config.telemetry.errorSink ? 'errors, without words of travellers' : 'errors stay in the log',
    },
    { name: 'LOG_LEVEL', value: config.logLevel, means: 'the least important lines that are written' },
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
