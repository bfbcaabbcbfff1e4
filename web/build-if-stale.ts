import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the web app where it has not been built or its sources are newer. Runs before `npm start` and `npm test`. */
const root = import.meta.dirname;
const newest = (patterns: readonly string[]): number =>
  Math.max(
    0,
    ...patterns.flatMap((pattern) =>
      globSync(pattern, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs),
    ),
  );
const sources = [
  'src/**/*',
  'public/**/*',
  'plugins/**/*',
  'index.html',
  'vite.config.ts',
  '../src/contract/**/*',
];

if (newest(['dist/index.html']) < newest(sources))
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
