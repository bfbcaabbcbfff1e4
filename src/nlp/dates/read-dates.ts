import type { Span } from '../span.ts';
import { absoluteRules } from './absolute.ts';
import { dayNumber } from './calendar.ts';
import { joinRanges } from './join-ranges.ts';
import { periodRules } from './periods.ts';
import { rangeRules } from './ranges.ts';
import type { DateReading, DateRule, Present } from './reading.ts';
import { relativeRules } from './relative.ts';
import { shiftRules } from './shifts.ts';
import { stayRules } from './stays.ts';
import { timeRules } from './times.ts';
import { weekday } from './vocabulary.ts';
import { weekdayRules } from './weekdays.ts';

/** Words without which no rule of a group can match, so that a message is held against few of the rules. */
const figureOrMonth =
  /\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|first|second|third|th\b|christmas|xmas|easter|eve\b|thanksgiving|halloween|valentine|day\b/;
const unitOfDays =
  /day|night|week|month|year|flexible|give or take|plus|minus|within|[±+]|season|spring|summer|autumn|fall|winter/;

/** Of two readings of the same words the longer stands; of equally long ones, the rule that comes first. */
const groups: readonly { readonly needs: RegExp | null; readonly rules: readonly DateRule[] }[] = [
  { needs: figureOrMonth, rules: rangeRules },
  { needs: unitOfDays, rules: shiftRules },
  { needs: figureOrMonth, rules: absoluteRules },
  { needs: new RegExp(`\\b${weekday}`), rules: weekdayRules },
  { needs: null, rules: relativeRules },
  { needs: unitOfDays, rules: stayRules },
  { needs: new RegExp(`${figureOrMonth.source}|${unitOfDays.source}`), rules: periodRules },
  { needs: null, rules: timeRules },
];

export interface ReadDatesOptions {
  /** The traveller's present. */
  readonly now: Temporal.PlainDateTime;
  /** BCP 47. */
  readonly locale: string;
}

/** Regions that write the month before the day. */
const monthFirstRegions = /[-_](?:US|PH|FM|MH|PW|BZ)(?:$|[-_])/i;

/** Everything a normalised text says about days, stays and times of day, left to right and apart from each other. */
export function readDates(text: string, { now, locale }: ReadDatesOptions): Span<DateReading>[] {
  const lower = text.toLowerCase();
  const present: Present = {
    today: dayNumber(now.year, now.month, now.day) ?? 0,
    monthFirst: monthFirstRegions.test(locale) || !/[-_][a-z]{2}(?:$|[-_])/i.test(locale),
  };
  const found: Span<DateReading>[] = [];
  for (const { needs, rules } of groups) {
    if (needs && !needs.test(lower)) continue;
    for (const rule of rules) {
      for (const match of matchesOf(rule.pattern, lower)) {
        const start = match.index;
        const end = start + match[0].length;
        const value = rule.read(match, present, lower);
        if (value) found.push({ start, end, text: text.slice(start, end), value });
      }
    }
  }
  return joinRanges(keepLongest(found), text, present.today);
}

/** What `matchAll` gives, without the copy of the pattern that it makes every time. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}

function keepLongest(spans: readonly Span<DateReading>[]): Span<DateReading>[] {
  const kept: Span<DateReading>[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
