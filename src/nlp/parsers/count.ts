const words: Readonly<Record<string, number>> = {
  zero: 0,
  no: 0,
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  two: 2,
  couple: 2,
  'a couple': 2,
  'a couple of': 2,
  'couple of': 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
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
