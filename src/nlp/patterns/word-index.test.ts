import { describe, expect, it } from 'vitest';
import { createWordIndex } from './word-index.ts';

const lists = [['stop'], ['stop ', 'way '], ['0'], ['#', '\uE000'], null, ['a ']];
const index = createWordIndex(lists);
const found = (text: string): number[] => {
  const open = index.find(text);
  return lists.flatMap((_, number) => ((open[number >> 5] ?? 0) & (1 << (number & 31)) ? [number] : []));
};

describe('createWordIndex', () => {
  it.each<[string, number[]]>([
    ['', [4]],
    ['nothing of it', [4]],
    ['one stop', [0, 1, 4]],
    ['nonstops', [4]],
    ['non-stops', [0, 4]],
    ['2stop', [0, 1, 2, 4]],
    ['a way', [1, 4, 5]],
    ['away', [4]],
    ['away stop', [0, 1, 4]],
    ['on the 7th', [2, 4]],
    ['to \uE000', [3, 4]],
    ['stopé', [0, 1, 4]],
  ])('finds in "%s" what is about its words', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });
});
