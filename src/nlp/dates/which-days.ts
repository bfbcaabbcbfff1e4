import { Pattern } from '../patterns/pattern.ts';
import { partsOf, weekdaysOnly } from './calendar.ts';
import type { DateRule, WhichDaysReading, WindowReading } from './reading.ts';

/** The days of the week, 0 is Monday, that a word for several of them means to somebody who leaves. */
const groups = {
  weekdays: [0, 1, 2, 3, 4],
  midweek: [1, 2, 3],
  weekend: [4, 5],
} as const;
/** Refused weekends are these. */
const saturdayAndSunday = [5, 6];

/** The days of the week on which a weekend away begins, and a long one. */
export const [weekendBegins, longWeekendBegins]: readonly [readonly number[], readonly number[]] = [
  groups.weekend,
  [3, 4],
];

const onWeekdays = (weekdays: readonly number[], refused = false): WhichDaysReading => ({
  kind: 'which_days',
  isMeant: (day) => weekdaysOnly(weekdays)(day) !== refused,
  refused,
});

/** What is left where days are refused: the other days of every week, or all but these dates; "the 12th" is that of any month. */
export function daysBut(refused: WindowReading | WhichDaysReading, text: string): WhichDaysReading {
  if (/\bweekend/i.test(text)) return onWeekdays(saturdayAndSunday, true);
  if (refused.kind === 'which_days')
    return { ...refused, isMeant: (day) => !refused.isMeant(day), refused: true };
  if (refused.weekdays) return onWeekdays(refused.weekdays, true);
  const { first, last, open } = refused;
  if (open === 'month' && first === last) {
    const { day: refusedDay } = partsOf(first);
    return { kind: 'which_days', isMeant: (day) => partsOf(day).day !== refusedDay, refused: true };
  }
  return { kind: 'which_days', isMeant: (day) => day < first || day > last, refused: true };
}

/** Days of the week that are said for several of them at once. */
export const whichDaysRules: readonly DateRule[] = [
  {
    pattern: new Pattern(
      /\b(?:(?:only|just|preferably|any) )?(?:on |during )?(?:an? |the )?(?:week ?days?|business days?|working days?)(?: only)?\b/g,
    ),
    read: () => onWeekdays(groups.weekdays),
  },
  {
    pattern: new Pattern(/\b(?:in (?:the )?)?(?:middle of the week|mid[- ]?week)\b/g),
    read: () => onWeekdays(groups.midweek),
  },
  {
    pattern: new Pattern(
      /\b(?:(?:only|just|preferably) )?(?:on |over |at )?(?:(?:the |any )?weekends(?: only)?\b|any weekend\b)/g,
    ),
    read: () => onWeekdays(groups.weekend),
  },
];
