import type { HealthCheck } from '../platform/health.ts';
import { failureReasonOf } from '../search/failure-reason.ts';
import type { FailureReason } from '../search/provider.ts';
import type { ProviderStatus } from '../search/report.ts';
import type { Source } from '../search/source.ts';

/** What is known of how the sources do, from the searches of both modes, and where nobody searches, from a call that costs nothing. */
export interface SourceHealth {
  /** How a source ended a search. */
  heard(provider: string, status: ProviderStatus): void;
  check(source: Source): HealthCheck;
}

interface News {
  readonly status: ProviderStatus;
  readonly atMs: number;
  /** Whether the last searches failed, this one at the end. */
  readonly failed: readonly boolean[];
}

interface Tried {
  readonly atMs: number;
  readonly outcome: Promise<Outcome>;
}

interface Outcome {
  readonly ok: boolean;
  readonly detail: string;
}

/** A search says for so long how its source does, and a try how it would do: anyone may ask for the health, as often as they like. */
const newsMs = 60_000;
/** So many failures, and more than half of the last searches, are no accident. A search that hangs is heard of last: the last alone says little. */
const manyFailures = 3;
const lastSearches = 6;
/** A try may take longer than a check, which then tells what is known without it. */
const longestTryMs = 5000;
/** Less than a check may take. */
const mostWaitMs = 800;

/** Anyone may read it, so it is in words of our own. */
const saidOf: Readonly<Record<FailureReason | 'skipped', string>> = {
  unauthorized: 'refuses the key',
  timeout: 'not reached in time',
  rate_limited: 'takes no more calls for now',
  error: 'not reached',
  circuit_open: 'not asked',
  skipped: 'not asked',
};

/** Refused by ourselves: the source was not asked. */
const notAsked: ReadonlySet<ProviderStatus> = new Set(['circuit_open', 'skipped']);
const answered: ReadonlySet<ProviderStatus> = new Set(['ok', 'no_offers']);

export function createSourceHealth(nowMs: () => number): SourceHealth {
  const latest = new Map<string, News>();
  const tried = new Map<string, Tried>();

  const isRecent = (of: { readonly atMs: number } | undefined): boolean =>
    of !== undefined && nowMs() - of.atMs < newsMs;

  function fromSearches(source: Source, news: News | undefined): Outcome {
    const circuit = source.circuit();
    if (circuit !== 'closed') return { ok: circuit === 'half_open', detail: `circuit ${circuit}` };
    if (news?.status === 'unauthorized') return { ok: false, detail: saidOf.unauthorized };
    const searches = news?.failed.length ?? 0;
    const failures = news?.failed.filter(Boolean).length ?? 0;
    if (news && failures >= manyFailures && failures > searches / 2)
      return {
        ok: false,
        detail: `${failures} of ${searches} searches failed, the last: ${news.status}`,
      };
    return { ok: true, detail: news ? `last search: ${news.status}` : 'not asked yet' };
  }

  function tryAgain(source: Source): Promise<Outcome> {
    const last = tried.get(source.id);
    if (last && isRecent(last)) return last.outcome;
    const outcome = source.probe(AbortSignal.timeout(longestTryMs)).then(
      (reached) => ({ ok: true, detail: reached ? 'reached' : 'embedded' }),
      (error: unknown) => ({ ok: false, detail: saidOf[failureReasonOf(error)] }),
    );
    tried.set(source.id, { atMs: nowMs(), outcome });
    return outcome;
  }

  return {
    heard(provider, status) {
      if (notAsked.has(status)) return;
      const before = latest.get(provider)?.failed ?? [];
      const failed = [...before, !answered.has(status)].slice(-lastSearches);
      latest.set(provider, { status, atMs: nowMs(), failed });
    },
    check: (source) => ({
      name: `${source.id}_api`,
      turnsNeedIt: false,
      async check() {
        const news = latest.get(source.id);
        const known = fromSearches(source, news);
        if (isRecent(news)) return known;
        const { promise: late, resolve } = Promise.withResolvers<Outcome>();
        const timer = setTimeout(() => resolve(known), mostWaitMs);
        try {
          return await Promise.race([tryAgain(source), late]);
        } finally {
          clearTimeout(timer);
        }
      },
    }),
  };
}
