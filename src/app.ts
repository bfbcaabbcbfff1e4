import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createAgent, type Agent } from './agent.ts';
import { rememberLanguage } from './agent/remembered-language.ts';
import type { Conversation } from './domain/conversation.ts';
import { loadAirports, type Airports } from './domain/reference/airports.ts';
import { createServer } from './http/server.ts';
import { createLanguage } from './nlp/create-language.ts';
import type { Config } from './platform/config/config.ts';
import { createFlags } from './platform/flags.ts';
import { createHealth, type HealthCheck } from './platform/health.ts';
import {
  callOnce,
  createPooledHttpClient,
  type PooledHttpClient,
} from './platform/http-client/http-client.ts';
import { newId } from './platform/ids.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import { createDemoProvider } from './providers/demo/index.ts';
import { registerProviders, type RegisteredProvider } from './providers/registry.ts';
import { createAsyncSearch, type SearchObserver } from './search/async-search.ts';
import { createModeBreaker, type ModeBreaker } from './search/mode-breaker.ts';
import { createOfferCache } from './search/offer-cache.ts';
import { createPaidBudget } from './search/paid-budget.ts';
import type { Provider } from './search/provider.ts';
import type { SearchMode } from './search/report.ts';
import type { SearchService } from './search/search.ts';
import { guardedSource, plainSource, usualPolicy, type Source } from './search/source.ts';
import { createSyncSearch } from './search/sync-search.ts';
import { createMemorySessions } from './store/memory/memory-sessions.ts';
import type { SessionStore } from './store/sessions.ts';
import { createTools } from './tools/create-tools.ts';
import type { Tools } from './tools/tools.ts';

/** The whole application. Dispose it to stop taking turns, finish those under way and close everything. */
export interface App extends AsyncDisposable {
  readonly agent: Agent;
  readonly tools: Tools;
  readonly server: FastifyInstance;
  readonly log: Log;
  /** Serves on the configured address; answers with the URL. */
  listen(): Promise<string>;
}

/** What a test or a benchmark puts in place of the usual parts. */
export interface AppOverrides {
  readonly now?: () => Temporal.Instant;
  readonly log?: Log;
  readonly sessions?: SessionStore<Conversation>;
  /** Instead of the sources that the configuration names; the demo world follows its own setting. */
  readonly providers?: (airports: Airports) => RegisteredProvider[];
}

const sessionSettings = { most: 5000, idleMs: 60 * 60_000 } as const;
const readingsRemembered = 5000;
/** Turns under way may finish within this time when the server stops. */
const graceMs = 10_000;
/** A source that nobody waits for any more may still finish for the next turn. */
const longestSourceMs = 30_000;

