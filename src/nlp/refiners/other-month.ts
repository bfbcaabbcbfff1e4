import { departureDays, windowOfDays } from '../../domain/departure-days.ts';
import type { DepartureWindow, Leg } from '../../domain/trip.ts';
import { addMonths, firstOfMonth, lastOfMonth, partsOf } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import { isCorrection } from '../parsers/correction.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';

const D = marks.date;
/** "The same dates in ◇", "◇, not ◇", "sorry, ◇": the days stay what they are. */
const sameDays = new Pattern(
  `\\b(?:the )?same (?:dates?|days?)\\b|${D},? (?:and |but )?(?:not|instead of|rather than) (?:in )?${D}|\\bnot (?:in )?${D},? (?:but )?(?:in )?${D}|^(?:(?:oh|no|wait|sorry|actually|oops),? ){1,3}(?:in )?${D}(?:,? sorry)?[.!]?$`,
);

/** Days of a trip that were said right but for their month: "oops, April, not March". Null where other days are meant. */
export function inOtherMonth(
  draft: Draft,
  dates: readonly Placed<DateReading>[],
  wishes: Passage,
  today: number,
): Draft | null {
  const { tripType, legs } = draft.trip;
  const month = onlyMonth(dates);
  const known = legs[0]?.departure;
  if (month === null || tripType === 'multi_city' || !known || !legs.every(isSettled)) return null;
  if (!sameDays.test(wishes) && !isCorrection(wishes)) return null;
  const [there, here] = [partsOf(month.first), partsOf(departureDays(known)[0] ?? 0)];
  const months = (there.year - here.year) * 12 + there.month - here.month;
  if (months === 0 || addMonths(departureDays(known)[0] ?? 0, months) < today) return null;
  const moved = (departure: DepartureWindow): DepartureWindow =>
    windowOfDays(
      departureDays(departure).map((day) => addMonths(day, months)),
      departure,
    );
  const parts = ['departure_date', ...(legs[1]?.departure ? ['return_date' as const] : [])] as const;
  return refine(
    draft,
    { legs: legs.map((leg) => ({ ...leg, departure: leg.departure && moved(leg.departure) })) },
    ...parts,
  );
}

/** The whole month that is all a message says of days, but for another one that it refuses. */
function onlyMonth(dates: readonly Placed<DateReading>[]): WindowReading | null {
  let month: WindowReading | null = null;
  for (const {
    span: { value },
  } of dates) {
    if (value.kind === 'which_days' && value.refused) continue;
    if (value.kind !== 'window' || month) return null;
    month = value;
  }
  if (!month || month.days) return null;
  const { year, month: number } = partsOf(month.first);
  return month.first === firstOfMonth(year, number) && month.last === lastOfMonth(year, number)
    ? month
    : null;
}

/** A single day, or none yet. */
const isSettled = ({ departure }: Leg): boolean => !departure || departure.earliest === departure.latest;
