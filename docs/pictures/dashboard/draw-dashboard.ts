import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startChild } from '../../../bench/harness/child.ts';
import { loadAirports } from '../../../src/domain/reference/airports.ts';
import { askPanel } from '../../../test/deploy/ask-panel.ts';
import { readDashboard } from '../../../test/deploy/dashboard.ts';
import { startPrometheus } from '../../../test/deploy/start-prometheus.ts';
import { startAmadeusSimulator } from '../../../test/simulators/amadeus.ts';
import { startDuffelSimulator } from '../../../test/simulators/duffel.ts';
import { freePort } from '../../../test/store/free-port.ts';
import { startPostgres } from '../../../test/store/start-postgres.ts';
import { startRedis } from '../../../test/store/start-redis.ts';
import { drawPage, pageWidth } from './draw-page.ts';
import { photograph } from './photograph.ts';
import { story, tell } from './story.ts';

/**
 * Draws the dashboard from a real run: simulated sources, the real server on them, a real Prometheus with the project's rules, a minute
 * and a half of travellers, and every panel's queries. `npm run picture:dashboard`; needs redis-server, postgres, prometheus and chromium.
 */
const paceSeconds = 1;
/** Readings before the first traveller, so that rates have something to begin from. */
const leadSeconds = 4;
/** Before the first reading the rules take the server for gone. */
const isQuiet = 'absent(ALERTS{alertname="WindroseGone"}) and on () (up{job="windrose"} == 1)';

const say = (words: string) => process.stdout.write(`${words}\n`);
await using stack = new AsyncDisposableStack();
const airports = await loadAirports();
const behaviour = { latencyMs: 300, jitterMs: 150 };
const amadeus = stack.use(await startAmadeusSimulator({ airports, record: false, behaviour }));
const duffel = stack.use(
  await startDuffelSimulator({ airports, record: false, behaviour: { latencyMs: 550, jitterMs: 250 } }),
);
const redis = stack.use(await startRedis());
const postgres = stack.use(await startPostgres());
const url = `http://127.0.0.1:${await freePort()}`;
stack.use(
  await startChild('src/main.ts', {
    args: ['serve'],
    env: {
      ...{ PORT: new URL(url).port, WORKERS: '1', DEMO_PROVIDER: 'off', LOG_LEVEL: 'info' },
      ...{ REDIS_URL: redis.url, DATABASE_URL: postgres.newDatabase() },
      ...{ AMADEUS_BASE_URL: amadeus.url, AMADEUS_API_KEY: 'any', AMADEUS_API_SECRET: 'any' },
      ...{ DUFFEL_BASE_URL: duffel.url, DUFFEL_ACCESS_TOKEN: 'any' },
    },
    readyText: `answers on ${url}`,
    readyMs: 120_000,
  }),
);
const prometheus = stack.use(await startPrometheus(url, paceSeconds));
const now = () => ({ from: Date.now() / 1000, to: Date.now() / 1000, step: paceSeconds });
while ((await prometheus.queryRange(isQuiet, now())).length === 0) await delay(paceSeconds * 1000);
await delay(leadSeconds * 1000);

const { beganAt, endedAt } = await tell({ url, amadeus, duffel, redis }, ({ title, seconds }) =>
  say(`${title}, ${seconds} s`),
);
const range = { from: Math.floor(beganAt[0] ?? 0), to: Math.floor(endedAt), step: paceSeconds };
const panels = [];
for (const panel of readDashboard().panels) {
  const series = await askPanel(prometheus, panel, range, paceSeconds);
  panels.push({ panel, series });
  if (panel.type !== 'row')
    say(`${panel.title}: ${series.map(({ name }) => name || 'one line').join(', ') || 'none'}`);
}
const phases = story.map(({ title }, index) => ({ title, beganAt: beganAt[index] ?? endedAt }));
const { svg, height } = drawPage({ panels, range, phases, endedAt });

writeFileSync(new URL('../dashboard.png', import.meta.url), await photograph(svg, pageWidth, height));
