import { coupleWords, numberWords } from '../number-words.ts';
/** With the ways hurried people write them; the first three letters always tell the month. */
const monthNames =
  'jan(?:uary|urary|uray|aury)?|feb(?:ruary|uary|urary|ruray)?|mar(?:ch)?|apr(?:il|ril|ill)?|may|june?|july?|aug(?:ust|st|sut)?|sept?(?:ember|mber|emeber|emebr|embre)?|oct(?:ober|obre|obar|ber)?|nov(?:ember|emeber|emebr|mber|embre)?|dec(?:ember|emeber|emebr|mber|embre)?';

/** Source of a pattern for a month's name, captured. */
export const month = `(${monthNames})\\b\\.?`;
const monthOrder = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** 1 to 12. */
export const monthOf = (name = ''): number => monthOrder.indexOf(name.slice(0, 3)) + 1;

/** Source of a pattern for a weekday's name, captured. The short forms must not be words: "sat", "sun", "wed" are, so they stand alone only after "on", "this" and the like. */
export const weekday =
  '(mondays?|tuesdays?|tusday|tuseday|tuesay|wednesdays?|wensday|wednsday|wendsday|wedensday|thursdays?|thrusday|thurday|thursay|fridays?|fridya|frday|saturdays?|saterday|satuday|saturady|sundays?|sundya|mon|tues?|weds?|thurs?|thu|fri|sat|sun)(?![a-z])\\.?';
const weekdayOrder = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
/** 0 is Monday. */
export const weekdayNamed = (name = ''): number => weekdayOrder.indexOf(name.slice(0, 2));

const ordinalWords = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty[- ]first',
  'twenty[- ]second',
  'twenty[- ]third',
  'twenty[- ]fourth',
  'twenty[- ]fifth',
  'twenty[- ]sixth',
  'twenty[- ]seventh',
  'twenty[- ]eighth',
  'twenty[- ]ninth',
  'thirtieth',
  'thirty[- ]first',
];

/** Source of a pattern for a day of the month in figures with an ordinal ending or in words, captured: "7th", "twenty-first". Longest words first. */
export const ordinalDay = `(\\d{1,2} ?(?:st|nd|rd|th)|${[...ordinalWords].reverse().join('|')})\\b`;
/** The same, plain figures too. */
export const anyDay = `(\\d{1,2}(?: ?(?:st|nd|rd|th))?|${[...ordinalWords].reverse().join('|')})(?![\\d:a-z])`;

/** 1 to 31, or 0 where it is no day of a month. */
export function dayOfMonth(said = ''): number {
  const figures = /^\d{1,2}/.exec(said);
  const plain = said.replace(' ', '-');
  const day = figures
    ? Number(figures[0])
    : ordinalWords.findIndex((word) => word.replace('[- ]', '-') === plain) + 1;
  return day <= 31 ? day : 0;
}

const counts: Readonly<Record<string, number>> = {
  ...numberWords,
  ...coupleWords,
  a: 1,
  an: 1,
  'a few': 3,
  few: 3,
  'half a': 0.5,
};

/** Source of a pattern for how many, captured: "a", "two", "14", "a couple of". */
export const howMany =
  '(\\d{1,3}|half a|a couple of|a couple|couple of|couple|a few|few|an|a|one|two|three|fourteen|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)';
export const countSaid = (word = ''): number => counts[word] ?? (Number(word) || 0);

/** Source of a pattern for a unit of days, captured. "day's" is how hurried people write "days". */
export const dayUnit = "(day's|days?|nights?|weeks?|weekends?|fortnights?|months?|years?)(?![a-z])";
/** Days in a unit; months and years are counted on the calendar elsewhere. */
export const daysIn = (unit = ''): number =>
  unit.startsWith('w') && !unit.startsWith('weekend')
    ? 7
    : unit.startsWith('f')
      ? 14
      : unit.startsWith('mo')
        ? 30
        : unit.startsWith('y')
          ? 365
          : 1;
