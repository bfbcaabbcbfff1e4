/** A regular expression as far as it matters for the words that its matches hold. */
export type Term =
  /** One of these texts; digits are "0", and `noLetter` is any character that is no small letter. */
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  /** Something or nothing; `everyLetter` says that it is one character, which may be each of a to z. */
  | { readonly kind: 'any'; readonly everyLetter: boolean }
  /** Takes nothing; `edge` says that there is no letter on one side. */
  | { readonly kind: 'around'; readonly edge: boolean }
  | { readonly kind: 'repeat'; readonly term: Term; readonly least: number; readonly most: number }
  | { readonly kind: 'sequence'; readonly terms: readonly Term[] }
  | { readonly kind: 'choice'; readonly terms: readonly Term[] };

/** Stands for one character that is no small letter. */
export const noLetter = '\u0001';

export const isLetter = (character: string): boolean => character >= 'a' && character <= 'z';
