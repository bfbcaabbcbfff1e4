import { agesBehind, readAges } from './party-ages.ts';
import { passageOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** "My two come too, 4 and 9": behind who comes. */
const agesOfComing = new Pattern(
  `\\b(?:come|comes|coming|join|joins|joining|travel|travell?ing|fly|flies|flying)(?: (?:too|as well|along|also|us|me|with us|with me|alone|unaccompanied|by themselves|on their own)){0,2}(?=[,:(]| \\(| -| ages?| aged)${agesBehind}(?=[.!?;,]|$)`,
);
const coming =
  /^(?:come|join|travel|fly|flies)[a-z]*(?: (?:too|as well|along|also|us|me|with us|with me|alone|unaccompanied|by themselves|on their own)){0,2}/;
/** "One of the kids turns 12", "he is seven", "ages 5 and 9". */
const turns = new Pattern(
  /\b(?:one of (?:the|my|our) (?:kids|children|boys|girls|sons|daughters)|(?:my|our|the) (?:\w{3,8} )?(?:kid|child|son|daughter|boy|girl|one)|he|she) (?:turns|turned|will turn|is turning|will be|has just turned|just turned) (\d{1,2})(?![\d:])/,
);
const theirAges = new Pattern(
  `(?:^(?:oh,? |and |sorry,? )?|[.!?;] |, (?=he|she|they))(?:(?:he|she|they)(?: is| are|'s|'re| will be) (?:aged? )?|ages? |aged )${agesBehind}(?=[.!?;,]|$| (?:actually|now|already|though|by then|sorry|in fact)\\b)`,
);

/** "8 and 11", by itself: ages, where there are as many children whose ages were not said. */
const figuresAlone =
  /^(?:(?:sorry|oh|and|it's|so),? )?((?:1[0-7]|\d)(?: ?(?:,|and|&|, and) ?(?:1[0-7]|\d)){1,5})(?: ?(?:years?|yrs?))?[.!]?$/;

/** The ages that a message consists of; empty where it says something else. */
export function agesAlone({ text }: Passage): readonly number[] {
  const list = figuresAlone.exec(text)?.[1];
  return list === undefined ? [] : readAges(list);
}

/** "My son is 8, not 7", and nothing else: one of those who are known. */
const ageOfOne = new Pattern(
  /^(?:(?:oh|ok|okay|actually|sorry|no|wait|and|but|by the way|hi),? ){0,3}(?:my|our|the) (?:[a-z]{3,8} )?(?:son|daughter|boy|girl|kid|child|little one|youngest|eldest|oldest|(?:younger|older|other|smaller|bigger) one)(?:'s| is| will be) (?:(?:actually|now|really|only|just|already) )?(\d{1,2})(?:[- ]years?(?:[- ]old)?)?(?:,? (?:and )?(?:not|instead of|rather than) (\d{1,2}))?(?: (?:now|actually|already|by then|sorry))?[.!]?$/,
);

/** What is said of the ages of those who are known. */
export interface AgesOfKnown {
  readonly ages: readonly number[];
  /** The age that one was said to be instead. */
  readonly insteadOf?: number;
  /** Named without a number, so that somebody nobody knew of comes along. */
  readonly isNamed?: true;
  readonly rest: Passage;
}

/** How old those are who are known, and the passage without the words for it. */
export function findAgesOfKnown(passage: Passage): AgesOfKnown | null {
  const one = ageOfOne.exec(passage);
  if (one)
    return {
      ages: [Number(one[1])],
      ...(one[2] === undefined ? {} : { insteadOf: Number(one[2]) }),
      isNamed: true,
      rest: passageOf(''),
    };
  const match = turns.exec(passage) ?? theirAges.exec(passage) ?? agesOfComing.exec(passage);
  const list = match?.[1] ?? match?.[2];
  if (!match || list === undefined) return null;
  const { text } = passage;
  // Who comes is read apart from how old they are.
  const [words] = match;
  const at = coming.exec(words)?.[0].length ?? 0;
  const rest =
    text.slice(0, match.index + at) + ' '.repeat(words.length - at) + text.slice(match.index + words.length);
  return { ages: readAges(list), rest: passageOf(rest) };
}
