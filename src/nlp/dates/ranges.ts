import { bareDay, monthAndDay, slashedDay } from './absolute.ts';
import { addMonths, dayNumber, eitherOf, following, partsOf, windowOf } from './calendar.ts';
import { hasDayBefore } from './day-before-month.ts';
import type { DateReading, DateRule, Present, WindowReading } from './reading.ts';
import { anyDay, dayOfMonth, month, monthOf, ordinalDay, weekday } from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

const to = ' ?(?:-|to|until|till|til|through|thru|and|or) ?(?:the )?';
const otherMonth =
  '(?! ?(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|people|adults|tickets))';

/** The second day moves on behind the first where it is open. */
const range = (from: WindowReading | null, later: WindowReading | null): DateReading | null =>
  from && later ? { kind: 'range', from, to: following(later, from.first) } : null;

/** What is said, with the words before it that make two days a stretch to leave in: "any time 1-10 April". */
const leadOf = ({ index = 0, 0: whole }: RegExpMatchArray, text: string): string =>
  (/\b(?:any ?time|some ?time|window(?: of)?) $/.exec(text.slice(Math.max(0, index - 12), index))?.[0] ??
    '') + whole;

/** "Between 10 and 14 May", "any time 1-10 April" and "10 or 11 May" are when to leave, and no way back. */
const asSaid = (whole: string, reading: DateReading | null): DateReading | null =>
  reading?.kind === 'range' &&
  (/^(?:between .* and |any ?time|some ?time|window)/.test(whole) || / or /.test(whole))
    ? whole.includes(' or ')
      ? eitherOf(reading.from, reading.to)
      : { ...reading.from, last: Math.max(reading.to.last, reading.from.last) }
    : reading;

/** "December 28 to 3": a second day that the month has no room for is in the next one. */
function fromMonth(
  name: string | undefined,
  first: number,
  second: number,
  present: Present,
): DateReading | null {
  const from = monthAndDay(monthOf(name), first, null, present);
  return range(from, from && bareDay(second, { ...present, today: from.first }));
}

/** "28 to 3 January": a first day that comes after the second is in the month before. */
function intoMonth(
  first: number,
  second: number,
  name: string | undefined,
  present: Present,
): DateReading | null {
  const later = monthAndDay(monthOf(name), second, null, present);
  if (!later || first <= second) return range(monthAndDay(monthOf(name), first, null, present), later);
  const before = partsOf(addMonths(later.first - second + 1, -1));
  const day = dayNumber(before.year, before.month, first);
  return range(day === null ? null : windowOf(day, day, null, present), later);
}

/** Days beyond which two dates are hardly one journey. */
const longestJourney = 60;

/** "3/4 - 10/4" is a week in April wherever it is written: of two ways to read figures the one that gives a journey. */
const likelier = (usual: DateReading | null, other: DateReading | null): DateReading | null =>
  lengthOf(usual) > longestJourney && lengthOf(other) <= longestJourney ? other : usual;

function lengthOf(reading: DateReading | null): number {
  const days = reading?.kind === 'range' ? reading.to.first - reading.from.first : -1;
  return days < 0 ? Infinity : days;
}

const listed = '(?:the )?\\d{1,2}(?:st|nd|rd|th)?';
const listOfDays = `(${listed}(?:(?:, ?${listed}){1,6},? or |/)${listed})(?![\\d:/a-z])`;

/** "June 3, 10 or 17": each of these days of the month, whichever year they are next. */
function anyOf(days = '', name: string | undefined, present: Present): DateReading | null {
  const windows = Array.from(days.matchAll(/\d{1,2}/g), ([day]) =>
    monthAndDay(monthOf(name), Number(day), null, present),
  );
  const [first, ...rest] = windows.filter((window) => window !== null);
  return first && rest.length === windows.length - 1 ? rest.reduce(eitherOf, first) : null;
}

