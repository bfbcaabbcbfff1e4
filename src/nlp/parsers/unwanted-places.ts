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

const being = '(?:flying|going|connecting|changing|stopping|transferring|being|waiting|layovers|connections)';
/** "I hate ◆", "not a fan of flying through ◆": the words before a place that somebody would rather not see. */
export const dislikingWords = `(?:hates?|hated|dislikes?|detests?|loathes?|despises?|dreads?|(?:can't|cannot|cant|couldn't) (?:stand|bear|face)|(?:don't|do not|dont|doesn't|didn't|never|not) (?:really |particularly |much |exactly )?(?:like|liked|love|enjoy|trust|fancy)|(?:not|no) (?:a |an )?(?:big |huge |great )?(?:fan|friend|lover) of|(?:sick|tired|scared|afraid|wary) of|fed up with|had enough of)(?: ${being}(?: planes)?(?: (?:in|at|to|over|through|via|from))?)?`;
/** "◆ is a nightmare". */
const disliked = new Pattern(
  /^(?:'s)?(?: airport)?,?(?: (?:is|was|has always been|is always|is usually|can be|gets|seems|sounds|feels))?(?: (?:such|always|just|really|so|too|pretty|very|absolutely|simply|usually|often|way|a|an|the|total|complete|bit|of|utter|absolute|real)){0,4} (?:nightmare|disaster|mess|zoo|horror|pain|hell|hellhole|chaos|chaotic|terrible|awful|horrible|dreadful|horrendous|atrocious|worst|stressful|crowded|overcrowded|confusing|sucks|stinks)\b/,
);

/** Whether what follows a place runs it down. */
export const isRunDown = (rest: Passage): boolean => disliked.test(rest);

const listed = /^(?:, ?|,? (?:and|or|nor) |\/)$/;
const last = /^(?:,? (?:and|or|nor) |\/)$/;
/** "Not from Gatwick or from Luton". */
const again = /^,? (?:or|nor) (?:from|to|in|at|via|through|into) $/;
const carried: ReadonlySet<PlaceRole> = new Set(['avoid', 'rejected', 'via', 'permitted']);

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
