import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How late the event loop is. Dispose it to stop measuring. */
export interface LoopDelay extends Disposable {
  /** The 99th percentile since it was last taken, milliseconds; 0 where nothing was late. */
  readonly takeP99Ms: () => number;
}

/** Looks so often at the loop. Each look wakes the process: often is exact, and seldom lets an idle machine sleep. */
export function measureLoopDelay(everyMs: number): LoopDelay {
  const between = monitorEventLoopDelay({ resolution: everyMs });
  between.enable();
  return {
    takeP99Ms() {
      // Of the time between two looks, what was meant to pass is no delay. No look yet is a percentile of 0.
      const p99Ms = Math.max(0, between.percentile(99) / 1e6 - everyMs);
      between.reset();
      return p99Ms;
    },
    [Symbol.dispose]() {
      between.disable();
    },
  };
}
