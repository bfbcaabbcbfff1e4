import { describe, expect, it } from 'vitest';
import { boxOfLabel, overlap, placeLabels, type Dot } from './place-labels.ts';

const view = { width: 900, height: 240 };
const dot = (code: string, x: number, y: number, end = false): Dot => ({ code, x, y, end });

describe('labels of a map', () => {
  it('stand to the right where there is room', () => {
    expect(placeLabels([dot('LIS', 400, 100, true)], view).get('LIS')?.anchor).toBe('start');
  });

  it('cover neither each other nor dots, however close the airports are', () => {
    const dots = [
      dot('BOS', 690, 120, true),
      ...['EWR', 'JFK', 'LGA', 'PHL', 'IAD', 'BWI'].map((code, at) => dot(code, 660 + at * 4, 128 + at * 3)),
    ];
    const labels = placeLabels(dots, view);
    const boxes = dots.flatMap((one) => {
      const label = labels.get(one.code);
      return label ? [{ code: one.code, box: boxOfLabel(one, label) }] : [];
    });
    expect(labels.has('BOS')).toBe(true);
    expect(boxes.length).toBeGreaterThan(2);
    for (const one of boxes)
      for (const other of boxes) if (one !== other) expect(overlap(one.box, other.box)).toBe(false);
  });

  it('stay within the map', () => {
    expect(placeLabels([dot('AKL', 890, 100)], view).get('AKL')?.anchor).toBe('end');
  });
});
