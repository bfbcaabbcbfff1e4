import type { Span } from '../span.ts';
import { isOneDay, onlyDays, weekdaysOnly } from './calendar.ts';
import type { DateReading, StayReading, WindowReading } from './reading.ts';

/** Between a day of the week and the period that it is of: "a Friday in June", "Fridays during the second half of May". */
const before =
  /^,? ?(?:(?:some ?time|any ?time|within|over|in|of|during|throughout|for|between) ){0,2}(?:the )?$/i;
/** Between a period and a day of the week in it: "in June, preferably on a Friday". */
const behind =
  /^,? ?\(?(?:(?:but|and|preferably|ideally|maybe|only|just|any|on|an?|the|leav(?:e|ing)|depart(?:ing)?|fly(?:ing)?|go(?:ing)?|out) ){0,5}$/i;
/** What makes the second of two days of the week the one of the way back. */
const wayBack =
  /\b(?:return(?:ing)?|(?:com|be|get|fl)[a-z]* (?:back|home)|back|home)\b|^ ?(?:-|to|until|till|through) ?$/i;
/** Days from which on a period holds every weekday. */
const wholeWeek = 7;

/** A day of the week, or two of them from one to the other. */
interface Weekdays {
  readonly out: readonly number[];
  readonly back: readonly number[] | null;
}

/**
 * Days that are told by a period and a day of the week beside it: "a Friday or Saturday in June" are eight days. Two days of the week of one
 * period, "from a Friday to a Sunday in June", are when to leave and how many nights later to come back; of one week, they are both days.
 */
export function placeInPeriods(
  spans: readonly Span<DateReading>[],
  text: string,
): readonly Span<DateReading>[] {
  if (!spans.some(({ value }) => isPeriod(value))) return spans;
  const times = spans.filter(({ value }) => value.kind === 'time');
  if (times.length === 0) return placeDays(spans, { text, times });
  const days = spans.filter(({ value }) => value.kind !== 'time');
  const placed = placeDays(days, { text, times });
  return placed === days ? spans : [...placed, ...times].sort((one, other) => one.start - other.start);
}

/** The text that days were read in, and the times of day among them: "Thursday night and back Sunday night next week". */
interface Beside {
  readonly text: string;
  readonly times: readonly Span<DateReading>[];
}

function placeDays(
  spans: readonly Span<DateReading>[],
  { text, times }: Beside,
): readonly Span<DateReading>[] {
  const at = spans.findIndex(({ value }) => isPeriod(value));
  const period = spans[at]?.value;
  if (period?.kind !== 'window') return spans;
  const timesAfter = (index: number) => {
    const [from, to] = [spans[index]?.end ?? 0, spans[index + 1]?.start ?? 0];
    return times.filter(({ start }) => start >= from && start < to);
  };
  const gapAfter = (index: number) =>
    timesAfter(index).reduce(
      (gap, time) => gap.replace(` ${time.text}`, ''),
      text.slice(spans[index]?.end, spans[index + 1]?.start),
    );
  const first = [
    ...(before.test(gapAfter(at - 1)) || isOfWeekApart(spans, at, gapAfter(at - 1)) ? [at - 1] : []),
    ...(behind.test(gapAfter(at)) || isOfWeekApart(spans, at, gapAfter(at)) ? [at] : []),
  ].find((index) => weekdaysIn(spans[index === at ? at + 1 : index]));
  if (first === undefined) return spans;
  const [one, other] = [spans[first], spans[first + 1]];
  const said = weekdaysIn(first === at ? other : one);
  if (!one || !other || !said) return spans;
  const areApart = isOfWeekApart(spans, at, gapAfter(first));
  const inPeriod = (weekdays: readonly number[]): WindowReading =>
    onlyDays(period, weekdaysOnly(weekdays)) ?? period;
  const wayBackOn = (out: readonly number[], back: readonly number[]): DateReading => {
    const [leaving, returning] = [inPeriod(out), inPeriod(back)];
    const areBothDays = isOneDay(leaving) && isOneDay(returning) && returning.first > leaving.first;
    return areBothDays ? returning : nightsBetween(out, back);
  };
  /** The weekday and the period as one reading; as two where something else stands between them. */
  const told = (value: DateReading): readonly Span<DateReading>[] => {
    if (timesAfter(first).length === 0 && !areApart)
      return [{ start: one.start, end: other.end, text: text.slice(one.start, other.end), value }];
    const anchor: DateReading = { kind: 'anchor' };
    return first === at
      ? [
          { ...one, value: anchor },
          { ...other, value },
        ]
      : [
          { ...one, value },
          { ...other, value: anchor },
        ];
  };
  if (said.back && areApart) {
    const [from, to] = [inPeriod(said.out), inPeriod(said.back)];
    if (to.first > from.last) return spans.toSpliced(first, 2, ...told({ kind: 'range', from, to }));
  }
  if (said.back)
    return spans.toSpliced(
      first,
      2,
      { ...one, value: inPeriod(said.out) },
      { ...other, value: wayBackOn(said.out, said.back) },
    );
  const [earlier, later] = [spans[first - 1], spans[first + 2]];
  const out = weekdaysIn(earlier)?.out;
  if (earlier && out && wayBack.test(gapAfter(first - 1)))
    return spans.toSpliced(
      first - 1,
      3,
      { ...earlier, value: inPeriod(out) },
      ...told(wayBackOn(out, said.out)),
    );
  const back = weekdaysIn(later)?.out;
  const leaving = told(inPeriod(said.out));
  if (later && back && wayBack.test(gapAfter(first + 1)))
    return spans.toSpliced(first, 3, ...leaving, { ...later, value: wayBackOn(said.out, back) });
  return spans.toSpliced(first, 2, ...leaving);
}

/** "A Mon-Thu trip to Rome next week": of two days that are named, the week is that of the weekday, whatever stands between them. */
const isOfWeekApart = (spans: readonly Span<DateReading>[], at: number, gap: string): boolean => {
  const week = spans[at]?.value;
  return (
    spans.length === 2 &&
    week?.kind === 'window' &&
    week.last - week.first + 1 === wholeWeek &&
    !before.test(gap) &&
    !behind.test(gap) &&
    !apart.test(gap) &&
    !wayBack.test(gap)
  );
};

/** Words that set the days on their two sides apart. */
const apart =
  /[.;:!?]|\b(?:or|and|but|then|not|instead|else|until|till|before|after|within|for|stay(?:ing)?|sooner|later)\b/i;

/** Days of which every day of the week is one: a week, a month. */
export const isPeriod = (value: DateReading): boolean =>
  value.kind === 'window' && !value.weekdays && value.last - value.first + 1 >= wholeWeek;

function weekdaysIn(span: Span<DateReading> | undefined): Weekdays | null {
  const value = span?.value;
  if (value?.kind === 'window' && value.weekdays) return { out: value.weekdays, back: null };
  if (value?.kind !== 'range' || !value.from.weekdays || !value.to.weekdays) return null;
  return { out: value.from.weekdays, back: value.to.weekdays };
}

/** From any of these days of the week to the next of the others: at least one night. */
export function nightsBetween(from: readonly number[], to: readonly number[]): StayReading {
  const nights = from.flatMap((one) => to.map((other) => ((other - one + 6) % 7) + 1));
  return { kind: 'stay', minNights: Math.min(...nights), maxNights: Math.max(...nights) };
}
