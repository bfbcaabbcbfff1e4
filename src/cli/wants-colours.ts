/** Colours on a terminal only, unless FORCE_COLOR or NO_COLOR says otherwise (no-color.org, force-color.org). */
export function wantsColours(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal;
}
