import type { Trip } from '../../domain/trip.ts';
import type { PlaceReading } from '../gazetteer/place-reading.ts';
import type { Placed } from '../message.ts';
import type { PlaceRole } from '../parsers/place-roles.ts';
import { isSameCity } from './same-city.ts';

const homeFrom = /\b(?:home|back) from (?:[a-z]{3,10} (?:in|at|near) )?$/;

const leaving = /\b(?:leav(?:e|es|ing)|depart(?:s|ing)?)(?: from)? $/;

/**
 * Of two places the one that is left first. Before any journey is known it begins there: "leave ◆ on the 5th and be back on the 9th,
 * destination ◆", or "flying home from ◆ to ◆". Of one that is known both are of its way back.
 */
export function withStartOfJourney<Said extends Placed<PlaceReading> & { readonly role: PlaceRole }>(
  places: Said[],
  text: string,
  { legs: [out] }: Trip,
): Said[] {
  const [first, second, ...others] = places;
  if (!first || !second || others.length > 0) return places;
  const placeOf = ({ span }: Said) => span.value.candidates[0]?.place;
  // "To ◆, leaving ◆ on the 10th and coming home on the 20th".
  const leavesOther =
    first.role === 'destination' &&
    second.role === 'turning_point' &&
    leaving.test(text.slice(0, second.at)) &&
    !isSameCity(placeOf(first), placeOf(second));
  if (leavesOther && !out?.origin && !out?.destination) return [first, { ...second, role: 'origin' }];
  if (first.role !== 'turning_point' || second.role !== 'destination') return places;
  const isWayBack =
    isSameCity(placeOf(second), out?.origin) ||
    (isSameCity(placeOf(first), out?.destination) && !isSameCity(placeOf(second), out?.destination));
  if (isWayBack) return [first, { ...second, role: 'home' }];
  if (out?.origin || out?.destination) return places;
  const role = homeFrom.test(text.slice(0, first.at)) ? 'home' : 'destination';
  return [
    { ...first, role: 'origin' },
    { ...second, role },
  ];
}
