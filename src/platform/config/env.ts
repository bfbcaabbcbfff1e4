/** Reads variables of the environment and collects everything that is wrong with them, so that all of it can be said at once. */
export interface EnvReader {
  readonly problems: string[];
  readonly text: (name: string) => string | null;
  /** What stands between commas; empty where the variable is not set. A value of nothing but commas is a problem: something was meant. */
  readonly list: (name: string) => string[];
  readonly url: (name: string, schemes: readonly string[]) => string | null;
  /** A number within bounds; the usual one where the variable is not set. */
  readonly number: (
    name: string,
    usual: number,
    bounds: { least: number; most: number; whole?: boolean },
  ) => number;
  readonly choice: <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) => Choice;
}

/** As a person writes numbers: `Number` would also take 0x1000, 1e3 and Infinity. */
const decimal = /^-?\d+(?:\.\d+)?$/u;

export function readEnv(env: Readonly<Record<string, string | undefined>>): EnvReader {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  return {
    problems,
    text,
    list(name) {
      const value = text(name);
      if (value === null) return [];
      const entries = value
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
      if (entries.length === 0) problems.push(`${name} is set and names nothing`);
      return entries;
    },
    url(name, schemes) {
      const value = text(name);
      if (value === null) return null;
      const parsed = URL.canParse(value) ? new URL(value) : null;
      if (!parsed || !schemes.includes(parsed.protocol.slice(0, -1)))
        problems.push(`${name} must be a URL that begins with ${schemes.join(':// or ')}://`);
      else if (!isEncoded(parsed.username) || !isEncoded(parsed.password))
        problems.push(`${name} has a user or password with a % in it, which a URL writes as %25`);
      return value;
    },
    number(name, usual, { least, most, whole = true }) {
      const value = text(name);
      if (value === null) return usual;
      const number = Number(value);
      const fits =
        decimal.test(value) && number >= least && number <= most && (!whole || Number.isInteger(number));
      if (!fits)
        problems.push(
          `${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not “${value}”`,
        );
      return fits ? number : usual;
    },
    choice(name, choices) {
      const value = text(name);
      if (value === null) return choices[0];
      const found = choices.find((choice) => choice === value);
      if (!found) problems.push(`${name} must be ${choices.join(' or ')}, not “${value}”`);
      return found ?? choices[0];
    },
  };
}

/** Whoever connects decodes them. */
function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
