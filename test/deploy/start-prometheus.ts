import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stringify } from 'yaml';
import { z } from 'zod';
import { freePort } from '../store/free-port.ts';
import { readYaml } from './deploy-file.ts';

/** A private Prometheus on loopback, with the project's configuration and rules. */
export interface PrometheusServer extends AsyncDisposable {
  /** Answers of the HTTP API, one a series. Throws what Prometheus says of an expression that it cannot evaluate. */
  readonly queryRange: (expression: string, range: TimeRange) => Promise<RangeSeries[]>;
}

/** Unix times and a step, seconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const RangeSeries = z.object({
  metric: z.record(z.string(), z.string()),
  values: z.array(z.tuple([z.number(), z.string().transform(Number)])),
});
export type RangeSeries = z.infer<typeof RangeSeries>;

const QueryAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('success'), data: z.object({ result: z.array(RangeSeries) }) }),
  z.object({ status: z.literal('error'), error: z.string() }),
]);

/** What is missing for a private Prometheus, and how to get it; undefined where all is there. */
export function missingPrometheus(): string | undefined {
  const found = spawnSync('prometheus', ['--version']);
  return found.status === 0 ? undefined : 'prometheus is missing: apt-get install prometheus';
}

const startTimeoutMs = 30_000;

/**
 * Watches the server at `url` as job and rules of the project say, only more often: everything happens every `paceSeconds`. How long an
 * alert waits before it fires stays as it is.
 */
export async function startPrometheus(url: string, paceSeconds: number): Promise<PrometheusServer> {
  const folder = mkdtempSync(join(tmpdir(), 'windrose-prometheus-'));
  const pace = `${paceSeconds * 1000}ms`;
  writeFileSync(join(folder, 'prometheus.yml'), configuration(new URL(url).host, pace));
  writeFileSync(join(folder, 'rules.yml'), rules(pace));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--log.level=warn',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-5000);
  });
  const exited = once(child, 'exit');
  const dispose = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true });
  };
  const startedAt = performance.now();
  while (!(await isReady(address))) {
    await delay(100);
    if (child.exitCode !== null || performance.now() - startedAt > startTimeoutMs) {
      await dispose();
      throw new Error(`prometheus did not start:\n${log}`);
    }
  }
  return {
    async queryRange(expression, { from, to, step }) {
      const response = await fetch(`http://${address}/api/v1/query_range`, {
        method: 'POST',
        body: new URLSearchParams({ query: expression, start: `${from}`, end: `${to}`, step: `${step}` }),
      });
      const answer = QueryAnswer.parse(await response.json());
      if (answer.status === 'error') throw new Error(answer.error);
      return answer.data.result;
    },
    [Symbol.asyncDispose]: dispose,
  };
}

const isReady = (address: string): Promise<boolean> =>
  fetch(`http://${address}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** The project's own, with the one server in place of those that DNS would name. */
function configuration(host: string, pace: string): string {
  const {
    global,
    scrape_configs: jobs,
    ...rest
  } = readYaml(
    'deploy/prometheus/prometheus.yml',
    z.looseObject({
      global: z.looseObject({}),
      scrape_configs: z.array(z.looseObject({ dns_sd_configs: z.unknown() })),
    }),
  );
  return stringify({
    ...rest,
    global: { ...global, scrape_interval: pace, scrape_timeout: pace, evaluation_interval: pace },
    scrape_configs: jobs.map(({ dns_sd_configs: _dns, ...job }) => ({
      ...job,
      static_configs: [{ targets: [host] }],
    })),
  });
}

function rules(pace: string): string {
  const { groups } = readYaml(
    'deploy/prometheus/rules.yml',
    z.object({ groups: z.array(z.looseObject({})) }),
  );
  return stringify({ groups: groups.map((group) => ({ ...group, interval: pace })) });
}
