import type { Trip } from '../../domain/trip.ts';
import type { PlaceReading } from '../gazetteer/place-reading.ts';
import type { Placed } from '../message.ts';
import type { PlaceRole } from '../parsers/place-roles.ts';

const other = /\b(?:other|different) $/;

/** "No, the other Portland": the reading that the trip has not, for the end that has the one that is not meant. */
export const withOtherNamesakes = <Place extends Placed<PlaceReading> & { readonly role: PlaceRole }>(
  places: readonly Place[],
  text: string,
  { legs: [leg] }: Trip,
): Place[] =>
  places.map((place) => {
    if (!leg || !other.test(text.slice(0, place.at))) return place;
    const { span } = place;
    const { candidates } = span.value;
    for (const end of ['destination', 'origin'] as const) {
      const others = candidates.filter((candidate) => candidate.place.code !== leg[end]?.code);
      if (others.length === 0 || others.length === candidates.length) continue;
      const value = { ...span.value, candidates: others, ambiguous: others.length > 1 };
      return { ...place, role: end, span: { ...span, value } };
    }
    return place;
  });
