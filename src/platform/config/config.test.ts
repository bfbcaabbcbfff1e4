import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const amadeus = {
  AMADEUS_BASE_URL: 'https://test.api.amadeus.com',
  AMADEUS_API_KEY: 'key',
  AMADEUS_API_SECRET: 'secret',
};

describe('the configuration', () => {
  it('needs nothing: the demo world on port 3000 of this machine', () => {
    expect(readConfig({})).toEqual({
      http: { host: '127.0.0.1', port: 3000 },
      clients: {
        keys: [],
        perMinute: null,
        mostTurns: 2000,
        corsOrigins: [],
        trustProxy: false,
        headersTimeoutMs: 10_000,
        requestTimeoutMs: 15_000,
        idleTimeoutMs: 72_000,
      },
      search: { mode: 'async', rolloutPercent: 100, budgetMs: 10_000 },
      connections: { most: 100, mostPerHost: 30, connectTimeoutMs: 30_000, keepAliveTimeoutMs: 60_000 },
      understandingTtlMs: 3_600_000,
      store: {
        dataDir: './data',
        redisUrl: null,
        redisMaxConnections: 100,
        databaseUrl: null,
        journalDays: 90,
      },
      workers: 1,
      readingThreads: 1,
      demo: 'auto',
      amadeus: null,
      duffel: null,
      telemetry: { otlpEndpoint: null, serviceName: 'windrose', errorSink: null },
      logLevel: 'info',
    });
  });

  it('reads every variable, seconds as milliseconds', () => {
    const config = readConfig({
      ...amadeus,
      HOST: '0.0.0.0',
      PORT: '8080',
      SEARCH_MODE: 'sync',
      ASYNC_ROLLOUT_PERCENT: '12.5',
      SEARCH_BUDGET_MS: '2500',
      MAX_CONNECTIONS: '50',
      MAX_CONNECTIONS_PER_HOST: '20',
      CONNECTION_TIMEOUT: '2.5',
      KEEPALIVE_TIMEOUT: '10',
      NLP_CACHE_TTL: '0',
      DATA_DIR: '/var/lib/windrose',
      REDIS_URL: 'redis://127.0.0.1:6379',
      REDIS_MAX_CONNECTIONS: '7',
      DATABASE_URL: 'postgres://windrose@127.0.0.1/windrose',
      JOURNAL_DAYS: '30',
      WORKERS: '2',
      READING_THREADS: '0',
      DEMO_PROVIDER: 'on',
      DUFFEL_ACCESS_TOKEN: 'token',
      LOG_LEVEL: 'debug',
    });
    expect(config).toEqual({
      http: { host: '0.0.0.0', port: 8080 },
      clients: readConfig({}).clients,
      search: { mode: 'sync', rolloutPercent: 12.5, budgetMs: 2500 },
      connections: { most: 50, mostPerHost: 20, connectTimeoutMs: 2500, keepAliveTimeoutMs: 10_000 },
      understandingTtlMs: 0,
      store: {
        dataDir: '/var/lib/windrose',
        redisUrl: 'redis://127.0.0.1:6379',
        redisMaxConnections: 7,
        databaseUrl: 'postgres://windrose@127.0.0.1/windrose',
        journalDays: 30,
      },
      workers: 2,
      readingThreads: 0,
      demo: 'on',
      amadeus: {
        baseUrl: 'https://test.api.amadeus.com',
        clientId: 'key',
        clientSecret: 'secret',
        perSecond: 10,
      },
      duffel: { baseUrl: 'https://api.duffel.com', accessToken: 'token' },
      telemetry: readConfig({}).telemetry,
      logLevel: 'debug',
    });
  });

  it('takes blank values for unset ones, as empty lines of an .env file are', () => {
    expect(readConfig({ PORT: '', SEARCH_MODE: '  ', DUFFEL_ACCESS_TOKEN: ' ' })).toEqual(readConfig({}));
  });

  it('never opens more connections to one host than in all', () => {
    expect(readConfig({ MAX_CONNECTIONS: '5' }).connections).toMatchObject({ most: 5, mostPerHost: 5 });
  });

  it.each([
    ['https://test.api.amadeus.com', 10],
    ['https://api.amadeus.com', 40],
    ['http://127.0.0.1:4101', null],
    ['http://localhost:4101', null],
    ['http://[::1]:4101', null],
  ])('asks Amadeus at %s no more often than its account may: %s a second', (baseUrl, perSecond) => {
    expect(readConfig({ ...amadeus, AMADEUS_BASE_URL: baseUrl }).amadeus?.perSecond).toBe(perSecond);
  });
});

