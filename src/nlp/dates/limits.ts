import type { Span } from '../span.ts';
import { notBefore } from './calendar.ts';
import type { DateReading, WindowReading } from './reading.ts';
import { refusal } from './refused.ts';

const lead = new RegExp(
  `(?:(${refusal}))?\\b(?:(before|earlier than|prior to)|(after|later than|any ?time after|on or after)|(until|till)) (?:the )?$`,
  'i',
);
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

/** "Before" and "after" a day, "no earlier than", "not until": windows to leave in, and one window where both its ends are said. */
export function limitWindows(
  spans: readonly Span<DateReading>[],
  text: string,
  today: number,
): readonly Span<DateReading>[] {
  const limited: Limited[] = [];
  for (const span of spans) {
    const next = limit(span, text, today);
    const previous = limited.at(-1);
    const both = previous && joinedLimits(previous, next, span, text);
    if (both) limited[limited.length - 1] = both;
    else limited.push(next);
  }
  return limited.map(({ span }) => span);
}

function limit(span: Span<DateReading>, text: string, today: number): Limited {
  const { value, start } = span;
  const match = lead.exec(text.slice(Math.max(0, start - reach), start));
  if (!match || value.kind !== 'window' || value.first !== value.last) return { span, said: null };
  const [, refused, , after, until] = match;
  if (until !== undefined && refused === undefined) return { span, said: null };
  const said = (after !== undefined) === (refused !== undefined) ? 'last' : 'first';
  // The day itself is in "on or after" it and in what is not before it.
  const beside = refused === undefined && after?.toLowerCase() !== 'on or after' ? 1 : 0;
  const window: WindowReading =
    said === 'last'
      ? { ...value, first: Math.max(value.first - openDays, today), last: value.last - beside, open: null }
      : { ...value, first: value.first + beside, last: value.last + openDays, open: null };
  return window.last < window.first ? { span, said: null } : { span: { ...span, value: window }, said };
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
