import { findLengthsOfTime, type LengthOfTime } from './length-of-time.ts';
import { passageOf, type Passage } from '../patterns/passage.ts';
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
/** "Max layover 3 hours", "minimum connection time of an hour". */
const ofWhat = `(?: (?:${wait}|flight|travel|travell?ing|total|journey|duration|time|length|per)){0,3}`;
const most = new RegExp(`\\b(?:max(?:imum)?${ofWhat}|at most|within|up to|limited to|capped at)${about}`);
const mostAfter = /^ ?(?:or (?:less|under|shorter|fewer)|max(?:imum)?\b|tops|at (?:the )?most)/;
const least = new RegExp(`\\b(?:at least|min(?:imum)?${ofWhat})${about}`);
const leastAfter = /^ ?(?:or (?:more|longer)|min(?:imum)?\b|at least)/;
const refused =
  /(?:\b(?:no|not|nothing|without|avoid(?:ing)?|hate|never|cannot|dont|cant)\b|n't\b)(?:(?! but | and | so ).){0,45}$/;
const overnight = new Pattern(
  `\\b(?:no|not|without(?: an| any)?|avoid(?:ing)?|don't want(?: an| any)?|hate|never) (?:long )?overnight (?:${wait})|\\b(?:no|without|avoid(?:ing)?) (?:${wait}) (?:overnight|at night)`,
);
/** "I don't want to sleep at the airport", "no nights in airports". */
const sleeping = new Pattern(
  /\b(?:no|not|never|without|avoid(?:ing)?|hate|refuse|cannot|dont|cant|wont|(?:do|ca|wo|would|did)n't|rather not)(?: (?:really|ever|want|wanna|like|wish|plan|have|having|going|be|to|do|any)){0,3} (?:sleep(?:ing)?|spend(?:ing)? (?:the |a |any )?nights?|(?:the |a |any )?nights?|over ?night(?:ing)?|stay(?:ing)? over ?night|be(?:ing)? stuck over ?night) (?:in|at) (?:an |the |any |some )?(?:airports?|terminals?)\b/,
);
const overnightFine = new Pattern(
  `\\bover ?night (?:${wait}|stops?) (?:is|are|would be|will be|'s)(?: (?:also|totally|perfectly))? (?:ok|okay|fine|alright|all right|acceptable|no problem|possible)|\\b(?:(?:don't|do not|dont|wouldn't) mind|(?:ok|okay|fine|happy) with) (?:an? |having an? |the |some |any )?over ?night (?:${wait}|stops?)`,
);
const noLong = new Pattern(
  `\\b(?:no|without(?: a| any)?|avoid(?:ing)?|don't want(?: a| any)?|hate) (?:very |super |too )?long (?:${wait})|\\bshort(?:er)? (?:${wait})`,
);
/** "Longer layovers are fine". */
const longFine = new Pattern(
  `\\b(?:long|longer) (?:${wait})(?: (?:is|are|would be|'s))? (?:also |totally |perfectly )?(?:ok|okay|fine|alright|all right|acceptable|no problem|not a problem|good|possible)|\\b(?:(?:don't|do not|dont|wouldn't) mind|(?:ok|okay|fine|happy|cool) with) (?:a |an |having a |some |any )?(?:long|longer) (?:${wait})`,
);
const noTight = new Pattern(
  `\\b(?:no|without(?: a| any)?|avoid(?:ing)?|don't want(?: a| any)?|hate) (?:very |too )?(?:tight|short|quick|rushed) (?:${wait})`,
);

/** What "no long layovers" and "no tight connections" mean where no figure is given. */
const longLayoverMinutes = 240;
const tightLayoverMinutes = 75;

const bound =
  '(?:no(?:t)? (?:more|longer|less|shorter) than|at (?:the )?(?:most|least)|max(?:imum)?|min(?:imum)?|up to|under|below|less than|more than|over)(?: of)?';
const figure = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const hours = '(?:h|hrs?|hours?|m|mins?|minutes?)';
const justBounds = new RegExp(`^,? ?(?:but |and |or )?(?:${bound} )?$`);
/** "At least 2 hours but no more than 4": the second is of the same unit. */
const laterBare = new RegExp(
  `(?<!\\d)(${figure}) ?-?(${hours})((?: at least| at most| or more| min(?:imum)?)?,?(?: but| and| or)? ${bound} )(${figure})(?! ?-?${hours}(?![a-z])|[a-z\\d:.])(?! (?:stops?|stopovers?|connections?|changes|people|adults?|bags?|[$€£]|dollars?|euros?|pounds?|am|pm)\\b)`,
  'g',
);
/** "At least 2 but no more than 4 hours", "no less than 2 and up to 4 hours": so is the first. */
const earlierBare = new RegExp(
  `(${bound} )(${figure})(,?(?: but| and| or)? ${bound} ${figure} ?-?(${hours})(?![a-z]))`,
  'g',
);
/** "Between 2 and 4 hours", "2-4 hours", "2 to 4 hour layover". */
const between = new RegExp(
  `(?:between )?(?<![\\d:.])(${figure})(?: ?${hours})?(?: ?- ?| to | and )(${figure})( |-)?(${hours})(?![a-z])`,
  'g',
);

/** "No long layovers, 3 hours tops": goes on about the wait before it. */
const boundsAlone = new RegExp(
  `(?<!\\b(?:no|without|any|zero|an?|one|two|[0-3]) )\\b(?:${wait})\\b[^,.;!?\ue000-\ue002]{0,20}[,;:-] ?(?:so |like |say |i mean |about )?(?:${bound} )?$`,
);
/** "No 8 hour layovers". */
const kindOfWait = new RegExp(`^(?:-| )?(?:long )?(?:${wait})\\b(?! (?:over|or|under|and up))`);
const isCompared = new RegExp(
  `${more.source}|${less.source}|\\b(?:the|that) (?:one|flight|option|offer) (?:with|that has) (?:the |that |an? )?$`,
);
/** Waits of so much or less are refused for being tight. */
const tightUpTo = 100;

/** What is left where waits of a length are refused: clearly shorter ones, or clearly longer ones of a tight connection. */
const butOf = (minutes: number): DurationsSaid =>
  minutes <= tightUpTo ? { minLayoverMinutes: minutes + 15 } : { maxLayoverMinutes: minutes - 60 };

/** What is told in a stretch of hours; "in 2 to 3 hours" is when. */
const measured = new RegExp(
  `\\b(?:${wait}|(?:flight|travel|travell?ing|total|journey) time|journey|duration)\\b`,
);
const boundBehind = new RegExp(`^,?(?: but| and| or)? ${bound} `);

/** The lengths of time in a passage, with a unit for every one of two that share it; of a stretch both ends. */
function lengthsIn(passage: Passage): { readonly text: string; readonly lengths: readonly LengthOfTime[] } {
  const lengths = findLengthsOfTime(passage);
  if (lengths.length === 0 || !/\b(?:but|and|or|to|max|min)|[-,]/.test(passage.text))
    return { text: passage.text, lengths };
  const text = passage.text
    .replace(laterBare, '$1 $2$3$4 $2')
    .replace(earlierBare, '$1$2 $4$3')
    .replace(between, (said: string, low: string, high: string, _: string, unit: string, at: number) =>
      measured.test(passage.text.slice(Math.max(0, at - 30), at + said.length + 20))
        ? `at least ${low} ${unit} and at most ${high} ${unit}`
        : said,
    );
  return text === passage.text ? { text, lengths } : { text, lengths: findLengthsOfTime(passageOf(text)) };
}

/** Limits on travel time and on waits. A length beside a word for waiting limits the wait, any other the journey. */
export function readDurations(passage: Passage): DurationsSaid {
  const { text, lengths } = lengthsIn(passage);
  const said: { -readonly [Key in keyof DurationsSaid]: DurationsSaid[Key] } = {};
  if (overnight.test(passage)) said.noOvernightLayover = true;
  if (sleeping.test(passage)) said.noOvernightLayover = true;
  if (overnightFine.test(passage)) said.noOvernightLayover = false;
  if (noTight.test(passage)) said.minLayoverMinutes = tightLayoverMinutes;
  else if (longFine.test(passage)) said.maxLayoverMinutes = null;
  else if (noLong.test(passage)) said.maxLayoverMinutes = longLayoverMinutes;
  let earlier: { readonly end: number; readonly isWait: boolean } | undefined;
  for (const { minutes, start, end } of lengths) {
    if (minutes <= 0 || minutes > 6000) continue;
    const clauseStart = Math.max(text.lastIndexOf(',', start), text.lastIndexOf('.', start), start - 45, 0);
    const before = text.slice(clauseStart, start);
    const reach = boundBehind.test(text.slice(end, end + 30)) ? 60 : 30;
    const after = text.slice(end, end + reach).replace(/[.,;!?].*$/, '');
    // "A layover of at least 2 hours, max 4 hours" goes on about the wait.
    const goesOn =
      earlier?.isWait === true
        ? justBounds.test(text.slice(earlier.end, start))
        : earlier === undefined && boundsAlone.test(text.slice(Math.max(0, start - 60), start));
    const isWait = goesOn || waitNear.test(before) || waitNear.test(after);
    earlier = { end, isWait };
    // "Not longer than" is a ceiling, "nothing under" a floor.
    const isRefused = refused.test(before);
    if (isRefused && kindOfWait.test(after) && !isCompared.test(before)) {
      Object.assign(said, butOf(minutes));
      continue;
    }
    const floor = least.test(before) || leastAfter.test(after) || (isRefused ? less : more).test(before);
    const ceiling = most.test(before) || mostAfter.test(after) || (isRefused ? more : less).test(before);
    if (floor && isWait) said.minLayoverMinutes = minutes;
    else if (ceiling && isWait) said.maxLayoverMinutes = minutes;
    else if (ceiling && !floor && minutes >= 60) said.maxDurationMinutes = minutes;
  }
  return said;
}
