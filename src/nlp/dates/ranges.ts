import { monthAndDay, bareDay } from './absolute.ts';
import { notBefore } from './calendar.ts';
import type { DateReading, DateRule, WindowReading } from './reading.ts';
import { anyDay, dayOfMonth, month, monthOf, ordinalDay } from './vocabulary.ts';

const to = ' ?(?:-|to|until|till|til|through|thru|and) ?(?:the )?';

/** The second day is never before the first: an open one moves on. */
const range = (from: WindowReading | null, later: WindowReading | null): DateReading | null =>
  from && later ? { kind: 'range', from, to: notBefore(later, from.first) } : null;

/** Two days that share the word for their month. */
export const rangeRules: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `\\b(?:from |between )?${month} (?:the )?${anyDay}${to}${anyDay}(?! ?(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|people|adults|tickets))`,
      'g',
    ),
    read: ([, m, a, b], present) =>
      range(
        monthAndDay(monthOf(m), dayOfMonth(a), null, present),
        monthAndDay(monthOf(m), dayOfMonth(b), null, present),
      ),
  },
  {
    pattern: new RegExp(`\\b(?:from |between )?(?:the )?${anyDay}${to}${anyDay} (?:of )?${month}`, 'g'),
    read: ([, a, b, m], present) =>
      range(
        monthAndDay(monthOf(m), dayOfMonth(a), null, present),
        monthAndDay(monthOf(m), dayOfMonth(b), null, present),
      ),
  },
  {
    pattern: new RegExp(`\\b(?:from )(?:the )?${ordinalDay}${to}${ordinalDay}`, 'g'),
    read: ([, a, b], present) => range(bareDay(dayOfMonth(a), present), bareDay(dayOfMonth(b), present)),
  },
];
