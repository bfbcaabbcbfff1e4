import type { Trip } from '../domain/trip.ts';
import { missingSlots } from '../nlp/missing-slots.ts';

/** The first leg that lacks something a search needs, -1 where none does. A way back needs no day where the nights before it say one. */
export function findIncompleteLeg(trip: Trip): number {
  const { legs, tripType } = trip;
  const backFollows = tripType === 'round_trip' && !missingSlots(trip).includes('return_date');
  return legs.findIndex(
    ({ origin, destination, departure }, index) =>
      !origin || !destination || !(departure || (index === 1 && backFollows)),
  );
}
