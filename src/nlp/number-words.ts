/** Whole numbers in words, without articles. */
export const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
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
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};

/** Two of something, said loosely. */
export const coupleWords: Readonly<Record<string, number>> = {
  couple: 2,
  'a couple': 2,
  'a couple of': 2,
  'couple of': 2,
};
