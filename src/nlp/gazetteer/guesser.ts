import { isCapital, keyOf, type Word } from './fold.ts';
import { createSpeller } from '../spelling/speller.ts';
import type { NameIndex } from './name-index.ts';
import { ordinaryWords, placeCues } from './ordinary-words.ts';
import type { Found } from './place-reading.ts';
import { readingOf } from './reading-of.ts';

/** Names of more words are not guessed at. */
const mostGuessed = 3;
const figure = /\d/;

/** Makes a reader of misspelt names: what the one that begins at a word was meant to be, longest first. */
export function createGuesser(index: NameIndex): (words: readonly Word[], at: number) => Found | undefined {
  const speller = createSpeller(index.byName);

  /** Whether a word may be the one at a place of a mistyped name: an ordinary one is not what was mistyped. */
  function mayStand(words: readonly Word[], at: number, place: number): boolean {
    const key = words[at + place]?.key ?? '';
    if (key.length < 2 || figure.test(key)) return false;
    return !ordinaryWords.has(key) || isRepeated(words, at, place) || speller.hasWord(key, place);
  }

  return (words, at) => {
    let most = 0;
    while (most < mostGuessed && at + most < words.length && mayStand(words, at, most)) most += 1;
    if (most > 1 && index.byName.has(words[at]?.key ?? '')) most = 1;
    // Ordinary words alone are none that were mistyped.
    let least = 1;
    while (least <= most && ordinaryWords.has(words[at + least - 1]?.key ?? '')) least += 1;
    for (let count = most; count >= least; count -= 1) {
      const name = speller.correct(keyOf(words, at, count));
      const candidates = name === undefined ? undefined : index.byName.get(name);
      if (name === undefined || !candidates || !keepsOrdinaryWords(words, at, count, name)) continue;
      const isRoomy =
        at === 0 ||
        placeCues.has(words[at - 1]?.key ?? '') ||
        words[at + count]?.key === 'to' ||
        isCapital(words[at]);
      return { reading: readingOf(candidates, 'misspelling', !isRoomy, false), until: at + count };
    }
    return undefined;
  };
}

/** "new yrok" is New York, whose "new" is right: an ordinary word is not what was mistyped. */
function keepsOrdinaryWords(words: readonly Word[], at: number, count: number, name: string): boolean {
  const meant = name.split(' ');
  for (let place = 0; place < count; place += 1) {
    const key = words[at + place]?.key ?? '';
    if (ordinaryWords.has(key) && !isRepeated(words, at, place) && meant[place] !== key) return false;
  }
  return true;
}

/** Whether a word stands among those before it, from `at` on. */
function isRepeated(words: readonly Word[], at: number, place: number): boolean {
  for (let before = 0; before < place; before += 1)
    if (words[at + before]?.key === words[at + place]?.key) return true;
  return false;
}
