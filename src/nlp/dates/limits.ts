import type { Span } from '../span.ts';
import { dayNumber, notBefore, partsOf } from './calendar.ts';
import { isPeriod } from './days-in-periods.ts';
import type { DateReading, WindowReading } from './reading.ts';
import { refusal } from './refused.ts';

const lead = new RegExp(
  `(?:(${refusal}))?\\b(?:(before|earlier than|prior to)|(after|later than|any ?time after|on or after)|(until|till)) (?:the )?$`,
  'i',
);
const behind =
  /^,? (?:or (?:any ?time |a (?:day|bit) |even )?(?:(later|after)|earlier|before|sooner)|(onwards?))\b(?! (?:\d|the|that|my|it))/i;
/** What makes the second of two days one of the way back. */
const wayBack = /\b(?:return|back|home)/i;
const between = /^,? ?(?:and|but)?\b/i;

/** Characters before a day in which such words stand. */
const reach = 50;
/** Characters between "no earlier than" one day and "no later than" the other. */
const pairReach = 40;
/** Days that "anytime after the 5th" leaves open. */
const openDays = 13;

/** A day made a window by the words before it, and which end of the window was said. */
interface Limited {
  readonly span: Span<DateReading>;
  readonly said: 'first' | 'last' | null;
}

/** "Before" and "after" a day, "no earlier than", "not until", "or later": windows to leave in, and one window where both its ends are said. */
export function limitWindows(
  spans: readonly Span<DateReading>[],
  text: string,
  today: number,
): readonly Span<DateReading>[] {
  const limited: Limited[] = [];
  const period = spans.find(({ value }) => isPeriod(value));
  for (const span of spans) {
    const next = limitIn(period, span, text) ?? limit(span, text, today);
    const previous = limited.at(-1);
    const both = previous && joinedLimits(previous, next, span, text);
    if (both) limited[limited.length - 1] = both;
    else limited.push(next);
  }
  return limited.map(({ span }) => span);
}

/** What the words around a day make of it: the first or the last of a window, and how many days from it that is. */
interface Limit {
  readonly said: 'first' | 'last';
  readonly beside: 0 | 1;
}

function limitBeside({ value, start, end }: Span<DateReading>, text: string): Limit | null {
  if (value.kind !== 'window' || value.first !== value.last) return null;
  const open = behind.exec(text.slice(end, end + reach));
  if (open) return { said: (open[1] ?? open[2]) ? 'first' : 'last', beside: 0 };
  const match = lead.exec(text.slice(Math.max(0, start - reach), start));
  if (!match) return null;
  const [, refused, , after, until] = match;
  if (until !== undefined && refused === undefined) return null;
  const said = (after !== undefined) === (refused !== undefined) ? 'last' : 'first';
  // The day itself is in "on or after" it and in what is not before it.
  return { said, beside: refused === undefined && after?.toLowerCase() !== 'on or after' ? 1 : 0 };
}

function limit(span: Span<DateReading>, text: string, today: number): Limited {
  const { value } = span;
  const found = limitBeside(span, text);
  if (!found || value.kind !== 'window') return { span, said: null };
  const { said, beside } = found;
  const window: WindowReading =
    said === 'last'
      ? { ...value, first: Math.max(value.first - openDays, today), last: value.last - beside, open: null }
      : { ...value, first: value.first + beside, last: value.last + openDays, open: null };
  return window.last < window.first ? { span, said: null } : { span: { ...span, value: window }, said };
}

/** "In June, not before the 10th": which of the days of a period are meant. */
function limitIn(
  period: Span<DateReading> | undefined,
  span: Span<DateReading>,
  text: string,
): Limited | undefined {
  const [all, { value }] = [period?.value, span];
  if (!period || all?.kind !== 'window' || value.kind !== 'window' || span === period) return undefined;
  const found = limitBeside(span, text);
  const between = text.slice(Math.min(period.end, span.end), Math.max(period.start, span.start));
  if (!found || wayBack.test(between)) return undefined;
  const day = dayWithin(all, value);
  if (day === null) return undefined;
  const isMeant =
    found.said === 'last'
      ? (one: number) => one <= day - found.beside
      : (one: number) => one >= day + found.beside;
  return { span: { ...span, value: { kind: 'which_days', isMeant, refused: false } }, said: null };
}

/** The day of a period that a date is; of a day of the month alone, the one in its first month. */
function dayWithin({ first, last }: WindowReading, { first: day, open }: WindowReading): number | null {
  const { year, month } = partsOf(first);
  const found = open === 'month' ? dayNumber(year, month, partsOf(day).day) : day;
  return found !== null && found >= first && found <= last ? found : null;
}

/** "No earlier than the 5th and no later than the 9th" is one window; `day` is the second of them as it was read. */
function joinedLimits(
  previous: Limited,
  next: Limited,
  day: Span<DateReading>,
  text: string,
): Limited | undefined {
  const gap = text.slice(previous.span.end, day.start);
  const [from, to] = [previous.span.value, day.value];
  if (previous.said !== 'first' || next.said !== 'last' || from.kind !== 'window' || to.kind !== 'window')
    return undefined;
  if (gap.length > pairReach || !between.test(gap) || wayBack.test(gap)) return undefined;
  const last = notBefore(to, from.first).last - (to.last - lastOf(next));
  if (last < from.first) return undefined;
  const { start } = previous.span;
  return {
    span: { start, end: day.end, text: text.slice(start, day.end), value: { ...from, last } },
    said: null,
  };
}

const lastOf = ({ span: { value } }: Limited): number => (value.kind === 'window' ? value.last : 0);
