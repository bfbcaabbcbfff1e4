import { isOneDay, onOrAfter, partsOf } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import { withUnresolved, type Draft } from '../draft.ts';
import type { Message } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';
import { leavesOpen } from './which-days.ts';

/**
 * Days that never come and times that are refused are said back, unless the message says in the same breath what is wanted instead; and so is
 * a weekday that is not the one of its date.
 */
export function noteUnusableDates(draft: Draft, { dates, wishes }: Message): Draft {
  let refined = draft;
  for (const { at, span } of dates) {
    const { value, text } = span;
    const slot = dateRoleAt(wishes, at) === 'return' ? 'return_date' : 'departure_date';
    if (value.kind === 'unusable' && !dates.some((other) => replaces(other.span.value, value.of)))
      refined = withUnresolved(refined, {
        kind: value.why,
        phrase: value.inYear === undefined ? text : `${text} ${value.inYear}`,
        slot,
        suggestions: [],
      });
    if (
      value.kind === 'which_days' &&
      value.refused &&
      leavesOpen(draft.trip, value.isMeant) &&
      !(isExchanged(wishes, at) && dates.some((other) => replaces(other.span.value, 'day')))
    )
      refined = withUnresolved(refined, { kind: 'refused_time', phrase: text, slot, suggestions: [] });
    for (const window of windowsOf(value))
      if (window.saidWeekday !== undefined) {
        const suggestions = daysMeant(window.first, window.saidWeekday);
        // The day is known but for doubt: asked for the departure, an earlier one would make it that of the way back.
        const doubted = slot === 'return_date' ? slot : 'confirm';
        refined = withUnresolved(refined, {
          kind: 'weekday_differs',
          phrase: text,
          slot: doubted,
          suggestions,
        });
      }
  }
  return refined;
}

const exchangedBefore = new Pattern(
  `${marks.date},? (?:and )?(?:instead of|rather than|not) (?:on |the |a )*$`,
);
const exchangedBehind = new Pattern(`^,? (?:but |rather )?(?:on |the |a )*${marks.date}`);

/** "Sunday instead of Thursday", "not Thursday but Friday": the day that is wanted stands beside the one that is not. */
const isExchanged = (wishes: Passage, at: number): boolean =>
  exchangedBefore.test(partOf(wishes, Math.max(0, at - 40), at)) ||
  exchangedBehind.test(partOf(wishes, at + 1, at + 30));

const windowsOf = (value: DateReading): readonly WindowReading[] =>
  value.kind === 'range' ? [value.from, value.to] : value.kind === 'window' ? [value] : [];

/** The nearest day that is the weekday, and the day of the date, in their order. */
function daysMeant(date: number, weekday: number): string[] {
  const after = onOrAfter(date, weekday);
  const nearest = after - date <= 3 ? after : after - 7;
  return [date, nearest].sort((a, b) => a - b).map(nameOfDay);
}

function nameOfDay(day: number): string {
  const { year, month, day: date } = partsOf(day);
  return new Temporal.PlainDate(year, month, date).toLocaleString('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  });
}

/** "Not Friday but Saturday"; a whole month is no other day than the Monday in it. */
const replaces = (value: DateReading, of: 'day' | 'time'): boolean =>
  of === 'time'
    ? value.kind === 'time'
    : value.kind === 'range' || (value.kind === 'window' && isOneDay(value));
