import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const store = fileURLToPath(new URL('../../src/store', import.meta.url));
const drivers = /^import (?!type )[^;]*?from '(redis|pg|kysely|node:sqlite)';/m;

it('a driver is loaded only where its store is chosen', () => {
  const files = globSync('**/*.ts', { cwd: store }).filter((path) => !/\.(test|contract)\.ts$/.test(path));
  expect(files.length).toBeGreaterThan(20);
  const eager = files.filter((path) => drivers.test(readFileSync(`${store}/${path}`, 'utf8')));
  // Imported itself only at the moment of migrating.
  expect(eager).toEqual(['postgres/ledger-migrations.ts']);
  expect(drivers.test("import { createClient } from 'redis';")).toBe(true);
});
