import { neededWords } from './needed-words.ts';
import { isLetter } from './term.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** A text, and which of the patterns can match anything in it. */
export interface Passage {
  readonly text: string;
  /** By number of the pattern: bit by bit, 32 in each entry. */
  readonly open: readonly number[];
}

// Patterns are constants of the modules that hold them. Together they are one too, once those are loaded.
const listed: RegExp[] = [];
let index: WordIndex | undefined;

/** Takes a pattern into the index of all; answers its number. */
export function enlist(regex: RegExp): number {
  index = undefined;
  return listed.push(regex) - 1;
}

/** Every pattern, by number. */
export const listedPatterns = (): readonly RegExp[] => listed;

/** Looks once at every word of a text, so that each pattern need not. */
export function passageOf(text: string): Passage {
  index ??= createWordIndex(listed.map(neededWords));
  return { text, open: index.find(text) };
}

/** A part of a passage as a passage of its own. Its words are the whole's, unless it begins or ends inside one. */
export function partOf(passage: Passage, from: number, to = passage.text.length): Passage {
  const part = passage.text.slice(from, to);
  const { text } = passage;
  return cutsWord(text, from) || cutsWord(text, to) ? passageOf(part) : { text: part, open: passage.open };
}

const cutsWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isLetter(text[at - 1] ?? '') && isLetter(text[at] ?? '');
