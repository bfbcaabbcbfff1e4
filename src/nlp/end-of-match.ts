/** Where a sticky pattern's match at an offset ends; the offset itself where it does not match there. Leaves no match behind to be collected. */
export function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** What stands between words. */
export const betweenWords = /[^\p{L}\p{N}]+/uy;
