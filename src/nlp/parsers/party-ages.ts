import { numberWords } from '../number-words.ts';

const words: Readonly<Record<string, number>> = {
  ...numberWords,
  thirteen: 13,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
};
const word = `(?:${Object.keys(words).join('|')})`;
const unit =
  '(?:[- ]?(?:years?|yrs?|months?|mos?|mths?|weeks?(?=[- ]?old))(?![a-z])|[- ]?y\\.?/?o\\.?(?![a-z])|[- ]?y(?![a-z]))?(?:[- ]?olds?(?![a-z])| of age)?';
const next = '(?:(?:, and|,? plus|,| and| &|/| or) ?| )(?:an? |the other |another |one )?(?:is )?';
const listOf = (one: string): string => `${one}${unit}(?:${next}${one}${unit}){0,7}`;

const cue =
  "(?:(?:both |all )?(?:aged?|ages|of|who(?: is| are|'s|'re)|that (?:is|are)|(?:is|are|he is|she is)(?: both| now| only| just| aged| actually)?|both|all):?|the|one(?: is)?) ";
/** What follows a figure that is no age. */
const noAge =
  '(?![\\d:/%]|[a-z]|\\.\\d| ?(?:am|pm|kgs?|people|persons?|pax|of|nights?|days?|weeks?|hours?|bags?|suitcases?|tickets?|seats?|stops?|stars?|dogs?|cats?|adults?|adts?|ads?|infants?|infs?|bab(?:y|ies)|toddlers?|newborns?|child(?:ren)?|chds?|ch|kids?|boys?|girls?|seniors?|students?|carry|checked|pieces?|rooms?)(?![a-z]))';
const lead = '(?:,|:| -)? ?\\(?';

/** Source of a pattern for the ages behind a noun: in digits, in words or as a limit, each a group of its own. */
export const agesBehind = `(?:${lead}(?:${cue})?(${listOf('\\d{1,2}')})\\)?${noAge}|${lead}${cue}(${listOf(word)})\\)?${noAge}|${lead}((?:under|below|less than|younger than|not yet) (?:the age of |age )?(?:\\d{1,2}|${word}))(?: years?(?: old| of age)?)?\\)?(?![a-z0-9]))`;

const figure = `(?:\\d{1,2}|${word})`;
/** Source of a pattern for "5 and 8 year old", ages before a noun. */
export const agesBefore = `(?:${figure}(?:(?:,| and| &|, and|/| or) (?:an? )?${figure}){0,3}[- ]?(?:(?:years?|yrs?|months?|mos?|mths?|weeks?|wks?)[- ]?olds?|y\\.?/?o\\.?s?)(?![a-z]))`;

const inDigits = /(\d{1,2})(?:[- ]?([ymw])[a-z]{0,5})?/g;
const inWords = new RegExp(`(?<![a-z])(${word})(?![a-z])(?:[- ]?([ymw])[a-z]{0,5})?`, 'g');

/** A child whose age was not said is taken to be of school age: fares for children are mostly the same from 2 to 11. */
export const usualAge = 8;
/** Fares from 12 are mostly those of adults. */
export const usualAgeOfTeenagers = 15;

/**
 * The ages of a list in years, in the order said; where only the last has a unit, all have it. Of children "4 and 18 months" is one of four
 * years and a baby, so that months are only the last one's: `ofChildren`.
 */
export function readAges(list: string, ofChildren = false): readonly number[] {
  const found = [...list.matchAll(/\d/.test(list) ? inDigits : inWords)].map(([, said = '', unitOf]) => ({
    said: words[said] ?? Number(said),
    unitOf,
  }));
  const last = found.at(-1)?.unitOf;
  const isOwn = found.slice(0, -1).some(({ unitOf }) => unitOf) || (ofChildren && last === 'm');
  const common = isOwn ? undefined : last;
  const ages = found.map(({ said, unitOf }) => inYears(said, unitOf ?? common));
  return /^(?:under|below|less|younger|not)/.test(list)
    ? ages.map((age) => Math.min(Math.max(age - 1, 0), usualAge))
    : ages;
}

const inYears = (age: number, unitOf: string | undefined): number =>
  unitOf === 'w' ? 0 : unitOf === 'm' ? Math.floor(age / 12) : age;
