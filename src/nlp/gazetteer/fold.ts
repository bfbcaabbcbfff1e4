import { betweenWords, endOfMatch } from '../end-of-match.ts';

/** A word of a text with its place in it; `key` is what names are compared by. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case without diacritics, dots and apostrophes. */
  readonly key: string;
  readonly written: string;
}

/** Letters, digits, and marks inside a word: apostrophes (O'Hare) and dots of initials (D.C., St.). */
const wordPattern = /[\p{L}\p{N}]+(?:['’‘.][\p{L}\p{N}]+)*\.?/uy;

const expansions: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['ft', 'fort'],
  ['mt', 'mount'],
  ['intl', 'international'],
]);

/** The words of a text, in order. Linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let start = endOfMatch(betweenWords, text, 0); start < text.length;) {
    const end = endOfMatch(wordPattern, text, start);
    const raw = text.slice(start, end);
    if (raw.includes('.')) addDotted(words, start, raw);
    else words.push(wordAt(start, raw, words.at(-1)?.key === 'saint'));
    start = endOfMatch(betweenWords, text, end);
  }
  return words;
}

const initialsOnly = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const gluedSentence = /\p{L}{3,}\.\p{L}/u;

/** A word with dots in it: initials (D.C.) keep them, the end of a sentence is no part of it. */
function addDotted(words: Word[], start: number, raw: string): void {
  const initials = initialsOnly.test(raw);
  const written = raw.endsWith('.') && !initials ? raw.slice(0, -1) : raw;
  if (initials || !gluedSentence.test(written)) {
    words.push(wordAt(start, written));
    return;
  }
  // "Lisbon.From" lost its space: two words.
  const cut = written.indexOf('.');
  words.push(wordAt(start, written.slice(0, cut)), wordAt(start + cut + 1, written.slice(cut + 1)));
}

const possessiveEnd = /['’‘]s$/iu;

/** What a saint's town is called, keeps its end: St. John's is not Saint John. */
const wordAt = (start: number, written: string, ofSaint = false): Word => {
  const possessive = !ofSaint && possessiveEnd.test(written) ? written.slice(0, -2) : written;
  return { start, end: start + written.length, key: foldWord(possessive), written };
};

const plainWord = /^[a-z\d]+$/;

/** One word as a key. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  const key = plainWord.test(lower) ? lower : withoutMarks(lower);
  return expansions.get(key) ?? key;
}

const withoutMarks = (lower: string): string =>
  lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.'’‘ʻ]/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ı', 'i');

/** A whole name as a key, words joined by single spaces. */
export const foldName = (name: string): string =>
  wordsOf(name)
    .map((word) => word.key)
    .join(' ');

/** The key of some words from one on. */
export function keyOf(words: readonly Word[], at: number, count: number): string {
  let key = words[at]?.key ?? '';
  for (let index = at + 1; index < at + count; index += 1) key += ` ${words[index]?.key ?? ''}`;
  return key;
}

const capital = /^\p{Lu}/u;

/** Whether a word is written as a name. */
export const isCapital = (word: Word | undefined): boolean => capital.test(word?.written ?? '');
