import { createOutcomeWindow, type OutcomeWindowParts } from './outcome-window.ts';

export type Circuit = 'closed' | 'open' | 'half_open';

/** What the end of a call says of the source: it works, it does not, or nothing, as where the caller went away. */
export type Verdict = 'good' | 'bad' | 'none';

/** A call that the breaker let through. It has to tell how it ended. */
export interface Passage {
  /** `atMs`: since when it is as good as ended, where that is not now; a bad end is no news where another call has ended well since. */
  end(verdict: Verdict, atMs?: number): void;
}

export interface Breaker {
  /** Undefined where the call must not be made: the circuit rests, or another call is its trial. */
  enter(): Passage | undefined;
  circuit(): Circuit;
}

export interface BreakerParts extends OutcomeWindowParts {
  /** Opens when more than this share of the calls of the window failed. */
  readonly openAtShare: number;
  /** Rest before a trial call. */
  readonly restMs: number;
  /** A trial that has not ended after so long has failed, though it may still prove the source good. */
  readonly trialMs: number;
  readonly onCircuit: (circuit: Circuit) => void;
}

type State =
  | { readonly circuit: 'closed' }
  | { readonly circuit: 'open'; readonly openedAtMs: number }
  | { readonly circuit: 'half_open'; readonly openedAtMs: number; readonly trialAtMs: number };

/**
 * Lets no calls through while most of them fail; after a rest one at a time is a trial, and all others are refused at once until it has
 * ended. A trial that says nothing leaves the circuit open, and the next call is the next trial.
 */
export function createBreaker(parts: BreakerParts): Breaker {
  const { openAtShare, restMs, trialMs, nowMs } = parts;
  const outcomes = createOutcomeWindow(parts);
  let state: State = { circuit: 'closed' };
  /** The last call that was let through as a trial; undefined once it has told. */
  let trial: Passage | undefined;
  let lastGoodMs = -Infinity;

  function become(next: State): void {
    const changed = next.circuit !== state.circuit;
    state = next;
    if (changed) parts.onCircuit(next.circuit);
  }

  /** A call of a closed circuit. What ends after the circuit has opened is about a time that is over. */
  const usual: Passage = {
    end(verdict, atMs = nowMs()) {
      if (state.circuit !== 'closed' || verdict === 'none') return;
      if (verdict === 'good') lastGoodMs = nowMs();
      else if (lastGoodMs > atMs) return;
      outcomes.add(verdict === 'good', atMs);
      if (verdict === 'bad' && outcomes.failedShare() > openAtShare)
        become({ circuit: 'open', openedAtMs: atMs });
    },
  };

  function startTrial(openedAtMs: number): Passage {
    const own: Passage = {
      end(verdict, atMs = nowMs()) {
        if (trial !== own) return;
        trial = undefined;
        if (verdict === 'good') {
          outcomes.clear();
          lastGoodMs = nowMs();
          become({ circuit: 'closed' });
        } else if (state.circuit === 'half_open')
          become({ circuit: 'open', openedAtMs: verdict === 'bad' ? atMs : openedAtMs });
      },
    };
    trial = own;
    become({ circuit: 'half_open', openedAtMs, trialAtMs: nowMs() });
    return own;
  }

  return {
    enter() {
      if (state.circuit === 'half_open' && nowMs() - state.trialAtMs >= trialMs)
        become({ circuit: 'open', openedAtMs: nowMs() });
      if (state.circuit === 'closed') return usual;
      const rests = state.circuit === 'half_open' || nowMs() - state.openedAtMs < restMs;
      return rests ? undefined : startTrial(state.openedAtMs);
    },
    circuit: () => state.circuit,
  };
}
