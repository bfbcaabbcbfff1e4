import type { Offer } from '../domain/offer.ts';

/** What a source answered to a request, kept for no longer than the offers live. */
export interface OfferCache {
  /** Offers that still hold; undefined where there are none. */
  fresh(key: string): readonly Offer[] | undefined;
  /** Offers past their time that are still better than nothing when the source fails. */
  stale(key: string): readonly Offer[] | undefined;
  /** `observedAtMs`: when the offers were observed, by the cache's own clock, which need not be the wall clock that they name. */
  keep(key: string, offers: readonly Offer[], observedAtMs: number): void;
}

const freshMs = 3 * 60_000;
const staleMs = 30 * 60_000;
/** Bounds the memory: an offer of a real source takes some five kilobytes. */
const mostOffers = 20_000;

const lifeMs = ({ observedAt, expiresAt }: Offer): number =>
  expiresAt === null ? Infinity : Date.parse(expiresAt) - Date.parse(observedAt);

/** Least recently used answers leave first. */
export function createOfferCache(nowMs: () => number): OfferCache {
  const answers = new Map<string, { offers: readonly Offer[]; freshUntilMs: number; staleUntilMs: number }>();
  let kept = 0;

  function read(key: string) {
    const answer = answers.get(key);
    if (!answer) return undefined;
    answers.delete(key);
    answers.set(key, answer);
    return answer;
  }

  function drop(key: string): void {
    kept -= answers.get(key)?.offers.length ?? 0;
    answers.delete(key);
  }

  return {
    fresh(key) {
      const answer = read(key);
      return answer && answer.freshUntilMs > nowMs() ? answer.offers : undefined;
    },
    stale(key) {
      const answer = read(key);
      return answer && answer.staleUntilMs > nowMs() ? answer.offers : undefined;
    },
    keep(key, offers, observedAtMs) {
      drop(key);
      const now = nowMs();
      const firstEndsMs = observedAtMs + Math.min(...offers.map(lifeMs));
      answers.set(key, {
        offers,
        freshUntilMs: Math.min(now + freshMs, firstEndsMs),
        staleUntilMs: now + staleMs,
      });
      kept += offers.length;
      for (const oldest of answers.keys()) {
        if (kept <= mostOffers) break;
        drop(oldest);
      }
    },
  };
}
