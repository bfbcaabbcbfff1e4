import type { PanelSeries } from '../../../test/deploy/ask-panel.ts';
import type { Panel } from '../../../test/deploy/dashboard.ts';
import type { Box, Drawing } from './draw-panel.ts';
import { formatUnit } from './format-unit.ts';
import { colourOf, escape, ink, line, nthColour, points, text, type Point } from './paint.ts';
import { drawTimeAxis, timeScale } from './time-axis.ts';

const axisWidth = 52;
const axisHeight = 16;
const legendLine = 15;

/** Lines over time, one on another where the panel stacks them, with a scale, thresholds and a legend. */
export function drawTimeSeries(drawing: Drawing, { width, height }: Box): string {
  const { panel, series, range } = drawing;
  const { unit = 'short', decimals, min = 0, max, custom, thresholds } = panel.fieldConfig?.defaults ?? {};
  const colours = series.map(({ name }, index) => ownColour(panel, name) ?? nthColour(index));
  const legend = drawLegend(series, colours, { width, height });
  const plot = { width: width - axisWidth, height: height - legend.height - axisHeight };
  const layers = custom?.stacking
    ? stacked(series)
    : series.map(({ points: top }) => ({ top, floor: undefined }));
  const limits = custom?.thresholdsStyle
    ? (thresholds?.steps ?? []).filter(({ value }) => value !== null)
    : [];
  const highest = Math.max(0, ...layers.flatMap(({ top }) => top.map(([, value]) => value || 0)));
  const ticks = ticksFor(max ?? highest * 1.1, unit);
  const end = max ?? ticks.at(-1) ?? 1;
  const x = timeScale(range, { from: axisWidth, to: width });
  const y = (value: number) => plot.height * (1 - (value - min) / (end - min || 1));
  const grid = ticks.map(
    (tick) =>
      line([axisWidth, y(tick)], [width, y(tick)], ink.edge) +
      text(axisWidth - 6, y(tick) + 4, formatUnit(tick, unit, decimals), { anchor: 'end', size: 10 }),
  );
  const lines = layers.flatMap(({ top, floor }, index) =>
    piecesOf(top, range.step).map((piece) => {
      const edge = piece.map(([at, value]): Point => [x(at), y(value)]);
      const back = piece.map(([at]): Point => [x(at), y(floor?.get(at) ?? 0)]).toReversed();
      const colour = colours[index] ?? ink.strong;
      return `<polygon points="${points([...edge, ...back])}" fill="${colour}" fill-opacity="${(custom?.fillOpacity ?? 0) / 100}"/><polyline points="${points(edge)}" fill="none" stroke="${colour}" stroke-width="${1.5 * (custom?.lineWidth ?? 1)}"/>`;
    }),
  );
  const within = limits.filter(({ value }) => (value ?? 0) <= end);
  return [
    ...grid,
    drawTimeAxis(drawing, { from: axisWidth, to: width }, plot.height + axisHeight),
    ...lines,
    ...within.map(({ value, color }) =>
      line([axisWidth, y(value ?? 0)], [width, y(value ?? 0)], colourOf(color), '5 3'),
    ),
    legend.svg,
  ].join('\n');
}

function ownColour({ fieldConfig }: Panel, name: string): string | undefined {
  const override = fieldConfig?.overrides.findLast(({ matcher }) =>
    new RegExp(matcher.options.slice(1, -1)).test(name),
  );
  const [property] = override?.properties ?? [];
  return property && colourOf(property.value.fixedColor);
}

/** Each on top of those before it. */
function stacked(series: readonly PanelSeries[]) {
  const sums = new Map<number, number>();
  return series.map(({ points: own }) => {
    const floor = new Map(sums);
    const top = own.map(([at, value]) => {
      const sum = (sums.get(at) ?? 0) + (value || 0);
      sums.set(at, sum);
      return [at, sum] as const;
    });
    return { top, floor };
  });
}

/** A line breaks where there is no value. */
function piecesOf(all: PanelSeries['points'], step: number): PanelSeries['points'][] {
  const pieces: (readonly [number, number])[][] = [];
  let lastAt = -Infinity;
  for (const point of all) {
    if (!Number.isFinite(point[1])) continue;
    if (point[0] - lastAt > step * 1.5) pieces.push([]);
    pieces.at(-1)?.push(point);
    lastAt = point[0];
  }
  return pieces;
}

/** Three to five round values from 0; round in the unit that is shown. */
function ticksFor(highest: number, unit: string): number[] {
  const top = highest > 0 ? highest : 1;
  const base = unit === 'bytes' ? 2 ** Math.floor(Math.log2(top / 4)) : 10 ** Math.floor(Math.log10(top / 4));
  const step = [1, 2, 5, 10].map((times) => times * base).find((size) => top / size <= 4) ?? top;
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step);
}

/** Names with their colours in as many lines as they need, along the lower edge. */
function drawLegend(series: readonly PanelSeries[], colours: readonly string[], { width, height }: Box) {
  const lines: { name: string; colour: string; x: number }[][] = [[]];
  let x = 0;
  for (const [index, { name }] of series.entries()) {
    const needs = name.length * 6 + 24;
    if (x > 0 && x + needs > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)?.push({ name, colour: colours[index] ?? ink.strong, x });
    x += needs;
  }
  const legendHeight = lines.length * legendLine + 4;
  const svg = lines.flatMap((entries, index) =>
    entries.map(({ name, colour, x: left }) => {
      const y = height - legendHeight + (index + 1) * legendLine;
      return `<rect x="${left}" y="${y - 6}" width="10" height="3" fill="${colour}"/><text x="${left + 14}" y="${y}" font-size="10.5" fill="${ink.quiet}">${escape(name)}</text>`;
    }),
  );
  return { height: legendHeight, svg: svg.join('') };
}
