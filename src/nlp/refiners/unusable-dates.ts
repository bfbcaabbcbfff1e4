import type { DateReading } from '../dates/reading.ts';
import { withUnresolved, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';

/** Days that never come and times that are refused are said back, unless the message says in the same breath what is wanted instead. */
export function noteUnusableDates(draft: Draft, dates: readonly Placed<DateReading>[]): Draft {
  if (dates.some(({ span }) => isUsable(span.value))) return draft;
  let refined = draft;
  for (const { span } of dates) {
    const { value, text } = span;
    if (value.kind === 'unusable')
      refined = withUnresolved(refined, {
        kind: value.why,
        phrase: text,
        slot: 'departure_date',
        suggestions: [],
      });
  }
  return refined;
}

const isUsable = ({ kind }: DateReading): boolean => kind === 'window' || kind === 'range' || kind === 'time';
