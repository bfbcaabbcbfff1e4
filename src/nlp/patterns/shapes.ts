import { isLetter, noLetter, type Term } from './term.ts';

/**
 * A shape is what a pattern may match, as far as it matters for the words in it: letters as they are, every digit as "0", and these for what
 * is not certain.
 */
export const anything = '\u0000';
/** Nothing, with no letter on one side of it: an end of the text, or of a word. */
export const edge = '\u0002';
export { noLetter };

/** More shapes than this are not followed up: words are looked for in what was read until then. */
const mostShapes = 60;

/** What is known of a pattern or of a part of one. */
export interface Shapes {
  readonly shapes: readonly string[];
  /** Words of which every match holds one; null where none are certain. */
  readonly needed: readonly string[] | null;
}

/** How words are chosen among those that shapes hold. */
export interface WordChoice {
  /** Words of which every shape holds one; null where there are none. */
  choose(shapes: readonly string[]): readonly string[] | null;
  /** Of two such lists the one that fewer texts satisfy. */
  rarer(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null;
}

/** The shapes of a term; `lead` stands before it: `edge` where a letter that follows begins a word, else `anything`. */
export function shapesOf(term: Term, lead: string, words: WordChoice): Shapes {
  switch (term.kind) {
    case 'texts':
      return { shapes: term.texts, needed: null };
    case 'any':
      return { shapes: [anything], needed: null };
    case 'around':
      return { shapes: [term.edge ? edge : ''], needed: null };
    case 'repeat': {
      const { shapes, needed } = shapesOf(term.term, lead, words);
      const repeated = term.most > 1 ? shapes.map(repeatedly) : shapes;
      return term.least === 0 ? { shapes: ['', ...repeated], needed: null } : { shapes: repeated, needed };
    }
    case 'sequence':
      return shapesOfSequence(term.terms, lead, words);
    case 'choice':
      return shapesOfChoice(term.terms, lead, words);
  }
}

/** Many characters that are no letters say as much as one of them. */
const repeatedly = (shape: string): string =>
  shape.length === 1 && isBesideWords(shape) ? shape : shape + anything;

/** Whether a letter beside it is the first or the last of its word. */
export const isBesideWords = (character: string): boolean => character !== anything && !isLetter(character);

function shapesOfSequence(terms: readonly Term[], lead: string, words: WordChoice): Shapes {
  let shapes: readonly string[] = [''];
  let start = lead;
  let isCut = false;
  let needed: readonly string[] | null = null;
  const settle = () => {
    needed = words.rarer(needed, words.choose(shapes.map((shape) => start + shape)));
  };
  for (const term of terms) {
    const startsWord = shapes.every((shape) => isBesideWords((start + shape).at(-1) ?? anything));
    const next = shapesOf(term, startsWord ? edge : anything, words);
    needed = words.rarer(needed, next.needed);
    if (shapes.length * next.shapes.length > mostShapes) {
      settle();
      shapes = [''];
      start = startsWord ? edge : anything;
      isCut = true;
    }
    shapes = combine(shapes, next.shapes);
  }
  settle();
  return { shapes: isCut ? shapes.map((shape) => anything + shape) : shapes, needed };
}

function combine(before: readonly string[], after: readonly string[]): readonly string[] {
  const [only, ...others] = after;
  if (only !== undefined && others.length === 0) return before.map((first) => first + only);
  const combined = new Set<string>();
  for (const first of before) for (const second of after) combined.add(first + second);
  return [...combined];
}

function shapesOfChoice(terms: readonly Term[], lead: string, words: WordChoice): Shapes {
  const found = terms.map((term) => shapesOf(term, lead, words));
  const needed = found.map((each) =>
    words.rarer(each.needed, words.choose(each.shapes.map((shape) => lead + shape))),
  );
  const shapes = new Set(found.flatMap((each) => each.shapes));
  return {
    shapes: shapes.size > mostShapes ? [anything] : [...shapes],
    needed: needed.every((list) => list !== null) ? [...new Set(needed.flat())] : null,
  };
}
