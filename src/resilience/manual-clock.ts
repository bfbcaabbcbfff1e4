/** For tests: time that passes when it is told to. */
export interface ManualClock {
  readonly nowMs: () => number;
  /** Like Node's, it throws an error of its own when the signal is first. */
  readonly delay: (forMs: number, signal: AbortSignal) => Promise<void>;
  /** Lets so much time pass, stopping at each delay that ends on the way until all who waited for it have gone on. */
  readonly pass: (forMs: number) => Promise<void>;
}

export function createManualClock(): ManualClock {
  let now = 0;
  const waiting = new Set<{ readonly atMs: number; readonly go: () => void }>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    nowMs: () => now,
    delay(forMs, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const entry = { atMs: now + forMs, go: () => resolve(undefined) };
      waiting.add(entry);
      signal.addEventListener('abort', () => {
        waiting.delete(entry);
        reject(new Error('the timer was aborted'));
      });
      return promise;
    },
    async pass(forMs) {
      const untilMs = now + forMs;
      for (;;) {
        await settle();
        const [next] = [...waiting].filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs);
        if (!next) break;
        waiting.delete(next);
        now = next.atMs;
        next.go();
      }
      now = untilMs;
    },
  };
}