export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  await using stack = new AsyncDisposableStack();
  const now = overrides.now ?? (() => Temporal.Now.instant());
  const nowMs = () => performance.now();
  const log = overrides.log ?? createLog(config.logLevel);
  const airports = await loadAirports();
  const registered = (overrides.providers ?? ((known) => registerProviders(config, known)))(airports);
  const clients = new Map<string, PooledHttpClient>();
  const metrics = stack.use(
    createMetrics({
      poolsInUse: () => [...clients].map(([id, client]) => [id, client.load().running] as const),
    }),
  );
  const observe = searchObserver(metrics, log);

  const pooled: Source[] = [];
  const plain: Source[] = [];
  for (const { provider, baseUrl, perSecond } of registered) {
    const settings = { baseUrl, connections: config.connections.mostPerHost, ...config.connections };
    const client = stack.use(createPooledHttpClient(settings));
    clients.set(provider.id, client);
    const parts = { provider: counted(provider, metrics), paid: true, now };
    pooled.push(
      guardedSource({
        ...parts,
        httpFor: (signal) => (call) => client.call(call, signal),
        policy: { ...usualPolicy, perSecond },
        onCircuit: (id, circuit) => {
          metrics.circuitOpen.set(
            { provider: id },
            circuit === 'open' ? 1 : circuit === 'half_open' ? 0.5 : 0,
          );
          log.warn({ provider: id, circuit }, 'circuit changed');
        },
        nowMs,
        delay: (forMs, signal) => delay(forMs, undefined, { signal }),
      }),
    );
    plain.push(plainSource({ ...parts, httpFor: (signal) => (call) => callOnce(settings, call, signal) }));
    metrics.circuitOpen.set({ provider: provider.id }, 0);
  }
  if (config.demo === 'on' || (config.demo === 'auto' && registered.length === 0)) {
    const demo = createDemoProvider({ airports });
    void demo.warm();
    const source = plainSource({ provider: demo, paid: false, httpFor: () => noHttp, now });
    pooled.push(source);
    plain.push(source);
  }

  const { budgetMs } = config.search;
  const search: Record<SearchMode, SearchService> = {
    async: createAsyncSearch({
      sources: pooled,
      cache: createOfferCache(nowMs),
      paid: createPaidBudget(nowMs),
      budgetMs,
      deadlineMs: Math.max(budgetMs, longestSourceMs),
      nowMs,
      observe,
    }),
    sync: createSyncSearch({ sources: plain, budgetMs, nowMs, observe }),
  };

  const engine = createLanguage(airports);
  const language = rememberLanguage({
    language: engine,
    ttlMs: config.understandingTtlMs,
    most: readingsRemembered,
    nowMs,
    onLookup: (hit) => metrics.cacheLookups.inc({ cache: 'understanding', result: hit ? 'hit' : 'miss' }),
  });
  const sessions = stack.use(
    overrides.sessions ?? createMemorySessions<Conversation>({ ...sessionSettings, nowMs }),
  );
  const breaker = createModeBreaker({
    nowMs,
    onChange: (state) => {
      metrics.modeChanges.inc({ state });
      log.warn({ state, mode: state === 'open' ? 'sync' : 'async' }, 'search mode changed');
    },
  });
  const flags = await createFlags(config.search, newId());
  const providers = pooled.map(({ id }) => id);
  const agent = createAgent({
    language,
    search,
    providers,
    sessions,
    newId,
    now,
    chooseMode: async (sessionId) =>
      (await flags.searchMode(sessionId)) === 'async' ? breaker.choose() : 'sync',
    observe: turnObserver(metrics, log, breaker),
  });
  const tools = createTools({
    language,
    search,
    providers,
    free: pooled.every(({ paid }) => !paid),
    sessions,
    now,
    usualMode: config.search.mode,
    onError: (error, requestId) =>
      log.error({ error: describeError(error), request_id: requestId }, 'search failed'),
  });

  const closing = new AbortController();
  const state = { ready: true };
  const server = await createServer({
    agent,
    tools,
    metrics,
    health: createHealth(healthChecks(config, pooled, tools), now),
    version: packageVersion(),
    newRequestId: newId,
    isReady: () => state.ready,
    closing: closing.signal,
    onError: (error, requestId) =>
      log.error({ error: describeError(error), request_id: requestId }, 'request failed'),
  });
  stack.defer(async () => {
    state.ready = false;
    const grace = setTimeout(
      () => closing.abort(new DOMException('the server stops', 'AbortError')),
      graceMs,
    );
    await server.close();
    clearTimeout(grace);
  });
  const owned = stack.move();

  return {
    agent,
    tools,
    server,
    log,
    async listen() {
      const url = await server.listen({ host: config.http.host, port: config.http.port, backlog: 4096 });
      log.info(
        { url, mode: config.search.mode, rollout_percent: config.search.rolloutPercent, providers },
        'Windrose is ready',
      );
      return url;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const noHttp = () => Promise.reject(new Error('this source has no network'));

/** Counts the calls that a provider makes. */
function counted(provider: Provider, { apiCalls }: Metrics): Provider {
  return {
    ...provider,
    search(request, context) {
      apiCalls.inc({ endpoint: `${provider.id}_search` });
      return provider.search(request, context);
    },
  };
}

function searchObserver(metrics: Metrics, log: Log): SearchObserver {
  return {
    providerAnswered({ provider, status, elapsedMs, offers, dropped }) {
      metrics.providerSearches.inc({ provider, status });
      metrics.providerDuration.observe({ provider }, elapsedMs / 1000);
      if (dropped > 0) metrics.droppedOffers.inc({ provider }, dropped);
      if (status !== 'ok' && status !== 'no_offers')
        log.warn({ provider, status, elapsed_ms: elapsedMs, offers, dropped }, 'source did not answer');
    },
    cacheLookedUp: (hit) => metrics.cacheLookups.inc({ cache: 'offers', result: hit ? 'hit' : 'miss' }),
    shared: (provider) => metrics.sharedSearches.inc({ provider }),
  };
}

function turnObserver(metrics: Metrics, log: Log, breaker: ModeBreaker) {
  return {
    turnEnded({ mode, outcome, requestId, sessionId, turnId }: TurnFacts & { outcome: string }) {
      metrics.turns.inc({ mode, outcome });
      if (outcome === 'conflict') metrics.sessionConflicts.inc();
      if (mode === 'async') breaker.record(true);
      log.debug(
        { mode, outcome, request_id: requestId, session_id: sessionId, turn_id: turnId },
        'turn ended',
      );
    },
    turnFailed({ mode, error, requestId, sessionId, turnId }: TurnFacts & { error: unknown }) {
      metrics.turns.inc({ mode, outcome: 'failed' });
      if (mode === 'async') breaker.record(false);
      const ids = { request_id: requestId, session_id: sessionId, turn_id: turnId };
      log.error({ mode, error: describeError(error), ...ids }, 'turn failed');
    },
    understood: (elapsedMs: number) => metrics.understanding.observe(elapsedMs / 1000),
  };
}

interface TurnFacts {
  readonly mode: SearchMode;
  readonly requestId: string;
  readonly sessionId: string;
  readonly turnId: string;
}

/** The kind and place of an error, which hold no traveller's words. */
const describeError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function healthChecks(config: Config, sources: readonly Source[], tools: Tools): HealthCheck[] {
  const fixed = (name: string, detail: string): HealthCheck => ({
    name,
    check: async () => ({ ok: true, detail }),
  });
  const amadeus = sources.find(({ id }) => id === 'amadeus');
  return [
    fixed('database', 'embedded'),
    fixed('redis', 'not_configured'),
    config.amadeus && amadeus
      ? {
          name: 'amadeus_api',
          check: async () => ({ ok: amadeus.circuit() !== 'open', detail: `circuit ${amadeus.circuit()}` }),
        }
      : fixed('amadeus_api', 'not_configured'),
    {
      name: 'nlp_engine',
      async check() {
        const { trip } = tools.understand({ message: 'Boston to Lisbon', asked: [] });
        const ok = trip.legs[0]?.destination?.code === 'LIS';
        return { ok, detail: ok ? 'rules' : 'misreads' };
      },
    },
  ];
}

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
