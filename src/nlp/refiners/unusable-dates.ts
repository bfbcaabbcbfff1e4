import { isOneDay } from '../dates/calendar.ts';
import type { DateReading } from '../dates/reading.ts';
import { withUnresolved, type Draft } from '../draft.ts';
import type { Message } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';

/** Days that never come and times that are refused are said back, unless the message says in the same breath what is wanted instead. */
export function noteUnusableDates(draft: Draft, { dates, wishes }: Message): Draft {
  let refined = draft;
  for (const { at, span } of dates) {
    const { value, text } = span;
    if (value.kind === 'unusable' && !dates.some((other) => replaces(other.span.value, value.of)))
      refined = withUnresolved(refined, {
        kind: value.why,
        phrase: text,
        slot: dateRoleAt(wishes, at) === 'return' ? 'return_date' : 'departure_date',
        suggestions: [],
      });
  }
  return refined;
}

/** "Not Friday but Saturday"; a whole month is no other day than the Monday in it. */
const replaces = (value: DateReading, of: 'day' | 'time'): boolean =>
  of === 'time'
    ? value.kind === 'time'
    : value.kind === 'range' || (value.kind === 'window' && isOneDay(value));
