import { coupleWords, numberWords } from '../number-words.ts';
/** With the ways hurried people write them; the first three letters always tell the month. */
const monthNames =
  'jan(?:uary|urary|uray|aury)?|feb(?:ruary|uary|urary|ruray)?|mar(?:ch)?|apr(?:il|ril|ill)?|may|june?|july?|aug(?:ust|st|sut)?|sept?(?:ember|mber|emeber|emebr|embre)?|oct(?:ober|obre|obar|ber)?|nov(?:ember|emeber|emebr|mber|embre)?|dec(?:ember|emeber|emebr|mber|embre)?';

/**
 * The months of German, Spanish, French, Italian and Portuguese, which travellers who write English otherwise use too. Left out are those
 * that are English words ("set", "out"), and those that English shortens the same way.
 */
const foreignMonths: Readonly<Record<string, number>> = {
  ...{ januar: 1, jänner: 1, enero: 1, janvier: 1, gennaio: 1, janeiro: 1 },
  ...{ februar: 2, febrero: 2, février: 2, fevrier: 2, febbraio: 2, fevereiro: 2 },
  ...{ märz: 3, maerz: 3, marzo: 3, mars: 3, março: 3 },
  ...{ abril: 4, avril: 4, aprile: 4 },
  ...{ mai: 5, mayo: 5, maggio: 5, maio: 5 },
  ...{ juni: 6, junio: 6, juin: 6, giugno: 6, junho: 6 },
  ...{ juli: 7, julio: 7, juillet: 7, luglio: 7, julho: 7 },
  ...{ agosto: 8, août: 8 },
  ...{ septiembre: 9, septembre: 9, settembre: 9, setembro: 9 },
  ...{ oktober: 10, octubre: 10, octobre: 10, ottobre: 10, outubro: 10 },
  ...{ noviembre: 11, novembre: 11, novembro: 11 },
  ...{ dezember: 12, diciembre: 12, décembre: 12, decembre: 12, dicembre: 12, dezembro: 12 },
};

/** Source of a pattern for a month's name, captured. */
export const month = `(${Object.keys(foreignMonths).join('|')}|${monthNames})\\b\\.?`;
const monthOrder = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** 1 to 12. */
export const monthOf = (name = ''): number => foreignMonths[name] ?? monthOrder.indexOf(name.slice(0, 3)) + 1;

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
export const anyDay = `(\\d{1,2}(?: ?(?:st|nd|rd|th))?|${[...ordinalWords].reverse().join('|')})(?!:?\\d|[a-z])`;

/** What a number behind a month counts where it is no day: "5 March 2 adults", "mid December 3 nights", "14 January first class". */
const countable =
  '(?:adults?|people|persons?|pax|ppl|passengers?|travell?ers?|guests?|kids?|child(?:ren)?|infants?|babies|bab(?:y|ies)|seniors?|seats?|tickets?|bags?|suitcases?|pieces?|nights?|days?|weeks?|stops?|hours?|of us|class|options?|offers?|flights?|ones|choices?|results?|x|ad|ch|inf)';
/** Source of a lookahead: the number or ordinal before it is a day of a month. */
export const notCounted = `(?![ -]?${countable}\\b|\\.\\d+ ?k\\b)`;

/** 1 to 31, or 0 where it is no day of a month. */
export function dayOfMonth(said = ''): number {
  const figures = /^\d{1,2}/.exec(said);
  const plain = said.replace(' ', '-');
  const day = figures
    ? Number(figures[0])
    : ordinalWords.findIndex((word) => word.replace('[- ]', '-') === plain) + 1;
  return day <= 31 ? day : 0;
}

/** Source of a pattern for a year, captured. */
export const yearNamed = '(20\\d{2}|next year)';
/** The year said; null where none is. */
export const yearOf = (said: string | undefined, thisYear: number): number | null =>
  said === undefined ? null : said === 'next year' ? thisYear + 1 : Number(said);

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

/** The end of what stands before a day of the way back, which is counted from the way out: "home the weekend after". */
export const wayBack = /\b(?:back|home|return(?:ing)?)\b[^.?!;]{0,15}$/;
