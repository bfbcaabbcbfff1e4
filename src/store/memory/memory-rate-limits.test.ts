import { expect, it } from 'vitest';
import { describeRateLimits } from '../rate-limits.contract.ts';
import { createMemoryRateLimits } from './memory-rate-limits.ts';

describeRateLimits('memory', async () => {
  let nowMs = 1_000_000;
  return {
    limits: createMemoryRateLimits({ mostKeys: 100, nowMs: () => nowMs }),
    pass: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
});

it('the limits of a process stay within their number of keys', async () => {
  await using limits = createMemoryRateLimits({ mostKeys: 2, nowMs: () => 1 });
  for (const key of ['a', 'b', 'c']) await limits.take(key, 1, 1_000);
  expect((await limits.take('c', 1, 1_000)).allowed).toBe(false);
  expect((await limits.take('a', 1, 1_000)).allowed).toBe(true);
});
