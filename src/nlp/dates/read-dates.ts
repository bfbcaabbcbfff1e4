import { keepApart } from '../keep-apart.ts';
import type { Passage } from '../patterns/passage.ts';
import type { Span } from '../span.ts';
import { absoluteRules } from './absolute.ts';
import { placeAroundAnchors } from './around-anchors.ts';
import { tellByOthers } from './beside-days.ts';
import { dayNumber } from './calendar.ts';
import { placeInPeriods } from './days-in-periods.ts';
import { holidayRules } from './holidays.ts';
import { joinRanges } from './join-ranges.ts';
import { joinTimes } from './join-times.ts';
import { joinWeekdays } from './join-weekdays.ts';
import { limitWindows } from './limits.ts';
import { periodRules } from './periods.ts';
import { rangeRules } from './ranges.ts';
import type { DateReading, DateRule, Present } from './reading.ts';
import { relativeRules } from './relative.ts';
import { unlessRefused } from './refused.ts';
import { shiftRules } from './shifts.ts';
import { stayRules } from './stays.ts';
import { withoutTakenBack } from './taken-back.ts';
import { timeRules, tonightInParts } from './times.ts';
import { weekdayRules } from './weekdays.ts';
import { whichDaysRules } from './which-days.ts';

/** Of two readings of the same words the longer stands; of equally long ones, the rule that comes first. */
const rules: readonly DateRule[] = [
  ...rangeRules,
  ...shiftRules,
  ...absoluteRules,
  ...weekdayRules,
  ...relativeRules,
  ...stayRules,
  ...holidayRules,
  ...periodRules,
  ...whichDaysRules,
  ...timeRules,
];

export interface ReadDatesOptions {
  /** The traveller's present. */
  readonly now: Temporal.PlainDateTime;
  /** BCP 47. */
  readonly locale: string;
}

const figures = '(?:0?[1-9]|1[0-2])';
const beyondMonths = '(?:1[3-9]|2\\d|3[01])';
const isDayFirst = new RegExp(`(?<![\\d/])${beyondMonths}/${figures}(?!\\d)`);
const isMonthFirst = new RegExp(`(?<![\\d/])${figures}/${beyondMonths}(?!\\d)`);

/** Whether the month stands before the day: a date that can be read only one way tells it for all others of the message, else the region. */
function isMonthBeforeDay(text: string, locale: string): boolean {
  if (text.includes('/')) {
    if (isDayFirst.test(text)) return false;
    if (isMonthFirst.test(text)) return true;
  }
  return monthFirstRegions.test(locale) || !/[-_][a-z]{2}(?:$|[-_])/i.test(locale);
}

/** Regions that write the month before the day. */
const monthFirstRegions = /[-_](?:US|PH|FM|MH|PW|BZ)(?:$|[-_])/i;

/**
 * Everything a normalised text says about days, stays and times of day, left to right and apart from each other; `lower` is the text in lower
 * case.
 */
export function readDates(
  text: string,
  lower: Passage,
  { now, locale }: ReadDatesOptions,
): readonly Span<DateReading>[] {
  const present: Present = {
    today: dayNumber(now.year, now.month, now.day) ?? 0,
    monthFirst: isMonthBeforeDay(lower.text, locale),
  };
  const found: Span<DateReading>[] = [];
  for (const rule of rules) {
    for (const match of rule.pattern.matches(lower)) {
      const start = match.index;
      const end = start + match[0].length;
      const value = rule.read(match, present, lower.text);
      if (value) found.push({ start, end, text: text.slice(start, end), value });
    }
  }
  const meant = keepApart(found)
    .flatMap((span) => unlessRefused(span, lower.text) ?? [])
    .flatMap(tonightInParts);
  const days = tellByOthers(joinWeekdays(joinTimes(meant, text), text), text, present);
  return limitWindows(
    placeInPeriods(placeAroundAnchors(joinRanges(withoutTakenBack(days, text), text), text), text),
    text,
    present.today,
  );
}
