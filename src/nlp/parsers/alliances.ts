import type { Alliance } from '../../domain/trip.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const names: readonly (readonly [Alliance, Pattern])[] = [
  ['star', new Pattern(/\bstar[- ]?alliance\b/)],
  ['oneworld', new Pattern(/\bone ?world\b/)],
  ['skyteam', new Pattern(/\bsky ?team\b/)],
];
/** "Forget star alliance", "it doesn't have to be oneworld": the wish for it is lifted. */
const refusedBefore =
  /(?:\b(?:no|(?<!why )not|forget(?: about)?|drop|lose|scrap|skip|remove|ignore|without|avoid(?:ing)?|never ?mind|instead of|no need for|needn't be)|n't (?:have|need) to be|n't care about)(?: (?:the|a|an|only|just|necessarily|with|on|in|about|be|nonstop or|direct or))* $/;
const lifted = new Pattern(/\b(?:any|no|forget the|drop the|regardless of) alliance\b/);

/** The alliances a message asks for, empty to lift the wish; null where it names none. */
export function readAlliances(text: Passage): readonly Alliance[] | null {
  const named = names.flatMap(([alliance, pattern]) => {
    const match = pattern.exec(text);
    return match ? { alliance, isRefused: refusedBefore.test(text.text.slice(0, match.index)) } : [];
  });
  if (named.length > 0) return named.flatMap(({ alliance, isRefused }) => (isRefused ? [] : alliance));
  return lifted.test(text) ? [] : null;
}
