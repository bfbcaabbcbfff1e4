import type { DateReading, WindowReading } from '../dates/reading.ts';
import type { Placed } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';

const arrives = new Pattern(
  /\b(?:arriv(?:e|es|ing)|land(?:s|ing)?|check(?:ing)? in|get(?:s|ting)? (?:in|there))\b[^.!?]{0,40}$/,
);
const leavesFrom = new Pattern(
  `\\b(?:leav(?:e|es|ing)|depart(?:s|ing)?|check(?:ing)? out|fly(?:ing)? out)\\b[^.!?${marks.place}]{0,20}$`,
);

/** "Arriving on the 14th, leaving on the 17th": a stay, told as a hotel is asked for it. */
export function leavesAgain(
  { at }: Placed<DateReading>,
  { first }: WindowReading,
  singles: readonly Placed<DateReading>[],
  wishes: Passage,
): boolean {
  const [arrival, leaving, ...others] = singles;
  if (!arrival || leaving?.at !== at || others.length > 0 || arrival.span.value.kind !== 'window')
    return false;
  return (
    first > arrival.span.value.last &&
    arrives.test(partOf(wishes, 0, arrival.at)) &&
    leavesFrom.test(partOf(wishes, arrival.at + 1, at))
  );
}

/** Days after leaving on which a flight lands at the latest. */
const latestLanding = 2;

/** "Leaving on the 4th and arriving on the 5th", "arriving the next day": what follows from the day of leaving is none to leave on, and no way back. */
export function landsThen(
  { at, span: { value } }: Placed<DateReading>,
  singles: readonly Placed<DateReading>[],
  wishes: Passage,
): boolean {
  const leaving = singles.findLast((each) => each.at < at);
  if (leaving?.span.value.kind !== 'window' || dateRoleAt(wishes, at) === 'return') return false;
  const days =
    value.kind === 'window'
      ? value.first - leaving.span.value.last
      : value.kind === 'days_after'
        ? value.days
        : Infinity;
  return days >= 0 && days <= latestLanding && arrives.test(partOf(wishes, leaving.at + 1, at));
}
