import { createAsyncSearch } from './async-search.ts';
import { createOfferCache } from './offer-cache.ts';
import { createPaidBudget } from './paid-budget.ts';
import type { SearchRequest } from './provider.ts';
import type { ProviderReport, SearchProgress } from './report.ts';
import { samplePacker, sampleRequest } from './samples.ts';
import type { ScriptedSource } from './scripted-source.ts';

/** For tests: a budget for what must end because it is over, and one for what must not. */
export const soonMs = 5;
const longMs = 60_000;

/** For tests: an async search over scripted sources, with a clock that stands still. */
export function searchOver(sources: readonly ScriptedSource[], budgetMs = longMs) {
  let now = 1000;
  const reports: ProviderReport[] = [];
  const shared: string[] = [];
  const told: string[] = [];
  const service = createAsyncSearch({
    sources,
    cache: createOfferCache({ packer: samplePacker, nowMs: () => now }),
    paid: createPaidBudget(() => now),
    budgetMs,
    deadlineMs: longMs,
    nowMs: () => now,
    observe: {
      providerAnswered: (report) => reports.push(report),
      searchEnded: ({ reports: all }) =>
        told.push(...all.map(({ provider, status }) => `${provider} ${status}`)),
      cacheLookedUp: () => undefined,
      shared: (provider) => shared.push(provider),
    },
  });
  const start = (requests: readonly SearchRequest[] = [sampleRequest()], sessionId: string | null = 's') => {
    const leaving = new AbortController();
    const options = { mode: 'async', signal: leaving.signal, sessionId } as const;
    const steps = service.search(requests, options)[Symbol.asyncIterator]();
    /** The next progress; asking for it starts the search. */
    const next = async (): Promise<SearchProgress> => {
      const step = await steps.next();
      if (step.done) throw new Error('the search is over');
      return step.value;
    };
    const last = async (): Promise<SearchProgress> => {
      let latest: SearchProgress | undefined;
      for (let step = await steps.next(); !step.done; step = await steps.next()) latest = step.value;
      if (!latest) throw new Error('the search told nothing');
      return latest;
    };
    return { next, last, leave: () => leaving.abort(new Error('gone')) };
  };
  return { start, reports, shared, told, passMs: (ms: number) => (now += ms) };
}

export const idsOf = ({ offers }: SearchProgress) => offers.map(({ id }) => id).toSorted();
export const statusesOf = ({ reports }: SearchProgress) =>
  Object.fromEntries(reports.map(({ provider, status }) => [provider, status]));
