import { ConfigError, readConfig } from '../../src/platform/config/config.ts';

/** The names that the configuration reads from an environment, and what it finds wrong there. */
export function settingsRead(env: Readonly<Record<string, string>>): {
  readonly names: ReadonlySet<string>;
  readonly problems: readonly string[];
} {
  const names = new Set<string>();
  const watched = new Proxy(env, {
    get: (target, name) => {
      names.add(String(name));
      return Reflect.get(target, name) as unknown;
    },
  });
  try {
    readConfig(watched);
  } catch (error) {
    if (error instanceof ConfigError) return { names, problems: error.problems };
    throw error;
  }
  return { names, problems: [] };
}
