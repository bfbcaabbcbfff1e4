export interface OutcomeWindowParts {
  readonly windowMs: number;
  /** Calls a second in the window below which nothing is concluded. */
  readonly leastPerSecond: number;
  readonly nowMs: () => number;
}

/** How the calls of the last so many milliseconds ended. */
export interface OutcomeWindow {
  add(good: boolean, atMs: number): void;
  /** An outcome that was added for that time was another one after all. */
  remove(good: boolean, atMs: number): void;
  /** From 0 to 1; 0 where there were too few calls to tell. */
  failedShare(): number;
  clear(): void;
}

/** The window moves on by these steps: outcomes of one step are counted together, so that a thousand calls a second take no memory. */
const steps = 30;

export function createOutcomeWindow({ windowMs, leastPerSecond, nowMs }: OutcomeWindowParts): OutcomeWindow {
  const stepMs = windowMs / steps;
  const least = (windowMs / 1000) * leastPerSecond;
  let counts: { readonly step: number; good: number; bad: number }[] = [];

  function forgetOld(): void {
    const oldest = Math.floor(nowMs() / stepMs) - steps;
    counts = counts.filter((count) => count.step > oldest);
  }

  return {
    add(good, atMs) {
      const step = Math.floor(atMs / stepMs);
      let count = counts.findLast((each) => each.step === step);
      if (!count) {
        forgetOld();
        counts.push((count = { step, good: 0, bad: 0 }));
      }
      count[good ? 'good' : 'bad'] += 1;
    },
    remove(good, atMs) {
      const count = counts.findLast(({ step }) => step === Math.floor(atMs / stepMs));
      if (count) count[good ? 'good' : 'bad'] -= 1;
    },
    failedShare() {
      forgetOld();
      const bad = counts.reduce((sum, count) => sum + count.bad, 0);
      const all = counts.reduce((sum, count) => sum + count.good + count.bad, 0);
      return all < least ? 0 : bad / Math.max(1, all);
    },
    clear() {
      counts = [];
    },
  };
}
