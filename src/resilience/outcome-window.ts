export interface OutcomeWindowParts {
  readonly windowMs: number;
  /** Calls a second in the window below which nothing is concluded. */
  readonly leastPerSecond: number;
  readonly nowMs: () => number;
}

/** How the calls of the last so many milliseconds ended. */
export interface OutcomeWindow {
  add(good: boolean): void;
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

  function current() {
    const step = Math.floor(nowMs() / stepMs);
    counts = counts.filter((count) => count.step > step - steps);
    const last = counts.at(-1);
    if (last?.step === step) return last;
    const next = { step, good: 0, bad: 0 };
    counts.push(next);
    return next;
  }

  return {
    add(good) {
      current()[good ? 'good' : 'bad'] += 1;
    },
    failedShare() {
      current();
      const bad = counts.reduce((sum, count) => sum + count.bad, 0);
      const all = counts.reduce((sum, count) => sum + count.good + count.bad, 0);
      return all < least ? 0 : bad / Math.max(1, all);
    },
    clear() {
      counts = [];
    },
  };
}
