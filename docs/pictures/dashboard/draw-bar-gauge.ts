import type { Box, Drawing } from './draw-panel.ts';
import { formatUnit } from './format-unit.ts';
import { latestValue } from './latest-value.ts';
import { ink, rect, text } from './paint.ts';
import { thresholdColour } from './threshold-colour.ts';

const longestBar = 44;

/** A bar for each series, in the colour of its threshold. */
export function drawBarGauge({ panel, series }: Drawing, { width, height }: Box): string {
  const { unit = 'short', decimals, min = 0, max } = panel.fieldConfig?.defaults ?? {};
  const bars = series.flatMap((each) => {
    const value = latestValue(each);
    return value === undefined ? [] : [{ name: each.name, value }];
  });
  const end = max ?? Math.max(...bars.map(({ value }) => value));
  const each = Math.min(longestBar + 22, height / bars.length);
  return bars
    .map(({ name, value }, index) => {
      const y = index * each + 4;
      const colour = thresholdColour(panel, value);
      const share = Math.min(1, (value - min) / (end - min || 1));
      return [
        text(0, y + 11, name, { fill: ink.strong, size: 12 }),
        text(width, y + 11, formatUnit(value, unit, decimals), {
          anchor: 'end',
          fill: colour,
          size: 13,
          weight: 600,
        }),
        rect(0, y + 18, width, each - 32, ink.edge),
        rect(0, y + 18, width * share, each - 32, colour),
      ].join('');
    })
    .join('\n');
}
