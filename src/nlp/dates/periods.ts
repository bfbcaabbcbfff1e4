import { weekdayOf } from '../../domain/departure-days.ts';
import { addMonths, firstOfMonth, lastOfMonth, mondayOf, onOrAfter, partsOf, windowOf } from './calendar.ts';
import type { DateRule, Present, WindowReading } from './reading.ts';
import {
  countSaid,
  dayOfMonth,
  howMany,
  month,
  monthOf,
  notCounted,
  wayBack,
  weekday,
  weekdayNamed,
  yearNamed,
  yearOf,
} from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

/** A part of a month: its beginning, middle or end are ten days each. */
function partOfMonth(part: string | undefined, first: number, last: number): [number, number] {
  if (part === undefined) return [first, last];
  if (/first half/.test(part)) return [first, first + 14];
  if (/first (?:two|2|fortnight)/.test(part)) return [first, first + 13];
  if (/half/.test(part)) return [first + 15, last];
  if (/last (?:two|2|fortnight)/.test(part)) return [last - 13, last];
  if (/early|begin|start|first/.test(part)) return [first, first + 9];
  if (/mid/.test(part)) return [first + 10, first + 19];
  return [first + 20, last];
}

function monthWindow(
  part: string | undefined,
  monthNumber: number,
  year: number | null,
  present: Present,
): WindowReading {
  const now = partsOf(present.today);
  const chosen = year ?? (monthNumber >= now.month ? now.year : now.year + 1);
  const [first, last] = partOfMonth(
    part,
    firstOfMonth(chosen, monthNumber),
    lastOfMonth(chosen, monthNumber),
  );
  return last < present.today && year === null
    ? monthWindow(part, monthNumber, chosen + 1, present)
    : windowOf(first, last, null, present);
}

/** Seasons of the northern half, first and last month. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 2],
};

/** Days of a season that are left, below which the next one is meant. */
const leastLeft = 14;

function season(
  name: string,
  { later, year: said }: { readonly later: boolean; readonly year: number | null },
  present: Present,
): WindowReading {
  const [from, to] = seasons[name] ?? [6, 8];
  const { year: thisYear } = partsOf(present.today);
  for (let year = said ?? thisYear - 1; ; year += 1) {
    const last = lastOfMonth(year + (to < from ? 1 : 0), to);
    const first = firstOfMonth(year, from);
    const isOver = last - leastLeft < present.today || (later && first <= present.today);
    if (said !== null || !isOver) return windowOf(first, last, null, present);
  }
}

const parts =
  '(?:((?:the )?(?:first|second|1st|2nd|latter|last) half(?: of)?|(?:the )?(?:first|last) (?:two weeks|2 weeks|fortnight)(?: of)?|early|the beginning of|beginning of|the start of|start of|mid|mid-|the middle of|middle of|late|the end of|end of)[ -]?)';

const nthNames = '(first|second|third|fourth|1st|2nd|3rd|4th|last|final)';
/** "Of January 2027" in two groups, or "of next month" in a third. */
const ofMonth = `(?:(?:of|in) )?(?:${month}(?:,? ${yearNamed})?|(?:the )?(this|next|following|coming) month\\b)`;
export const fridayOfWeek = 4;
const saturdayOfWeek = 5;

/** The day that the nth seven days of a month begin with, as `ofMonth` names it; "last" and "final" are those that end with it. */
function weekOfMonth(
  which: string,
  [name, said, beside]: readonly (string | undefined)[],
  present: Present,
): number {
  const { year, month: number } = partsOf(
    beside === undefined
      ? monthWindow(undefined, monthOf(name), yearOf(said, partsOf(present.today).year), present).last
      : addMonths(present.today, beside === 'this' ? 0 : 1),
  );
  const nth = dayOfMonth(which);
  return nth === 0 ? lastOfMonth(year, number) - 6 : firstOfMonth(year, number) + 7 * (nth - 1);
}

