import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { createAgent, type Agent, type AgentParts } from './agent.ts';
import { rememberLanguage } from './agent/remembered-language.ts';
import { createTurnQueue } from './agent/turn-queue.ts';
import { healthChecks, probeOf } from './app/health-checks.ts';
import { createJournalWriter } from './app/journaled-provider.ts';
import {
  checksObserver,
  breakingSearch,
  countedSessions,
  describeError,
  searchObserver,
  turnObserver,
} from './app/observers.ts';
import { openSources } from './app/open-sources.ts';
import { openStores } from './app/open-stores.ts';
import { openTelemetry } from './app/open-telemetry.ts';
import { createBusyLoop } from './app/reading/busy-loop.ts';
import { createReadingThreads } from './app/reading/reading-threads.ts';
import { reportedAgent, reportedTurns } from './app/reported-turns.ts';
import { createSourceHealth } from './app/source-health.ts';
import { stopServing, usualGraceMs } from './app/stop-serving.ts';
import { tracedAgent, tracedTurns } from './app/traced-agent.ts';
import { tracedAnswers, tracedSearch, tracedSource } from './app/traced-search.ts';
import { tracedLanguage, tracedSessions } from './app/traced-turn-parts.ts';
import type { HealthAnswer } from './contract/health.ts';
import type { Conversation } from './domain/conversation.ts';
import { loadAirports, type Airports } from './domain/reference/airports.ts';
import { createServer } from './http/server.ts';
import type { McpParts } from './mcp/create-mcp-server.ts';
import { createLanguage } from './nlp/create-language.ts';
import type { Config } from './platform/config/config.ts';
import { createFlags } from './platform/flags.ts';
import { collectWhileWaiting, collectYoung, youngHeapBytes } from './platform/collect-while-waiting.ts';
import { collectAll, emptyHeapBytes, giveBackMemory } from './platform/give-back-memory.ts';
import { createHealth } from './platform/health.ts';
import type { PooledHttpClient } from './platform/http-client/http-client.ts';
import { newId } from './platform/ids.ts';
import { openLog, type Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { answerReader } from './providers/answer-reader.ts';
import { registerProviders, type RegisteredProvider } from './providers/registry.ts';
import { createAsyncSearch } from './search/async-search.ts';
import { settledMode, type ChooseMode } from './search/chosen-mode.ts';
import { createModeBreaker } from './search/mode-breaker.ts';
import { createOfferCache } from './search/offer-cache.ts';
import { createOfferChecks } from './search/offer-checks.ts';
import { createPaidBudget } from './search/paid-budget.ts';
import type { SearchMode } from './search/report.ts';
import type { SearchService } from './search/search.ts';
import type { Source } from './search/source.ts';
import { createSyncSearch } from './search/sync-search.ts';
import { createMemoryRateLimits } from './store/memory/memory-rate-limits.ts';
import { createOfferPacker } from './store/offer-packer.ts';
import type { SessionStore } from './store/sessions.ts';
import { createTools } from './tools/create-tools.ts';
import type { Tools } from './tools/tools.ts';

/** The whole application. Dispose it to stop taking turns, finish those under way and close everything. */
export interface App extends AsyncDisposable {
  readonly agent: Agent;
  readonly tools: Tools;
  readonly server: FastifyInstance;
  readonly log: Log;
  /** What a server of the Model Context Protocol needs of whichever client it serves. */
  readonly mcp: Pick<McpParts, 'tools' | 'version' | 'onError'>;
  /** Tries every configured part, with calls that cost nothing. */
  probe(): Promise<HealthAnswer>;
  /** Serves on the configured address; answers with the URL. */
  listen(): Promise<string>;
}

/** What a test, a benchmark or the terminal puts in place of the usual parts. */
export interface AppOverrides {
  readonly now?: () => Temporal.Instant;
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs?: () => number;
  readonly log?: Log;
  /** File descriptor of the log; standard output where none is said. */
  readonly logTo?: 1 | 2;
  readonly sessions?: SessionStore<Conversation>;
  /** Around the search of all sources at once. */
  readonly asyncSearch?: (usual: SearchService) => SearchService;
  /** Whether the language engine reads phrases for practice, so that the first message is read as fast as later ones. */
  readonly practised?: boolean;
  /** What is under way when the server stops may end by itself for so long. */
  readonly graceMs?: number;
  /** Instead of the sources that the configuration names; the demo world follows its own setting. */
  readonly providers?: (airports: Airports) => RegisteredProvider[];
}

const readingsRemembered = 5000;
/** Clients whose requests are counted in this process; some 10 MB. */
const limitedClients = 100_000;
/** A source that nobody waits for any more may still finish for the next turn. */
const longestSourceMs = 30_000;

export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  await using stack = new AsyncDisposableStack();
  const now = overrides.now ?? (() => Temporal.Now.instant());
  const nowMs = overrides.nowMs ?? (() => performance.now());
  const log = overrides.log ?? stack.use(openLog(config.logLevel, overrides.logTo)).log;
  const version = packageVersion();
  const { traces, sink } = stack.use(
    await openTelemetry({ config: config.telemetry, version, log, now, nowMs }),
  );
  const airports = await loadAirports();
  const registered = (overrides.providers ?? ((known) => registerProviders(config, known)))(airports);
  const clients = new Map<string, PooledHttpClient>();
  const metrics = stack.use(
    createMetrics({
      poolsInUse: () => [...clients].map(([id, client]) => [id, client.load().running] as const),
      answersInReading: () => reading.waiting(),
    }),
  );
  const sourceHealth = createSourceHealth(nowMs);
  const observe = tracedAnswers(searchObserver(metrics, log, sourceHealth));

  const { budgetMs } = config.search;
  const deadlineMs = Math.max(budgetMs, longestSourceMs);
  const offerPacker = createOfferPacker();
  const stores = stack.use(await openStores({ config, metrics, log, offers: offerPacker, nowMs }));
  const journal = stack.use(
    createJournalWriter({
      journal: stores.journal,
      onLost: (entries, error) => log.warn({ entries, error: describeError(error) }, 'journal not written'),
      days: config.store.journalDays,
      now,
      onNotForgotten: (error) => log.warn({ error: describeError(error) }, 'journal not swept'),
    }),
  );
  const readHere = answerReader(airports);
  const reading = stack.use(
    createReadingThreads({
      threads: config.readingThreads,
      airports,
      packer: offerPacker,
      readHere,
      isBusy: createBusyLoop(),
      onTrouble: (error) =>
        log.warn({ error: describeError(error) }, 'trouble with the threads that read answers'),
    }),
  );
  const opened = stack.use(
    openSources({
      config,
      registered,
      airports,
      metrics,
      log,
      journal,
      packer: offerPacker,
      shared: stores.shared,
      clients,
      read: reading.read,
      readHere,
      deadlineMs,
      now,
      nowMs,
    }),
  );

  const traced = (source: Source) => tracedSource(source, traces);
  const [pooled, plain] = [opened.pooled.map(traced), opened.plain.map(traced)];
  const paid = createPaidBudget(nowMs);
  const checksOf = (sources: readonly Source[]) =>
    createOfferChecks({ sources, paid, budgetMs, now, observe: checksObserver(metrics, log) });
  const checks = { async: checksOf(pooled), sync: checksOf(plain) };
  const atOnce = createAsyncSearch({
    sources: pooled,
    cache: createOfferCache({ packer: offerPacker, nowMs }),
    paid,
    budgetMs,
    deadlineMs,
    nowMs,
    observe,
  });
  const breaker = createModeBreaker({
    nowMs,
    onChange: (state) => {
      metrics.modeChanges.inc({ state });
      log.warn({ state, mode: state === 'open' ? 'sync' : 'async' }, 'search mode changed');
    },
  });
  const search: Record<SearchMode, SearchService> = {
    async: breakingSearch(tracedSearch(overrides.asyncSearch?.(atOnce) ?? atOnce, traces), breaker),
    sync: tracedSearch(
      createSyncSearch({
        sources: plain,
        paid,
        budgetMs,
        nowMs,
        observe,
      }),
      traces,
    ),
  };

  const engine = createLanguage(airports, { practised: overrides.practised ?? true });
  const language = rememberLanguage({
    language: engine,
    ttlMs: config.understandingTtlMs,
    most: readingsRemembered,
    nowMs,
    onLookup: (hit) => metrics.cacheLookups.inc({ cache: 'understanding', result: hit ? 'hit' : 'miss' }),
  });
  const turns = createTurnQueue();
  const sessions = countedSessions(overrides.sessions ?? stores.sessions, metrics);
  const flags = await createFlags(config.search, newId());
  const providers = pooled.map(({ id }) => id);
  const chooseMode: ChooseMode = async (name) =>
    (await flags.searchMode(name)) === 'async' ? breaker.choose() : settledMode('sync');
  const agentParts: AgentParts = {
    language: tracedLanguage(language, traces),
    search,
    checks,
    late: atOnce,
    providers,
    sessions: tracedSessions(sessions, traces),
    turns,
    newId,
    now,
    chooseMode,
    observe: reportedTurns(tracedTurns(turnObserver(metrics, log)), sink),
  };
  const openAgent = (own: AgentParts) => reportedAgent(tracedAgent(createAgent(own), traces), sink);
  const agent = openAgent(agentParts);
  const tellError = (
    what: 'request failed' | 'search failed' | 'tool failed',
    error: unknown,
    requestId: string,
  ) => {
    log.error({ error: describeError(error), request_id: requestId }, what);
    sink.capture(error, { what, requestId });
  };
  const tools = createTools({
    language,
    search,
    checks,
    providers,
    free: pooled.every(({ paid }) => !paid),
    sessions,
    turns,
    now,
    timeZoneOf: (airport) => airports.find(airport)?.timeZone,
    chooseMode,
    budgetMs,
    onError: (error, requestId) => tellError('search failed', error, requestId),
  });

  const rateLimits =
    stores.shared?.rateLimits ?? stack.use(createMemoryRateLimits({ mostKeys: limitedClients, nowMs }));
  const closing = new AbortController();
  const state = { ready: true };
  const collector = stack.use(collectWhileWaiting({ collect: collectYoung(), youngBytes: youngHeapBytes }));
  const mcp: App['mcp'] = {
    tools,
    version,
    onError: (error, requestId) => tellError('tool failed', error, requestId),
  };
  const server = await createServer({
    agentOf: (mark) => (mark === '' ? agent : openAgent({ ...agentParts, newId: () => `${mark}${newId()}` })),
    clients: config.clients,
    takeFromLimit: (key, limit, windowMs) => rateLimits.take(key, limit, windowMs),
    tools,
    async answerMcp(call, client) {
      const { answerMcpOverHttp } = await import('./mcp/answer-over-http.ts');
      return answerMcpOverHttp(call, { ...mcp, ...client });
    },
    usualMode: config.search.rolloutPercent > 0 ? config.search.mode : 'sync',
    metrics,
    health: createHealth({
      checks: [...stores.checks, ...healthChecks(pooled, sourceHealth, tools)],
      now,
      nowMs,
    }),
    version,
    newRequestId: newId,
    stir: collector.stir,
    isReady: () => state.ready,
    closing: closing.signal,
    onError: (error, requestId) => tellError('request failed', error, requestId),
  });
  const requestsUnderWay = async () =>
    (await metrics.concurrentRequests.get()).values.reduce((sum, { value }) => sum + value, 0);
  stack.defer(async () => {
    state.ready = false;
    const graceMs = overrides.graceMs ?? usualGraceMs;
    await stopServing({ server, closing, graceMs, requestsUnderWay, log });
  });
  const owned = stack.move();

  return {
    agent,
    tools,
    server,
    log,
    mcp,
    async probe() {
      const checks = [...stores.checks, ...pooled.map(probeOf)];
      return (await createHealth({ checks, now, nowMs }).check()).answer;
    },
    async listen() {
      const isIdle = async () => (await requestsUnderWay()) === 0;
      owned.use(giveBackMemory({ collect: collectAll(), isIdle, emptyBytes: emptyHeapBytes }));
      const url = await server.listen({
        host: config.http.host,
        port: config.http.port,
        backlog: 4096,
        ...(config.workers > 1 ? { reusePort: true, exclusive: true } : {}),
      });
      log.info(
        { url, mode: config.search.mode, rollout_percent: config.search.rolloutPercent, providers },
        'Windrose is ready',
      );
      return url;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
