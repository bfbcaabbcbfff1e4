import { coupleWords, numberWords } from '../number-words.ts';

const words: Readonly<Record<string, number>> = {
  ...numberWords,
  ...coupleWords,
  zero: 0,
  no: 0,
  a: 1,
  an: 1,
  single: 1,
  both: 2,
  'a dozen': 12,
};

/** Source of a pattern for a small whole number, in digits or words, articles left out. */
export const countPattern =
  '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|a couple of|a couple|couple of)';

/** The number a word or digits stand for; undefined where it is neither. */
export function countOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return /^\d{1,9}$/.test(word) ? Number(word) : words[word];
}
