import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askPanel, withoutVariables, type PanelSeries } from './ask-panel.ts';
import { readDashboard, type Panel } from './dashboard.ts';
import { missingPrometheus } from './start-prometheus.ts';
import { paceSeconds, startWatchedRun, type WatchedRun } from './watched-run.ts';

/** Panels that rightly show nothing but zero here, and why. One that shows more has to leave the list. */
const rightlyZero: Readonly<Record<string, string>> = {
  'Saves that lost to another process': 'there is only one process',
  'Session store': 'there is no Redis that could be out of reach',
};
/** What may be seen at work or not, by when Prometheus looks. */
const byChance: Readonly<Record<string, string>> = {
  'Answers waiting to be read': 'an answer waits for a moment, and the number is looked at every few seconds',
};
/** Alerts that a failing source, a full disk, broken searches and the rollback that follows have to raise; how long each waits is promtool's to test. */
const expectedAlerts = [
  'WindroseSourceBreakerOpen duffel',
  'WindroseSourceFails duffel',
  'WindroseRollbackInForce ',
  'WindroseSavesFail ',
  'WindroseBudgetBurns turns',
  'WindroseBudgetBurns requests',
];
const alerts = 'max by (alertname, provider, level) (ALERTS)';
/** The lines of panels that rise above zero in this run, and no others: who did what. None of them hangs on a clock. */
const risen: Readonly<Record<string, readonly string[]>> = {
  'Searches by outcome': ['amadeus ok', 'duffel circuit_open', 'duffel error', 'duffel ok'],
  Breakers: ['duffel'],
  'Share of searches that fail': ['duffel'],
  'Malformed offers left out': ['duffel'],
  'Offers asked for again': ['amadeus confirmed'],
  'Turns by outcome': ['failed', 'refine', 'search'],
  'Turns by mode': ['async', 'sync'],
  'Requests by route': ['/chat', '/chat/sync', '/offers/:offer_id'],
  'Answers by status': ['200', '500'],
  'Hits of the caches': ['offers', 'understanding'],
  'Searches that joined another': ['amadeus', 'duffel'],
  'Calls to sources': ['amadeus_check', 'amadeus_search', 'duffel_search'],
  'Saves by outcome': ['failed', 'saved'],
};
/** From here on a source is shown as slow, seconds. */
const slowSeconds = 1.5;
const slowPanels = ['Which source is slow', 'Time of a source, 95 % within'];
const isSlow = (seconds: number) => seconds > slowSeconds;
/** The most that a panel says of the source that was slow. */
const mostOf = (series: readonly PanelSeries[]) =>
  Math.max(...series.filter(({ name }) => name === 'amadeus').flatMap(stated));

/** More rounds of travellers than any panel should need, on the slowest machine. */
const mostRounds = 40;
const panels = readDashboard().panels.filter(({ type }) => type !== 'row');
const isRisen = (series: PanelSeries) => stated(series).some((value) => value !== 0);
const stated = ({ points }: PanelSeries) =>
  points.map(([, value]) => value).filter((value) => !Number.isNaN(value));

