import type { Span } from '../span.ts';
import type { DateReading, TimeReading } from './reading.ts';

/** Between two times of day that are as good as each other, with all that lies between: "afternoon or evening", "morning/afternoon". */
const either = /^ ?(?:,? or (?:in |at |maybe |even )?(?:the |an? )?|\/) ?$/i;

type TimeSpan = Span<DateReading> & { readonly value: TimeReading };

/** Times of day that are said for the same flight as one: from the beginning of the first to the end of the last. */
export function joinTimes(spans: readonly Span<DateReading>[], text: string): readonly Span<DateReading>[] {
  const joined: Span<DateReading>[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    const both =
      previous && isWished(previous) && isWished(span) && either.test(text.slice(previous.end, span.start))
        ? spanning(previous.value, span.value)
        : null;
    if (previous && both) {
      const { start } = previous;
      joined[joined.length - 1] = { start, end: span.end, text: text.slice(start, span.end), value: both };
    } else joined.push(span);
  }
  return joined;
}

const isWished = (span: Span<DateReading>): span is TimeSpan =>
  span.value.kind === 'time' && span.value.refused === undefined;

/** Null where no limit would be left: "before nine or after six". */
function spanning(one: TimeReading, other: TimeReading): TimeReading | null {
  const from = one.from === null || other.from === null ? null : Math.min(one.from, other.from);
  const to = one.to === null || other.to === null ? null : Math.max(one.to, other.to);
  return from === null && to === null ? null : { kind: 'time', from, to, point: null };
}
