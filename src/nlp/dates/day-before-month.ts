import { anyDay, dayOfMonth, month } from './vocabulary.ts';

const dayBefore = new RegExp(`(?<![\\w:.,/$€£])${anyDay} ?(?:of )?$`);
const monthBefore = new RegExp(`\\b${month} ?(?:the )?$`);
/** Characters that a day or a month takes at most, with the words around it. */
const reach = 24;
/** Months in a row after which it does not matter any more. */
const mostMonths = 6;

/**
 * Whether a month that stands at `at` has its day before it, so that a number behind it is none: "5 Feb 4 students", "5 Feb 6-9pm". In "May 5
 * June 12" the first number is of the month before.
 */
export function hasDayBefore(text: string, at: number): boolean {
  let end = at;
  for (let months = 0; months < mostMonths; months += 1) {
    const day = dayBefore.exec(text.slice(Math.max(0, end - reach), end));
    if (!day || dayOfMonth(day[1]) === 0) return false;
    end -= day[0].length;
    const other = monthBefore.exec(text.slice(Math.max(0, end - reach), end));
    if (!other) return true;
    // Then this month has its day before it where that one has.
    end -= other[0].length;
  }
  return true;
}

/** Whether the day that stands at `at` is of the month before it: "Jan 10, Feb 17", but not "5 Jan 10 Feb". */
export function hasMonthBefore(text: string, at: number): boolean {
  const before = monthBefore.exec(text.slice(Math.max(0, at - reach), at));
  return before !== null && !hasDayBefore(text, at - before[0].length);
}
