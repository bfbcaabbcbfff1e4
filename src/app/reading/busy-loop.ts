import { performance } from 'node:perf_hooks';

/** From this share of its time on, a loop has others to serve. */
const busyShare = 0.5;

/** Tells whether this thread has worked for most of the time since it was last asked. */
export function createBusyLoop(): () => boolean {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization >= busyShare;
  };
}
