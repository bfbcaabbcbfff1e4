import type { Panel } from './dashboard.ts';
import type { PrometheusServer, TimeRange } from './start-prometheus.ts';

/** One line of a panel. */
export interface PanelSeries {
  readonly name: string;
  /** Unix time, seconds, and value, which may be NaN. */
  readonly points: readonly (readonly [at: number, value: number])[];
}

/** What the panel shows over the range, in the order of its targets. Throws where a query is an error. */
export async function askPanel(
  prometheus: PrometheusServer,
  panel: Panel,
  range: TimeRange,
  scrapeSeconds: number,
): Promise<PanelSeries[]> {
  const shown: PanelSeries[] = [];
  for (const { expr, legendFormat } of panel.targets) {
    const expression = withoutVariables(expr, { stepSeconds: range.step, scrapeSeconds });
    const found = await prometheus.queryRange(expression, range).catch((error: unknown) => {
      throw new Error(`“${panel.title}” asks ${expression}`, { cause: error });
    });
    shown.push(
      ...found
        .map(({ metric, values }) => ({ name: nameOf(legendFormat, metric), points: values }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    );
  }
  return shown;
}

/** Puts in what Grafana would. Throws where an expression has a variable that is not known here. */
export function withoutVariables(
  expression: string,
  { stepSeconds, scrapeSeconds }: { stepSeconds: number; scrapeSeconds: number },
): string {
  // Grafana's rule: four readings at least, so that a lost one leaves no gap.
  const rateInterval = Math.max(stepSeconds + scrapeSeconds, 4 * scrapeSeconds);
  const done = expression.replaceAll('$__rate_interval', `${rateInterval}s`);
  const left = /\$\w+/.exec(done);
  if (left) throw new Error(`unknown variable ${left[0]} in ${expression}`);
  return done;
}

const nameOf = (format: string, labels: Readonly<Record<string, string>>): string =>
  format.replaceAll(/\{\{(\w+)\}\}/g, (_all, label: string) => labels[label] ?? '').trim();
