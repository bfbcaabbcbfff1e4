import type { Trip } from '../../domain/trip.ts';
import type { PlaceReading } from '../gazetteer/place-reading.ts';
import type { Placed } from '../message.ts';
import { isGoneTo, isLeft } from '../parsers/disliked-places.ts';
import { isOnTheWay, type PlaceRole } from '../parsers/place-roles.ts';

type WithRole = Placed<PlaceReading> & { readonly role: PlaceRole };

/**
 * What is meant by the places that a message dislikes. An airport is avoided, and so is a city that a trip with both ends known can only
 * fly through. Of any other city or country it says nothing against changing planes there: it may be where somebody is or has to be.
 */
export const withDislikedPlaces = <Place extends WithRole>(
  places: readonly Place[],
  text: string,
  trip: Trip,
): Place[] =>
  places.map((place) =>
    place.role === 'disliked' ? { ...place, role: roleOfDisliked(place, places, text, trip) } : place,
  );

/** "No Paris": of a city that is no dislike, and as likely the answer "no, Paris". */
const answered = /\b(?:no|without) $/;

function roleOfDisliked(
  { at, span: { value, text: written } }: WithRole,
  places: readonly WithRole[],
  text: string,
  { legs: [leg] }: Trip,
): PlaceRole {
  const [candidate] = value.candidates;
  const isAnswer = answered.test(text.slice(Math.max(0, at - 10), at));
  if (value.kind !== 'place' || !candidate) return isAnswer ? 'bare' : 'rejected';
  if (candidate.place.kind === 'airport' || /\bairport\b/i.test(written)) return 'avoid';
  if (isAnswer) return 'bare';
  if (leg?.origin && leg.destination) return 'avoid';
  const others = places.filter(({ role }) => !isOnTheWay(role));
  const isSaid = (end: PlaceRole) => others.length > 1 || others.some(({ role }) => role === end);
  const rest = text.slice(at + 1);
  if (isGoneTo(rest) && !isSaid('destination')) return 'destination';
  if (isLeft(text.slice(Math.max(0, at - 40), at), rest) && !leg?.origin && !isSaid('origin'))
    return 'origin';
  return 'rejected';
}
