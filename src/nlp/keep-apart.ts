/** Something that takes a stretch of a text, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Of stretches that overlap the longer one stands, and of equally long ones the one given first; in the order of the text. */
export function keepApart<Kept extends Stretch>(stretches: readonly Kept[]): readonly Kept[] {
  const inOrder = sortedByStart(stretches);
  // Most messages have nothing that overlaps.
  if (inOrder.every(({ start }, index) => start >= (inOrder[index - 1]?.end ?? 0))) return inOrder;
  const kept: Kept[] = [];
  for (const each of stretches.toSorted(longestFirst))
    if (!kept.some((other) => each.end > other.start && each.start < other.end)) kept.push(each);
  return sortedByStart(kept);
}

const longestFirst = (a: Stretch, b: Stretch): number => b.end - b.start - (a.end - a.start);

/** By insertion: they are few, and nearly in order. */
function sortedByStart<Kept extends Stretch>(stretches: readonly Kept[]): readonly Kept[] {
  const sorted: Kept[] = [];
  for (const each of stretches) {
    let at = sorted.length;
    for (let before = sorted[at - 1]; before && before.start > each.start; before = sorted[at - 1]) {
      sorted[at] = before;
      at -= 1;
    }
    sorted[at] = each;
  }
  return sorted;
}
