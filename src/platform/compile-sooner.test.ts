import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('sets what the V8 of this project knows', () => {
  const file = JSON.stringify(new URL('./compile-sooner.ts', import.meta.url).href);
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `import { compileSooner } from ${file}; compileSooner();`],
    { encoding: 'utf8' },
  );
  expect([run.status, run.stderr]).toEqual([0, '']);
});
