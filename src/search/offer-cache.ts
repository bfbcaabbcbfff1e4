import type { Offer } from '../domain/offer.ts';

/** What a source answered to a request, kept for no longer than the offers live. */
export interface OfferCache {
  /** Offers new enough to answer who asks now; undefined where there are none. */
  fresh(key: string): readonly Offer[] | undefined;
  /** Those of its offers that still hold, for a conversation that was told to wait for them; undefined where there are none. */
  living(key: string): readonly Offer[] | undefined;
  /** Offers past their time that are still better than nothing when the source fails. */
  stale(key: string): readonly Offer[] | undefined;
  /** `observedAtMs`: when the offers were observed, by the cache's own clock, which need not be the wall clock that they name. */
  keep(key: string, offers: readonly Offer[], observedAtMs: number): void;
}

export interface OfferCacheParts {
  /** Lists of offers as bytes. */
  readonly packer: {
    pack(offers: readonly Offer[]): Uint8Array;
    unpack(packed: Uint8Array): readonly Offer[];
  };
  readonly nowMs: () => number;
}

interface Answer {
  readonly packed: Uint8Array;
  readonly count: number;
  readonly observedAtMs: number;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
}

const freshMs = 3 * 60_000;
const staleMs = 30 * 60_000;
/** Bounds the memory: packed, an offer of a real source takes some three hundred bytes. */
const mostOffers = 50_000;
/** As objects it takes some five kilobytes. */
const mostUnpacked = 5_000;

const lifeMs = ({ observedAt, expiresAt }: Offer): number =>
  expiresAt === null ? Infinity : Date.parse(expiresAt) - Date.parse(observedAt);

/**
 * Least recently used answers leave first. Most searches are never made again, and thousands of offers that live for half an hour make all
 * garbage collection slow: answers are kept as bytes, and as objects only once they have been asked for a second time.
 */
export function createOfferCache({ packer, nowMs }: OfferCacheParts): OfferCache {
  const answers = new Map<string, Answer>();
  const unpacked = new Map<string, readonly Offer[]>();
  let kept = 0;
  let keptUnpacked = 0;

  function read(key: string, untilMs: (answer: Answer) => number): readonly Offer[] | undefined {
    const answer = answers.get(key);
    if (!answer) return undefined;
    answers.delete(key);
    answers.set(key, answer);
    return untilMs(answer) > nowMs() ? offersOf(key, answer) : undefined;
  }

  /** The same list every time, so that what follows from it can be remembered. */
  function offersOf(key: string, { packed, count }: Answer): readonly Offer[] {
    const offers = unpacked.get(key) ?? packer.unpack(packed);
    if (!unpacked.delete(key)) keptUnpacked += count;
    unpacked.set(key, offers);
    for (const oldest of unpacked.keys()) {
      if (keptUnpacked <= mostUnpacked) break;
      dropUnpacked(oldest);
    }
    return offers;
  }

  function dropUnpacked(key: string): void {
    if (unpacked.delete(key)) keptUnpacked -= answers.get(key)?.count ?? 0;
  }

  function drop(key: string): void {
    dropUnpacked(key);
    kept -= answers.get(key)?.count ?? 0;
    answers.delete(key);
  }

  return {
    fresh: (key) => read(key, ({ freshUntilMs }) => freshUntilMs),
    living(key) {
      const offers = read(key, ({ staleUntilMs }) => staleUntilMs);
      const ageMs = nowMs() - (answers.get(key)?.observedAtMs ?? 0);
      const living = offers?.filter((offer) => lifeMs(offer) > ageMs) ?? [];
      return living.length > 0 ? living : undefined;
    },
    stale: (key) => read(key, ({ staleUntilMs }) => staleUntilMs),
    keep(key, offers, observedAtMs) {
      drop(key);
      const firstEndsMs = observedAtMs + Math.min(...offers.map(lifeMs));
      answers.set(key, {
        packed: packer.pack(offers),
        count: offers.length,
        observedAtMs,
        freshUntilMs: Math.min(observedAtMs + freshMs, firstEndsMs),
        staleUntilMs: observedAtMs + staleMs,
      });
      kept += offers.length;
      for (const oldest of answers.keys()) {
        if (kept <= mostOffers) break;
        drop(oldest);
      }
    },
  };
}
