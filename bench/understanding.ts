import { loadAirports } from '../src/domain/reference/airports.ts';
import { corpora } from '../src/nlp/corpus/corpora.ts';
import { stage } from '../src/nlp/corpus/scenes.ts';
import { mismatches } from '../src/nlp/corpus/summary.ts';
import { createLanguage } from '../src/nlp/create-language.ts';

/**
 * Times the reading of every phrase of the corpora in one warm process, and of 2,000 characters of the worst kind; checks every answer.
 * Exits with 1 where an answer is wrong or a target is missed: p99 under 2 ms for a usual sentence, never over 50 ms.
 */
const rounds = 20;
const warmUpRounds = 5;
const usualMs = 2;
const hostileMs = 50;

const start = performance.now();
const language = createLanguage(await loadAirports());
const startedMs = performance.now() - start;
const contextOf = stage(language);
const rows = Object.values(corpora).flat();
const cases = rows.map((row) => ({ row, context: contextOf(row), times: [] as number[] }));

let wrong = 0;
for (const { row, context } of cases) {
  const differences = mismatches(language.understand(row.say, context), row.expect);
  if (differences.length === 0) continue;
  wrong += 1;
  console.log(`${row.say}: ${differences.join('; ')}`);
}
for (let round = -warmUpRounds; round < rounds; round += 1) {
  for (const { row, context, times } of cases) {
    const began = performance.now();
    language.understand(row.say, context);
    if (round >= 0) times.push(performance.now() - began);
  }
}

const hostileUnits = [
  'a',
  'to ',
  'from Paris ',
  'no 1 ',
  'aged 5, ',
  'between 1 and ',
  'Aaaa ',
  '$1,',
  'St. ',
  'in a week ',
];
const blank = contextOf({ say: '', expect: {} });
const hostile = hostileUnits.flatMap((unit) =>
  [1, 2, 3].map(() => {
    const began = performance.now();
    language.understand(unit.repeat(2000).slice(0, 2000), blank);
    return performance.now() - began;
  }),
);

const times = cases.flatMap((each) => each.times).sort((a, b) => a - b);
const at = (share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const worst = Math.max(...hostile);
const ms = (value: number): string => `${value.toFixed(3)} ms`;
console.log(`| figure | value | target |\n|---|---|---|`);
console.log(`| phrases, right of all | ${String(rows.length - wrong)} of ${String(rows.length)} | all |`);
console.log(`| indexes built | ${startedMs.toFixed(0)} ms | |`);
console.log(`| reading, p50 | ${ms(at(0.5))} | |`);
console.log(`| reading, p99 | ${ms(at(0.99))} | ${String(usualMs)} ms |`);
console.log(`| reading, longest | ${ms(at(1))} | |`);
console.log(`| 2,000 hostile characters, longest | ${ms(worst)} | ${String(hostileMs)} ms |`);
if (wrong > 0 || at(0.99) > usualMs || worst > hostileMs) process.exitCode = 1;
