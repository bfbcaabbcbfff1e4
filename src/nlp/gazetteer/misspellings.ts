import type { NameIndex } from './name-index.ts';

/** Finds the name that a mistyped one was meant to be. */
export interface Speller {
  /** The folded name one edit away (two for ten letters and more), likeliest first; undefined where there is none or it is too short. */
  correct(key: string): string | undefined;
  /** Whether any name that it may answer has a word at a place, counted from 0. */
  hasWord(word: string, place: number): boolean;
}

const shortest = 5;
const longWord = 10;
/** Names of places below this many passengers (millions) are not guessed at. */
const leastLikely = 0.9;
const leastLikelyTwice = 4;
/** Words whose correction is remembered. */
const mostRemembered = 20_000;

/**
 * Every name is filed under itself and under itself with a letter taken out (two for long names of busy places): two words that are one
 * edit apart share such a key, so a look-up is a handful of map reads instead of a comparison with every name.
 */
export function createSpeller({ byName }: Pick<NameIndex, 'byName'>): Speller {
  const filed = new Map<string, string[]>();
  const wordsByPlace: Set<string>[] = [];
  const file = (under: string, name: string) => {
    const names = filed.get(under);
    if (!names) filed.set(under, [name]);
    else if (!names.includes(name)) names.push(name);
  };
  for (const [name, [best]] of byName) {
    if (name.length < shortest || !best || best.likelihood < leastLikely) continue;
    file(name, name);
    name.split(' ').forEach((word, place) => (wordsByPlace[place] ??= new Set()).add(word));
    for (const once of withoutOneLetter(name)) {
      file(once, name);
      if (name.length >= longWord && best.likelihood >= leastLikelyTwice)
        for (const twice of withoutOneLetter(once)) file(twice, name);
    }
  }

  function search(key: string): string | undefined {
    if (key.length < shortest || key.length > 40) return undefined;
    const candidates = new Set(filed.get(key));
    for (const once of withoutOneLetter(key)) {
      for (const name of filed.get(once) ?? []) candidates.add(name);
      if (key.length >= longWord)
        for (const twice of withoutOneLetter(once))
          for (const name of filed.get(twice) ?? []) candidates.add(name);
    }
    let best: { name: string; distance: number; likelihood: number } | undefined;
    for (const name of candidates) {
      if (name[0] !== key[0]) continue;
      const distance = editDistance(key, name);
      if (distance > (name.length >= longWord ? 2 : 1)) continue;
      const likelihood = byName.get(name)?.[0]?.likelihood ?? 0;
      if (!best || distance < best.distance || (distance === best.distance && likelihood > best.likelihood))
        best = { name, distance, likelihood };
    }
    return best?.name;
  }

  // Travellers use the same few thousand words: most are looked up once.
  const known = new Map<string, string | undefined>();
  return {
    hasWord: (word, place) => wordsByPlace[place]?.has(word) ?? false,
    correct(key) {
      if (known.has(key)) return known.get(key);
      const name = search(key);
      if (known.size >= mostRemembered) known.clear();
      known.set(key, name);
      return name;
    },
  };
}

function* withoutOneLetter(word: string): Generator<string> {
  for (let index = 0; index < word.length; index += 1) yield word.slice(0, index) + word.slice(index + 1);
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + same,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
