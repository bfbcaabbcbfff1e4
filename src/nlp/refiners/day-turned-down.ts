import { farthestDays } from '../../domain/departure-days.ts';
import type { Slot, Trip } from '../../domain/trip.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';

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
