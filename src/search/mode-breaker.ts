import { settledMode, type ChosenMode } from './chosen-mode.ts';

/** Whether async searches may run: all of them, none for a while, or one at a time on trial. */
export type ModeBreakerState =
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly openedAtMs: number }
  | { readonly state: 'half_open'; readonly trial: Trial | null; readonly good: number };

/** What was given async to see how its search ends. */
interface Trial {
  readonly chosen: ChosenMode;
  readonly startedAtMs: number;
  /** One of its searches has ended well. */
  readonly searched: boolean;
}

export interface ModeBreaker {
  /** The mode for what would run async; sync while the breaker says so. A trial is over when it is disposed, and leaves its place to the next. */
  choose(): ChosenMode;
  /** How an async search ended: false where it broke. */
  record(ok: boolean): void;
  readonly state: ModeBreakerState;
}

export interface ModeBreakerParts {
  readonly nowMs: () => number;
  readonly onChange: (state: ModeBreakerState['state']) => void;
}

/** Failures in the last so many async searches that open the breaker. */
const window = 20;
const opensAt = 10;
const restMs = 15_000;
/** Trials in a row that must go well before async is trusted again. */
const trialsNeeded = 3;
/** A trial whose search has not ended after so long keeps nobody else from one. */
const trialLostMs = 15_000;

/**
 * Falls back to sync when async searches break (not when a source fails), and probes its way back: after a rest one turn or search at a time
 * runs async; three good ones close the breaker, whatever they search, a bad search opens it again. What searches nothing says nothing.
 */
export function createModeBreaker({ nowMs, onChange }: ModeBreakerParts): ModeBreaker {
  let current: ModeBreakerState = { state: 'closed' };
  let outcomes: boolean[] = [];

  function become(next: ModeBreakerState): void {
    const changed = next.state !== current.state;
    current = next;
    if (changed) onChange(next.state);
  }

  function endTrial(chosen: ChosenMode): void {
    if (current.state !== 'half_open' || current.trial?.chosen !== chosen) return;
    const good = current.good + (current.trial.searched ? 1 : 0);
    if (good < trialsNeeded) become({ state: 'half_open', trial: null, good });
    else {
      outcomes = [];
      become({ state: 'closed' });
    }
  }

  return {
    get state() {
      return current;
    },
    choose() {
      if (current.state === 'open' && nowMs() - current.openedAtMs >= restMs)
        become({ state: 'half_open', trial: null, good: 0 });
      if (current.state === 'closed') return settledMode('async');
      if (current.state === 'open') return settledMode('sync');
      const { trial } = current;
      if (trial && nowMs() - trial.startedAtMs < trialLostMs) return settledMode('sync');
      const chosen: ChosenMode = { mode: 'async', [Symbol.dispose]: () => endTrial(chosen) };
      become({ ...current, trial: { chosen, startedAtMs: nowMs(), searched: false } });
      return chosen;
    },
    record(ok) {
      switch (current.state) {
        case 'open':
          return;
        case 'half_open':
          if (!ok) become({ state: 'open', openedAtMs: nowMs() });
          else if (current.trial) become({ ...current, trial: { ...current.trial, searched: true } });
          return;
        case 'closed':
          outcomes = [...outcomes, ok].slice(-window);
          if (outcomes.filter((good) => !good).length >= opensAt)
            become({ state: 'open', openedAtMs: nowMs() });
      }
    },
  };
}
