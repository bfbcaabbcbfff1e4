/** A place on a map that wants its code beside it. */
export interface Dot {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** Where the trip begins or ends: larger, and labelled first. */
  readonly end: boolean;
}

/** Where the text stands from its dot, as SVG has it. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Of three capital letters in the two sizes of the style sheet, with a little air. */
const sizes = { end: { width: 34, height: 15 }, stop: { width: 26, height: 12 } };
const dotRadius = 4;
const sides: readonly Label[] = [
  { x: 8, y: 4, anchor: 'start' },
  { x: -8, y: 4, anchor: 'end' },
  { x: 0, y: -8, anchor: 'middle' },
  { x: 0, y: 17, anchor: 'middle' },
];

/** A side for each label on which it covers no other label and no dot; none for those that have no such side. */
export function placeLabels(
  dots: readonly Dot[],
  view: { readonly width: number; readonly height: number },
): Map<string, Label> {
  const placed = new Map<string, Label>();
  const taken: Box[] = [];
  const ends = dots.filter(({ end }) => end);
  for (const dot of [...ends, ...dots.filter(({ end }) => !end)]) {
    const others = dots.filter(({ code }) => code !== dot.code).map(boxOfDot);
    const free = sides.find((side) => {
      const box = boxOfLabel(dot, side);
      return (
        box.left >= 0 &&
        box.top >= 0 &&
        box.right <= view.width &&
        box.bottom <= view.height &&
        ![...taken, ...others].some((one) => overlap(one, box))
      );
    });
    // Where a trip begins and ends is said in any case.
    const chosen = free ?? (dot.end ? sides[0] : undefined);
    if (!chosen) continue;
    placed.set(dot.code, chosen);
    taken.push(boxOfLabel(dot, chosen));
  }
  return placed;
}

export function boxOfLabel({ x, y, end }: Dot, side: Label): Box {
  const { width, height } = end ? sizes.end : sizes.stop;
  const before = { start: 0, middle: width / 2, end: width }[side.anchor];
  const left = x + side.x - before;
  // The text stands on its line; capitals fill most of the height above it.
  const bottom = y + side.y + 2;
  return { left, right: left + width, top: bottom - height, bottom };
}

const boxOfDot = ({ x, y }: Dot): Box => ({
  left: x - dotRadius,
  right: x + dotRadius,
  top: y - dotRadius,
  bottom: y + dotRadius,
});

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
