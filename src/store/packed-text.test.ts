import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText, unpackText } from './packed-text.ts';

describe('a packed text', () => {
  it('comes back whole, whatever its length and letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(3000), (text, times) => {
        const long = text.repeat(times);
        expect(unpackText(packText(long))).toBe(long);
      }),
      { numRuns: 50 },
    );
  });

  it('is shorter where the text is long', () => {
    expect(packText('the same words '.repeat(1000)).length).toBeLessThan(200);
  });

  it('is not read from bytes that are none', () => {
    expect(() => unpackText(Buffer.from('{}'))).toThrow(TypeError);
    expect(() => unpackText(Buffer.from([1, 2, 3]))).toThrow();
  });
});
