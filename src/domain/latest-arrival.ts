/** When a journey has to have arrived: a wall clock time, on a certain day or on the day of leaving. */
export interface LatestArrival {
  /** ISO date; null where the day of leaving is meant. */
  readonly day: string | null;
  /** "HH:MM". */
  readonly time: string;
}

/** The time of a latest arrival of which only the day matters: it may be used up. */
export const endOfDay = '23:59';

/** Reads `arriveBy` of a trip's filters: "10:00", or "2027-06-03T10:00". */
export function readLatestArrival(arriveBy: string): LatestArrival {
  const [first = '', time] = arriveBy.split('T');
  return time === undefined ? { day: null, time: first } : { day: first, time };
}
