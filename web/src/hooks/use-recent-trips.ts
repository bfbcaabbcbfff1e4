import { useCallback } from 'react';
import type { Trip } from '../../../src/contract/trip.ts';
import { useStored } from './use-stored.ts';

const most = 5;
const routeOf = (trip: Trip): string =>
  trip.legs.map((leg) => `${leg.origin?.code ?? ''}${leg.destination?.code ?? ''}`).join();

/** Trips that were searched on this device, the last one first, one for each route. */
export function useRecentTrips(): {
  trips: readonly Trip[];
  remember: (trip: Trip) => void;
  forget: () => void;
} {
  const [trips, setTrips] = useStored<readonly Trip[]>('recent', []);
  const remember = useCallback(
    (trip: Trip) =>
      setTrips([trip, ...trips.filter((other) => routeOf(other) !== routeOf(trip))].slice(0, most)),
    [trips, setTrips],
  );
  return { trips, remember, forget: useCallback(() => setTrips([]), [setTrips]) };
}