describe('a configuration that cannot be used', () => {
  it.each([
    ['REDIS_URL', 'redis://user:p%ss@127.0.0.1'],
    ['REDIS_URL', 'redis://127.0.0.1/first'],
    ['REDIS_URL', 'redis://'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'postgres://user:p%zz@127.0.0.1/windrose'],
    ['DUFFEL_ACCESS_TOKEN', 'duffel_test_ü'],
    ['DUFFEL_ACCESS_TOKEN', 'duffel\r\nx-more: 1'],
  ])('is refused for a %s that nothing can be done with: %j', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
    expect(problems.join()).not.toContain(value);
  });

  it.each([
    ['REDIS_URL', 'rediss://user:p%25ss@redis.example.com:6380/3'],
    ['DATABASE_URL', 'postgres:///windrose?host=/var/run/postgresql'],
    ['DATABASE_URL', 'postgresql://windrose@[::1]:5433/windrose'],
  ])('is none for %s as %s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([]);
  });

  it('is refused with every problem at once, each with its variable', () => {
    const wrong = {
      PORT: '70000',
      SEARCH_MODE: 'fast',
      ASYNC_ROLLOUT_PERCENT: '101',
      SEARCH_BUDGET_MS: '1.5',
      MAX_CONNECTIONS: 'many',
      MAX_CONNECTIONS_PER_HOST: '0',
      CONNECTION_TIMEOUT: '-1',
      KEEPALIVE_TIMEOUT: '1e9',
      NLP_CACHE_TTL: 'NaN',
      DEMO_PROVIDER: 'yes',
      AMADEUS_BASE_URL: 'ftp://api.amadeus.com',
      DUFFEL_BASE_URL: 'not a url',
      LOG_LEVEL: 'loud',
    };
    const problems = problemsOf(wrong);
    for (const name of Object.keys(wrong))
      expect(
        problems.filter((problem) => problem.startsWith(`${name} `)).length,
        `${name} in ${problems.join('; ')}`,
      ).toBeGreaterThan(0);
    expect(() => readConfig(wrong)).toThrow(problems.map((problem) => `- ${problem}`).join('\n'));
  });

  it('says what would be right', () => {
    expect(problemsOf({ PORT: 'x', SEARCH_MODE: 'fast' })).toEqual([
      'PORT must be a whole number from 0 to 65535, not “x”',
      'SEARCH_MODE must be async or sync, not “fast”',
    ]);
  });

  it.each(Object.keys(amadeus))('is one of Amadeus without %s', (name) => {
    const { [name]: _left, ...rest } = amadeus as Record<string, string>;
    expect(problemsOf(rest)).toEqual([expect.stringContaining('belong together')]);
  });

  it('is one of Duffel without a token', () => {
    expect(problemsOf({ DUFFEL_BASE_URL: 'https://api.duffel.com' })).toEqual([
      'DUFFEL_BASE_URL needs DUFFEL_ACCESS_TOKEN',
    ]);
  });

  it('is one without any source', () => {
    expect(problemsOf({ DEMO_PROVIDER: 'off' })).toHaveLength(1);
    expect(problemsOf({ DEMO_PROVIDER: 'off', DUFFEL_ACCESS_TOKEN: 'token' })).toEqual([]);
  });

  it.each(['256.1.1.1', '1.2.3', 'http://0.0.0.0', '0.0.0.0:3000', '[::1]', 'two words', '-x'])(
    'is one with %s for a host',
    (HOST) => {
      expect(problemsOf({ HOST })).toEqual([expect.stringMatching(/^HOST must be an address/u)]);
    },
  );

  it.each(['0.0.0.0', '::', '::1', 'localhost', 'flights.example.com', 'node-1'])(
    'may listen on %s',
    (HOST) => {
      expect(readConfig({ HOST }).http.host).toBe(HOST);
    },
  );

  it.each(['0x1000', '1e3', '+80', '0b11', '80,5', 'Infinity'])('is one with %s for a number', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([`PORT must be a whole number from 0 to 65535, not “${PORT}”`]);
  });

  it('is one of workers that have nothing in common', () => {
    const apart = { WORKERS: '2', DATA_DIR: ':memory:' };
    expect(problemsOf(apart)).toEqual([expect.stringMatching(/^WORKERS /u)]);
    expect(problemsOf({ ...apart, REDIS_URL: 'redis://127.0.0.1' })).toEqual([]);
    expect(problemsOf({ ...apart, WORKERS: '1' })).toEqual([]);
  });

  it('never repeats a secret', () => {
    const secret = 'sk_live_0123';
    const problems = problemsOf({ AMADEUS_API_SECRET: secret, DUFFEL_ACCESS_TOKEN: secret, PORT: 'x' });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join()).not.toContain(secret);
  });
});
