import { createRequire } from 'node:module';

const lately = new Map<string, WeakRef<object>>();

/**
 * What a package of data exports, or one of its files, without keeping it for longer than somebody looks at it. What is imported stays for as
 * long as the process lives, and the airports of the world in all their fields are half a million strings of which we want one in ten.
 */
export function readPackage(name: string): unknown {
  const known = lately.get(name)?.deref();
  if (known) return known;
  // One for each reading: it holds on to all that it has read.
  const require = createRequire(import.meta.url);
  const before = new Set(Object.keys(require.cache));
  const read = require(name) as object;
  for (const file of Object.keys(require.cache))
    if (!before.has(file)) Reflect.deleteProperty(require.cache, file);
  lately.set(name, new WeakRef(read));
  return read;
}
