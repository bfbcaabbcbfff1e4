import { departureDays, farthestDays } from '../../domain/departure-days.ts';
import type { Slot, Trip } from '../../domain/trip.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import type { DateReading } from '../dates/reading.ts';
import type { Placed } from '../message.ts';

/**
 * The flight whose day was turned down because it is over or not on sale yet: the day that is said next is for that flight, in place of the
 * one it has. Null where another day was asked for, or none.
 */
export function legTurnedDown({ legs }: Trip, asked: readonly Slot[], today: number): number | null {
  if (!asked.includes('departure_date')) return null;
  const leg = legs.findIndex(
    ({ departure }) =>
      departure &&
      (dayOfIsoDate(departure.latest) < today || dayOfIsoDate(departure.earliest) > today + farthestDays),
  );
  return leg < 0 ? null : leg;
}

/** Whether the message turns down the day of the way back, and not that of leaving: "the 20th is impossible, how about the 21st". */
export const refusesReturn = (
  { tripType, legs: [out, back] }: Trip,
  dates: readonly Placed<DateReading>[],
): boolean =>
  tripType === 'round_trip' &&
  dates.some(
    ({ span: { value } }) =>
      value.kind === 'which_days' &&
      value.refused &&
      back?.departure &&
      !departureDays(back.departure).some(value.isMeant) &&
      (!out?.departure || departureDays(out.departure).some(value.isMeant)),
  );
