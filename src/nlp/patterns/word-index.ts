import { isLetter } from './term.ts';

/** Which of numbered things a text may be about, by the words in it; see needed-words.ts for how words are written. */
export interface WordIndex {
  /** The numbers whose words a text holds, and those that need none: bit by bit, 32 in each entry. */
  find(text: string): number[];
}

const letters = 26;
/** Follows the last letter of a word. */
const wordEnd = letters;
const width = letters + 1;
const firstLetter = 97;

/** Makes an index of lists of words, each known by its number in the list; null needs no words. */
export function createWordIndex(lists: readonly (readonly string[] | null)[]): WordIndex {
  const always = Array.from({ length: Math.ceil(lists.length / 32) }, () => 0);
  // A tree of letters: for every node and letter the next node, 0 where no word goes on like this.
  const next: number[] = Array.from({ length: width }, () => 0);
  const opens: (number[] | undefined)[] = [undefined];
  const opensByCharacter = new Map<number, number[]>();

  function nodeOf(word: string): number {
    let node = 0;
    for (const letter of word) {
      const edge = node * width + (letter === ' ' ? wordEnd : letter.charCodeAt(0) - firstLetter);
      if (!next[edge]) {
        next[edge] = opens.length;
        opens.push(undefined);
        for (let index = 0; index < width; index += 1) next.push(0);
      }
      node = next[edge] ?? 0;
    }
    return node;
  }

  function listOf(word: string): number[] {
    if (isLetter(word[0] ?? '')) return (opens[nodeOf(word)] ??= []);
    const character = word.charCodeAt(0);
    const known = opensByCharacter.get(character) ?? [];
    opensByCharacter.set(character, known);
    return known;
  }

  lists.forEach((words, number) => {
    if (!words) always[number >> 5] = (always[number >> 5] ?? 0) | (1 << (number & 31));
    for (const word of words ?? []) listOf(word).push(number);
  });
  const table = Uint16Array.from(next);

  return {
    find(text) {
      const found = [...always];
      let node = 0;
      let isInside = false;
      for (let at = 0; at <= text.length; at += 1) {
        const code = at < text.length ? text.charCodeAt(at) : 32;
        const letter = code - firstLetter;
        if (letter >= 0 && letter < letters) {
          if (!isInside || node > 0) {
            node = table[node * width + letter] ?? 0;
            open(found, opens[node]);
          }
          isInside = true;
          continue;
        }
        if (node > 0) open(found, opens[table[node * width + wordEnd] ?? 0]);
        node = 0;
        isInside = false;
        if (code !== 32) open(found, opensByCharacter.get(code >= 48 && code <= 57 ? 48 : code));
      }
      return found;
    },
  };
}

function open(found: number[], numbers: readonly number[] | undefined): void {
  if (!numbers) return;
  for (const number of numbers) found[number >> 5] = (found[number >> 5] ?? 0) | (1 << (number & 31));
}
