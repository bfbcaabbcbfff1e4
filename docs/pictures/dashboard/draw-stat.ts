import type { Box, Drawing } from './draw-panel.ts';
import { formatUnit } from './format-unit.ts';
import { latestValue } from './latest-value.ts';
import { ink, text } from './paint.ts';
import { thresholdColour } from './threshold-colour.ts';

/** One big number in the colour of its threshold. */
export function drawStat({ panel, series }: Drawing, { width, height }: Box): string {
  const value = series[0] && latestValue(series[0]);
  const { unit = 'short', decimals, noValue = 'none' } = panel.fieldConfig?.defaults ?? {};
  if (value === undefined) return text(width / 2, height / 2, noValue, { anchor: 'middle', size: 12 });
  const colour = thresholdColour(panel, value);
  return `<rect x="-10" y="-24" width="${width + 20}" height="${height + 34}" rx="2" fill="${colour}" fill-opacity="0.22"/>
<rect x="-10" y="-24" width="4" height="${height + 34}" fill="${colour}"/>
${text(width / 2, height / 2 + 12, formatUnit(value, unit, decimals), { anchor: 'middle', size: 30, weight: 600, fill: ink.strong })}`;
}
