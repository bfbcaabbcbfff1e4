import type { Offer } from '../domain/offer.ts';
import { withinTime } from '../resilience/within-time.ts';
import type { SearchObserver } from './async-search.ts';
import { startFlight } from './flight.ts';
import { joinReports, type RequestReport } from './join-reports.ts';
import { leaveToSearch, type PaidBudget } from './paid-budget.ts';
import type { ProviderReport } from './report.ts';
import { SearchOverloaded } from './search-overloaded.ts';
import type { SearchService } from './search.ts';
import type { Source } from './source.ts';

export interface SyncSearchParts {
  /** Plain sources, each call on a connection of its own. */
  readonly sources: readonly Source[];
  readonly paid: PaidBudget;
  /** The longest one turn may take, from when its own search begins; no turn waits longer than that for those before it. */
  readonly budgetMs: number;
  readonly nowMs: () => number;
  readonly observe: SearchObserver;
}

/**
 * The reference and the way back: one search at a time in the whole process, one source after another, nothing shared, nothing cached.
 * Throws SearchOverloaded where the searches before take too long.
 */
export function createSyncSearch({
  sources,
  paid,
  budgetMs,
  nowMs,
  observe,
}: SyncSearchParts): SearchService {
  let last: Promise<unknown> = Promise.resolve();

  return {
    async *search(requests, { signal, ...asker }) {
      const before = last;
      const { promise: done, resolve: finish } = Promise.withResolvers<undefined>();
      last = before.then(() => done);
      try {
        await withinTime(() => before, { signal, mostMs: budgetMs, late: () => new SearchOverloaded() });
        const startedAtMs = nowMs();
        const offers: Offer[] = [];
        const reports: ProviderReport[] = [];
        const searches = requests.map((request) => ({
          request,
          leave: leaveToSearch(paid, asker.sessionId),
        }));
        for (const [position, source] of sources.entries()) {
          // A dead source must leave time for those after it, so none takes more than its share of what is left.
          const leftInAllMs = budgetMs - (nowMs() - startedAtMs);
          const endsAtMs = nowMs() + leftInAllMs / (sources.length - position);
          const answers: RequestReport[] = [];
          let failure: unknown;
          let dropReason: string | undefined;
          for (const { request, leave } of searches) {
            const leftMs = Math.floor(endsAtMs - nowMs());
            if (leftMs < 1) {
              answers.push({ ...notAsked, request });
              continue;
            }
            const flight = startFlight({
              source,
              request,
              leave,
              budgetMs: leftMs,
              deadlineMs: leftMs,
              nowMs,
              onEnd: () => undefined,
            });
            await ended(flight, signal);
            offers.push(...flight.offers);
            const { status, elapsedMs, dropped } = flight;
            failure ??= flight.failure;
            dropReason ??= flight.dropReason;
            answers.push({
              request,
              offers: flight.offers,
              status,
              elapsedMs,
              cached: false,
              stale: false,
              dropped,
            });
          }
          if (answers.length === 0) continue;
          const elapsedMs = answers.reduce((sum, answer) => sum + answer.elapsedMs, 0);
          const report = { ...joinReports(source.id, answers), elapsedMs };
          reports.push(report);
          observe.providerAnswered(report, { failure, dropReason, asker });
          const waitingFor = sources.slice(position + 1).map(({ id }) => id);
          if (waitingFor.length > 0)
            yield {
              offers: [...offers],
              reports: [...reports],
              waitingFor,
              complete: false,
              elapsedMs: Math.round(nowMs() - startedAtMs),
            };
        }
        observe.searchEnded({ reports, waitingFor: [] }, asker);
        yield {
          offers,
          reports,
          waitingFor: [],
          complete: true,
          elapsedMs: Math.round(nowMs() - startedAtMs),
        };
      } finally {
        finish(undefined);
      }
    },
  };
}

/** A request for which its source had no time left. */
const notAsked: Omit<RequestReport, 'request'> = {
  offers: [],
  status: 'timeout',
  elapsedMs: 0,
  cached: false,
  stale: false,
  dropped: 0,
};

async function ended(flight: ReturnType<typeof startFlight>, signal: AbortSignal): Promise<void> {
  if (flight.status !== null) return;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const look = () => {
    if (flight.status !== null || signal.aborted) resolve(undefined);
  };
  const watch = flight.watch(look);
  signal.addEventListener('abort', look, { once: true });
  await promise;
  signal.removeEventListener('abort', look);
  watch.leave();
  signal.throwIfAborted();
}