/** The first Friday and Saturday behind a day that are not of its own weekend. */
export function weekendAfter(day: number): WindowReading {
  const isWeekend = weekdayOf(day) >= fridayOfWeek;
  const friday = mondayOf(day) + fridayOfWeek + (isWeekend ? 7 : 0);
  return { kind: 'window', first: friday, last: friday + 1, open: null, past: false };
}

/** A day and what of its weekend one may leave on: of a Monday the days before it. */
export function weekendOf(day: number, present: Present): WindowReading {
  const weekday = weekdayOf(day);
  const friday = weekday <= 1 ? mondayOf(day) - 3 : mondayOf(day) + fridayOfWeek;
  return { ...windowOf(weekday === 3 ? day : friday, friday + 1, null, present), anchors: true };
}

/** What is left of this weekend to leave on, on a Sunday the next. */
export function comingWeekend(present: Present): WindowReading {
  const friday = mondayOf(present.today) + fridayOfWeek;
  return windowOf(friday, friday + 1, 'week', present);
}

/** Stretches of days: weekends, weeks, months, seasons. */
export const periodRules: readonly DateRule[] = [
  {
    pattern: new Pattern(
      /\b(?:on |over |for )?(?:the |a |this |the coming |this coming )?(next |following )?weekend\b(?! (?:trip|getaway|break|away|in|of)\b)( after next| after(?: that)?\b| following)?/g,
    ),
    read(match, present, text) {
      const [, which, after] = match;
      const later = after !== undefined || which === 'following ';
      if (later && after !== ' after next' && wayBack.test(text.slice(0, match.index)))
        return { kind: 'days_after', days: 7 };
      const weeks = after === ' after next' ? 2 : later || which !== undefined ? 1 : 0;
      const friday = mondayOf(present.today) + fridayOfWeek + 7 * weeks;
      const isOpen = weeks === 0 && !/\b(?:this|coming)\b/.test(match[0]);
      const weekend = windowOf(friday, friday + 1, isOpen ? 'week' : null, present);
      const isAnother = isOpen && wayBack.test(text.slice(0, match.index));
      return (later && weeks === 1) || isAnother
        ? { ...weekend, follows: 'weekend' }
        : { ...weekend, anchors: true };
    },
  },
  {
    pattern: new Pattern(`\\b(?:on |over |for )?(?:the )?${nthNames} weekend ${ofMonth}`, 'g'),
    read([, which = '', ...named], present) {
      const week = weekOfMonth(which, named, present);
      const saturday = onOrAfter(week, saturdayOfWeek);
      return windowOf(saturday - 1, saturday, null, present);
    },
  },
  {
    pattern: new Pattern(
      /\b(this|next|the following|the coming|the week after next)(?: (?:calendar )?week)?\b(?<=week|next)(?! (?:mon|tue|wed|thu|fri|sat|sun|year|month|week))/g,
    ),
    read([whole, which = ''], present) {
      if (!whole.includes('week')) return null;
      const weeks = whole.includes('after next') ? 2 : which === 'this' ? 0 : 1;
      const monday = mondayOf(present.today) + 7 * weeks;
      return windowOf(monday, monday + 6, null, present);
    },
  },
  {
    pattern: new Pattern(`\\b(?:on )?(?:the )?${nthNames} ${weekday} ${ofMonth}`, 'g'),
    read([, which = '', day, ...named], present) {
      const found = onOrAfter(weekOfMonth(which, named, present), weekdayNamed(day));
      return windowOf(found, found, null, present);
    },
  },
  {
    // Weeks of the calendar as ISO 8601 counts them: the first has January 4 in it.
    pattern: new Pattern(
      `\\b(?:in |during )?(?:calendar )?(?:week|kw|cw)(?: (?:no\\.?|number))? ?#?(\\d{1,2})(?: of ${yearNamed})?(?!\\d|[:.]\\d| ?(?:days?|weeks?|months?|hours?|nights?|kg|adults?|people))\\b`,
      'g',
    ),
    read([, said, y], present) {
      const week = Number(said);
      if (week < 1 || week > 53) return null;
      const { year } = partsOf(present.today);
      const named = yearOf(y, year);
      const monday = (of: number) => mondayOf(firstOfMonth(of, 1) + 3) + 7 * (week - 1);
      const first = monday(named ?? (monday(year) + 6 < present.today ? year + 1 : year));
      return windowOf(first, first + 6, null, present);
    },
  },
  {
    pattern: new Pattern(`\\b${parts}?(this|next|the following|the coming) month\\b`, 'g'),
    read([, part, which = ''], present) {
      const start = partsOf(addMonths(present.today, which === 'this' ? 0 : 1));
      const [first, last] = partOfMonth(
        part,
        firstOfMonth(start.year, start.month),
        lastOfMonth(start.year, start.month),
      );
      return windowOf(first, last, null, present);
    },
  },
  {
    pattern: new Pattern(`\\b(?:the )?${nthNames} week ${ofMonth}`, 'g'),
    read([, which = '', ...named], present) {
      const first = weekOfMonth(which, named, present);
      return windowOf(first, first + 6, null, present);
    },
  },
  {
    pattern: new Pattern(
      `\\b(?:in |during |for |sometime in |any ?time in |this |next |(?<!\\binstead )of )?${parts}?\\b${month}(?:,? (?:of )?${yearNamed})?(?! ?\\d{1,2}(?:st|nd|rd|th)?(?!\\d)${notCounted})`,
      'g',
    ),
    read(match, present, text) {
      const [whole, part, name, y] = match;
      const isBare = /^(?:may|mar|sep|dec|oct|nov|jan|jun|feb|apr|aug)$/.test(whole) && text !== whole;
      const isList = whole !== 'may' && /, ?$/.test(text.slice(0, match.index));
      return isBare && !isList
        ? null
        : monthWindow(part, monthOf(name), yearOf(y, partsOf(present.today).year), present);
    },
  },
  {
    pattern: new Pattern(
      `\\b(?:in (?:the )?|during (?:the )?|this |next |over the )(spring|summer|autumn|fall|winter)\\b(?:,? (?:of )?${yearNamed})?`,
      'g',
    ),
    read: ([whole, name = '', y], present) =>
      season(
        name,
        { later: whole.startsWith('next'), year: yearOf(y, partsOf(present.today).year) },
        present,
      ),
  },
  {
    pattern: new Pattern(`\\b(spring|summer|autumn|fall|winter),? (?:of )?${yearNamed}`, 'g'),
    read: ([, name = '', y], present) =>
      season(name, { later: false, year: yearOf(y, partsOf(present.today).year) }, present),
  },
  {
    pattern: new Pattern(`\\b(?:in |during )?q([1-4])\\b(?:,? (?:of )?${yearNamed})?`, 'g'),
    read([, quarter, y], present) {
      const { year: thisYear } = partsOf(present.today);
      const last = 3 * Number(quarter);
      const year =
        yearOf(y, thisYear) ?? (lastOfMonth(thisYear, last) < present.today ? thisYear + 1 : thisYear);
      return windowOf(firstOfMonth(year, last - 2), lastOfMonth(year, last), null, present);
    },
  },
  {
    pattern: new Pattern(/\b(?:at |by )?(?:the )?end of (?:the|this) month\b/g),
    read(_, present) {
      const { year, month: number } = partsOf(present.today);
      const last = lastOfMonth(year, number);
      return windowOf(last - 6, last, null, present);
    },
  },
  {
    pattern: new Pattern(
      `\\b(?:sometime )?(?:in|within|over) the next ${howMany} (days|weeks|months)\\b`,
      'g',
    ),
    read([, count, unit = ''], present) {
      const days = countSaid(count) * (unit === 'days' ? 1 : unit === 'weeks' ? 7 : 30);
      return windowOf(present.today, present.today + Math.min(days, 330), null, present);
    },
  },
];
