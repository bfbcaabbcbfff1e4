import type { TimeRange } from '../../../test/deploy/start-prometheus.ts';
import type { Drawing } from './draw-panel.ts';
import { ink, line, text } from './paint.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Unix time to pixels. */
export const timeScale =
  ({ from, to }: TimeRange, span: Span) =>
  (at: number): number =>
    span.from + ((at - from) / (to - from)) * (span.to - span.from);

/** Seconds since the run began along the lower edge, and a line where something changed. */
export function drawTimeAxis({ range, marks }: Drawing, span: Span, height: number): string {
  const x = timeScale(range, span);
  const every = (span.to - span.from) / (range.to - range.from) > 5 ? 10 : 30;
  const labels: string[] = [];
  for (let seconds = every; seconds < range.to - range.from; seconds += every)
    labels.push(text(x(range.from + seconds), height - 2, `${seconds} s`, { anchor: 'middle', size: 10 }));
  const lines = marks.slice(1).map((at) => line([x(at), 0], [x(at), height - 14], ink.quiet, '1 3'));
  return [...lines, ...labels].join('\n');
}
