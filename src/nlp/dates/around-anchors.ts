import type { Span } from '../span.ts';
import { onOrAfter } from './calendar.ts';
import type { DateReading, WindowReading } from './reading.ts';
import { wayBack } from './vocabulary.ts';

/** Days on either side of an anchor among which a weekday by itself is looked for: a week, the anchor in its middle. */
const reach = 3;

/**
 * Days of the week beside a holiday or a weekend are those around it: "Thanksgiving, Wednesday to Sunday", "next weekend, out Friday and back
 * Sunday", "the Friday before the Super Bowl, back the Monday after". The anchor is then no day to fly on by itself.
 */
export function placeAroundAnchors(
  spans: readonly Span<DateReading>[],
  text: string,
): readonly Span<DateReading>[] {
  const anchors = spans.filter(({ value }) => value.kind === 'window' && value.anchors);
  const anchor = anchors[0]?.value;
  if (anchors.length !== 1 || anchor?.kind !== 'window') return spans;
  const told = spans.filter(({ value }) => isTold(value));
  const [first, second] = told;
  if (!first || told.length > 2 || (second && first.value.kind === 'range')) return spans;
  const comesBack =
    !second && first.value.kind === 'window' && wayBack.test(text.slice(0, first.start).toLowerCase());
  let out: number | null = comesBack ? anchor.first : null;
  return spans.map((span) => {
    if (span === anchors[0]) return comesBack ? span : { ...span, value: { kind: 'anchor' } };
    if (!told.includes(span)) return span;
    const value = around(anchor, span.value, { isAlone: !second, out });
    if (value.kind === 'window') out ??= value.first;
    return { ...span, value };
  });
}

const isTold = (value: DateReading): boolean =>
  (value.kind === 'window' && value.weekdays?.length === 1) ||
  (value.kind === 'range' && value.from.weekdays?.length === 1 && value.to.weekdays?.length === 1) ||
  value.kind === 'weekday_before' ||
  value.kind === 'weekday_after';

interface Place {
  readonly isAlone: boolean;
  /** The day of leaving that is known. */
  readonly out: number | null;
}

function around(anchor: WindowReading, value: DateReading, { isAlone, out }: Place): DateReading {
  const { first, last } = anchor;
  const before = (weekday: number, day: number) => on(onOrAfter(day - 6, weekday));
  const after = (weekday: number, day: number) => on(onOrAfter(day, weekday));
  switch (value.kind) {
    case 'weekday_before':
      return before(value.weekday, first - 1);
    case 'weekday_after':
      return after(value.weekday, last + 1);
    case 'range': {
      const from = before(weekdayOf(value.from), first);
      return { kind: 'range', from, to: after(weekdayOf(value.to), Math.max(last, from.first + 1)) };
    }
    case 'window':
      if (out !== null) return after(weekdayOf(value), Math.max(last, out + 1));
      return isAlone ? after(weekdayOf(value), first - reach) : before(weekdayOf(value), last);
    default:
      return value;
  }
}

const weekdayOf = ({ weekdays }: WindowReading): number => weekdays?.[0] ?? 0;

const on = (day: number): WindowReading => ({
  kind: 'window',
  first: day,
  last: day,
  open: null,
  past: false,
});
