import type { Trip } from '../../../src/contract/trip.ts';

/** Whether a trip says enough to be searched. */
export const isWhole = (trip: Trip): boolean =>
  trip.legs.every(({ origin, destination, departure }) => origin && destination && departure);
