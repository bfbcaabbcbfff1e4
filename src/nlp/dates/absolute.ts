import { addMonths, dayNumber, firstOfMonth, partsOf, windowOf } from './calendar.ts';
import { hasDayBefore, hasMonthBefore } from './day-before-month.ts';
import type { DateReading, DateRule, Present, WindowReading } from './reading.ts';
import {
  anyDay,
  dayOfMonth,
  month,
  monthOf,
  notCounted,
  ordinalDay,
  weekday,
  yearNamed,
  yearOf,
} from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

/** "The first Monday" is no first of a month. */
const weekdayBehind = new RegExp(`^ ${weekday}`);
const year = `(?:,? (?:of )?${yearNamed})?(?!:?\\d)`;

/** A month and day; without a year the next one that comes, this year or in the next: nobody means February 29 years from now. */
export function monthAndDay(
  monthNumber: number,
  day: number,
  yearSaid: number | null,
  present: Present,
): WindowReading | null {
  const thisYear = partsOf(present.today).year;
  for (const candidate of yearSaid === null ? [thisYear, thisYear + 1] : [yearSaid]) {
    const found = dayNumber(candidate, monthNumber, day);
    if (found !== null && (yearSaid !== null || found >= present.today)) {
      return windowOf(found, found, yearSaid === null ? 'year' : null, present);
    }
  }
  return null;
}

/** A day of the month alone: this month's, or the next month's that has one once it is over. */
export function bareDay(day: number, present: Present): WindowReading | null {
  const { year: thisYear, month: thisMonth } = partsOf(present.today);
  for (let months = 0; months < 4; months += 1) {
    const start = partsOf(addMonths(firstOfMonth(thisYear, thisMonth), months));
    const found = dayNumber(start.year, start.month, day);
    if (found !== null && found >= present.today) return windowOf(found, found, 'month', present);
  }
  return null;
}

/** A day of a month some months from now: "the 12th of this month". */
function dayOfThatMonth(day: number, months: number, present: Present): WindowReading | null {
  const { year: thisYear, month: thisMonth } = partsOf(present.today);
  const start = partsOf(addMonths(firstOfMonth(thisYear, thisMonth), months));
  const found = dayNumber(start.year, start.month, day);
  return found === null ? null : windowOf(found, found, null, present);
}

/** "12/4" and "4.12.2026": which of both figures is the month is told by the figures, then by the sign between them and the region. */
export function slashedDay(
  one: string | undefined,
  two: string | undefined,
  year: string | undefined,
  slashed: boolean,
  present: Present,
): WindowReading | null {
  const yearSaid = year === undefined ? null : fullYear(year);
  const [a, b] = [Number(one), Number(two)];
  const monthFirst = slashed && (b > 12 || (present.monthFirst && a <= 12));
  return monthFirst ? monthAndDay(a, b, yearSaid, present) : monthAndDay(b, a, yearSaid, present);
}

/** "February 31" names a day that never comes, and is not to be read as the 31st or as all of February. */
function namedDay(
  month: string | undefined,
  said: string | undefined,
  year: string | undefined,
  present: Present,
): DateReading | null {
  const [named, day] = [monthOf(month), dayOfMonth(said)];
  const thisYear = partsOf(present.today).year;
  const yearSaid = yearOf(year, thisYear);
  const found = monthAndDay(named, day, yearSaid, present);
  if (found || day <= 28) return found;
  // A day that other years have: in which it is looked for in vain.
  const isLeapDay = yearSaid === null && named === 2 && day === 29;
  const nextOne = firstOfMonth(thisYear, 3) > present.today ? thisYear : thisYear + 1;
  return { kind: 'unusable', of: 'day', why: 'no_such_day', ...(isLeapDay && { inYear: nextOne }) };
}

const fullYear = (said: string): number => Number(said) + (said.length === 2 ? 2000 : 0);

