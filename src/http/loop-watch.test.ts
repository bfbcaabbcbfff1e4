import { describe, expect, it } from 'vitest';
import { judgeDelays, longestDelayMs } from './loop-watch.ts';

const [good, bad] = [longestDelayMs, longestDelayMs + 1];

describe('an event loop', () => {
  it.each([
    ['that keeps up', [0, 20, good, good], [false, false, false, false]],
    ['that was held up once', [good, bad, good, bad], [false, false, false, false]],
    ['that does not come after', [bad, bad, bad], [false, true, true]],
    ['that has recovered', [bad, bad, good, bad], [false, true, false, false]],
  ])('%s is judged second by second', (_what, delays, drowning) => {
    const judge = judgeDelays();
    expect(delays.map((delay) => judge(delay))).toEqual(drowning);
  });
});
