import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createBusyLoop } from './busy-loop.ts';

it('a loop is busy while it works, and not while it waits', async () => {
  const isBusy = createBusyLoop();
  await delay(100);
  expect(isBusy()).toBe(false);
  const until = performance.now() + 20;
  while (performance.now() < until);
  expect(isBusy()).toBe(true);
  await delay(100);
  expect(isBusy()).toBe(false);
});
