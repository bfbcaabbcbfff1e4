import { untilAborted } from './until-aborted.ts';

export interface TimeLimit {
  /** Of whoever waits. */
  readonly signal: AbortSignal;
  readonly mostMs: number;
  /** What the wait ends with when the time is over. */
  readonly late: () => Error;
}

/** The work's outcome; given up, and its signal aborted, when the time is over or nobody waits any more. */
export async function withinTime<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  { signal, mostMs, late }: TimeLimit,
): Promise<Value> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(late()), mostMs);
  const either = AbortSignal.any([signal, over.signal]);
  try {
    return await untilAborted(work(either), either);
  } finally {
    clearTimeout(timer);
  }
}
