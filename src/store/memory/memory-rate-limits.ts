import type { RateLimits } from '../rate-limits.ts';

export interface MemoryRateLimitsSettings {
  /** Keys beyond this many are forgotten, longest untouched first. */
  readonly mostKeys: number;
  readonly nowMs: () => number;
}

/** Limits of this process alone. */
export function createMemoryRateLimits({ mostKeys, nowMs }: MemoryRateLimitsSettings): RateLimits {
  /** When all that was taken will have come back, by key; least recently taken first. */
  const wholeAtMs = new Map<string, number>();

  return {
    async take(key, limit, windowMs) {
      const now = nowMs();
      const each = windowMs / limit;
      const next = Math.max(wholeAtMs.get(key) ?? now, now) + each;
      const retryAfterMs = Math.ceil(next - windowMs - now);
      // Sums of fractions are not exact: a thousandth of a millisecond is none.
      if (next - windowMs - now > 0.001) return { allowed: false, retryAfterMs };
      wholeAtMs.delete(key);
      wholeAtMs.set(key, next);
      for (const oldest of wholeAtMs.keys()) {
        if (wholeAtMs.size <= mostKeys) break;
        wholeAtMs.delete(oldest);
      }
      return { allowed: true, retryAfterMs: 0 };
    },
    async [Symbol.asyncDispose]() {
      wholeAtMs.clear();
    },
  };
}
