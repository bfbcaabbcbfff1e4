import { parsePattern } from './parse-pattern.ts';
import { anything, edge, isBesideWords, noLetter, shapesOf } from './shapes.ts';
import { isLetter } from './term.ts';

/**
 * Words of which every match of a pattern holds at least one, or null where none are certain. "flight " is a whole word, "flight" the
 * beginning of one; "0" is a digit, and any other character that is no letter is itself. Words are of a to z and begin and end beside
 * anything else.
 */
export function neededWords({ source, flags }: RegExp): readonly string[] | null {
  // Without regard to case one letter stands for another.
  if (/[imv]/.test(flags)) return null;
  return shapesOf(parsePattern(source), anything, { choose, rarer }).needed;
}

/** Longer beginnings of words tell no more apart. */
const mostLetters = 8;

function choose(shapes: readonly string[]): readonly string[] | null {
  const chosen = new Set<string>();
  for (const shape of shapes) {
    const best = wordsIn(shape).reduce<string | null>(
      (one, other) => (one === null || commonness(other) < commonness(one) ? other : one),
      null,
    );
    if (best === null) return null;
    chosen.add(best);
  }
  return [...chosen];
}

/** The words and other characters that a shape holds for certain. */
function wordsIn(shape: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < shape.length) {
    const start = at;
    while (isLetter(shape[at] ?? '')) at += 1;
    if (at > start) {
      if (start > 0 && isBesideWords(shape[start - 1] ?? '')) {
        const isWhole = at < shape.length && isBesideWords(shape[at] ?? '');
        const letters = shape.slice(start, at);
        words.push(
          letters.length > mostLetters ? letters.slice(0, mostLetters) : letters + (isWhole ? ' ' : ''),
        );
      }
    } else {
      if (!unsaid.has(shape[at] ?? '')) words.push(shape[at] ?? '');
      at += 1;
    }
  }
  return words;
}

/** What says nothing: a space is in every text. */
const unsaid: ReadonlySet<string> = new Set([' ', anything, edge, noLetter]);

/** Words that most messages to a travel agent hold. Nothing depends on them but how much is looked for in vain. */
const common: ReadonlySet<string> = new Set(
  'i a the to from on for in of and is it me my you with at be do find flight flights fly need want like would'.split(
    ' ',
  ),
);
const beginningsOfCommon: ReadonlySet<string> = new Set(
  [...common].flatMap((word) => Array.from(word, (_, end) => word.slice(0, end + 1))),
);

/** By the number of letters. */
const beginnings = [1, 0.3, 0.1, 0.03, 0.015];
const wholeWords = [1, 0.1, 0.03, 0.015];

/** About the share of messages that hold a word. */
function commonness(word: string): number {
  const isWhole = word.endsWith(' ');
  const letters = word.trim();
  if (!isLetter(letters[0] ?? ''))
    return letters === '0' ? 0.6 : letters >= '\uE000' && letters <= '\uF8FF' ? 0.8 : 0.1;
  if ((isWhole ? common : beginningsOfCommon).has(letters)) return 0.7;
  return (isWhole ? wholeWords : beginnings)[letters.length] ?? 0.01;
}

function rarer(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (!one || !other) return one ?? other;
  const cost = (words: readonly string[]) => words.reduce((sum, word) => sum + commonness(word), 0);
  return cost(other) < cost(one) ? other : one;
}
