import type { Alliance } from '../../domain/trip.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const names: readonly (readonly [Alliance, Pattern])[] = [
  ['star', new Pattern(/\bstar[- ]?alliance\b/)],
  ['oneworld', new Pattern(/\bone ?world\b/)],
  ['skyteam', new Pattern(/\bsky ?team\b/)],
];
const lifted = new Pattern(/\b(?:any|no|forget the|drop the|regardless of) alliance\b/);

/** The alliances a message asks for, empty to lift the wish; null where it names none. */
export function readAlliances(text: Passage): readonly Alliance[] | null {
  const named = names.filter(([, pattern]) => pattern.test(text));
  if (named.length > 0) return named.map(([alliance]) => alliance);
  return lifted.test(text) ? [] : null;
}
