import type { PanelSeries } from '../../../test/deploy/ask-panel.ts';
import type { Panel } from '../../../test/deploy/dashboard.ts';
import type { TimeRange } from '../../../test/deploy/start-prometheus.ts';
import { drawBarGauge } from './draw-bar-gauge.ts';
import { drawStat } from './draw-stat.ts';
import { drawStateTimeline } from './draw-state-timeline.ts';
import { drawTimeSeries } from './draw-time-series.ts';
import { cut, ink, text } from './paint.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** A panel's inside, as its kind draws it: what is shown, in a box of this size. */
export interface Drawing {
  readonly panel: Panel;
  readonly series: readonly PanelSeries[];
  readonly range: TimeRange;
  /** Unix times at which something changed, marked where the panel has a time axis. */
  readonly marks: readonly number[];
}

const titleHeight = 24;
const inset = 10;

/** A panel with its frame and title, as an SVG group at its own origin. */
export function drawPanel(drawing: Drawing, { width, height }: Box): string {
  const { panel, series } = drawing;
  if (panel.type === 'row')
    return text(2, height - 6, panel.title, { size: 14, fill: ink.strong, weight: 600 });
  const inside = { width: width - 2 * inset, height: height - titleHeight - inset };
  const shown =
    series.length === 0
      ? text(inside.width / 2, inside.height / 2, 'none', { anchor: 'middle', size: 12 })
      : draw(drawing, inside);
  return `<rect width="${width}" height="${height}" rx="2" fill="${ink.panel}" stroke="${ink.edge}"/>
<g transform="translate(${inset} ${titleHeight})">${shown}</g>
${text(inset, 17, cut(panel.title, inside.width, 12), { size: 12, fill: ink.strong, weight: 600 })}`;
}

function draw(drawing: Drawing, box: Box): string {
  switch (drawing.panel.type) {
    case 'stat':
      return drawStat(drawing, box);
    case 'bargauge':
      return drawBarGauge(drawing, box);
    case 'state-timeline':
      return drawStateTimeline(drawing, box);
    case 'timeseries':
      return drawTimeSeries(drawing, box);
    case 'row':
      return '';
  }
}
