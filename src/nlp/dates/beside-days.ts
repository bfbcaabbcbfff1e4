import type { Span } from '../span.ts';
import { isOneDay, mondayOf, onOrAfter, windowOf } from './calendar.ts';
import { weekdayIn } from './join-weekdays.ts';
import { fridayOfWeek, weekendAfter, weekendOf } from './periods.ts';
import type { DateReading, Present, WindowReading } from './reading.ts';
import { countSaid, howMany } from './vocabulary.ts';

const before = /^ (?:before|prior to|preceding) (?:the )?$/i;
const after = /^ (?:after|following) (?:the )?$/i;
const nothing = /^ (?:the )?$/i;
const endsAfter = /(?:after|following)$/i;
const isWeekend = /\bweekend(?: after| following)?$/i;
/** "Two days before", "a week after", up to the day. */
const counted = new RegExp(`\\b${howMany} (days?|weeks?) (before|prior to|after) (?:the )?$`, 'i');
/** What every way of telling a day by the one behind it ends with. */
const tells =
  /(?:before|prior to|after|of|around|commencing|beginning|starting|w\/?[cb]) (?:on )?(?:the )?$/i;
const weekBeside =
  /(?:(?<!\b(?:an?|one|two|\d) )\b(?:(?:in |during )?the )?week (before|after|of|commencing|beginning|starting)|\b(?:w\/c|w\/b|wc|wb)) (?:on )?(?:the )?$/i;
const weekendBeside = /\b(?:(?:on |over |for )?the )?weekend (?:of|around) (?:the )?$/i;
/** Characters before a day in which such words stand. */
const reach = 40;

type DaySpan = Span<DateReading> & { readonly value: WindowReading };

/**
 * Days that are told by another: "the Wednesday before Thanksgiving", "the weekend after March 3", "two days before Christmas", "the week of
 * Thanksgiving", "Thanksgiving weekend". The day that they are told by is none to fly on.
 */
export function tellByOthers(
  spans: readonly Span<DateReading>[],
  text: string,
  present: Present,
): readonly Span<DateReading>[] {
  const told: Span<DateReading>[] = [];
  for (const span of spans) {
    const previous = told.at(-1);
    const beside = previous && windowBeside(previous, span, text.slice(previous.end, span.start), present);
    if (previous && beside) told.splice(-1, 1, joinedOf(previous.start, span.end, beside, text));
    else told.push(isDay(span) ? countedFrom(span, text, present) : span);
  }
  return told;
}

/** What two readings side by side come to; undefined where they are two. */
function windowBeside(
  first: Span<DateReading>,
  second: Span<DateReading>,
  gap: string,
  present: Present,
): WindowReading | undefined {
  if (isDay(first) && isWeekendSpan(second) && /^ $/.test(gap) && /^weekend$/i.test(second.text))
    return weekendOf(first.value.first, present);
  if (!isDay(second)) return undefined;
  const day = second.value.first;
  const isBefore = before.test(gap);
  const isAfter = after.test(gap) || (nothing.test(gap) && endsAfter.test(first.text));
  if (!isBefore && !isAfter) return undefined;
  if (isWeekendSpan(first)) {
    if (isAfter) return weekendAfter(day);
    const friday = mondayOf(day) + fridayOfWeek;
    const last = friday < day ? friday : friday - 7;
    return windowOf(last, last + 1, null, present);
  }
  const weekday = weekdaySaid(first);
  if (weekday === null) return undefined;
  const found = isAfter ? onOrAfter(day + 1, weekday) : onOrAfter(day, weekday) - 7;
  return windowOf(found, found, null, present);
}

/** 0 is Monday; null where the reading is none of a weekday alone. */
function weekdaySaid(span: Span<DateReading>): number | null {
  if (span.value.kind === 'weekday_after') return span.value.weekday;
  return isDay(span) ? weekdayIn(span) : null;
}

/** "Two days before Christmas", "the week of Thanksgiving". */
function countedFrom(span: DaySpan, text: string, present: Present): Span<DateReading> {
  const lead = text.slice(Math.max(0, span.start - reach), span.start);
  if (!tells.test(lead)) return span;
  const day = span.value.first;
  const weekend = weekendBeside.exec(lead);
  if (weekend) return joinedOf(span.start - weekend[0].length, span.end, weekendOf(day, present), text);
  const week = weekBeside.exec(lead);
  if (week) {
    const first =
      { before: day - 7, after: day + 1, of: mondayOf(day) }[(week[1] ?? '').toLowerCase()] ?? day;
    return joinedOf(span.start - week[0].length, span.end, windowOf(first, first + 6, null, present), text);
  }
  const match = counted.exec(lead.toLowerCase());
  if (!match) return span;
  const [whole, count, unit = '', side = ''] = match;
  const days = countSaid(count) * (unit.startsWith('week') ? 7 : 1) * (side === 'after' ? 1 : -1);
  return joinedOf(span.start - whole.length, span.end, windowOf(day + days, day + days, null, present), text);
}

const isDay = (span: Span<DateReading>): span is DaySpan =>
  span.value.kind === 'window' && isOneDay(span.value);

const isWeekendSpan = ({ value, text }: Span<DateReading>): boolean =>
  value.kind === 'window' && isWeekend.test(text);

const joinedOf = (start: number, end: number, value: WindowReading, text: string): Span<DateReading> => ({
  start,
  end,
  text: text.slice(start, end),
  value,
});
