/** A word of a text with its place in it; `key` is what names are compared by. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case without diacritics, dots and apostrophes. */
  readonly key: string;
  readonly written: string;
}

/** Letters, digits, and marks inside a word: apostrophes (O'Hare) and dots of initials (D.C., St.). */
const wordPattern = /[\p{L}\p{N}]+(?:['’‘.][\p{L}\p{N}]+)*\.?/gu;

const expansions: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  mt: 'mount',
  intl: 'international',
};

/** The words of a text, in order. Linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const initials = /^(?:\p{L}\.)+\p{L}?\.?$/u.test(raw);
    const written = raw.endsWith('.') && !initials ? raw.slice(0, -1) : raw;
    if (!initials && /\p{L}{3,}\.\p{L}/u.test(written)) {
      // "Lisbon.From" lost its space: two words.
      const cut = written.indexOf('.');
      words.push(
        wordAt(match.index, written.slice(0, cut)),
        wordAt(match.index + cut + 1, written.slice(cut + 1)),
      );
    } else words.push(wordAt(match.index, written));
  }
  return words;
}

const wordAt = (start: number, written: string): Word => {
  const possessive = /['’‘]s$/iu.test(written) ? written.slice(0, -2) : written;
  return { start, end: start + written.length, key: foldWord(possessive), written };
};

/** One word as a key. */
export function foldWord(word: string): string {
  const key = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.'’‘ʻ]/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ı', 'i');
  return expansions[key] ?? key;
}

/** A whole name as a key, words joined by single spaces. */
export const foldName = (name: string): string =>
  wordsOf(name)
    .map((word) => word.key)
    .join(' ');
