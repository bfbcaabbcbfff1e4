import { parseArgs } from 'node:util';
import { printRow } from '../../bench/harness/report.ts';
import { missingPostgres } from '../store/start-postgres.ts';
import { missingRedis } from '../store/start-redis.ts';
import { redisOutage } from './redis-outage.ts';
import type { LoadScenario } from './scenario.ts';
import { steady } from './steady.ts';
import { workers } from './workers.ts';

/**
 * Puts the real server under load and prints a row a figure; exits with 1 where a target is missed.
 *   npm run test:load -- [--seconds 60] [--only NAME]
 */
const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, only: { type: 'string' } },
});
const seconds = Number(options.seconds);
if (!(seconds > 0)) throw new Error('--seconds must be a number above 0');

const all: readonly LoadScenario[] = [steady, redisOutage, workers];
const chosen = all.filter(({ name }) => options.only === undefined || name === options.only);
if (chosen.length === 0) throw new Error(`--only must be one of ${all.map(({ name }) => name).join(', ')}`);
const missing = [missingRedis(), missingPostgres()].filter((what) => what !== undefined);
if (missing.length > 0) throw new Error(missing.join('; '));

let reached = 0;
for (const scenario of chosen) {
  const row = await scenario.run({ seconds });
  printRow(row);
  if (row.reached) reached += 1;
}
console.log(`${reached} of ${chosen.length} targets reached`);
process.exitCode = reached < chosen.length ? 1 : 0;
