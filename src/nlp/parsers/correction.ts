const correcting =
  /\b(?:actually|sorry|oops|i mean(?:t)?|make (?:that|it)|or rather|correction|scratch that|no,? wait|wait,? no)\b/g;

/** Where the last words end with which something said before is taken back ("the second, no wait, the third"); -1 where there are none. */
export function endOfCorrection(text: string): number {
  let end = -1;
  for (const { index, 0: words } of text.matchAll(correcting)) end = index + words.length;
  return end;
}
