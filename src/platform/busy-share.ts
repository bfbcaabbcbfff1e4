import { performance } from 'node:perf_hooks';

/** Tells the share of its time, 0 to 1, that this thread has worked since it was last asked. */
export function createBusyShare(): () => number {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization;
  };
}
