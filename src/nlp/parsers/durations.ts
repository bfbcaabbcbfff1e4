import { findLengthsOfTime } from './length-of-time.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** What a message says about how long flights and waits may be, minutes. */
export interface DurationsSaid {
  readonly maxDurationMinutes?: number | null;
  readonly minLayoverMinutes?: number | null;
  readonly maxLayoverMinutes?: number | null;
  readonly noOvernightLayover?: boolean;
}

const wait =
  'lay ?overs?|stop ?overs?|connections?|connecting|connect|waits?|waiting|transfers?|between flights|change planes|changes?';
const waitNear = new RegExp(`\\b(?:${wait})\\b`);
const about = '(?: of| is)?(?: about| around)? ?$';
const more = new RegExp(`(?:\\b(?:more than|longer than|over|above|exceed(?:s|ing)?|past)|>)${about}`);
const less = new RegExp(`(?:\\b(?:under|below|less than|shorter than)|<)${about}`);
const most = new RegExp(`\\b(?:max(?:imum)?|at most|within|up to|limited to|capped at)${about}`);
const mostAfter = /^ ?(?:or (?:less|under|shorter|fewer)|max(?:imum)?\b|tops|at (?:the )?most)/;
const least = new RegExp(`\\b(?:at least|min(?:imum)?)${about}`);
const leastAfter = /^ ?(?:or (?:more|longer)|min(?:imum)?\b|at least)/;
const refused =
  /(?:\b(?:no|not|nothing|without|avoid(?:ing)?|hate|never|cannot|dont|cant)\b|n't\b)(?:(?! but | and | so ).){0,45}$/;
const overnight = new Pattern(
  `\\b(?:no|not|without(?: an| any)?|avoid(?:ing)?|don't want(?: an| any)?|hate|never) (?:long )?overnight (?:${wait})|\\b(?:no|without|avoid(?:ing)?) (?:${wait}) (?:overnight|at night)`,
);
const overnightFine = new Pattern(`\\bovernight (?:${wait}) (?:is|are) (?:ok|okay|fine|alright)`);
const noLong = new Pattern(
  `\\b(?:no|without(?: a| any)?|avoid(?:ing)?|don't want(?: a| any)?|hate) (?:very |super |too )?long (?:${wait})|\\bshort(?:er)? (?:${wait})`,
);
const noTight = new Pattern(
  `\\b(?:no|without(?: a| any)?|avoid(?:ing)?|don't want(?: a| any)?|hate) (?:very |too )?(?:tight|short|quick|rushed) (?:${wait})`,
);

/** What "no long layovers" and "no tight connections" mean where no figure is given. */
const longLayoverMinutes = 240;
const tightLayoverMinutes = 75;

/** Limits on travel time and on waits. A length beside a word for waiting limits the wait, any other the journey. */
export function readDurations(passage: Passage): DurationsSaid {
  const { text } = passage;
  const said: { -readonly [Key in keyof DurationsSaid]: DurationsSaid[Key] } = {};
  if (overnight.test(passage)) said.noOvernightLayover = true;
  if (overnightFine.test(passage)) said.noOvernightLayover = false;
  if (noTight.test(passage)) said.minLayoverMinutes = tightLayoverMinutes;
  else if (noLong.test(passage)) said.maxLayoverMinutes = longLayoverMinutes;
  for (const { minutes, start, end } of findLengthsOfTime(passage)) {
    if (minutes <= 0 || minutes > 6000) continue;
    const clauseStart = Math.max(text.lastIndexOf(',', start), text.lastIndexOf('.', start), start - 45, 0);
    const before = text.slice(clauseStart, start);
    const after = text.slice(end, end + 30).replace(/[.,;!?].*$/, '');
    const isWait = waitNear.test(before) || waitNear.test(after);
    // "Not longer than" is a ceiling, "nothing under" a floor.
    const isRefused = refused.test(before);
    const floor = least.test(before) || leastAfter.test(after) || (isRefused ? less : more).test(before);
    const ceiling = most.test(before) || mostAfter.test(after) || (isRefused ? more : less).test(before);
    if (floor && isWait) said.minLayoverMinutes = minutes;
    else if (ceiling && isWait) said.maxLayoverMinutes = minutes;
    else if (ceiling && !floor && minutes >= 60) said.maxDurationMinutes = minutes;
  }
  return said;
}
