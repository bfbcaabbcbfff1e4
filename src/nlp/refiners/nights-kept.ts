import type { Trip } from '../../domain/trip.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import type { DateReading } from '../dates/reading.ts';
import type { Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { setStay } from './date-windows.ts';

const sameTrip = new Pattern(/\bsame (?:trip|flights?|journey|route|thing|search)\b/);

/** "The same trip, but in May": of days that are known there and back the nights between stay, where the month is open. */
export function withNightsKept(
  draft: Draft,
  before: Trip,
  dates: readonly Placed<DateReading>[],
  wishes: Passage,
): Draft {
  const [out, back] = before.legs.map(({ departure }) => departure);
  const { tripType, stayNights, legs } = draft.trip;
  const [date] = dates;
  if (tripType !== 'round_trip' || stayNights || !out || !back || !date || dates.length !== 1) return draft;
  // "In February instead" of a trip in March: not to be back in March.
  const isEarlier =
    (legs[0]?.departure?.latest ?? out.earliest) < out.earliest &&
    (dateRoleAt(wishes, date.at) === null || sameTrip.test(wishes));
  if (legs[1]?.departure && !isEarlier) return draft;
  const isSettled = out.earliest === out.latest && back.earliest === back.latest;
  const isOpenNow = legs[0]?.departure && legs[0].departure.earliest !== legs[0].departure.latest;
  const nights = dayOfIsoDate(back.earliest) - dayOfIsoDate(out.earliest);
  if (!isSettled || !isOpenNow || nights < 1) return draft;
  return setStay(draft, { kind: 'stay', minNights: nights, maxNights: nights });
}
