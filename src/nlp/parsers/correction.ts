import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const correcting =
  /\b(?:actually|sorry|oops|i mean(?:t)?|make (?:that|it)|or rather|correction|scratch that|no,? wait|wait,? no)\b/g;

/** Where the last words end with which something said before is taken back ("the second, no wait, the third"); -1 where there are none. */
export function endOfCorrection(text: string): number {
  let end = -1;
  for (const { index, 0: words } of text.matchAll(correcting)) end = index + words.length;
  return end;
}

const takingBack = new Pattern(
  /\b(?:i (?:really |actually )?(?:meant?|wanted to (?:say|write|type))|i'?d meant|oops|whoops|my mistake|my bad|typo|correction|scratch that|(?:it|that) should (?:be|have been|say|read))\b(?! (?:it|that|to)\b)/,
);

/** Whether a message takes back what was said before it, and says what was meant: no answer to what was just asked. */
export const isCorrection = (passage: Passage): boolean => takingBack.test(passage);
