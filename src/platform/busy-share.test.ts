import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createBusyShare } from './busy-share.ts';

it('tells of the time since it was last asked how much of it was work', async () => {
  const busyShare = createBusyShare();
  const until = performance.now() + 50;
  while (performance.now() < until);
  const working = busyShare();
  await delay(200);
  const waiting = busyShare();
  expect(working).toBeGreaterThan(0.9);
  expect(waiting).toBeLessThan(working);
});
