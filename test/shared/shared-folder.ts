import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared', import.meta.url));

/** The path of something in the reference data beside the project, or undefined where it is not there. */
export function sharedPath(inside: string): string | undefined {
  const path = `${folder}/${inside}`;
  return existsSync(path) ? path : undefined;
}

/** The reason that a test gives when it skips for want of the reference data. */
export const withoutShared = 'skipped: the reference data (../shared) is not beside the project';
