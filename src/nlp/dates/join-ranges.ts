import type { Span } from '../span.ts';
import { eitherOf, following, isOneDay, onOrAfter } from './calendar.ts';
import type { DateReading, WindowReading } from './reading.ts';
import { weekday } from './vocabulary.ts';

const joiner = /^ ?(?:-|to|until|till|til|through|thru)(?: the)? ?$/;
/** "Thursday or Friday", "in May or in July": days to leave on that are as good as each other. */
const either = /^,? or (?:else |on |maybe |even |perhaps )?(?:the )?$/;
const comma = /^, ?(?:on )?(?:the )?$/;
/** Days so far apart are hardly meant for one journey. */
const farthestApart = 62;
const between = /\bbetween (?:the )?$/i;
/** "Between the 5th and the 10th and returning by the 20th": the third day is no part of the window. */
const wayBack = /\b(?:return|com(?:e|ing)|get(?:ting)?|be|fly(?:ing)?|home|back)/;

type WindowSpan = Span<DateReading> & { readonly value: WindowReading };

/** "March 3 to the 8th" is one range of two dates; "between" them is a window to leave in, and one "or" the other are the days to leave on. */
export function joinRanges(spans: readonly Span<DateReading>[], text: string): readonly Span<DateReading>[] {
  if (spans.length === 0) return spans;
  const joined: Span<DateReading>[] = [];
  const gapBefore = (span: Span<DateReading>) =>
    text.slice(joined.at(-1)?.end ?? span.start, span.start).toLowerCase();
  for (const span of spans) {
    const previous = joined.at(-1);
    if (!previous || !isWindow(previous) || !isWindow(span)) {
      joined.push(span);
      continue;
    }
    const gap = gapBefore(span);
    const from = previous.value;
    const to = following(span.value, from.first);
    const lead = text.slice(Math.max(0, previous.start - 15), previous.start);
    const spanOf = (start: number, value: DateReading) => ({
      start,
      end: span.end,
      text: text.slice(start, span.end),
      value,
    });
    if (between.test(lead) && / and /.test(` ${gap.trim()} `) && !wayBack.test(gap))
      joined.splice(-1, 1, spanOf(previous.start, { ...from, last: Math.max(to.last, from.last) }));
    else if (either.test(gap) && to.first - from.last <= farthestApart) {
      let choice: WindowSpan = { ...previous, value: eitherOf(inWeekOf(from, span), to) };
      joined.pop();
      // "Monday, Wednesday or Friday"
      for (let before = joined.at(-1); before && isWindow(before); before = joined.at(-1)) {
        if (!isOneDay(before.value) || !comma.test(gapBefore(choice))) break;
        choice = { ...choice, start: before.start, value: eitherOf(before.value, choice.value) };
        joined.pop();
      }
      joined.push(spanOf(choice.start, choice.value));
    } else if (joiner.test(gap))
      joined.splice(-1, 1, spanOf(previous.start, { kind: 'range', from: inWeekOf(from, span), to }));
    else joined.push(span);
  }
  return joined;
}

const isWeekday = new RegExp(`\\b${weekday}`, 'i');

/** "Friday to Sunday next week": a weekday by itself is the one before the day that the next words fix. */
function inWeekOf(from: WindowReading, { text, value: to }: WindowSpan): WindowReading {
  const [named] = from.weekdays ?? [];
  if (named === undefined || !isOneDay(from) || to.open !== null || !isWeekday.test(text)) return from;
  const day = onOrAfter(to.first - 7, named);
  return day <= from.first ? from : { ...from, first: day, last: day };
}

const isWindow = (span: Span<DateReading>): span is WindowSpan => span.value.kind === 'window';
