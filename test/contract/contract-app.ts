import { createApp, type App, type AppOverrides } from '../../src/app.ts';
import { readConfig } from '../../src/platform/config/config.ts';

/** A Monday; every contract test lives in this moment. */
export const present = Temporal.Instant.from('2026-11-23T15:00:00Z');

/** The real application on the demo world, without keys and without a log, at a fixed moment. */
export const startContractApp = (
  overrides: AppOverrides = {},
  env: Readonly<Record<string, string>> = {},
): Promise<App> =>
  createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: ':memory:', ...env }), {
    now: () => present,
    ...overrides,
  });
