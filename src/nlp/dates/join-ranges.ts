import type { Span } from '../span.ts';
import { notBefore } from './calendar.ts';
import type { DateReading } from './reading.ts';
import { refusal } from './refused.ts';

const joiner = /^ ?(?:-|to|until|till|til|through|thru)(?: the)? ?$/;
const between = /\bbetween (?:the )?$/i;
/** "Between the 5th and the 10th and returning by the 20th": the third day is no part of the window. */
const wayBack = /\b(?:return|com(?:e|ing)|get(?:ting)?|be|fly(?:ing)?|home|back)/;
const limit = new RegExp(
  `(?:(${refusal}))?\\b(?:(before|earlier than|prior to)|(after|later than|any ?time after|from)|(?:on or after)) (?:the )?$`,
  'i',
);

/** Characters before a day in which such words stand. */
const limitReach = 50;
/** Days that "anytime after the 5th" leaves open. */
const openDays = 13;

/** "March 3 to the 8th" is one range of two dates; "between" them and "before" or "after" one is a window to leave in. */
export function joinRanges(
  spans: readonly Span<DateReading>[],
  text: string,
  today: number,
): readonly Span<DateReading>[] {
  if (spans.length === 0) return spans;
  const joined: Span<DateReading>[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    const gap = previous ? text.slice(previous.end, span.start).toLowerCase() : '';
    const from = previous?.value;
    if (previous && from?.kind === 'window' && span.value.kind === 'window') {
      const lead = text.slice(Math.max(0, previous.start - 15), previous.start);
      const to = notBefore(span.value, from.first);
      const isWindow = between.test(lead) && / and /.test(` ${gap.trim()} `) && !wayBack.test(gap);
      if (isWindow || joiner.test(gap)) {
        joined.pop();
        const value: DateReading = isWindow
          ? { ...from, last: Math.max(to.last, from.last) }
          : { kind: 'range', from, to };
        joined.push({
          start: previous.start,
          end: span.end,
          text: text.slice(previous.start, span.end),
          value,
        });
        continue;
      }
    }
    joined.push(span);
  }
  return joined.map((span) => limited(span, text, today));
}

function limited(span: Span<DateReading>, text: string, today: number): Span<DateReading> {
  const { value, start } = span;
  const match = limit.exec(text.slice(Math.max(0, start - limitReach), start));
  if (!match || value.kind !== 'window' || value.first !== value.last) return span;
  const [, refused, before, after] = match;
  if (after?.toLowerCase() === 'from') return span;
  const isLast = (before !== undefined) !== (refused !== undefined) && (before ?? after) !== undefined;
  // The day itself is in "on or after" it and in what is not before it.
  const beside = refused === undefined && (before ?? after) !== undefined ? 1 : 0;
  const window = isLast
    ? { ...value, first: Math.max(value.first - openDays, today), last: value.last - beside }
    : { ...value, first: value.first + beside, last: value.last + openDays };
  return window.last < window.first ? span : { ...span, value: { ...window, open: null } };
}
