import { weekdayOf } from '../../domain/departure-days.ts';
import type { Span } from '../span.ts';
import { addMonths, dayNumber, firstOfMonth, isOneDay, partsOf } from './calendar.ts';
import type { DateReading, WindowReading } from './reading.ts';
import { weekday, weekdayNamed } from './vocabulary.ts';

const onlyWeekday = new RegExp(`^(?:(?:on|this|next|coming|upcoming|the) )*${weekday}$`, 'i');
const beforeDate = /^,? ?(?:on )?(?:the )?$/i;
const afterDate = /^,? ?\(?(?:an? |which is an? )?$/i;

type DaySpan = Span<DateReading> & { readonly value: WindowReading };

/**
 * "Friday, January 15", "Friday the 11th" and "15 January (Friday)" are one day each, the one with the number; a weekday that is not the one
 * of the date is kept beside it.
 */
export function joinWeekdays(
  spans: readonly Span<DateReading>[],
  text: string,
): readonly Span<DateReading>[] {
  const joined: Span<DateReading>[] = [];
  spans.forEach((span, index) => {
    const previous = joined.at(-1);
    const gap = previous ? text.slice(previous.end, span.start) : '';
    if (!previous || !isDay(previous) || !isDay(span)) {
      joined.push(span);
      return;
    }
    const [first, second] = [weekdayIn(previous), weekdayIn(span)];
    const next = spans[index + 1];
    const isOfNext =
      next && isDay(next) && weekdayIn(next) === null && beforeDate.test(text.slice(span.end, next.start));
    if (first !== null && second === null && beforeDate.test(gap))
      joined.splice(-1, 1, joinedOf(previous, span, onWeekday(span.value, first), text));
    else if (first === null && second !== null && !isOfNext && standsBehind(gap, second, previous.value))
      joined.splice(-1, 1, joinedOf(previous, span, withWeekday(previous.value, second), text));
    else joined.push(span);
  });
  return joined;
}

const isDay = (span: Span<DateReading>): span is DaySpan =>
  span.value.kind === 'window' && isOneDay(span.value);

/** 0 is Monday; null where the words name no weekday, or more than one. */
export function weekdayIn({ text }: Pick<DaySpan, 'text'>): number | null {
  const name = onlyWeekday.exec(text.trim())?.[1];
  return name === undefined ? null : weekdayNamed(name.toLowerCase());
}

const joinedOf = (
  from: Span<DateReading>,
  to: Span<DateReading>,
  value: WindowReading,
  text: string,
): Span<DateReading> => ({ start: from.start, end: to.end, text: text.slice(from.start, to.end), value });

/** Behind a date a weekday of another day may be a day of its own, unless it stands in brackets. */
const standsBehind = (gap: string, weekday: number, { first }: WindowReading): boolean =>
  afterDate.test(gap) && (gap.includes('(') || weekday === weekdayOf(first));

const withWeekday = (value: WindowReading, said: number): WindowReading =>
  weekdayOf(value.first) === said ? value : { ...value, saidWeekday: said };

/** "Friday the 13th" without a month: the next 13th that is a Friday. A day with its month stays what it is. */
function onWeekday(value: WindowReading, wanted: number): WindowReading {
  if (value.open !== 'month') return withWeekday(value, wanted);
  if (weekdayOf(value.first) === wanted) return value;
  const { year, month, day } = partsOf(value.first);
  for (let months = 1; months < 12; months += 1) {
    const start = partsOf(addMonths(firstOfMonth(year, month), months));
    const found = dayNumber(start.year, start.month, day);
    if (found !== null && weekdayOf(found) === wanted) return { ...value, first: found, last: found };
  }
  return value;
}