/** Two days written as one: with a sign between them, or sharing the word for their month. */
export const rangeRules: readonly DateRule[] = [
  {
    pattern: new Pattern(
      /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?:\/(20\d{2}|\d{2}))? ?(?:-|to|until|till?) ?(\d{1,2})\/(\d{1,2})(?:\/(20\d{2}|\d{2}))?(?![\d/-])/g,
    ),
    read: ([, a, b, year, c, d, laterYear], present) =>
      likelier(
        range(slashedDay(a, b, year, true, present), slashedDay(c, d, laterYear, true, present)),
        range(slashedDay(a, b, year, false, present), slashedDay(c, d, laterYear, false, present)),
      ),
  },
  {
    // "20.12.-2.1.", "3.3. to 10.3.2027"
    pattern: new Pattern(
      /(?<![\d./-])(\d{1,2})\. ?(\d{1,2})\.(20\d{2}|\d{2})? ?(?:-|to|until|till?) ?(\d{1,2})\. ?(\d{1,2})(?:\.(20\d{2}|\d{2})?(?!\d)|(?![\d.:]))/g,
    ),
    read: ([, a, b, year, c, d, laterYear], present) =>
      range(slashedDay(a, b, year, false, present), slashedDay(c, d, laterYear, false, present)),
  },
  {
    // "20.-27.12."
    pattern: new Pattern(
      /(?<![\d./-])(\d{1,2})\. ?(?:-|to|until|till?) ?(\d{1,2})\. ?(\d{1,2})\.(20\d{2}|\d{2})?(?!\d)/g,
    ),
    read: ([, a, b, name, year], present) =>
      Number(a) < Number(b)
        ? range(slashedDay(a, name, year, false, present), slashedDay(b, name, year, false, present))
        : null,
  },
  {
    pattern: new Pattern(`\\b${month} ${listOfDays}`, 'g'),
    read: ({ index = 0, 1: name, 2: days }, present, text) =>
      hasDayBefore(text, index) ? null : anyOf(days, name, present),
  },
  {
    pattern: new Pattern(`\\b${listOfDays} (?:of )?${month}`, 'g'),
    read: ([, days, name], present) => anyOf(days, name, present),
  },
  {
    // "5 Jan 12 Jan", where "Jan 12" would be a day too.
    pattern: new Pattern(`(?<![\\d:/.-])(\\d{1,2}) ?${month} (\\d{1,2}) ?${month}(?! ?\\d)`, 'g'),
    read: ([, first, from, second, till], present) =>
      range(
        monthAndDay(monthOf(from), dayOfMonth(first), null, present),
        monthAndDay(monthOf(till), dayOfMonth(second), null, present),
      ),
  },
  {
    pattern: new Pattern(`\\b(?:from |between )?${month} (?:the )?${anyDay}${to}${anyDay}${otherMonth}`, 'g'),
    read: (match, present, text) =>
      !/^(?:from|between)/.test(match[0]) && hasDayBefore(text, match.index ?? 0)
        ? null
        : asSaid(
            leadOf(match, text),
            fromMonth(match[1], dayOfMonth(match[2]), dayOfMonth(match[3]), present),
          ),
  },
  {
    pattern: new Pattern(`\\b(?:from |between )?(?:the )?${anyDay}${to}${anyDay} (?:of )?${month}`, 'g'),
    read: (match, present, text) =>
      asSaid(leadOf(match, text), intoMonth(dayOfMonth(match[1]), dayOfMonth(match[2]), match[3], present)),
  },
  {
    // "Fri 15 - Mon 18 Jan"
    pattern: new Pattern(
      `\\b${weekday},? (?:the )?${anyDay}${to}${weekday},? (?:the )?${anyDay} (?:of )?${month}`,
      'g',
    ),
    read: ([whole, , first, , second, name], present) =>
      asSaid(whole, intoMonth(dayOfMonth(first), dayOfMonth(second), name, present)),
  },
  {
    pattern: new Pattern(`\\bfrom (?:the )?${ordinalDay}${to}${ordinalDay}`, 'g'),
    read: ([, first, second], present) =>
      range(bareDay(dayOfMonth(first), present), bareDay(dayOfMonth(second), present)),
  },
];
