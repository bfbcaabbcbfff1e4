import type { Trip } from '../../domain/trip.ts';
import type { PlaceReading } from '../gazetteer/place-reading.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import type { PlaceRole } from './place-roles.ts';

interface WithRole {
  /** Where its mark stands. */
  readonly at: number;
  readonly role: PlaceRole;
}

const isFine = new Pattern(
  /^(?: airport)?(?:,? (?:is|would be|will be|are)|'s)?(?: actually| now| also| still| perfectly){0,2} (?:ok|okay|fine|alright|all right|good|acceptable|allowed|possible|welcome)\b/,
);
const allowing = new Pattern(
  /\b(?:allow|include|permit|accept|bring back|put back|add back|(?:ok|okay|fine|happy) with|(?:don't|do not|dont) mind|(?:stop|no need to|don't|do not|dont) avoid(?:ing)?)(?: in)? (?:the )?$/,
);

/** "Heathrow is fine after all": said of what was avoided. */
export function isAllowedAgain(
  { kind, candidates }: PlaceReading,
  passage: Passage,
  at: number,
  { filters: { avoidAirports } }: Trip,
): boolean {
  const isAvoided = candidates[0]?.place.airports.some((code) => avoidAirports.includes(code)) ?? false;
  return (
    isAvoided &&
    kind === 'place' &&
    (isFine.test(partOf(passage, at + 1)) || allowing.test(partOf(passage, 0, at)))
  );
}

const listed = /^(?:, ?|,? (?:and|or|nor) |\/)$/;
const last = /^(?:,? (?:and|or|nor) |\/)$/;
/** "Not from Gatwick or from Luton". */
const again = /^,? (?:or|nor) (?:from|to|in|at|via|through|into) $/;
const carried: ReadonlySet<PlaceRole> = new Set(['avoid', 'disliked', 'rejected', 'via', 'permitted']);

/** "Avoiding Chicago and Newark", "not via Chicago or Newark": what is said of the first of a list holds for all of it. */
export function withListedRoles<Place extends WithRole>(places: readonly Place[], text: string): Place[] {
  const roles = [...places];
  for (let first = 0; first < roles.length; first += 1) {
    const role = roles[first]?.role;
    if (!role || !carried.has(role)) continue;
    let end = first;
    for (let at = first + 1; at < roles.length; at += 1) {
      const [before, here] = [roles[at - 1], roles[at]];
      const gap = before && here ? text.slice(before.at + 1, here.at) : '';
      const isPlain = (here?.role === 'bare' || here?.role === 'setting') && listed.test(gap);
      if (!isPlain && !again.test(gap)) break;
      if (again.test(gap) || last.test(gap)) end = at;
    }
    for (let at = first + 1; at <= end; at += 1) {
      const place = roles[at];
      if (place) roles[at] = { ...place, role };
    }
    first = end;
  }
  return roles;
}
