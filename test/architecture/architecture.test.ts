import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCycle, isAllowed, ruleFor, type Import } from './import-rules.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const isTest = (path: string) =>
  /\.(test|bench|contract|fuzz)\.ts$|(^|\/)(arbitrary-|corpus)/.test(path) ||
  path.endsWith('provider-contract.ts');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !isTest(path));

function importsOf(path: string): Import[] {
  const text = readFileSync(join(source, path), 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm)].map(
    (match) => ({
      from: path,
      to: normalize(join(dirname(path), match[1] ?? match[2] ?? '')).replaceAll('\\', '/'),
    }),
  );
}

const imports = files.flatMap(importsOf);

describe('the imports', () => {
  it('are read: there are hundreds of them', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(imports.length).toBeGreaterThan(400);
  });

  it('follow the table', () => {
    expect(files.filter((path) => ruleFor(path) === undefined)).toEqual([]);
    expect(imports.filter((edge) => !isAllowed(edge)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('lead the web app to the contract, two tables of facts and nothing else of the server', () => {
    const web = fileURLToPath(new URL('../../web/src', import.meta.url));
    const reached = readdirSync(web, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        [...readFileSync(join(web, path), 'utf8').matchAll(/'((?:\.\.\/)+src\/[^']+)'/g)].map(([, to = '']) =>
          normalize(join(dirname(path), to)).replaceAll('\\', '/'),
        ),
      );
    expect(reached.length).toBeGreaterThan(5);
    const facts = ['aircraft', 'airlines'].map((name) => `../../src/domain/reference/${name}.ts`);
    expect(reached.filter((to) => !to.startsWith('../../src/contract/') && !facts.includes(to))).toEqual([]);
  });

  it('run in no circle', () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  it('would be caught if they did not', () => {
    expect(isAllowed({ from: 'domain/trip.ts', to: 'nlp/understand.ts' })).toBe(false);
    expect(isAllowed({ from: 'providers/duffel/index.ts', to: 'providers/amadeus/parse.ts' })).toBe(false);
    expect(isAllowed({ from: 'providers/duffel/index.ts', to: 'search/source.ts' })).toBe(false);
    expect(isAllowed({ from: 'http/server.ts', to: 'ranking/rank.ts' })).toBe(false);
    expect(isAllowed({ from: 'nlp/understand.ts', to: 'domain/trip.ts' })).toBe(true);
    const edge = (from: string, to: string) => ({ from, to });
    expect(findCycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b']);
    expect(findCycle([edge('a', 'b'), edge('a', 'c'), edge('b', 'c')])).toBeUndefined();
  });
});

describe('the files', () => {
  /** Tables of facts are as long as the facts are many. */
  const tables = new Set([
    'nlp/gazetteer/names.ts',
    'domain/reference/airline-table.ts',
    'domain/reference/airport-traffic.ts',
  ]);
  const lengths = files
    .filter((path) => !tables.has(path))
    .map((path) => ({ path, lines: readFileSync(join(source, path), 'utf8').split('\n').length }))
    .toSorted((a, b) => a.lines - b.lines);

  it('are short', () => {
    const p90 = lengths[Math.floor(lengths.length * 0.9)];
    expect(p90?.lines).toBeLessThanOrEqual(260);
    const all = lengths.reduce((sum, { lines }) => sum + lines, 0);
    const long = lengths.filter(({ lines }) => lines > 400).reduce((sum, { lines }) => sum + lines, 0);
    expect(long / all).toBeLessThan(0.4);
  });

  it('have names that say what is in them', () => {
    expect(
      files.filter((path) => /(^|[/-])(utils?|helpers?|common|misc|manager|core)([./-]|$)/.test(path)),
    ).toEqual([]);
  });
});
