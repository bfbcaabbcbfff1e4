import type { Slot, Trip } from '../domain/trip.ts';

/** What a search still needs, in the order a good agent asks: where to, where from, when, and when back. */
export function missingSlots({ legs, tripType, stayNights }: Trip): Slot[] {
  const missing: Slot[] = [];
  const outward = tripType === 'round_trip' ? legs.slice(0, 1) : legs;
  // Several flights whose end is open end where they begin, which is asked for.
  const goesHome = tripType === 'multi_city' && !legs[0]?.origin;
  const landings = goesHome ? outward.slice(0, -1) : outward;
  if (landings.some((leg) => !leg.destination)) missing.push('destination');
  if (outward.some((leg) => !leg.origin)) missing.push('origin');
  if (outward.some((leg) => !leg.departure)) missing.push('departure_date');
  if (tripType === 'round_trip' && !stayNights && !legs[1]?.departure) missing.push('return_date');
  return missing;
}
