import { createOutcomeWindow, type OutcomeWindowParts } from './outcome-window.ts';

export type Circuit = 'closed' | 'open' | 'half_open';

/** What the end of a call says of the source: it works, it does not, or nothing, as where the caller went away. */
export type Verdict = 'good' | 'bad' | 'none';

/** A call that the breaker let through. It has to tell how it ended. */
export interface Passage {
  /** Those it was made for went on without it: it counts as failed from now on, until it still ends well. */
  overdue(): void;
  end(verdict: Verdict): void;
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

/** How a call has ended; undefined while it runs. */
interface Call {
  verdict: Verdict | undefined;
}

/** So many of the calls that began last tell whether a source has recovered from what is only learnt of now. */
const mostLatest = 6;

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
  let latest: Call[] = [];
  /** Good trials so far: what began before the last one is about a time that is over. */
  let recoveries = 0;

  function become(next: State): void {
    const changed = next.circuit !== state.circuit;
    state = next;
    if (changed) parts.onCircuit(next.circuit);
  }

  /** A call that hangs is learnt of late: most of what began after it may have ended well by then. */
  function hasRecoveredSince(call: Call): boolean {
    const since = latest.slice(latest.indexOf(call) + 1).filter(({ verdict }) => verdict !== 'none');
    const unwell = since.filter(({ verdict }) => verdict !== 'good');
    return since.length > 0 && unwell.length / since.length <= openAtShare;
  }

  function hasFailed(call: Call): void {
    outcomes.add(false, nowMs());
    if (outcomes.failedShare() > openAtShare && !hasRecoveredSince(call))
      become({ circuit: 'open', openedAtMs: nowMs() });
  }

  /** A call of a closed circuit. What ends after the circuit has opened says nothing, but for a failure that was none after all. */
  function startUsual(): Passage {
    const own: Call = { verdict: undefined };
    const begun = recoveries;
    let overdueAtMs: number | undefined;
    latest = [...latest.slice(1 - mostLatest), own];

    function takeBack(atMs: number, verdict: Verdict): void {
      if (verdict === 'bad') return;
      outcomes.remove(false, atMs);
      if (verdict === 'none') return;
      outcomes.add(true, nowMs());
      if (state.circuit !== 'closed' && outcomes.failedShare() <= openAtShare) become({ circuit: 'closed' });
    }

    return {
      overdue() {
        if (state.circuit !== 'closed' || begun !== recoveries) return;
        if (own.verdict !== undefined || overdueAtMs !== undefined) return;
        overdueAtMs = nowMs();
        hasFailed(own);
      },
      end(verdict) {
        own.verdict = verdict;
        if (begun !== recoveries) return;
        if (overdueAtMs !== undefined) takeBack(overdueAtMs, verdict);
        else if (state.circuit !== 'closed' || verdict === 'none') return;
        else if (verdict === 'good') outcomes.add(true, nowMs());
        else hasFailed(own);
      },
    };
  }

  function startTrial(openedAtMs: number): Passage {
    const own: Passage = {
      overdue() {
        if (trial === own && state.circuit === 'half_open') become({ circuit: 'open', openedAtMs: nowMs() });
      },
      end(verdict) {
        if (trial !== own) return;
        trial = undefined;
        if (verdict === 'good') {
          outcomes.clear();
          recoveries += 1;
          become({ circuit: 'closed' });
        } else if (state.circuit === 'half_open')
          become({ circuit: 'open', openedAtMs: verdict === 'bad' ? nowMs() : openedAtMs });
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
      if (state.circuit === 'closed') return startUsual();
      const rests = state.circuit === 'half_open' || nowMs() - state.openedAtMs < restMs;
      return rests ? undefined : startTrial(state.openedAtMs);
    },
    circuit: () => state.circuit,
  };
}
