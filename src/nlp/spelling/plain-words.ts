import { createSpeller } from './speller.ts';
import { ordinaryWords } from '../gazetteer/ordinary-words.ts';
import { keywords, shorthand } from './keywords.ts';
import { isPerson } from './people.ts';
import { realWords } from './real-words.ts';

/** So many words are remembered. */
const mostRemembered = 20_000;
/** Of words as short as this only two letters that changed places are put right: any other letter makes another word of them. */
const shortWord = 4;
const named: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april august september october november december'.split(
    ' ',
  ),
);

/**
 * Makes a reader that writes out what was abbreviated ("nxt wk", "w/o") and puts right what was mistyped ("retrun", "buisness") of the words
 * that a wish hangs on. `isName` knows the words of names, which stay as they are, and so does every other word of the English language.
 */
export function createPlainWords(isName: (word: string) => boolean): (text: string) => string {
  const correctKeyword = createKeywordSpeller();
  const known = new Map<string, string | undefined>();

  function meant(key: string): string | undefined {
    if (known.has(key)) return known.get(key);
    const found = shorthand.get(key) ?? correctKeyword(key);
    const plain = found === undefined || (!shorthand.has(key) && isName(key)) ? undefined : found;
    if (known.size >= mostRemembered) known.clear();
    known.set(key, plain);
    return plain;
  }

  function respelt(text: string, start: number, end: number): string | undefined {
    const written = text.slice(start, end);
    const key = written.toLowerCase();
    const plain = meant(key);
    if (plain === undefined || isPerson(key, plain, text, start, end)) return undefined;
    if (written === key) return plain;
    if (written === written.toUpperCase()) return plain.toUpperCase();
    // A capital within a sentence begins a name.
    return named.has(plain) || opensSentence(text, start)
      ? plain.charAt(0).toUpperCase() + plain.slice(1)
      : undefined;
  }

  return (text) => {
    let plain = '';
    let taken = 0;
    for (let start = 0; start < text.length; start += 1) {
      if (!isPart(text.charCodeAt(start))) continue;
      let end = start + 1;
      let isWord = isWordly(text.charCodeAt(start));
      for (; end < text.length && isPart(text.charCodeAt(end)); end += 1)
        isWord &&= isWordly(text.charCodeAt(end));
      const instead = isWord ? respelt(text, start, end) : undefined;
      if (instead !== undefined) {
        plain += text.slice(taken, start) + instead;
        taken = end;
      }
      start = end;
    }
    return taken === 0 ? text : plain + text.slice(taken);
  };
}

/** Letters of a to z, figures and the slash of "w/o". */
const isWordly = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57);
/** What else stands within a word: all that is not ASCII, apostrophes and hyphens. */
const isPart = (code: number): boolean => isWordly(code) || code > 127 || code === 39 || code === 45;

const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?] )$/.test(text.slice(Math.max(0, at - 2), at));

/** The keyword that a word is one slip away from; undefined where the word is one of English, or none is near. */
export function createKeywordSpeller(): (key: string) => string | undefined {
  const speller = createSpeller(new Map([...keywords].map((each) => [each, [{ likelihood: 10 }]])));
  const swapped = new Map<string, string>();
  for (const keyword of keywords)
    if (keyword.length === shortWord)
      for (let at = 0; at + 1 < keyword.length; at += 1)
        swapped.set(
          `${keyword.slice(0, at)}${keyword.charAt(at + 1)}${keyword.charAt(at)}${keyword.slice(at + 2)}`,
          keyword,
        );
  return (key) => {
    if (keywords.has(key) || ordinaryWords.has(key) || realWords.has(key)) return undefined;
    const meant = key.length <= shortWord ? swapped.get(key) : speller.correct(key);
    return meant === key ? undefined : meant;
  };
}
