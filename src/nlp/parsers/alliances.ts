import type { Alliance } from '../../domain/trip.ts';

const names: readonly (readonly [Alliance, RegExp])[] = [
  ['star', /\bstar[- ]?alliance\b/],
  ['oneworld', /\bone ?world\b/],
  ['skyteam', /\bsky ?team\b/],
];
const lifted = /\b(?:any|no|forget the|drop the|regardless of) alliance\b/;

/** The alliances a message asks for, empty to lift the wish; null where it names none. */
export function readAlliances(text: string): readonly Alliance[] | null {
  const named = names.filter(([, pattern]) => pattern.test(text)).map(([alliance]) => alliance);
  if (named.length > 0) return named;
  return lifted.test(text) ? [] : null;
}
