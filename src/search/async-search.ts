import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import type { Offer } from '../domain/offer.ts';
import { startFlight, type Flight, type FlightWatch } from './flight.ts';
import { isFailure, joinReports, type RequestReport } from './join-reports.ts';
import type { LateAnswer, LateAnswers } from './late-answers.ts';
import type { OfferCache } from './offer-cache.ts';
import { firstOf, leaveToSearch, type PaidBudget, type SearchLeave } from './paid-budget.ts';
import type { SearchRequest } from './provider.ts';
import type { ProviderReport, SearchProgress } from './report.ts';
import { sourceKey } from './request-key.ts';
import type { SearchOptions, SearchService } from './search.ts';
import type { Source } from './source.ts';

/** What happens inside a search that an operator wants counted. */
export interface SearchObserver {
  /** `ending`: what ended a failed search, and in whose search it began. */
  readonly providerAnswered: (report: ProviderReport, ending: SearchEnding) => void;
  /** What a search that has come to its end, or to that of its budget, goes on with; what comes later is news for another turn. */
  readonly searchEnded: (progress: Pick<SearchProgress, 'reports' | 'waitingFor'>, asker: Asker) => void;
  readonly cacheLookedUp: (provider: string, hit: boolean) => void;
  readonly shared: (provider: string) => void;
}

export interface SearchEnding {
  readonly failure: unknown;
  /** What was wrong with the first offer that was left out. */
  readonly dropReason?: string | undefined;
  readonly asker: Asker;
}

/** Who a search was begun for. */
export type Asker = Pick<SearchOptions, 'sessionId' | 'requestId'>;

export interface AsyncSearchParts {
  readonly sources: readonly Source[];
  readonly cache: OfferCache;
  readonly paid: PaidBudget;
  /** The longest a turn takes for its sources and what it makes of them. */
  readonly budgetMs: number;
  /** The longest a source may take for those who come back later. */
  readonly deadlineMs: number;
  readonly nowMs: () => number;
  readonly observe: SearchObserver;
}

/** Kept of the budget for ranking and answering, so that a turn ends with it and not after it. */
const answeringMs = (budgetMs: number): number => Math.min(25, budgetMs / 10);

/** How many sources that ended late and are not in the cache are remembered for whoever comes back. */
const mostLate = 500;

/** One source's part of one request within one search. */
interface Part {
  readonly provider: string;
  readonly request: SearchRequest;
  /** Null where the cache has the answer. */
  readonly flight: Flight | null;
  readonly cached: readonly Offer[] | null;
  readonly stale: () => readonly Offer[] | undefined;
}

/**
 * All sources at once under one deadline. Identical requests in flight are one; answers are cached while their offers live; a failed source
 * is answered for by its older offers, marked so. When the budget ends, sources go on for whoever asks the same again.
 */
