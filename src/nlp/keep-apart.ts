/** Something that takes a stretch of a text, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Of stretches that overlap the longer one stands, and of equally long ones the one given first; in the order of the text. */
export function keepApart<Kept extends Stretch>(stretches: readonly Kept[]): readonly Kept[] {
  if (stretches.length < 2) return stretches;
  const kept: Kept[] = [];
  for (const each of stretches.toSorted(longestFirst)) {
    if (!kept.some((other) => each.end > other.start && each.start < other.end)) kept.push(each);
  }
  return kept.sort(firstFirst);
}

const longestFirst = (a: Stretch, b: Stretch): number => b.end - b.start - (a.end - a.start);
const firstFirst = (a: Stretch, b: Stretch): number => a.start - b.start;
