import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { App } from '../../src/app.ts';
import { providerStatuses } from '../../src/search/report.ts';
import { startContractApp } from '../contract/contract-app.ts';
import { createContractClient } from '../contract/contract-client.ts';
import { readDashboard } from './dashboard.ts';
import { readYaml } from './deploy-file.ts';
import { selectorsOf, type Selector } from './promql.ts';

const { groups } = readYaml(
  'deploy/prometheus/rules.yml',
  z.object({
    groups: z.array(
      z.object({ rules: z.array(z.object({ record: z.string().optional(), expr: z.string() })) }),
    ),
  }),
);
const rules = groups.flatMap((group) => group.rules);
const recorded = new Set(rules.flatMap(({ record }) => record ?? []));

const dashboard = readDashboard();
const expressions = {
  rules: rules.map(({ expr }) => expr),
  dashboard: [...dashboard.panels.flatMap(({ targets }) => targets), ...dashboard.annotations.list].map(
    ({ expr }) => expr,
  ),
};

/** What Prometheus makes itself. */
const ofPrometheus = ['up', 'ALERTS'];
/** Labels that Prometheus adds. */
const added = ['job', 'instance'];

/** What the application says of itself after a turn. */
const state: { app?: App; text: string } = { text: '' };
beforeAll(async () => {
  state.app = await startContractApp();
  const client = createContractClient(state.app.server);
  await client.chat({ message: 'Boston to Lisbon on 4 December, one way' });
  state.text = (await client.send({ url: '/metrics' })).text;
});
afterAll(() => state.app?.[Symbol.asyncDispose]());

/** The series of a metric as /metrics has them. */
const seriesOf = (metric: string): Readonly<Record<string, string>>[] =>
  state.text
    .split('\n')
    .filter((line) => line.startsWith(`${metric} `) || line.startsWith(`${metric}{`))
    .map((line) => {
      const labels = [...line.matchAll(/(\w+)="([^"]*)"/g)];
      return Object.fromEntries(labels.map(([, label = '', value = '']) => [label, value] as const));
    });

/** Whether /metrics has a metric, if only as a promise: nothing counts before the first event. */
function isServed(metric: string): boolean {
  const parts = /^(.*)_(bucket|count|sum)$/.exec(metric);
  return (
    state.text.includes(`# TYPE ${metric} `) ||
    (parts !== null && state.text.includes(`# TYPE ${parts[1] ?? ''} histogram\n`))
  );
}

describe.each(['rules', 'dashboard'] as const)('the expressions of the %s', (of) => {
  const selectors: Selector[] = expressions[of].flatMap(selectorsOf);
  const outside = selectors.filter(({ metric }) => !ofPrometheus.includes(metric) && !metric.includes(':'));

  it('read only what is served or recorded', () => {
    expect(selectors.length).toBeGreaterThan(20);
    const unknown = selectors
      .map(({ metric }) => metric)
      .filter((metric) =>
        metric.includes(':') ? !recorded.has(metric) : !ofPrometheus.includes(metric) && !isServed(metric),
      );
    expect(unknown).toEqual([]);
  });

  it('ask for labels that the metrics have, and only of the job “windrose”', () => {
    for (const { metric, labels } of outside) {
      expect(labels, metric).toMatchObject({ job: 'windrose' });
      const series = seriesOf(metric);
      const asked = Object.keys(labels).filter((label) => !added.includes(label));
      if (series.length > 0)
        for (const label of asked) expect(Object.keys(series[0] ?? {}), metric).toContain(label);
    }
  });

  it('ask for buckets, statuses and states that there are', () => {
    for (const { metric, labels } of outside) {
      const { le, status, state: breaker, outcome } = labels;
      if (le) expect(seriesOf(metric)).toContainEqual(expect.objectContaining({ le }));
      if (status && metric === 'provider_searches_total')
        for (const one of status.split('|')) expect(providerStatuses).toContain(one);
      if (breaker) expect(seriesOf(metric)).toContainEqual({ state: breaker });
      if (outcome && metric === 'session_saves_total') expect(seriesOf(metric)).toContainEqual({ outcome });
    }
  });
});

describe('the panels of the dashboard', () => {
  it('show every metric that is served', () => {
    const seen = [...expressions.dashboard, ...expressions.rules]
      .flatMap(selectorsOf)
      .map(({ metric }) => metric);
    const served = [...state.text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name!);
    expect(served.length).toBeGreaterThan(15);
    const unseen = served.filter(
      (name) => !seen.some((metric) => metric.replace(/_(bucket|count|sum)$/, '') === name),
    );
    expect(unseen).toEqual([]);
  });

  it('lie side by side, none over another', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of dashboard.panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  it('ask the data source that is set up for them', () => {
    const { datasources } = readYaml(
      'deploy/grafana/provisioning/datasources/prometheus.yaml',
      z.object({ datasources: z.array(z.object({ uid: z.string(), url: z.string() })) }),
    );
    for (const { type, datasource } of dashboard.panels)
      if (type !== 'row') expect(datasource?.uid).toBe(datasources[0]?.uid);
  });
});

describe('reading an expression', () => {
  it.each([
    [
      'sum(rate(a_total{job="x", status=~"5.."}[5m])) or vector(0)',
      [{ metric: 'a_total', labels: { job: 'x', status: '5..' } }],
    ],
    ['x:y > 14.4 * on (level) z:w', ['x:y', 'z:w'].map((metric) => ({ metric, labels: {} }))],
    ['1 - sum by (le, provider) (up{job="x"} > bool 0.8)', [{ metric: 'up', labels: { job: 'x' } }]],
  ])('%s', (expression, selectors) => {
    expect(selectorsOf(expression)).toEqual(selectors);
  });
});
