import { weekdayOf } from '../../domain/departure-days.ts';
import type { OpenPart, Present, WindowReading } from './reading.ts';

const dayMs = 86_400_000;

/** Whether a window is one day. */
export const isOneDay = ({ first, last }: WindowReading): boolean => first === last;

/** Day number of a date, or null where the month has no such day. Months count from 1. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / dayMs : null;
}

/** The parts of a day number; the month counts from 1. */
export function partsOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The Monday of the week that a day is in. */
export const mondayOf = (day: number): number => day - weekdayOf(day);

/** The first such weekday on or after a day. */
export const onOrAfter = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);

/** The same day some months on; the last of the month where that is shorter. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: date } = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return first.getTime() / dayMs + Math.min(date, length) - 1;
}

export const firstOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month - 1, 1)).getTime() / dayMs;
export const lastOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getTime() / dayMs;

/** A window; what lies in the past and is open moves on, what cannot is flagged, and a window that has begun starts today. */
export function windowOf(first: number, last: number, open: OpenPart, { today }: Present): WindowReading {
  const window: WindowReading = { kind: 'window', first, last, open, past: false };
  const moved = notBefore(window, today);
  if (moved.last < today) return { ...moved, past: true };
  return moved.first < today ? { ...moved, first: today } : moved;
}

/** The window where its open part lets it end on or after a day, moved on by a week, month or year; unchanged where nothing is open. */
export function notBefore(window: WindowReading, day: number): WindowReading {
  const { first, last, open } = window;
  if (last >= day || open === null) return window;
  if (open === 'week') {
    const weeks = Math.ceil((day - last) / 7) * 7;
    return movedBy(window, weeks);
  }
  const step = open === 'month' ? 1 : 12;
  const { day: date, month } = partsOf(first);
  for (let months = step; months <= 96; months += step) {
    const start = addMonths(first - date + 1, months);
    const moved = dayNumber(partsOf(start).year, partsOf(start).month, date);
    if (moved === null || (open === 'year' && partsOf(moved).month !== month)) continue;
    if (moved + (last - first) >= day) return movedBy(window, moved - first);
  }
  return window;
}

/** Days beyond which nobody stays away who names no year. */
const longestAbsence = 300;

/**
 * The window on or after a day of leaving. A date that comes again only a year behind it was said wrong, and stays what it is: of "February 5,
 * back February 4" the way back is before the way out.
 */
export function following(window: WindowReading, departure: number): WindowReading {
  const moved = notBefore(window, departure);
  return window.open === 'year' && moved.first - departure > longestAbsence ? window : moved;
}

/** The window so many days later. */
export const movedBy = (window: WindowReading, count: number): WindowReading => ({
  ...window,
  first: window.first + count,
  last: window.last + count,
  ...(window.days && { days: window.days.map((day) => day + count) }),
  past: false,
});

/** Every day that a window means. */
export const daysOf = ({ first, last, days }: WindowReading): readonly number[] =>
  days ?? Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The window with only such of its days; null where none is left. */
export function onlyDays(window: WindowReading, isMeant: (day: number) => boolean): WindowReading | null {
  const days = daysOf(window).filter(isMeant);
  return days.length === 0 ? null : { ...window, ...spanning(days) };
}

/** For days, whether they are one of these days of the week, 0 is Monday. */
export const weekdaysOnly =
  (weekdays: readonly number[]) =>
  (day: number): boolean =>
    weekdays.includes(weekdayOf(day));

/** The days of either window, the open part of the first. */
export function eitherOf(one: WindowReading, other: WindowReading): WindowReading {
  const { weekdays, ...window } = one;
  return {
    ...window,
    ...spanning([...new Set([...daysOf(one), ...daysOf(other)])].sort((a, b) => a - b)),
    ...(weekdays && other.weekdays && { weekdays: [...weekdays, ...other.weekdays] }),
  };
}

/** The ends of a list of days in order, and the list where it leaves some out. */
function spanning(days: readonly number[]): Pick<WindowReading, 'first' | 'last' | 'days'> {
  const [first = 0, last = first] = [days[0], days.at(-1)];
  return { first, last, days: last - first + 1 === days.length ? undefined : days };
}
