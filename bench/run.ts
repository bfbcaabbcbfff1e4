import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { printRow, writeResults, type Row } from './harness/report.ts';
import { startSimulators } from './harness/stage.ts';
import { hundredAtOnce, thousandAtOnce, thousandOnDefaultPools, threeAtOnce } from './scenarios/at-once.ts';
import { oneOfThree } from './scenarios/faults.ts';
import { followUp } from './scenarios/follow-up.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { singleTurn } from './scenarios/single-turn.ts';
import { firstCard } from './scenarios/streaming.ts';
import { differentSearches, repeatedSearches } from './scenarios/throughput.ts';

/**
 * Measures Windrose against simulated sources and prints a row a figure; results go to bench/results/.
 *   npm run bench -- [--peer URL] [--only TEXT] [--quick]
 * A peer is another chat server that searches the simulated Amadeus at 127.0.0.1:9101, measured in the same rounds.
 * Exits with 1 where a target is missed.
 */
const { values: options } = parseArgs({
  options: {
    peer: { type: 'string' },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
  },
});

const scenarios: readonly Scenario[] = [
  singleTurn,
  threeAtOnce,
  hundredAtOnce,
  thousandAtOnce,
  thousandOnDefaultPools,
  firstCard,
  followUp,
  differentSearches,
  repeatedSearches,
  oneOfThree,
];

const rows: Row[] = [];
{
  await using simulators = await startSimulators();
  for (const scenario of scenarios) {
    if (!scenario.name.includes(options.only)) continue;
    for (const row of await scenario.run({
      simulators,
      peerUrl: options.peer ?? null,
      quick: options.quick,
    })) {
      printRow(row);
      rows.push(row);
    }
  }
}

if (options.only === '' && !options.quick)
  writeResults(rows, {
    date: Temporal.Now.plainDateISO('UTC').toString(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    peer: options.peer ? 'measured in the same rounds' : 'none',
  });
const missed = rows.filter((row) => !row.reached);
console.log(`${rows.length - missed.length} of ${rows.length} targets reached`);
process.exitCode = missed.length > 0 ? 1 : 0;
