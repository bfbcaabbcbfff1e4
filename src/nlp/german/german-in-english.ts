import type { PlaceReading } from '../gazetteer/place-reading.ts';
import type { Span } from '../span.ts';
import { glossary, letters, tellingWords } from './glossary.ts';

/** Stands for a name while the words around it are exchanged: a letter that German and English do not have. */
const mark = 'Þ';
const word = `[${letters}0-9]`;
/** Umlauts are also written with an e, and ß as ss. */
const spellings: Readonly<Record<string, string>> = {
  ä: '(?:ä|ae)',
  ö: '(?:ö|oe)',
  ü: '(?:ü|ue)',
  ß: '(?:ß|ss)',
};

const telling = wordsOf(tellingWords.join('|'));
const entries = glossary.map(([german, english]) => [wordsOf(german), english] as const);
/** BIS and UND are airports, unless all of the message is in capitals. */
const codes = /\b[A-Z]{3}\b/g;

/**
 * A German message in the words that the parsers read; any other message as it is. The order of words stays, which the parsers do not depend
 * on, and so do names of several words: nothing in "Den Haag" and "Frankfurt am Main" is an article or a preposition.
 */
export function germanInEnglish(
  text: string,
  findPlaces: (text: string) => readonly Span<PlaceReading>[],
): string {
  if (!isGerman(text)) return text;
  const names = text.includes(mark) ? [] : findPlaces(text).filter(isLongName);
  let english = withMarks(text, names);
  for (const [german, words] of entries) english = english.replace(german, words);
  let next = 0;
  return names.length === 0 ? english : english.replaceAll(mark, () => names[next++]?.text ?? mark);
}

function isGerman(text: string): boolean {
  telling.lastIndex = 0;
  return telling.test(text === text.toUpperCase() ? text : text.replace(codes, ''));
}

const isLongName = ({ text, value }: Span<PlaceReading>): boolean =>
  text.includes(' ') && value.matchedBy === 'name';

function withMarks(text: string, names: readonly Span<unknown>[]): string {
  let marked = '';
  let read = 0;
  for (const { start, end } of names) {
    marked += text.slice(read, start) + mark;
    read = end;
  }
  return marked + text.slice(read);
}

/** Matches a source where it begins with a word and does not end inside one. */
function wordsOf(source: string): RegExp {
  const spelt = source.replace(/[äöüß]/g, (letter) => spellings[letter] ?? letter);
  return new RegExp(`(?<!${word})(?:${spelt})(?!(?<=${word})${word})`, 'gi');
}