export function createAsyncSearch(parts: AsyncSearchParts): SearchService & LateAnswers {
  const { sources, cache, paid, budgetMs, deadlineMs, nowMs, observe } = parts;
  const flights = new Map<string, Flight>();
  /** Of each of them, who may pay for it: it starts as long as anybody who waits for it may search. */
  const payers = new WeakMap<Flight, SearchLeave[]>();
  /** Ended after those who asked had gone, with what the cache does not keep: failures, and sources that cost nothing. */
  const endedLate = new Map<string, Flight>();

  function join(
    source: Source,
    request: SearchRequest,
    key: string,
    asker: Asker,
    leave: SearchLeave,
  ): Flight {
    const running = flights.get(key);
    if (running) {
      observe.shared(source.id);
      payers.get(running)?.push(leave);
      return running;
    }
    const leaves = [leave];
    const flight = startFlight({
      source,
      request,
      leave: firstOf(leaves),
      budgetMs,
      deadlineMs,
      nowMs,
      onEnd(ended) {
        flights.delete(key);
        endedLate.delete(key);
        if (source.paid && ended.status === 'ok') cache.keep(key, ended.offers, nowMs() - ended.ageMs);
        else if (ended.kept) remember(key, ended);
        if (ended.abandoned) return;
        observe.providerAnswered(reportOf(source.id, request, ended), {
          failure: ended.failure,
          dropReason: ended.dropReason,
          asker,
        });
      },
    });
    payers.set(flight, leaves);
    if (flight.status === null) flights.set(key, flight);
    return flight;
  }

  function remember(key: string, ended: Flight): void {
    endedLate.set(key, ended);
    const [oldest] = endedLate.keys();
    if (endedLate.size > mostLate && oldest !== undefined) endedLate.delete(oldest);
  }

  /** What a source has said by now to one request. */
  async function answerBy(source: Source, request: SearchRequest, sinceMs: number): Promise<Answer> {
    const key = sourceKey(source, request);
    const flight = flights.get(key) ?? endedLate.get(key);
    const told = { request, cached: false, stale: false };
    if (flight) {
      const { offers, status, elapsedMs, dropped } = flight;
      return { ...told, offers, status, elapsedMs, dropped };
    }
    const living = source.paid ? cache.living(key) : undefined;
    const offers = living ?? (await source.findShared?.(request));
    const untimed = { ...told, elapsedMs: 0, dropped: 0 };
    if (offers) return { ...untimed, offers, status: offers.length > 0 ? 'ok' : 'no_offers' };
    // Another process may still be asking, for as long as a source may take.
    const asking = source.findShared !== undefined && sinceMs < deadlineMs;
    return { ...untimed, offers: [], status: asking ? null : 'timeout' };
  }

  function begin(requests: readonly SearchRequest[], options: SearchOptions): Part[] {
    return requests.flatMap((request) => {
      const leave = leaveToSearch(paid, options.sessionId);
      return sources.map((source): Part => {
        const own = sourceKey(source, request);
        const fresh = source.paid ? cache.fresh(own) : undefined;
        if (source.paid) observe.cacheLookedUp(source.id, fresh !== undefined);
        const stale = () => (source.paid ? cache.stale(own) : undefined);
        if (fresh) return { provider: source.id, request, flight: null, cached: fresh, stale };
        return {
          provider: source.id,
          request,
          flight: join(source, request, own, options, leave),
          cached: null,
          stale,
        };
      });
    });
  }

  return {
    lookFor: ({ requests, providers, sinceMs }) =>
      Promise.all(
        sources
          .filter(({ id }) => providers.includes(id))
          .map(async (source): Promise<LateAnswer> => {
            const answers = await Promise.all(requests.map((request) => answerBy(source, request, sinceMs)));
            const report = joinReports(source.id, answers);
            return {
              ...report,
              offers: answers.flatMap((answer) => answer.offers),
              status: answers.some(({ status }) => status === null) ? null : report.status,
            };
          }),
      ),
    async *search(requests, options) {
      const startedAtMs = nowMs();
      options.signal.throwIfAborted();
      const found = begin(requests, options);
      const elapsedMs = () => Math.round(nowMs() - startedAtMs);
      let progress = progressOf(found, false, elapsedMs());
      if (progress.complete) {
        observe.searchEnded(progress, options);
        yield progress;
        return;
      }
      let wake = Promise.withResolvers<undefined>();
      const budgetState = { over: false };
      const onChange = () => wake.resolve(undefined);
      const watches = found.flatMap(({ flight }) =>
        flight?.status === null ? [flight.watch(onChange)] : [],
      );
      const budget = setTimeout(
        () => {
          budgetState.over = true;
          onChange();
        },
        budgetMs - answeringMs(budgetMs),
      );
      options.signal.addEventListener('abort', onChange, { once: true });
      let leave: (watch: FlightWatch) => void = (watch) => watch.leave();
      try {
        for (;;) {
          if (progress.complete || budgetState.over) {
            leave = (watch) => watch.keep();
            observe.searchEnded(progress, options);
            yield progress;
            return;
          }
          if (progress.reports.length > 0 || progress.offers.length > 0) yield progress;
          await wake.promise;
          // A last batch and the end of its source come together: one look is enough for both.
          await nextTurnOfTheLoop();
          wake = Promise.withResolvers<undefined>();
          options.signal.throwIfAborted();
          progress = progressOf(found, budgetState.over, elapsedMs());
        }
      } finally {
        clearTimeout(budget);
        options.signal.removeEventListener('abort', onChange);
        for (const watch of watches) leave(watch);
      }
    },
  };
}

function reportOf(
  provider: string,
  request: SearchRequest,
  { offers, status, elapsedMs, dropped }: Flight,
): ProviderReport {
  return joinReports(provider, [
    { request, offers, status, elapsedMs, dropped, cached: false, stale: false },
  ]);
}

/** What there is so far; once the budget is over, a source that still owes an answer is reported as timed out. */
function progressOf(parts: readonly Part[], over: boolean, elapsedMs: number): SearchProgress {
  const found: (readonly Offer[])[] = [];
  const reports: ProviderReport[] = [];
  const waitingFor: string[] = [];
  for (const [provider, own] of Map.groupBy(parts, (part) => part.provider)) {
    const answers = own.map((part) => answerOf(part, over));
    for (const answer of answers) if (answer.offers.length > 0) found.push(answer.offers);
    const waits = answers.some(({ status }) => status === null);
    if (waits) waitingFor.push(provider);
    if (!waits || over) reports.push(joinReports(provider, answers));
  }
  // The list of a single answer stays the same one: whoever ranked it before knows it again.
  const [only, ...others] = found;
  const offers = only && others.length === 0 ? only : found.flat();
  return { offers, reports, waitingFor, complete: waitingFor.length === 0, elapsedMs };
}

interface Answer extends RequestReport {
  readonly offers: readonly Offer[];
}

function answerOf({ request, flight, cached, stale }: Part, over: boolean): Answer {
  const untouched = { request, elapsedMs: 0, stale: false, dropped: 0 };
  if (!flight) return { ...untouched, offers: cached ?? [], status: 'ok', cached: true };
  const { offers, status, elapsedMs, dropped } = flight;
  const failed = status === null ? over : isFailure(status);
  const older = failed && offers.length === 0 ? stale() : undefined;
  return {
    request,
    offers: older ?? offers,
    status,
    elapsedMs,
    cached: older !== undefined,
    stale: older !== undefined,
    dropped,
  };
}