/** Dates that name their day by number. */
export const absoluteRules: readonly DateRule[] = [
  {
    pattern: new Pattern(/(?<![\d-])(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g),
    read([, y, m, d], present) {
      const found = dayNumber(Number(y), Number(m), Number(d));
      return found === null ? null : windowOf(found, found, null, present);
    },
  },
  {
    pattern: new Pattern(`\\b${month} (?:the )?${anyDay}${notCounted}${year}`, 'g'),
    read: (match, present, text) =>
      hasDayBefore(text, match.index ?? 0) ? null : namedDay(match[1], match[2], match[3], present),
  },
  {
    // "10APR", "14-Jan-2027", "5jan27"
    pattern: new Pattern(
      /(?<![\w/.]|[\d.]-)(\d{1,2})-?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-?(20\d{2}|\d{2}))?(?!\w|-\d{0,2}(?![\da-z]))/g,
    ),
    read: ([, d, m, y], present) =>
      monthAndDay(monthOf(m), Number(d), y === undefined ? null : fullYear(y), present),
  },
  {
    // "jan5-jan9"
    pattern: new Pattern(
      /(?<![\w/.])(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(\d{1,2})(?:st|nd|rd|th)?(?![\w:])/g,
    ),
    read: ([, m, d], present) => monthAndDay(monthOf(m), dayOfMonth(d), null, present),
  },
  {
    pattern: new Pattern(/(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/g),
    read([, y, m, d], present) {
      const found = dayNumber(Number(y), Number(m), Number(d));
      return found === null ? null : windowOf(found, found, null, present);
    },
  },
  {
    pattern: new Pattern(/\b(?:on )?the day (\d{1,2})(?![\d:])/g),
    read: ([, d], present) => bareDay(Number(d) <= 31 ? Number(d) : 0, present),
  },
  {
    pattern: new Pattern(`\\b(?:the )?${anyDay}[,.]?(?: day)? ?(?:of |in |de |do )?${month}${year}`, 'g'),
    read: ({ index = 0, 1: d, 2: m, 3: y }, present, text) =>
      hasMonthBefore(text, index) ? null : namedDay(m, d, y, present),
  },
  {
    pattern: new Pattern(
      `\\b(?:the )?${anyDay}(?: day)? (?:of )?(this|the current|next|the following|the next|the same) month`,
      'g',
    ),
    read: ([, d, which = ''], present) =>
      dayOfThatMonth(dayOfMonth(d), /next|following/.test(which) ? 1 : 0, present),
  },
  {
    pattern: new Pattern(
      /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})(?:\2(20\d{2}|\d{2}))?(?![\d/]|[.-]\d|:| ?(?:am|pm|hours?|h\b|%|stars?|€|\$|k\b))/g,
    ),
    read([whole, one, separator, two, y], present) {
      if (separator !== '/' && y === undefined && !(separator === '.' && whole.includes('.'))) return null;
      if (separator === '.' && y === undefined && (one?.length !== 2 || two?.length !== 2)) return null;
      return slashedDay(one, two, y, separator === '/', present);
    },
  },
  {
    // "14.3." is of the fourteenth of March everywhere; "at 9.10." is a time.
    pattern: new Pattern(/(?<![\d./-])(?<!\b(?:at|around|before|after|by) )(\d{1,2})\. ?(\d{1,2})\.(?!\d)/g),
    read: ([, one, two], present) => slashedDay(one, two, undefined, false, present),
  },
  {
    pattern: new Pattern(
      `\\b(?:on )?the ${ordinalDay}(?! (?:one|flight|option|offer|time|class|city|person|of \\ue000|result|choice|ticket|leg|trip|two|three|cheapest|fastest)\\b)`,
      'g',
    ),
    read({ index = 0, 0: whole, 1: d }, present, text) {
      const words = !/\d/.test(d ?? '');
      if (words && weekdayBehind.test(text.slice(index + whole.length))) return null;
      if (
        words &&
        !whole.startsWith('on ') &&
        !/^(?:the )?(?:twent|thirt|.{4,}eenth|eleventh|twelfth)/.test(d ?? '') &&
        text !== whole
      )
        return null;
      return bareDay(dayOfMonth(d), present);
    },
  },
  {
    pattern: new Pattern(
      /(?<![\d.:/])(\d{1,2}) ?(?:st|nd|rd|th)\b(?! (?:one|flight|option|offer|class|person|result|choice|street|avenue|birthday|anniversary|ticket)\b)/g,
    ),
    read: ([, d], present) => bareDay(Number(d) <= 31 ? Number(d) : 0, present),
  },
  {
    pattern: new Pattern(
      /\bon (\d{1,2})(?=$|[.,!?]| (?:and|from|to|with|for|please|then|back|return|or)\b)/g,
    ),
    read: ([, d], present) => bareDay(Number(d) <= 31 ? Number(d) : 0, present),
  },
  {
    // "Dec 10 return 14": the way back by its day alone, and no number of something else.
    pattern: new Pattern(
      /(?<=\b(?:returning|return|ret|rtn|(?<!(?:get|call|text|write|me|us|go) )back):? )(\d{1,2})(?=$|[.,;!?](?!\d)| (?:and|from|for|with|please|pls|thanks|one|two|three|\d{1,2}) ?[a-z\ue000])/g,
    ),
    read: ([, d], present) => bareDay(Number(d) <= 31 ? Number(d) : 0, present),
  },
];
