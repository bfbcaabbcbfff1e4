import { isIP } from 'node:net';
import { readClients, type ClientsConfig } from './clients.ts';
import { readEnv } from './env.ts';
import { readStoreUrls } from './store-urls.ts';
import { readTelemetry, type TelemetryConfig } from './telemetry.ts';

/** Everything that can be set, with units in the names. */
export interface Config {
  readonly http: { readonly host: string; readonly port: number };
  readonly clients: ClientsConfig;
  readonly search: {
    readonly mode: 'async' | 'sync';
    /** Share of sessions that run async, 0 to 100. */
    readonly rolloutPercent: number;
    /** The longest a turn waits for its sources. */
    readonly budgetMs: number;
  };
  readonly connections: {
    readonly most: number;
    readonly mostPerHost: number;
    readonly connectTimeoutMs: number;
    readonly keepAliveTimeoutMs: number;
  };
  readonly understandingTtlMs: number;
  readonly store: {
    /** Folder of the embedded databases; `:memory:` keeps everything in the process. */
    readonly dataDir: string;
    readonly redisUrl: string | null;
    readonly redisMaxConnections: number;
    readonly databaseUrl: string | null;
    /** What was searched is kept in the journal for so long. */
    readonly journalDays: number;
  };
  /** Processes that share the port. */
  readonly workers: number;
  /** That read the long answers of sources. */
  readonly readingThreads: number;
  readonly demo: 'auto' | 'on' | 'off';
  readonly amadeus: AmadeusConfig | null;
  readonly duffel: DuffelConfig | null;
  readonly telemetry: TelemetryConfig;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

export interface AmadeusConfig {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Searches started per second; null for no limit of ours. */
  readonly perSecond: number | null;
}

export interface DuffelConfig {
  readonly baseUrl: string;
  readonly accessToken: string;
}

/** The configuration cannot be used; the message names every problem. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n- ${problems.join('\n- ')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const duffelHost = 'https://api.duffel.com';

/** Reads the environment into a configuration. Throws ConfigError with everything that is wrong at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const reader = readEnv(env);
  const { problems, text, url, number, choice } = reader;
  const seconds = (name: string, usual: number) =>
    number(name, usual, { least: 1, most: 3600, whole: false }) * 1000;

  const amadeusUrl = url('AMADEUS_BASE_URL', ['http', 'https']);
  const amadeusKey = text('AMADEUS_API_KEY');
  const amadeusSecret = text('AMADEUS_API_SECRET');
  const amadeusSet = [amadeusUrl, amadeusKey, amadeusSecret].filter((value) => value !== null).length;
  if (amadeusSet > 0 && amadeusSet < 3)
    problems.push(
      'AMADEUS_BASE_URL, AMADEUS_API_KEY and AMADEUS_API_SECRET belong together: set all three or none',
    );

  const duffelUrl = url('DUFFEL_BASE_URL', ['http', 'https']);
  const duffelToken = text('DUFFEL_ACCESS_TOKEN');
  if (duffelToken && !/^[\x21-\x7e]+$/u.test(duffelToken))
    problems.push('DUFFEL_ACCESS_TOKEN must be printable ASCII without spaces, as it goes into a header');
  if (duffelUrl && !duffelToken) problems.push('DUFFEL_BASE_URL needs DUFFEL_ACCESS_TOKEN');

  const most = number('MAX_CONNECTIONS', 100, { least: 1, most: 10_000 });
  const mostPerHost = number('MAX_CONNECTIONS_PER_HOST', 30, { least: 1, most: 10_000 });

  const config: Config = {
    http: {
      host: readHost(text('HOST'), problems),
      port: number('PORT', 3000, { least: 0, most: 65_535 }),
    },
    clients: readClients(reader),
    search: {
      mode: choice('SEARCH_MODE', ['async', 'sync']),
      rolloutPercent: number('ASYNC_ROLLOUT_PERCENT', 100, { least: 0, most: 100, whole: false }),
      budgetMs: number('SEARCH_BUDGET_MS', 10_000, { least: 50, most: 120_000 }),
    },
    connections: {
      most,
      mostPerHost: Math.min(most, mostPerHost),
      connectTimeoutMs: seconds('CONNECTION_TIMEOUT', 30),
      keepAliveTimeoutMs: seconds('KEEPALIVE_TIMEOUT', 60),
    },
    understandingTtlMs: number('NLP_CACHE_TTL', 3600, { least: 0, most: 86_400 }) * 1000,
    store: {
      dataDir: text('DATA_DIR') ?? './data',
      ...readStoreUrls(reader),
      redisMaxConnections: number('REDIS_MAX_CONNECTIONS', 100, { least: 1, most: 10_000 }),
      journalDays: number('JOURNAL_DAYS', 90, { least: 1, most: 3650 }),
    },
    workers: number('WORKERS', 1, { least: 1, most: 64 }),
    readingThreads: number('READING_THREADS', 1, { least: 0, most: 16 }),
    demo: choice('DEMO_PROVIDER', ['auto', 'on', 'off']),
    amadeus:
      amadeusUrl && amadeusKey && amadeusSecret
        ? {
            baseUrl: amadeusUrl,
            clientId: amadeusKey,
            clientSecret: amadeusSecret,
            perSecond: amadeusRate(amadeusUrl),
          }
        : null,
    duffel: duffelToken ? { baseUrl: duffelUrl ?? duffelHost, accessToken: duffelToken } : null,
    telemetry: readTelemetry(reader),
    logLevel: choice('LOG_LEVEL', ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent']),
  };
  if (config.demo === 'off' && !config.amadeus && !config.duffel)
    problems.push('DEMO_PROVIDER is off and no other source is configured, so there is nothing to search');
  if (config.workers > 1 && config.store.dataDir === ':memory:' && !config.store.redisUrl)
    problems.push(
      'WORKERS above 1 need a DATA_DIR or a REDIS_URL that they share: with DATA_DIR :memory: each knows only its own conversations',
    );
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** An address or a name; what is neither would only fail once the server listens. A last part of digits belongs to an address, RFC 3696. */
function readHost(value: string | null, problems: string[]): string {
  const host = value ?? '127.0.0.1';
  const isName =
    /^(?!-)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*\.?$/iu.test(host) && !/(?:^|\.)\d+\.?$/u.test(host);
  if (isIP(host) === 0 && !isName)
    problems.push(
      `HOST must be an address such as 0.0.0.0 or ::1, or a name, without scheme, brackets or port, not “${host}”`,
    );
  return host;
}

/** Amadeus allows 10 calls a second on its test hosts and 40 in production; a simulator on this machine has no account to protect. */
function amadeusRate(baseUrl: string): number | null {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).hostname : '';
  if (host === 'localhost' || host === '[::1]' || host.startsWith('127.')) return null;
  return host.startsWith('test.') ? 10 : 40;
}
