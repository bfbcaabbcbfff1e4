import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectPath, readYaml } from './deploy-file.ts';

const promtool = '/usr/bin/promtool';
const missing = existsSync(promtool) ? '' : 'needs promtool: apt-get install prometheus';
const run = promisify(execFile);

const { groups } = readYaml(
  'deploy/prometheus/rules.yml',
  z.object({
    groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string().optional() })) })),
  }),
);
const { tests } = readYaml(
  'deploy/prometheus/rules.test.yml',
  z.object({
    tests: z.array(
      z.object({
        alert_rule_test: z
          .array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()).default([]) }))
          .default([]),
      }),
    ),
  }),
);

describe('the tests of the rules', () => {
  const alerts = groups.flatMap(({ rules }) => rules).flatMap(({ alert }) => alert ?? []);
  const expected = tests.flatMap((test) => test.alert_rule_test);

  it.each(alerts)('have %s fire once and keep still once', (alert) => {
    const fires = expected
      .filter(({ alertname }) => alertname === alert)
      .map(({ exp_alerts: firing }) => firing.length > 0);
    expect(fires).toContain(true);
    expect(fires).toContain(false);
  });
});

if (missing) console.warn(`Skipped: the rules of Prometheus. ${missing}`);
describe.skipIf(missing)(missing ? `the rules of Prometheus (${missing})` : 'the rules of Prometheus', () => {
  it('are valid, as is the configuration that names them', async () => {
    const { stdout } = await run(promtool, [
      'check',
      'config',
      projectPath('deploy/prometheus/prometheus.yml'),
    ]);
    expect(stdout).toMatch(/SUCCESS: [1-9]\d* rules found/);
  });

  it('fire when they should and keep still when they should', async () => {
    const { stdout } = await run(promtool, [
      'test',
      'rules',
      projectPath('deploy/prometheus/rules.test.yml'),
    ]);
    expect(stdout).toContain('SUCCESS');
  }, 120_000);
});
