import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  it.each([
    ['BOS → LIS', 'BOS to LIS'],
    ['BOS -> LIS', 'BOS to LIS'],
    ['I’m  in\tBoston', "I'm in Boston"],
    ['\u202Efrom\u202C Paris\u0000', 'from Paris'],
    ['✈️ Lisbon 🏖️ please', 'to Lisbon please'],
    ['São Paulo', 'São Paulo'],
    ['one way flight.Can you', 'one way flight. Can you'],
    ['at 9 a.m. sharp', 'at 9 a.m. sharp'],
    ['ＬＩＳ', 'LIS'],
    ['May 3–10', 'May 3-10'],
    ['\uE000\uE001 to Rome', 'to Rome'],
  ])('reads %j as %j', (written, expected) => {
    expect(normalise(written)).toBe(expected);
  });

  it('keeps the length of lower case', () => {
    const text = normalise('İSTANBUL to Ankara');
    expect(text.toLowerCase()).toHaveLength(text.length);
  });
});
