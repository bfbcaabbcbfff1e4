import { measureLoopDelay } from '../platform/loop-delay.ts';

/** Whether the event loop keeps up. Dispose it to stop watching. */
export interface LoopWatch extends Disposable {
  readonly drowning: () => boolean;
}

/** Fine enough for delays of a second and more. */
const lookEveryMs = 100;
const sampleEveryMs = 1000;
/** Turns wait so long for the loop alone before more of them are refused. */
export const longestDelayMs = 1000;

/** Watches the event loop's delay, second by second. */
export function watchLoop(): LoopWatch {
  const delay = measureLoopDelay(lookEveryMs);
  const judge = judgeDelays();
  const state = { drowning: false };
  const timer = setInterval(() => {
    state.drowning = judge(delay.takeP99Ms());
  }, sampleEveryMs);
  timer.unref();
  return {
    drowning: () => state.drowning,
    [Symbol.dispose]() {
      clearInterval(timer);
      delay[Symbol.dispose]();
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
