import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Whether the event loop keeps up. Dispose it to stop watching. */
export interface LoopWatch extends Disposable {
  readonly drowning: () => boolean;
}

const resolutionMs = 20;
const sampleEveryMs = 1000;
/** Turns wait so long for the loop alone before more of them are refused. */
export const longestDelayMs = 1000;

/** Watches the event loop's delay, second by second. */
export function watchLoop(): LoopWatch {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const judge = judgeDelays();
  const state = { drowning: false };
  const timer = setInterval(() => {
    // The histogram holds the time between two looks, which is the resolution when nothing is late.
    state.drowning = judge(delay.percentile(99) / 1e6 - resolutionMs);
    delay.reset();
  }, sampleEveryMs);
  timer.unref();
  return {
    drowning: () => state.drowning,
    [Symbol.dispose]() {
      clearInterval(timer);
      delay.disable();
    },
  };
}

/** Two seconds in a row have to be bad: one burst of turns may hold the loop for a while and still be answered in time. */
export function judgeDelays(): (p99Ms: number) => boolean {
  let lastWasBad = false;
  return (p99Ms) => {
    const bad = p99Ms > longestDelayMs;
    const drowning = bad && lastWasBad;
    lastWasBad = bad;
    return drowning;
  };
}
