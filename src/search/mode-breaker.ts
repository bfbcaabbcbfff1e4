import type { SearchMode } from './report.ts';

/** Whether async turns may run: all of them, none for a while, or one at a time on trial. */
export type ModeBreakerState =
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly openedAtMs: number }
  | { readonly state: 'half_open'; readonly trialAtMs: number | null; readonly good: number };

export interface ModeBreaker {
  /** The mode for a turn that would run async; sync while the breaker says so. */
  choose(): SearchMode;
  /** What came of an async turn: false where its search broke. */
  record(ok: boolean): void;
  readonly state: ModeBreakerState;
}

export interface ModeBreakerParts {
  readonly nowMs: () => number;
  readonly onChange: (state: ModeBreakerState['state']) => void;
}

/** Failures in the last so many async turns that open the breaker. */
const window = 20;
const opensAt = 10;
const restMs = 15_000;
/** Trials in a row that must go well before async is trusted again. */
const trialsNeeded = 3;
/** A trial that nobody has heard of for so long is lost, as when the traveller went away in the middle of it. */
const trialLostMs = 15_000;

/**
 * Falls back to sync when searches break in async turns (not when a source fails), and probes its way back: after a rest one turn at a time runs
 * async; three good ones close the breaker, a bad one opens it again.
 */
export function createModeBreaker({ nowMs, onChange }: ModeBreakerParts): ModeBreaker {
  let current: ModeBreakerState = { state: 'closed' };
  let outcomes: boolean[] = [];

  function become(next: ModeBreakerState): void {
    const changed = next.state !== current.state;
    current = next;
    if (changed) onChange(next.state);
  }

  return {
    get state() {
      return current;
    },
    choose() {
      if (current.state === 'open' && nowMs() - current.openedAtMs >= restMs)
        become({ state: 'half_open', trialAtMs: null, good: 0 });
      if (current.state === 'closed') return 'async';
      if (current.state === 'open') return 'sync';
      const { trialAtMs } = current;
      if (trialAtMs !== null && nowMs() - trialAtMs < trialLostMs) return 'sync';
      become({ ...current, trialAtMs: nowMs() });
      return 'async';
    },
    record(ok) {
      switch (current.state) {
        case 'open':
          return;
        case 'half_open': {
          const good = current.good + 1;
          if (!ok) become({ state: 'open', openedAtMs: nowMs() });
          else if (good < trialsNeeded) become({ state: 'half_open', trialAtMs: null, good });
          else {
            outcomes = [];
            become({ state: 'closed' });
          }
          return;
        }
        case 'closed':
          outcomes = [...outcomes, ok].slice(-window);
          if (outcomes.filter((good) => !good).length >= opensAt)
            become({ state: 'open', openedAtMs: nowMs() });
      }
    },
  };
}
