import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const being = '(?:flying|going|connecting|changing|stopping|transferring|being|waiting|layovers|connections)';
/** "I hate ◆", "not a fan of flying through ◆": the words before a place that somebody would rather not see. */
export const dislikingWords = `(?:hates?|hated|dislikes?|detests?|loathes?|despises?|dreads?|(?:can't|cannot|cant|couldn't) (?:stand|bear|face)|(?:don't|do not|dont|doesn't|didn't|never|not) (?:really |particularly |much |exactly )?(?:like|liked|love|enjoy|trust|fancy)|(?:not|no) (?:a |an )?(?:big |huge |great )?(?:fan|friend|lover) of|(?:sick|tired|scared|afraid|wary) of|fed up with|had enough of)(?: ${being}(?: planes)?(?: (?:in|at|to|over|through|via|from))?)?`;
/** "◆ is a nightmare". */
const disliked = new Pattern(
  /^(?:'s)?(?: airport)?,?(?: (?:is|was|has always been|is always|is usually|can be|gets|seems|sounds|feels))?(?: (?:such|always|just|really|so|too|pretty|very|absolutely|simply|usually|often|way|a|an|the|total|complete|bit|of|utter|absolute|real)){0,4} (?:nightmare|disaster|mess|zoo|horror|pain|hell|hellhole|chaos|chaotic|terrible|awful|horrible|dreadful|horrendous|atrocious|worst|stressful|crowded|overcrowded|confusing|sucks|stinks)\b/,
);

/** Whether what follows a place runs it down. */
export const isRunDown = (rest: Passage): boolean => disliked.test(rest);

/** The same of the text behind an airline. */
export const runsDown = (rest: string): boolean => disliked.regex.test(rest);
