import { neededWords } from './needed-words.ts';
import { isLetter } from './term.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** A text, and which of the patterns can match anything in it. */
export interface Passage {
  readonly text: string;
  /** By number of the pattern: bit by bit, 32 in each entry. A pattern that was tried in vain is taken out, as the text stays the same. */
  readonly open: number[];
  /** What was found out about a text that comes again; null of any other. */
  readonly known: Known | null;
}

/** Stays true as long as the text, whatever message it comes with. */
interface Known {
  /** How many more parts are remembered, of this passage and of its parts together. */
  readonly room: { parts: number };
  /** Passages of its own, by where they begin and end. */
  parts?: Map<number, Passage>;
  /** What was read in it, by who reads. */
  readings?: Map<object, unknown>;
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
export const passageOf = (text: string): Passage => ({ text, open: openIn(text), known: null });

function openIn(text: string): number[] {
  index ??= createWordIndex(listed.map(neededWords));
  return index.find(text);
}

/** A passage with other words instead of its own. */
export const insteadOf = ({ known }: Passage, text: string): Passage => ({
  text,
  open: openIn(text),
  known: known && { room: known.room },
});

/** The text as somebody wrote it of which a passage is the same in lower case. */
export const asWritten = ({ open }: Passage, text: string): Passage => ({
  text,
  open: [...open],
  known: null,
});

/** Passages of texts that are likely to come again, as the grammar of a message does: what is found out about one is remembered with it. */
export type KnownPassages = (text: string) => Passage;

/** How many texts are known, how long each may be and how many parts of it are known: some megabytes, whoever writes what. */
const mostKnown = 500;
const longestKnown = 250;
const mostParts = 64;

export function createKnownPassages(): KnownPassages {
  const passages = new Map<string, Passage>();
  return (text) => {
    if (text.length > longestKnown) return passageOf(text);
    let passage = passages.get(text);
    if (!passage) {
      passage = { text, open: openIn(text), known: { room: { parts: mostParts } } };
      const [oldest] = passages.keys();
      if (passages.size >= mostKnown && oldest !== undefined) passages.delete(oldest);
      passages.set(text, passage);
    }
    return passage;
  };
}

/** A part of a passage as a passage of its own. Its words are the whole's, unless it begins or ends inside one. */
export function partOf(passage: Passage, from: number, to = passage.text.length): Passage {
  const { text, open, known } = passage;
  const place = from * mostCharacters + to;
  const before = known?.parts?.get(place);
  if (before) return before;
  const words = text.slice(from, to);
  const isKept = known !== null && known.room.parts > 0;
  const part: Passage = {
    text: words,
    open: cutsWord(text, from) || cutsWord(text, to) ? openIn(words) : [...open],
    known: isKept ? { room: known.room } : null,
  };
  if (isKept) {
    known.room.parts -= 1;
    (known.parts ??= new Map<number, Passage>()).set(place, part);
  }
  return part;
}

/** More than any text has. */
const mostCharacters = 0x10000;

const cutsWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isLetter(text[at - 1] ?? '') && isLetter(text[at] ?? '');

/** What somebody reads in a passage: read once where the passage is known, whoever comes with it. `reader` stands for who reads. */
export function readOnce<Read>({ known }: Passage, reader: object, read: () => Read): Read {
  if (!known) return read();
  const readings = (known.readings ??= new Map<object, unknown>());
  const before = readings.get(reader) as Read | undefined;
  if (before !== undefined) return before;
  const found = read();
  readings.set(reader, found);
  return found;
}
