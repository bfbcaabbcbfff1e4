import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { projectPath } from './deploy-file.ts';

const promtool = '/usr/bin/promtool';
const missing = existsSync(promtool) ? '' : 'needs promtool: apt-get install prometheus';
const run = promisify(execFile);

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
