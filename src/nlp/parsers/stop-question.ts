import { marks } from '../skeleton.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { questionOpening } from './question-opening.ts';

const P = marks.place;
const there = `\\b(?:in|at|through|via) (?:the )?${P}`;
const time = '(?:how long|how much time|how many (?:hours|minutes)|how tight|how short)';

const patterns: readonly Pattern[] = [
  // "How long do I wait in ◆", "how much time is there at ◆".
  new Pattern(`${questionOpening}(?:(?:and |so )?for )?${time} [^.?!]{1,50}${there}`),
  // "Do I change terminals in ◆", "will we have to go through customs at ◆".
  new Pattern(
    `${questionOpening}(?:do|did|will|must|am|are|have|where do|where will|when do|when will) (?:i|we) [^.?!]{1,60}${there}`,
  ),
  new Pattern(
    `${questionOpening}(?:can|could|would) (?:i|we) (?:still |even |really |possibly )?(?:make|catch|miss|manage|collect|pick up|leave|go out of|get out of|exit) [^.?!]{1,50}${there}`,
  ),
  // "Is 50 minutes enough in ◆", "is an hour at ◆ too short".
  new Pattern(
    `${questionOpening}(?:is|are|isn't|aren't|will|would|won't) [^.?!]{1,50}\\b(?:enough|sufficient|too (?:short|tight|little|risky|long)|doable|realistic)\\b[^.?!]{0,40}${there}`,
  ),
  new Pattern(
    `${questionOpening}(?:is|are|isn't|aren't|will|would|won't) [^.?!]{1,40}${there}[^.?!]{0,20}\\b(?:enough|sufficient|too (?:short|tight|little|risky|long)|doable|realistic)\\b`,
  ),
  new Pattern(`${questionOpening}(?:which|what) (?:terminal|gate)s?\\b[^.?!]{0,40}${there}`),
];

/** Whatever is asked there, it is of a journey between other places. */
const toOrFrom = new Pattern(`(?:^|[^a-z])(?:to|from|into|for|visit|visiting|towards?) (?:the )?${P}`);

/** "How long do I wait in ◆", "is 50 minutes enough in ◆": asks about a stop on the way and names no place to go to. */
export const asksAboutStop = (passage: Passage): boolean =>
  passage.text.includes(P) && patterns.some((pattern) => pattern.test(passage)) && !toOrFrom.test(passage);
