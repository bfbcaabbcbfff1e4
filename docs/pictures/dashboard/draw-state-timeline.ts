import type { Box, Drawing } from './draw-panel.ts';
import { colourOf, cut, ink, rect, text } from './paint.ts';
import { drawTimeAxis, timeScale } from './time-axis.ts';

const axisHeight = 16;
const mostRowHeight = 34;
const letterWidth = 6.2;

/** A bar for each series that changes its colour with the state; nothing where there is no state. Names stand to the left. */
export function drawStateTimeline(drawing: Drawing, { width, height }: Box): string {
  const { panel, series, range } = drawing;
  const mappings = panel.fieldConfig?.defaults.mappings ?? [];
  const states = Object.assign(
    {},
    ...mappings.map(({ options }) => options),
  ) as (typeof mappings)[0]['options'];
  const longest = Math.max(...series.map(({ name }) => name.length * letterWidth + 10));
  const span = { from: Math.min(longest, width * 0.6), to: width };
  const x = timeScale(range, span);
  const row = Math.min(mostRowHeight, (height - axisHeight) / series.length);
  const bars = series.flatMap(({ name, points }, index) => {
    const middle = (index + 0.5) * row;
    const bar = row * 0.8;
    return [
      text(0, middle + 4, cut(name, span.from), { fill: ink.strong, size: 10.5 }),
      ...runsOf(points, range.step).map(({ value, from, to }) => {
        const state = states[String(value)];
        if (!state) throw new Error(`“${panel.title}” has no name for ${value}`);
        const length = Math.min(x(to), width) - x(from);
        const fits = length > state.text.length * letterWidth + 8 && bar > 12;
        return (
          rect(x(from), middle - bar / 2, length, bar, colourOf(state.color), 0.8) +
          (fits ? text(x(from) + 5, middle + 4, state.text, { fill: ink.page, weight: 600, size: 10.5 }) : '')
        );
      }),
    ];
  });
  return [...bars, drawTimeAxis(drawing, span, height)].join('\n');
}

interface Run {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** Neighbours of the same value as one. */
function runsOf(points: readonly (readonly [number, number])[], step: number): Run[] {
  const runs: Run[] = [];
  for (const [at, value] of points) {
    const last = runs.at(-1);
    if (last?.value === value && at <= last.to) runs[runs.length - 1] = { ...last, to: at + step };
    else runs.push({ value, from: at, to: at + step });
  }
  return runs;
}
