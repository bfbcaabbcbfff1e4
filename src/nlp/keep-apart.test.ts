import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepApart } from './keep-apart.ts';

const stretch = (start: number, end: number) => ({ start, end });

describe('keepApart', () => {
  it('keeps the longer of two that overlap, and of equally long ones the first', () => {
    const [short, long, twin] = [stretch(5, 8), stretch(6, 12), stretch(7, 13)];
    expect(keepApart([short, long])).toEqual([long]);
    expect(keepApart([twin, long])).toEqual([twin]);
  });

  it('answers in the order of the text', () => {
    expect(keepApart([stretch(9, 12), stretch(0, 3), stretch(3, 9)])).toEqual([
      stretch(0, 3),
      stretch(3, 9),
      stretch(9, 12),
    ]);
  });

  it('leaves nothing that overlaps, and nothing out that would not', () => {
    const stretches = fc.array(
      fc
        .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
        .map(([start, length]) => stretch(start, start + length)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(stretches, (all) => {
        const kept = keepApart(all);
        kept.forEach((each, index) => {
          if (index > 0) expect(each.start).toBeGreaterThanOrEqual(kept[index - 1]!.end);
        });
        for (const each of all)
          expect(kept.some((other) => each.start < other.end && each.end > other.start)).toBe(true);
      }),
    );
  });
});
