import type { AgentObserver } from '../agent.ts';
import type { CheckFailure } from '../domain/checked-offer.ts';
import type { Conversation } from '../domain/conversation.ts';
import { shapesOf } from '../platform/error-sink/error-shape.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Asker, SearchObserver } from '../search/async-search.ts';
import type { OfferChecksObserver } from '../search/offer-checks.ts';
import type { ModeBreaker } from '../search/mode-breaker.ts';
import { ProviderError, type Provider } from '../search/provider.ts';
import type { ProviderStatus } from '../search/report.ts';
import type { SearchService } from '../search/search.ts';
import type { SessionStore } from '../store/sessions.ts';
import type { SourceHealth } from './source-health.ts';

/** Counts the calls that a provider makes. */
export function countedProvider(provider: Provider, { apiCalls }: Metrics): Provider {
  const check = provider.check?.bind(provider);
  return {
    ...provider,
    search(request, context) {
      apiCalls.inc({ endpoint: `${provider.id}_search` });
      return provider.search(request, context);
    },
    ...(check && {
      check(offer, context) {
        apiCalls.inc({ endpoint: `${provider.id}_check` });
        return check(offer, context);
      },
    }),
  };
}

/** Counts how saves end. */
export function countedSessions(
  sessions: SessionStore<Conversation>,
  { sessionSaves }: Metrics,
): SessionStore<Conversation> {
  return {
    find: (id) => sessions.find(id),
    delete: (id) => sessions.delete(id),
    async save(id, basedOn, state) {
      try {
        const outcome = await sessions.save(id, basedOn, state);
        sessionSaves.inc({ outcome });
        return outcome;
      } catch (error) {
        sessionSaves.inc({ outcome: 'failed' });
        throw error;
      }
    },
    [Symbol.asyncDispose]: () => sessions[Symbol.asyncDispose](),
  };
}

/** A search that the breaker or the budget refused took no time of the source's. */
const notAsked: ReadonlySet<ProviderStatus | CheckFailure> = new Set(['circuit_open', 'skipped']);

/** What the log says of searches that ended in another way than by a whole answer. */
const endings: Readonly<Record<Exclude<ProviderStatus, 'ok' | 'no_offers'>, string>> = {
  timeout: 'source did not answer in time',
  error: 'search of a source failed',
  rate_limited: 'source takes no more searches for now',
  unauthorized: 'source refuses the key',
  circuit_open: 'source was not asked',
  skipped: 'source was not asked',
};

const idsOf = ({ requestId, sessionId }: Asker): Record<string, string> => ({
  ...(requestId !== undefined && { request_id: requestId }),
  ...(sessionId !== null && { session_id: sessionId }),
});

export function searchObserver(
  metrics: Metrics,
  log: Log,
  health: Pick<SourceHealth, 'heard'>,
): SearchObserver {
  return {
    providerAnswered({ provider, status, elapsedMs, offers, dropped }, { failure, dropReason, asker }) {
      metrics.providerSearches.inc({ provider, status });
      health.heard(provider, status);
      if (!notAsked.has(status)) metrics.providerDuration.observe({ provider }, elapsedMs / 1000);
      if (dropped > 0) metrics.droppedOffers.inc({ provider }, dropped);
      if (dropReason !== undefined)
        log.debug({ provider, dropped, reason: dropReason }, 'offers of a source were left out');
      if (status === 'ok' || status === 'no_offers') return;
      const reason = reasonOf(failure) ?? (dropReason && `no offer could be used: ${dropReason}`);
      const what = { provider, status, reason, ...pauseOf(failure), offers, dropped };
      // What was not asked for a reason that was told when it began, as the opening of a breaker, is no news each time.
      const level = notAsked.has(status) ? 'debug' : 'warn';
      log[level]({ ...what, elapsed_ms: elapsedMs, ...idsOf(asker) }, endings[status]);
    },
    searchEnded({ reports, waitingFor }, asker) {
      for (const { provider, status, elapsedMs } of reports) {
        metrics.searchesTold.inc({ provider, status });
        if (waitingFor.includes(provider))
          log.warn({ provider, elapsed_ms: elapsedMs, ...idsOf(asker) }, 'a search went on without a source');
      }
    },
    cacheLookedUp: (provider, hit) =>
      metrics.cacheLookups.inc({ cache: 'offers', provider, result: hit ? 'hit' : 'miss' }),
    shared: (provider) => metrics.sharedSearches.inc({ provider }),
  };
}

export const checksObserver = (metrics: Metrics, log: Log): OfferChecksObserver => ({
  offerChecked(provider, checked, ask, failure) {
    metrics.offerChecks.inc({ provider, status: checked.status });
    if (checked.status !== 'check_failed') return;
    const why = {
      status: checked.reason,
      reason: reasonOf(failure),
      ...pauseOf(failure),
      ...idsOf(ask),
    };
    const level = notAsked.has(checked.reason) ? 'debug' : 'warn';
    log[level]({ provider, ...why }, 'an offer could not be checked');
  },
});

/** Tells the breaker how async searches end; what else goes wrong in a turn would go wrong in sync as well. Nobody knows of one that was given up. */
export function breakingSearch(search: SearchService, breaker: ModeBreaker): SearchService {
  return {
    async *search(requests, options) {
      try {
        yield* search.search(requests, options);
        breaker.record(true);
      } catch (error) {
        if (!options.signal.aborted) breaker.record(false);
        throw error;
      }
    },
  };
}

/** Long enough for what sources say of an error; an answer that is not theirs, as a gateway's page, is no reason. */
const longestReason = 200;

/** In words of ours and the source's own about errors, never of a traveller; undefined where nothing is known. */
function reasonOf(failure: unknown): string | undefined {
  if (failure === undefined) return undefined;
  if (failure instanceof ProviderError) return failure.message.slice(0, longestReason);
  return shapesOf(failure)
    .map(({ type, code }) => (code === null ? type : `${type} ${code}`))
    .join(' of ');
}

/** How long the source asked to be left alone, by its word. */
const pauseOf = (failure: unknown): { retry_after_ms?: number } =>
  failure instanceof ProviderError && failure.retryAfterMs !== null
    ? { retry_after_ms: failure.retryAfterMs }
    : {};

export function turnObserver(metrics: Metrics, log: Log): AgentObserver {
  return {
    turnEnded({ mode, outcome, requestId, sessionId, turnId }) {
      metrics.turns.inc({ mode, outcome });
      if (outcome === 'conflict') metrics.sessionConflicts.inc();
      const ids = { request_id: requestId, session_id: sessionId, turn_id: turnId };
      log.debug({ mode, outcome, ...ids }, 'turn ended');
    },
    turnFailed({ mode, error, requestId, sessionId, turnId }) {
      metrics.turns.inc({ mode, outcome: 'failed' });
      const ids = { request_id: requestId, session_id: sessionId, turn_id: turnId };
      log.error({ mode, error: describeError(error), ...ids }, 'turn failed');
    },
    understood: (elapsedMs) => metrics.understanding.observe(elapsedMs / 1000),
  };
}

/** The kind and place of an error, which hold no traveller's words. */
export const describeError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
