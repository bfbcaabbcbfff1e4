/** Some of the cards of a list, by their places in it: one bit for each, 32 in a number. */
export type CardSet = Uint32Array<ArrayBuffer>;

const wordBits = 32;

/** The places for which the test holds. */
export function cardSet(length: number, test: (at: number) => boolean): CardSet {
  const set = new Uint32Array(Math.ceil(length / wordBits));
  for (let at = 0; at < length; at += 1)
    if (test(at)) set[at >>> 5] = (set[at >>> 5] ?? 0) | (1 << (at & 31));
  return set;
}

/** What is in all of them; `all` where there are none. */
export function intersect(all: CardSet, sets: readonly CardSet[]): CardSet {
  const shared = all.slice();
  for (const set of sets)
    for (let word = 0; word < shared.length; word += 1) shared[word] = (shared[word] ?? 0) & (set[word] ?? 0);
  return shared;
}

export const holds = (set: CardSet, at: number): boolean => (((set[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;

/** How many are in it. */
export const sizeOf = (set: CardSet): number => set.reduce((sum, word) => sum + bitsOf(word), 0);

/** Bits that are set, pairs first, then fours, then bytes: “Hacker's Delight”, figure 5-2. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
