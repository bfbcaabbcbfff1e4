import type { Passage } from '../patterns/passage.ts';
import type { PlacedItem, Reader } from './party-item.ts';
import { named, selves } from './party-people.ts';
import { shorthand } from './party-shorthand.ts';

/** Tried in this order at every word. */
const readers: readonly Reader[] = [...selves, ...shorthand, ...named];

const firstLetters = /[a-z0-9\ue000]/;

/** Every word group that names somebody, left to right. */
export function findPartyItems(passage: Passage): readonly PlacedItem[] {
  const { text } = passage;
  const open = readers.filter(([pattern, , around = pattern]) => around.mayMatch(passage));
  const found: PlacedItem[] = [];
  let start = open.length === 0 ? text.length : 0;
  while (start < text.length) {
    const startsWord = firstLetters.test(text[start] ?? '') && !firstLetters.test(text[start - 1] ?? ' ');
    const placed = startsWord ? readAt(text, start, open) : undefined;
    if (placed) found.push(placed);
    start = placed ? placed.end : start + 1;
  }
  return found;
}

function readAt(text: string, start: number, open: readonly Reader[]): PlacedItem | undefined {
  for (const [{ regex }, read] of open) {
    regex.lastIndex = start;
    const match = regex.exec(text);
    if (!match || match[0] === '') continue;
    const items = [read(match)].flat();
    if (items.length > 0) return { items, start, end: start + match[0].length };
  }
  return undefined;
}
