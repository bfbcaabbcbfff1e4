import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import type { DepartureWindow } from '../../domain/trip.ts';
import {
  addMonths,
  dayNumber,
  firstOfMonth,
  following,
  movedBy,
  notBefore,
  onlyDays,
  partsOf,
  weekdaysOnly,
} from '../dates/calendar.ts';
import { weekendAfter } from '../dates/periods.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';

/** "Make it Wednesday" or "the 20th" of a trip in April is the one beside its day, not the next from today. */
export function besideKnown(
  known: DepartureWindow,
  { value, text }: { readonly value: DateReading; readonly text: string },
  today: number,
): DateReading {
  if (/\b(?:this|coming|upcoming)\b/i.test(text)) return value;
  if (value.kind === 'window') return windowBeside(known, value, today);
  if (value.kind !== 'range') return value;
  const from = windowBeside(known, value.from, today);
  return { ...value, from, to: following(value.to, from.first) };
}

/** A day without its month or year as the one beside days that are known. */
export function windowBeside(days: DepartureWindow, window: WindowReading, today: number): WindowReading {
  const known = dayOfIsoDate(days.earliest);
  if (window.follows === 'weekend') return weekendAfter(known);
  if (window.weekdays && isOpen(days)) return weekdaysBetween(days, window, window.weekdays);
  if (window.open === 'month') return dateBeside(known, window, today);
  if (window.open !== 'week') return window;
  const weeks = Math.round((Math.max(known, today) - window.first) / 7);
  return notBefore(movedBy(window, 7 * weeks), today);
}

/** Whether days stand open of which more than one is the same weekday. */
export const isOpen = ({ earliest, latest }: DepartureWindow): boolean =>
  dayOfIsoDate(latest) - dayOfIsoDate(earliest) >= 7;

/** "On a Friday" of a trip in June. */
function weekdaysBetween(
  { earliest, latest }: DepartureWindow,
  window: WindowReading,
  weekdays: readonly number[],
): WindowReading {
  const { days: _, ...all } = { ...window, first: dayOfIsoDate(earliest), last: dayOfIsoDate(latest) };
  return { ...(onlyDays(all, weekdaysOnly(weekdays)) ?? window), open: null };
}

/** The nearest such day of a month that is still to come. */
function dateBeside(known: number, window: WindowReading, today: number): WindowReading {
  const { year, month } = partsOf(known);
  const { day } = partsOf(window.first);
  const distance = (date: number) => Math.abs(date - known);
  const [nearest] = [-1, 0, 1]
    .map((months) => partsOf(addMonths(firstOfMonth(year, month), months)))
    .flatMap((start) => dayNumber(start.year, start.month, day) ?? [])
    .filter((date) => date >= today)
    .sort((a, b) => distance(a) - distance(b));
  return nearest === undefined ? window : { ...window, first: nearest, last: nearest, past: false };
}
