import { mkdirSync, writeFileSync } from 'node:fs';

/** One line of the benchmark's table. */
export interface Row {
  readonly scenario: string;
  /** What must be reached, in words. */
  readonly target: string;
  /** Figures by name; times in milliseconds unless the name says otherwise. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** The same for the synchronous twin or the peer, where the scenario has one. */
  readonly against?: Readonly<Record<string, number | string>>;
  readonly reached: boolean;
}

const show = (figures: Row['figures'] | undefined): string =>
  Object.entries(figures ?? {})
    .map(([name, value]) => `${name} ${typeof value === 'number' ? rounded(value) : value}`)
    .join(', ');

const rounded = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

export function printRow(row: Row): void {
  console.log(`${row.reached ? 'reached' : 'MISSED '}  ${row.scenario}`);
  console.log(`         target   ${row.target}`);
  console.log(`         measured ${show(row.figures)}`);
  if (row.against) console.log(`         against  ${show(row.against)}`);
}

/** Writes bench/results/latest.json and a Markdown table beside it. */
export function writeResults(rows: readonly Row[], about: Readonly<Record<string, string>>): void {
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('latest.json', folder), `${JSON.stringify({ about, rows }, null, 2)}\n`);
  const lines = rows.map(
    (row) =>
      `| ${row.scenario} | ${row.target} | ${show(row.figures)} | ${show(row.against)} | ${row.reached ? 'yes' : 'no'} |`,
  );
  const table = [
    '| scenario | target | measured | against | reached |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
  const facts = Object.entries(about).map(([name, value]) => `- ${name}: ${value}`);
  writeFileSync(new URL('latest.md', folder), `# Benchmark results\n\n${facts.join('\n')}\n\n${table}\n`);
}