const missing = missingPrometheus();
if (missing) console.warn(`Skipped: the dashboard, fed from a run. ${missing}`);
describe.skipIf(missing)(
  missing ? `the dashboard, fed (${missing})` : 'the dashboard, fed from a run',
  () => {
    let run: WatchedRun;
    const shown = new Map<Panel, readonly PanelSeries[]>();
    const raised = new Set<string>();
    const beganAt = Math.floor(Date.now() / 1000);
    const range = () => ({ from: beganAt, to: Math.ceil(Date.now() / 1000), step: paceSeconds });

    /** Lets travellers come until it is so, or for as many rounds as are bearable: what is still missing then, the tests tell. */
    async function playUntil(isSo: () => Promise<boolean>): Promise<void> {
      for (let round = 0; round < mostRounds; round += 1) {
        await run.play();
        if (await isSo()) return;
        await delay(200);
      }
    }
    const says = async (expression: string) =>
      (await run.prometheus.queryRange(expression, range())).length > 0;

    async function readAll(): Promise<void> {
      for (const panel of panels)
        shown.set(panel, await askPanel(run.prometheus, panel, range(), paceSeconds));
      for (const { metric } of await run.prometheus.queryRange(alerts, range()))
        raised.add(`${metric.alertname ?? ''} ${metric.provider ?? metric.level ?? ''}`);
    }
    const unseen = () => panels.filter((panel) => !(shown.get(panel) ?? []).some(isRisen));
    const titled = (title: string) => panels.find((panel) => panel.title === title)!;
    const slowest = async (title: string) =>
      mostOf(await askPanel(run.prometheus, titled(title), range(), paceSeconds));

    beforeAll(async () => {
      run = await startWatchedRun();
      run.amadeus.behaviour.latencyMs = slowSeconds * 1000;
      await playUntil(async () => (await Promise.all(slowPanels.map(slowest))).every(isSlow));
      run.amadeus.behaviour.latencyMs = 30;
      run.duffel.behaviour.fault = 'malformed_offers';
      await playUntil(() => says('sum(increase(provider_dropped_offers_total[2s])) > 0'));
      run.duffel.behaviour.fault = 'error_500';
      await playUntil(() =>
        says('ALERTS{alertname="WindroseSourceFails"} and on () (provider_circuit_open == 1)'),
      );
      // While the source is still broken: each trial of the breaker fails and leaves it open.
      await playUntil(() =>
        says('rate(provider_searches_total{provider="duffel",status="circuit_open"}[4s]) > 0'),
      );
      run.duffel.behaviour.fault = null;
      run.disk.full = true;
      run.searches.broken = true;
      await playUntil(() =>
        says('windrose:rollback:in_force > 0 and on () count(ALERTS{alertname="WindroseBudgetBurns"}) > 1'),
      );
      run.disk.full = false;
      run.searches.broken = false;
      await playUntil(async () => {
        await readAll();
        return (
          unseen().every(({ title }) => title in rightlyZero || title in byChance) &&
          expectedAlerts.every((alert) => raised.has(alert))
        );
      });
    }, 240_000);
    afterAll(() => run[Symbol.asyncDispose]());

    it('shows a line in every panel', () => {
      const empty = panels.filter((panel) => !shown.get(panel)?.some((each) => stated(each).length > 0));
      expect(empty.map(({ title }) => title)).toEqual([]);
    });

    it('shows more than zero wherever something happened, and nowhere else', () => {
      const titles = unseen().map(({ title }) => title);
      expect(titles.filter((title) => !(title in byChance))).toEqual(Object.keys(rightlyZero));
    });

    it('names every line, and every state', () => {
      for (const [{ title, type, fieldConfig, targets }, series] of shown) {
        if (type !== 'stat')
          expect(
            series.map(({ name }) => name),
            title,
          ).not.toContain('');
        const names = Object.assign(
          {},
          ...(fieldConfig?.defaults.mappings ?? []).map(({ options }) => options),
        ) as object;
        if (type === 'state-timeline')
          for (const value of series.flatMap(stated))
            expect(Object.keys(names), title).toContain(String(value));
        expect(targets.length, title).toBeGreaterThan(0);
      }
    });

    it('says who did what', () => {
      for (const [title, names] of Object.entries(risen)) {
        const lines = (shown.get(titled(title)) ?? []).filter(isRisen).map(({ name }) => name);
        // A machine that does not keep up refuses turns.
        const others = lines.filter((name) => name !== '503');
        expect(others, title).toEqual(names);
      }
    });

    it.each(slowPanels)('names the slow one: %s', (title) => {
      expect(isSlow(mostOf(shown.get(titled(title)) ?? []))).toBe(true);
    });

    it('counts every turn once', async () => {
      const last = async () => {
        const [turns] = await run.prometheus.queryRange('sum(turns_total)', range());
        return turns?.values.at(-1)?.[1];
      };
      for (let again = 0; again < mostRounds && (await last()) !== run.answered(); again += 1)
        await delay(paceSeconds * 1000);
      expect(await last()).toBe(run.answered());
    }, 60_000);

    it('raises the alerts of what went wrong, and no other source’s', () => {
      expect([...raised]).toEqual(expect.arrayContaining(expectedAlerts));
      expect([...raised].filter((alert) => alert.includes('amadeus'))).toEqual([]);
    });
  },
);

describe('variables of the dashboard', () => {
  it('become what Grafana makes of them', () => {
    const rate = 'rate(a_total[$__rate_interval])';
    expect(withoutVariables(rate, { stepSeconds: 15, scrapeSeconds: 15 })).toBe('rate(a_total[60s])');
    expect(withoutVariables(rate, { stepSeconds: 120, scrapeSeconds: 15 })).toBe('rate(a_total[135s])');
  });

  it('are all known', () => {
    expect(() => withoutVariables('a{b="$c"}', { stepSeconds: 1, scrapeSeconds: 1 })).toThrow('$c');
  });
});
