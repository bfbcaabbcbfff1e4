import type { Span } from '../span.ts';
import { isOneDay, notBefore } from './calendar.ts';
import type { DateReading } from './reading.ts';

const joiner = /^ ?(?:-|to|until|till|til|through|thru)(?: the)? ?$/;
/** "Thursday or Friday": days to leave on that are as good as each other. */
const either = /^,? or (?:on |maybe |even |perhaps )?(?:the )?$/;
/** Days so far apart are no alternatives that one search covers. */
const farthestApart = 6;
const between = /\bbetween (?:the )?$/i;
/** "Between the 5th and the 10th and returning by the 20th": the third day is no part of the window. */
const wayBack = /\b(?:return|com(?:e|ing)|get(?:ting)?|be|fly(?:ing)?|home|back)/;

/** "March 3 to the 8th" is one range of two dates; "between" them, and one "or" the other, is a window to leave in. */
export function joinRanges(spans: readonly Span<DateReading>[], text: string): readonly Span<DateReading>[] {
  if (spans.length === 0) return spans;
  const joined: Span<DateReading>[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    const gap = previous ? text.slice(previous.end, span.start).toLowerCase() : '';
    const from = previous?.value;
    if (previous && from?.kind === 'window' && span.value.kind === 'window') {
      const lead = text.slice(Math.max(0, previous.start - 15), previous.start);
      const to = notBefore(span.value, from.first);
      const isEither =
        either.test(gap) && isOneDay(from) && isOneDay(to) && to.last - from.first <= farthestApart;
      const isBetween = between.test(lead) && / and /.test(` ${gap.trim()} `) && !wayBack.test(gap);
      const isWindow = isBetween || isEither;
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
  return joined;
}
