import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const correcting =
  /\b(?:actually|sorry|oops|i mean(?:t)?|make (?:that|it)|or rather|correction|scratch that|no,? wait|wait,? no)\b/g;

/** "Not the first one, the second", "the second, not the first": up to what is meant. */
const turnedDown =
  /\bnot (?:the |that |number |option |#)?[a-z0-9 ]{1,24}?(?:[,;] ?|\. )(?:but |rather |i (?:want|mean|meant) |give me |take )?(?=(?:the|number|option|#) ?)/g;

const turnedDownBehind = /[,;] ?not (?:the |that |number |option |#)[a-z0-9 ]{1,24}(?=$|[.!])/g;

/** "The second" of "not the first one, the second" and of "the second, not the first". */
export const withoutTurnedDown = (text: string): string =>
  text.replace(turnedDown, '').replace(turnedDownBehind, '');

/** Where the last words end with which something said before is taken back ("the second, no wait, the third"); -1 where there are none. */
export function endOfCorrection(text: string): number {
  let end = -1;
  for (const pattern of [correcting, turnedDown])
    for (const { index, 0: words } of text.matchAll(pattern)) end = Math.max(end, index + words.length);
  return end;
}

const takingBack = new Pattern(
  /\b(?:i (?:really |actually )?(?:meant?|wanted to (?:say|write|type))|i'?d meant|oops|whoops|my mistake|my bad|typo|correction|scratch that|(?:it|that) should (?:be|have been|say|read))\b(?! (?:it|that|to)\b)/,
);

/** Whether a message takes back what was said before it, and says what was meant: no answer to what was just asked. */
export const isCorrection = (passage: Passage): boolean => takingBack.test(passage);
