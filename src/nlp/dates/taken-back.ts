import type { Span } from '../span.ts';
import { isOneDay } from './calendar.ts';
import type { DateReading } from './reading.ts';

/** Between a day and the one that is said instead: "Dec 10. No, make it Dec 12." */
const instead =
  /^[.,;:!?-]{0,3} ?(?:(?:oh|hm+|wait|no|nope|sorry|actually|scratch that|rather|i mean(?:t)?|correction|or rather|better|let'?s say|make (?:it|that)),? ?){1,4}(?:on )?(?:the )?$/i;

/** Without the days that the next words take back. */
export const withoutTakenBack = (
  spans: readonly Span<DateReading>[],
  text: string,
): readonly Span<DateReading>[] =>
  spans.map((span, index) => {
    const next = spans[index + 1];
    if (!next || !isDay(span) || !isDay(next) || !instead.test(text.slice(span.end, next.start))) return span;
    return { ...span, value: { kind: 'anchor' } };
  });

const isDay = ({ value }: Span<DateReading>): boolean => value.kind === 'window' && isOneDay(value);
