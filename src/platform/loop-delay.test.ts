import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { measureLoopDelay } from './loop-delay.ts';

function holdLoop(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it('measures how long the event loop was held up, once', async () => {
  using loop = measureLoopDelay(10);
  await delay(50);
  loop.takeP99Ms();
  await delay(50);
  holdLoop(300);
  await delay(50);
  const p99Ms = loop.takeP99Ms();
  expect(p99Ms).toBeGreaterThan(250);
  await delay(50);
  expect(loop.takeP99Ms()).toBeLessThan(p99Ms);
});

it('reports no delay before it has looked, nor after it was disposed', async () => {
  const loop = measureLoopDelay(10);
  expect(loop.takeP99Ms()).toBe(0);
  loop[Symbol.dispose]();
  await delay(50);
  expect(loop.takeP99Ms()).toBe(0);
});
