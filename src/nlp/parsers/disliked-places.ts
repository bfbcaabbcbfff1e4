import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const being = '(?:flying|going|connecting|changing|stopping|transferring|being|waiting|layovers|connections)';
const disliking =
  "(?:hates?|hated|dislikes?|detests?|loathes?|despises?|dreads?|(?:can't|cannot|cant|couldn't) (?:stand|bear|face)|(?:don't|do not|dont|doesn't|didn't|never|not) (?:really |particularly |much |exactly )?(?:like|liked|love|enjoy|trust|fancy)|(?:not|no) (?:a |an )?(?:big |huge |great )?(?:fan|friend|lover) of|(?:sick|tired|scared|afraid|wary) of|fed up with|had enough of)";
/** "I hate ◆", "not a fan of flying to ◆": the words before a place that somebody would rather not see. */
export const dislikingWords = `${disliking}(?: ${being}(?: planes)?(?: (?:in|at|to|over|through|via|from))?)?`;
/** "I hate flying through ◆": those before a place that somebody would rather not change planes at. */
export const dislikingChangeWords = `${disliking} (?:(?:flying|going|being|waiting) (?:through|via)|(?:being|waiting) (?:in|at)|(?:connecting|changing|stopping|transferring|layovers|connections)(?: planes)?(?: (?:in|at|through|via))?)`;
/** "◆ is a nightmare". */
const disliked = new Pattern(
  /^(?:'s)?(?: airport)?,?(?: (?:is|was|has always been|is always|is usually|can be|gets|seems|sounds|feels))?(?: (?:such|always|just|really|so|too|pretty|very|absolutely|simply|usually|often|way|a|an|the|total|complete|bit|of|utter|absolute|real)){0,4} (?:nightmare|disaster|mess|zoo|horror|pain|hell|hellhole|chaos|chaotic|terrible|awful|horrible|dreadful|horrendous|atrocious|worst|stressful|crowded|overcrowded|confusing|sucks|stinks)\b/,
);

/** "To change planes in", "for connections". */
const change = new Pattern(
  /^[^.!?]{0,60}\b(?:to|for|when|if|as a|place to) ?(?:you |i |we |a |an )?(?:connect(?:ing|ions?)?|chang(?:e|ing)|transfer(?:s|ring)?|fly(?:ing)? (?:through|via)|lay ?overs?|stop ?overs?)\b/,
);

/** Whether what follows a place runs it down. */
export const isRunDown = (rest: Passage): boolean => disliked.test(rest);

/** The same of the text behind an airline. */
export const runsDown = (rest: string): boolean => disliked.regex.test(rest);

/** Whether what follows a place that is run down is about changing planes there. */
export const isOfChange = (rest: Passage): boolean => change.test(rest);

const tiredOf = /\b(?:(?:sick|tired) of|fed up with|had enough of)(?: being in)? $/;
const outOfHere = /^[^.!?]{0,40}\b(?:out of|away from) here\b/;
const goingThere =
  /^[^.!?\ue000]{0,50}\b(?:be|get|go|fly|travel|head|land|arrive)(?:ing)? (?:back |down |over |up |out )?there\b/;

/** "I'm sick of ◆", "◆ is awful, get me out of here": whether that is where somebody is, as far as the words around it tell. */
export const isLeft = (lead: string, rest: string): boolean => tiredOf.test(lead) || outOfHere.test(rest);

/** "I hate ◆ but have to be there on Friday". */
export const isGoneTo = (rest: string): boolean => goingThere.test(rest);
