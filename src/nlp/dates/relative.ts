import { addMonths, windowOf } from './calendar.ts';
import type { DateRule, Present, WindowReading } from './reading.ts';
import { countSaid, dayUnit, daysIn, howMany, month, weekday } from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

const on = (day: number, present: Present): WindowReading => windowOf(day, day, null, present);

const counted = (day: number, present: Present): WindowReading => ({
  ...on(day, present),
  counted: day - present.today,
});

/** So many days, weeks or months after a day. */
const after = (day: number, count: number, unit: string): number =>
  unit.startsWith('mo')
    ? addMonths(day, Math.round(count))
    : unit.startsWith('y')
      ? addMonths(day, Math.round(12 * count))
      : day + Math.round(count * daysIn(unit));

const inHaste = /^(?:right|immediately|asap)/;
const dayBeside = new RegExp(
  `\\b(?:today|tonight|tomorrow|tmrw|${weekday}|next (?:week|month|weekend)|this (?:week|weekend))\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|\\b${month} \\d|\\bthe \\d{1,2}(?:st|nd|rd|th)\\b`,
);

/** Days counted from today. */
export const relativeRules: readonly DateRule[] = [
  {
    pattern: new Pattern(/\b(?:the )?day after (?:tomorrow|tmrw|tomorow)\b|\bovermorrow\b/g),
    read: (_, present) => on(present.today + 2, present),
  },
  {
    pattern: new Pattern(/\b(?:the )?day before yesterday\b/g),
    read: (_, present) => on(present.today - 2, present),
  },
  { pattern: new Pattern(/\byesterday\b/g), read: (_, present) => on(present.today - 1, present) },
  {
    pattern: new Pattern(/\b(?:tomorrow|tmrw|tomorow|tommorow|tommorrow|tomorrrow)\b/g),
    read: (_, present) => on(present.today + 1, present),
  },
  {
    pattern: new Pattern(
      /\b(?:later today|today|tonight|tonite|this(?= (?:morning|afternoon|evening)\b)|right now|right away|immediately|asap)\b/g,
    ),
    // "Asap, tomorrow morning ideally": haste, and the day that is named beside it.
    read: ([said], present, text) =>
      inHaste.test(said) && dayBeside.test(text) ? null : on(present.today, present),
  },
  {
    pattern: new Pattern(
      `\\b(?:in|within|after) (?:about |around |exactly |just |only )?${howMany} ${dayUnit}(?:' time|' time| time)?(?! (?:later|trip|stay|before|earlier))`,
      'g',
    ),
    read: ([, count, unit = ''], present) =>
      unit.startsWith('n') || unit.startsWith('weekend')
        ? null
        : counted(after(present.today, countSaid(count), unit), present),
  },
  {
    pattern: new Pattern(`\\b${howMany} ${dayUnit} (?:from (?:now|today|tomorrow|this date)|hence)`, 'g'),
    read: ([whole, count, unit = ''], present) =>
      on(after(present.today + (whole.endsWith('tomorrow') ? 1 : 0), countSaid(count), unit), present),
  },
  {
    pattern: new Pattern(
      /\b(?:a (week|fortnight) (?=today|tomorrow))?(today|tomorrow)(?: (week|fortnight)\b)?/g,
    ),
    read: ([, before, day = '', behind], present) =>
      before === undefined && behind === undefined
        ? null
        : on(present.today + daysIn(before ?? behind) + (day === 'tomorrow' ? 1 : 0), present),
  },
];
