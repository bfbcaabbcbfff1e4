import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createLoopPace } from './loop-pace.ts';

/** Lets ten pieces begin in the same turn of the loop, and notes which of them began in which turn. */
async function beginTen(most: number): Promise<number[][]> {
  const pace = createLoopPace(most);
  const begun: number[][] = [[]];
  const pieces = Array.from({ length: 10 }, async (_, piece) => {
    await pace();
    begun.at(-1)?.push(piece);
  });
  await Promise.resolve();
  while (begun.flat().length < 10) {
    begun.push([]);
    await nextTurnOfTheLoop();
  }
  await Promise.all(pieces);
  return begun.filter((turn) => turn.length > 0);
}

it('lets so many begin in one turn of the loop, in the order they came', async () => {
  expect(await beginTen(4)).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9],
  ]);
});

it('lets all begin at once where there is room', async () => {
  expect(await beginTen(10)).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]);
});

it('lets a lone one begin without a wait, also after a crowd', async () => {
  const pace = createLoopPace(1);
  expect(pace()).toBeUndefined();
  const second = pace();
  expect(second).toBeInstanceOf(Promise);
  await second;
  await nextTurnOfTheLoop();
  await nextTurnOfTheLoop();
  expect(pace()).toBeUndefined();
});
