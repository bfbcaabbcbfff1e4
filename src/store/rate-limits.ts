export interface RateDecision {
  readonly allowed: boolean;
  /** How long to wait until one more is allowed; 0 where this one is. */
  readonly retryAfterMs: number;
}

/** How often something may happen. Every implementation passes rate-limits.contract.ts. */
export interface RateLimits extends AsyncDisposable {
  /**
   * Takes one of `limit` that a key has in `windowMs`. The whole limit may be taken at once, and then comes back evenly: one each
   * `windowMs / limit` (the generic cell rate algorithm, ITU-T I.371). A refusal takes nothing.
   */
  take(key: string, limit: number, windowMs: number): Promise<RateDecision>;
}
