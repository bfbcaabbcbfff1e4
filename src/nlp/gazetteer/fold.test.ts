import { describe, expect, it } from 'vitest';
import { foldWord, keyOf, wordsOf } from './fold.ts';

describe('words of a text', () => {
  it.each<[string, readonly string[]]>([
    ['from Boston to Lisbon.', ['from', 'boston', 'to', 'lisbon']],
    ["O'Hare, Washington D.C. and St. Louis", ['ohare', 'washington', 'dc', 'and', 'saint', 'louis']],
    ['Lisbon.From Porto', ['lisbon', 'from', 'porto']],
    ["Boston's São Paulo", ['boston', 'sao', 'paulo']],
    ['…', []],
    ['', []],
    ['x', ['x']],
  ])('reads %j', (text, keys) => {
    expect(wordsOf(text).map(({ key }) => key)).toEqual(keys);
  });

  it('places words where they are written', () => {
    const text = '  “Zürich” → St. Gallen!';
    for (const { start, end, written } of wordsOf(text)) expect(text.slice(start, end)).toBe(written);
    expect(keyOf(wordsOf(text), 1, 2)).toBe('saint gallen');
  });

  it('folds plain words as it folds others', () => {
    for (const word of ['Boston', 'MT', 'B2B', 'ft', 'constructor'])
      // The mark is taken away, and with it the short way.
      expect(foldWord(word)).toBe(foldWord(`${word}\u0301`.normalize('NFD')));
  });
});
