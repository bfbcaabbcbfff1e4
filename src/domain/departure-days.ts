import type { DepartureWindow } from './trip.ts';
import { dayOfIsoDate, isoDateOfDay } from './zoned-minute.ts';

type Days = Pick<DepartureWindow, 'earliest' | 'latest' | 'days'>;

/** Airlines open their timetables about this many days ahead. */
export const farthestDays = 361;

/** Longer windows than a year are none that airlines sell. */
const mostDays = 366;

/** The day numbers on which a leg may leave, in order. */
export function departureDays({ earliest, latest, days }: Days): readonly number[] {
  if (days) return days.map(dayOfIsoDate);
  const first = dayOfIsoDate(earliest);
  const count = Math.min(dayOfIsoDate(latest) - first + 1, mostDays);
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
}

type Times = Pick<DepartureWindow, 'timeFrom' | 'timeTo'> | null;

/** A window of every day from one day number to another. */
export const windowBetween = (first: number, last: number, times?: Times): DepartureWindow => ({
  earliest: isoDateOfDay(first),
  latest: isoDateOfDay(last),
  timeFrom: times?.timeFrom ?? null,
  timeTo: times?.timeTo ?? null,
});

/** A window of these day numbers, in order and at least one; it names them only where some between the first and the last are left out. */
export function windowOfDays(days: readonly number[], times?: Times): DepartureWindow {
  const [first = 0, last = first] = [days[0], days.at(-1)];
  const window = windowBetween(first, last, times);
  return last - first + 1 === days.length ? window : { ...window, days: days.map(isoDateOfDay) };
}

/** The window some days later. */
export function daysLater(window: DepartureWindow, count: number): DepartureWindow {
  const later = (date: string) => isoDateOfDay(dayOfIsoDate(date) + count);
  return {
    ...window,
    earliest: later(window.earliest),
    latest: later(window.latest),
    ...(window.days && { days: window.days.map(later) }),
  };
}

/** The days of a window that are not before a date; as it is where none would be left. */
export function notBeforeDate(window: DepartureWindow, date: string): DepartureWindow {
  if (window.earliest >= date || window.latest < date) return window;
  if (!window.days) return { ...window, earliest: date };
  return windowOfDays(window.days.filter((day) => day >= date).map(dayOfIsoDate), window);
}

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/**
 * The days of the week, 0 is Monday, of a window that leaves out all others for more than one week: "Fridays in June". Null for a window of
 * every day, and for days that follow no such rule.
 */
export function weekdaysOfWindow(window: Days): readonly number[] | null {
  if (!window.days) return null;
  const days = departureDays(window);
  const weekdays = [...new Set(days.map(weekdayOf))].sort((a, b) => a - b);
  const all = departureDays({ earliest: window.earliest, latest: window.latest });
  const followsRule = all.filter((day) => weekdays.includes(weekdayOf(day))).length === days.length;
  return followsRule && all.length > 7 ? weekdays : null;
}
