/** What a name may stand for. */
interface Likely {
  /** Passengers a year, in millions, or what counts as much. */
  readonly likelihood: number;
}

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
 * edit apart share such a key, so a look-up is a handful of map reads instead of a comparison with every name. Keys are numbers: as texts
 * they would be a hundred thousand, looked at again in every garbage collection.
 */
export function createSpeller(byName: ReadonlyMap<string, readonly Likely[]>): Speller {
  const names: string[] = [];
  /** Places in `names` by key; a single one by itself. */
  const filed = new Map<number, number | number[]>();
  const wordsByPlace: Set<string>[] = [];
  for (const [name, [best]] of byName) {
    if (name.length < shortest || !best || best.likelihood < leastLikely) continue;
    const number = names.push(name) - 1;
    name.split(' ').forEach((word, place) => (wordsByPlace[place] ??= new Set()).add(word));
    for (const key of keysOf(name, name.length >= longWord && best.likelihood >= leastLikelyTwice ? 2 : 1)) {
      const known = filed.get(key);
      if (known === undefined) filed.set(key, number);
      else if (typeof known === 'number') filed.set(key, [known, number]);
      else known.push(number);
    }
  }

  function search(key: string): string | undefined {
    if (key.length < shortest || key.length > 40) return undefined;
    const candidates = new Set<string>();
    for (const under of keysOf(key, key.length >= longWord ? 2 : 1))
      for (const number of [filed.get(under) ?? []].flat()) candidates.add(names[number] ?? '');
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

/** Keys of a word as it is, and with up to `most` letters taken out. */
function keysOf(word: string, most: 1 | 2): Set<number> {
  const keys = new Set([keyWithout(word, -1, -1)]);
  for (let first = 0; first < word.length; first += 1) {
    keys.add(keyWithout(word, first, -1));
    if (most === 2)
      for (let second = first + 1; second < word.length; second += 1)
        keys.add(keyWithout(word, first, second));
  }
  return keys;
}

/** FNV-1a over the characters but those at two places. */
function keyWithout(word: string, first: number, second: number): number {
  let key = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    if (at !== first && at !== second) key = Math.imul(key ^ word.charCodeAt(at), 0x01000193);
  return key;
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
