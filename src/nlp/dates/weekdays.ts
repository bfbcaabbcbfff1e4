import { mondayOf, onOrAfter, windowOf } from './calendar.ts';
import type { DateRule, Present, WindowReading } from './reading.ts';
import { countSaid, daysIn, howMany, weekday, weekdayNamed } from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

const single = (day: number, open: WindowReading['open'], present: Present): WindowReading =>
  windowOf(day, day, open, present);

/** The weekday of the calendar week some weeks from this one; weeks begin on Monday. */
const inWeek = (day: number, weeks: number, { today }: Present): number => mondayOf(today) + 7 * weeks + day;

/** "I sat in the sun": the short names that are words too are days only where one is expected. */
const isPlainWord = /^(?:sat|sun|wed|mon)$/;
const dateBefore =
  /(?:^|[,.-]|\b(?:until|till|by|back|ret|and|or|from|to|leave|leaving|return|returning|depart|departing|for|is|flight|late|early|coming|make it|how about|what about|try|rather|prefer)) ?$/;

/** "Wed evening", "to Jeju sat, back sun": a part of the day or the end of the clause is behind it, and no "we" or "in the" before it. */
const dateBehind =
  /^(?:,? ?(?:early |late )?(?:morning|mornings|afternoon|evening|night|noon|midday|am\b|pm\b|a\.m|p\.m|(?:at |around |after |before )?\d{1,2}(?::\d\d)? ?(?:am|pm)|\d{1,2}:\d\d)|(?= ?$|[,.;!?]| (?:back|ret|return|returning|coming|and back|one ?way|then)\b))/;
const wordBefore =
  /\b(?:i|we|you|he|she|they|who|get|got|be|to be|just|the|some|more|of|in|enough|winter|summer|morning) $/;

/** "Mon-wed", "sat to tue". */
const toWeekday = new RegExp(`^ ?(?:-|/|to) ?${weekday}`);

/**
 * Days named by their weekday. "Next Friday" is Friday of next week, whatever today is; "this" and "on Friday" are the first one from today;
 * see docs/decisions/0002-next-friday.md.
 */
export const weekdayRules: readonly DateRule[] = [
  {
    pattern: new Pattern(
      `\\b(?:the )?(?:${weekday} (?:after next|after the next)|${weekday} (?:in|of) two weeks|(?:the )?week after next,? (?:on )?${weekday})`,
      'g',
    ),
    read: ([, a, b, c], present) => single(inWeek(weekdayNamed(a ?? b ?? c), 2, present), null, present),
  },
  {
    pattern: new Pattern(
      `\\b(?:${weekday},? (?:of |in )?(?:the )?next week|next week(?:'s)?,? (?:on )?(?:the )?${weekday}|next ${weekday}|${weekday} next\\b)`,
      'g',
    ),
    read: ([, a, b, c, d], present) =>
      single(inWeek(weekdayNamed(a ?? b ?? c ?? d), 1, present), null, present),
  },
  {
    pattern: new Pattern(
      `\\b(?:${weekday},? (?:of |in )?this week|this week(?:'s)?,? (?:on )?${weekday})`,
      'g',
    ),
    read: ([, a, b], present) => single(inWeek(weekdayNamed(a ?? b), 0, present), null, present),
  },
  {
    pattern: new Pattern(
      `\\b(?:the )?(?:(?:following|subsequent) ${weekday}|${weekday} (?:after(?: that| then)?|afterwards?|following|after it|thereafter)(?![a-z])(?! (?:next|noon|\\d|\\ue000|the \\d|we|i|my|work|lunch|dinner)))`,
      'g',
    ),
    read: ([, a, b]) => ({ kind: 'weekday_after', weekday: weekdayNamed(a ?? b), weeks: 0 }),
  },
  {
    // The one before the way out that is known.
    pattern: new Pattern(`\\b(?:the )?${weekday} (?:before|prior)(?: that| then)?(?=$|[.,!?;])`, 'g'),
    read: ([, name]) => ({ kind: 'weekday_before', weekday: weekdayNamed(name) }),
  },
  {
    pattern: new Pattern(
      `\\b${howMany} (weeks?|fortnights?) (?:on|from|after) (?:this |on |next )?${weekday}`,
      'g',
    ),
    read: ([, count, unit, name], present) =>
      single(onOrAfter(present.today, weekdayNamed(name)) + countSaid(count) * daysIn(unit), null, present),
  },
  {
    pattern: new Pattern(`\\b${weekday} (week|fortnight)\\b`, 'g'),
    read: ([, name, unit], present) =>
      single(onOrAfter(present.today, weekdayNamed(name)) + daysIn(unit), null, present),
  },
  {
    pattern: new Pattern(`\\blast ${weekday}`, 'g'),
    read: ([, name], present) => single(onOrAfter(present.today - 7, weekdayNamed(name)), null, present),
  },
  {
    pattern: new Pattern(
      `\\b(?:(?:on|this|coming|upcoming|this coming|this upcoming) )?(?:(?:on|this|coming|upcoming) )?${weekday}`,
      'g',
    ),
    read(match, present, text) {
      const { index = 0, 0: whole } = match;
      if (
        isPlainWord.test(whole) &&
        !dateBefore.test(text.slice(0, index)) &&
        (!dateBehind.test(text.slice(index + whole.length)) || wordBefore.test(text.slice(0, index))) &&
        !toWeekday.test(text.slice(index + whole.length, index + whole.length + 16))
      )
        return null;
      const named = weekdayNamed(match[1]);
      const day = single(onOrAfter(present.today, named), 'week', present);
      return /\b(?:this|coming|upcoming)\b/.test(match[0]) ? day : { ...day, weekdays: [named] };
    },
  },
];
