import type { PanelSeries } from '../../../test/deploy/ask-panel.ts';
import type { Panel } from '../../../test/deploy/dashboard.ts';
import type { TimeRange } from '../../../test/deploy/start-prometheus.ts';
import { drawPanel } from './draw-panel.ts';
import { cut, ink, rect, text } from './paint.ts';
import { timeScale } from './time-axis.ts';

export interface Page {
  readonly panels: readonly { readonly panel: Panel; readonly series: readonly PanelSeries[] }[];
  readonly range: TimeRange;
  readonly phases: readonly { readonly title: string; readonly beganAt: number }[];
  readonly endedAt: number;
}

export const pageWidth = 1240;
const margin = 12;
const cell = (pageWidth - 2 * margin) / 24;
const cellHeight = 27;
const gap = 6;
const headHeight = 78;

/** The whole dashboard in its own grid, as one SVG under a line of time that says what happened when. */
export function drawPage({ panels, range, phases, endedAt }: Page): { svg: string; height: number } {
  const marks = phases.map(({ beganAt }) => beganAt);
  const rows = Math.max(...panels.map(({ panel: { gridPos } }) => gridPos.y + gridPos.h));
  const height = headHeight + rows * cellHeight + margin;
  const drawn = panels.map(({ panel, series }) => {
    const { x, y, w, h } = panel.gridPos;
    const box = { width: w * cell - gap, height: h * cellHeight - (panel.type === 'row' ? 0 : gap) };
    const at = `translate(${(margin + x * cell).toFixed(1)} ${headHeight + y * cellHeight})`;
    return `<g transform="${at}">${drawPanel({ panel, series, range, marks }, box)}</g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pageWidth}" height="${height}" font-family="'DejaVu Sans', sans-serif">
${rect(0, 0, pageWidth, height, ink.page)}
${text(margin, 26, 'Windrose', { size: 18, weight: 600, fill: ink.strong })}
${text(margin + 112, 26, 'Drawn by npm run picture:dashboard from the queries of deploy/grafana/dashboard.json, answered by Prometheus over a real run. Not Grafana.', { size: 12 })}
${drawPhases(phases, range, endedAt)}
${drawn.join('\n')}
</svg>`;
  return { svg, height };
}

function drawPhases(phases: Page['phases'], range: TimeRange, endedAt: number): string {
  const x = timeScale(range, { from: margin, to: pageWidth - margin - gap });
  return phases
    .map(({ title, beganAt }, index) => {
      const [from, to] = [x(beganAt), x(phases[index + 1]?.beganAt ?? Math.min(endedAt, range.to))];
      const words = cut(title, to - from - 8);
      return rect(from, 40, to - from - 2, 22, ink.edge) + text(from + 7, 55, words, { fill: ink.strong });
    })
    .join('\n');
}
