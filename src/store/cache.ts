/** A key held by one process of all, so that the others wait for its result rather than do the same work. */
export interface CacheLock extends AsyncDisposable {
  /** Names this holder; nobody else can release the lock. */
  readonly token: string;
  /** False where the lock had ended by itself before. */
  release(): Promise<boolean>;
}

/** Texts that may be lost at any time. Every implementation passes cache.contract.ts. */
export interface Cache extends AsyncDisposable {
  get(key: string): Promise<string | undefined>;
  /** A text that is too large to be worth its room is not kept. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Undefined where somebody else holds the key; ends by itself after `ttlMs`, should its holder die. */
  lock(key: string, ttlMs: number): Promise<CacheLock | undefined>;
}
