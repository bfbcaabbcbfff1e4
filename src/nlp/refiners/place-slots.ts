import type { Place } from '../../domain/place.ts';
import type { Leg, Slot, Trip } from '../../domain/trip.ts';
import type { Gazetteer, PlaceCandidate, PlaceReading } from '../gazetteer/place-reading.ts';
import type { Message, Placed } from '../message.ts';
import { isReachedByLand } from '../parsers/by-land.ts';
import { endOfCorrection, isCorrection } from '../parsers/correction.ts';
import { isOnTheWay, placeRoleAt, type PlaceRole } from '../parsers/place-roles.ts';
import { isAllowedAgain, withListedRoles } from '../parsers/unwanted-places.ts';
import type { Passage } from '../patterns/passage.ts';
import { marks } from '../skeleton.ts';
import { kilometresBetween } from '../../domain/kilometres-between.ts';
import { withDislikedPlaces } from './disliked-places.ts';
import { isSameCity } from './same-city.ts';
import { withStartOfJourney } from './start-of-journey.ts';
import { withOtherNamesakes } from './other-namesakes.ts';

export interface PlaceWithRole extends Placed<PlaceReading> {
  readonly role: PlaceRole;
}

/** What a message says of places and days, and what is known of the trip. */
export interface RouteSaid {
  readonly places: readonly PlaceWithRole[];
  readonly dates: Message['dates'];
  readonly passage: Passage;
  readonly trip: Trip;
  readonly gazetteer: Gazetteer;
}

export type EndSlot = 'origin' | 'destination';

/** What an end without a cue is told by. */
interface EndContext {
  readonly asked: readonly Slot[];
  /** The trip before its last change. */
  readonly previous?: Trip | null;
  readonly gazetteer: Gazetteer;
}

/** The places of a message, with what the words around make of them; "US carriers" are no place, and a place that the way back leaves is none of the trip's ends. */
export const placesWithRoles = ({ places, wishes }: Message, trip: Trip): PlaceWithRole[] => {
  const said = places
    .filter(
      ({ at, span }) =>
        !ofAirlines.test(wishes.text.slice(at + 1, at + 25)) && !isAllowedAgain(span.value, wishes, at, trip),
    )
    .map(({ at, span }) => ({
      at,
      span,
      role: roleInTrip(placeRoleAt(wishes, at), span.value, trip, wishes.text.slice(0, at)),
    }));
  const turned = withStartOfJourney(said, wishes.text, trip);
  const judged = withDislikedPlaces(withListedRoles(turned, wishes.text), wishes.text, trip);
  const found = withOtherNamesakes(judged, wishes.text, trip);
  return found.filter(
    (place) =>
      !leavesWhereTripGoes(place, found, wishes.text, trip) && !goesOnByLand(place, found, wishes.text),
  );
};

/** Return tickets, as the British call them: not the way back, as long as no way out was said. */
const returnTickets = /^[^\ue000]*\breturn (?:flights?|trips?|tickets?) from(?: the)? $/;

/** "Leave ◆ on the 14th, return on the 21st" turns round in ◆, unless the trip is known to begin there. */
const roleInTrip = (
  role: PlaceRole,
  { candidates }: PlaceReading,
  { legs: [out] }: Trip,
  lead: string,
): PlaceRole =>
  role === 'turning_point' &&
  (isSameCity(candidates[0]?.place, out?.origin) || (!out?.destination && returnTickets.test(lead)))
    ? 'origin'
    : role;

/** "To ◆, then train to ◆": where the journey goes on to from where it landed. */
const goesOnByLand = ({ at }: PlaceWithRole, places: readonly PlaceWithRole[], text: string): boolean =>
  isReachedByLand(text, at) && places.some((other) => other.at < at && other.role === 'destination');

const leaving = /\b(?:leav(?:e|es|ing)|depart(?:s|ing)?)(?: from)? $/;

/** "From Geneva to London City, and leave London after five": that is where the way back begins. */
function leavesWhereTripGoes(
  { at, role, span }: PlaceWithRole,
  places: readonly PlaceWithRole[],
  text: string,
  { tripType, legs: [out] }: Trip,
): boolean {
  if (role !== 'origin' || !leaving.test(text.slice(0, at))) return false;
  const placeOf = (other: PlaceWithRole) => other.span.value.candidates[0]?.place;
  const isHere = (other: Place | null | undefined) => isSameCity(span.value.candidates[0]?.place, other);
  if (places.length === 1) return tripType === 'round_trip' && isHere(out?.destination);
  return (
    places.some((other) => other.role === 'destination' && isHere(placeOf(other))) &&
    places.some((other) => other.role === 'origin' && !isHere(placeOf(other)))
  );
}

const ofAirlines = /^(?:n|-based)? (?:airlines?|carriers?)\b/;

/** Which end of the trip each place is, in the order of the message; places that are neither are left out. */
export function endsOf(
  places: readonly PlaceWithRole[],
  passage: Passage,
  trip: Trip,
  context: EndContext,
): { readonly place: PlaceWithRole; readonly end: EndSlot }[] {
  const { asked } = context;
  const { text } = passage;
  const takesBack = isCorrection(passage);
  const said = new Set<EndSlot>();
  for (const { role } of places) if (role === 'origin' || role === 'destination') said.add(role);
  const ends: { place: PlaceWithRole; end: EndSlot }[] = [];
  places.forEach((place, index) => {
    const end = cuedEnd(place, places, index, text, trip, said, asked);
    if (end) ends.push({ place, end });
  });
  swapDoubled(ends, text, trip);
  const pair = barePair(places, text, trip, asked);
  if (pair) ends.push(...pair);
  const uncued = places.filter(
    (place) =>
      (place.role === 'bare' || place.role === 'setting') && !pair?.some((said) => said.place === place),
  );
  const taken = new Set(ends.map(({ end }) => end));
  for (const place of uncued) {
    const instead = takesBack ? endTakenBack(place, trip, context) : undefined;
    const end =
      correctedEnd(place, ends, text) ??
      (instead && !taken.has(instead) ? instead : freeEnd(place, taken, places, trip, context));
    if (!end) continue;
    taken.add(end);
    ends.push({ place, end });
  }
  return ends.sort((a, b) => a.place.at - b.place.at);
}

/** "I go to London, I'm travelling to SF": where the other end is unknown, two places for one end are one for each, unless the second takes the first back. */
function swapDoubled(ends: { place: PlaceWithRole; end: EndSlot }[], text: string, trip: Trip): void {
  const [first, second] = ends;
  if (!first || !second || ends.length !== 2 || first.end !== second.end) return;
  const other = first.end === 'origin' ? 'destination' : 'origin';
  const between = text.slice(first.place.at, second.place.at);
  const sameCity =
    first.place.span.value.candidates[0]?.place.code === second.place.span.value.candidates[0]?.place.code;
  if (
    trip.legs[0]?.[other] ||
    sameCity ||
    /\b(?:no|or|actually|sorry|instead|mean|rather|then|maybe)\b/.test(between)
  )
    return;
  if (first.place.role === 'origin' || first.place.role === 'destination')
    ends[0] = { place: first.place, end: other };
}

function cuedEnd(
  { role, at }: PlaceWithRole,
  places: readonly PlaceWithRole[],
  index: number,
  text: string,
  trip: Trip,
  said: Set<EndSlot>,
  asked: readonly Slot[],
): EndSlot | null {
  const destinationKnown = Boolean(trip.legs[0]?.destination) || said.has('destination');
  const next = places[index + 1];
  switch (role) {
    case 'origin':
      return 'origin';
    case 'destination':
      if (!said.has('origin') && next?.role === 'destination' && /^ to $/.test(text.slice(at + 1, next.at))) {
        said.add('origin');
        return 'origin';
      }
      return 'destination';
    case 'home':
      // "Home to ◆ from ◆, back to ◆": the second one is where it began.
      if (destinationKnown) return 'origin';
      said.add('destination');
      return 'destination';
    case 'turning_point':
      return asked.includes('origin') || (destinationKnown && !trip.legs[0]?.origin && !said.has('origin'))
        ? 'origin'
        : 'destination';
    default:
      return null;
  }
}

/** "BOS LIS": two places are from and to, whatever is said of others on the way. A third may only take the second back. */
function barePair(
  places: readonly PlaceWithRole[],
  text: string,
  { legs: [leg] }: Trip,
  asked: readonly Slot[],
): { place: PlaceWithRole; end: EndSlot }[] | null {
  const [first, second, third, ...others] = places.filter(({ role }) => !isOnTheWay(role));
  if (!first || !second || first.role !== 'bare' || second.role !== 'bare') return null;
  if (third && (others.length > 0 || endOfCorrection(text.slice(second.at + 1, third.at)) < 0)) return null;
  const known = Boolean(leg?.origin ?? leg?.destination);
  if (known || asked.includes('destination') || !/^,? ?$/.test(text.slice(first.at + 1, second.at)))
    return null;
  return [
    { place: first, end: 'origin' },
    { place: second, end: 'destination' },
  ];
}

/**
 * "Sorry, I meant ◆": instead of the end that was said last. Of two that were said together the destination is the likelier to be taken
 * back, unless the place is beside the start.
 */
function endTakenBack(
  { span }: PlaceWithRole,
  { legs: [leg] }: Trip,
  { previous, gazetteer }: EndContext,
): EndSlot | undefined {
  const [candidate] = span.value.candidates;
  if (isSameCity(candidate?.place, leg?.origin)) return 'origin';
  if (candidate && isBesideStart(candidate, leg, gazetteer)) return 'origin';
  const known = (['destination', 'origin'] as const).filter((end) => leg?.[end]);
  return known.find((end) => leg?.[end]?.code !== previous?.legs[0]?.[end]?.code) ?? known[0];
}

/** "To Paris. Actually, make that Amsterdam": the end of the place that is taken back. */
function correctedEnd(
  { at }: PlaceWithRole,
  ends: readonly { readonly place: PlaceWithRole; readonly end: EndSlot }[],
  text: string,
): EndSlot | undefined {
  const before = ends.findLast(({ place }) => place.at < at);
  return before && endOfCorrection(text.slice(before.place.at + 1, at)) >= 0 ? before.end : undefined;
}

/**
 * Where a place without a cue goes: the end just asked for, the end that is taken back or that it was before the last change, the start where
 * it is another airport of the same city, the end that is missing, the start where it is beside it, else the destination.
 */
function freeEnd(
  { span, role }: PlaceWithRole,
  taken: ReadonlySet<EndSlot>,
  places: readonly PlaceWithRole[],
  trip: Trip,
  { asked, previous, gazetteer }: EndContext,
): EndSlot | null {
  const isEnd = (slot: Slot): slot is EndSlot => slot === 'origin' || slot === 'destination';
  const [leg] = trip.legs;
  const wanted = asked.filter(isEnd).find((slot) => !taken.has(slot));
  // "JFK", asked where to leave from of a trip to New York, says where in it to land.
  if (wanted === 'origin' && !taken.has('destination') && isAirportOf(span.value, leg?.destination))
    return 'destination';
  if (wanted) return wanted;
  const rejected = places.find(({ role }) => role === 'rejected')?.span.value.candidates ?? [];
  const takenBack = (place: Place | null | undefined) =>
    place &&
    rejected.some((candidate) => candidate.place.airports.some((code) => place.airports.includes(code)));
  if (takenBack(leg?.origin) && !taken.has('origin')) return 'origin';
  const [candidate] = span.value.candidates;
  if (isSameCity(candidate?.place, leg?.origin) && !taken.has('origin')) return 'origin';
  const changedFrom = (end: EndSlot) => !isSameCity(candidate?.place, leg?.[end]) && previous?.legs[0]?.[end];
  for (const end of ['destination', 'origin'] as const)
    if (!taken.has(end) && isSameCity(candidate?.place, changedFrom(end) || null)) return end;
  if (!leg?.destination && !taken.has('destination')) return 'destination';
  if (!leg?.origin && !taken.has('origin')) return 'origin';
  if (role === 'bare' && candidate && !taken.has('origin') && isBesideStart(candidate, leg, gazetteer))
    return 'origin';
  return taken.has('destination') ? null : 'destination';
}

const isAirportOf = ({ candidates: [candidate] }: PlaceReading, city: Place | null | undefined): boolean =>
  candidate?.place.kind === 'airport' &&
  city?.kind === 'city' &&
  city.airports.length > 1 &&
  city.airports.includes(candidate.place.code);

const besideKilometres = 130;

/** "Providence?", of a trip from Boston to Denver: another place to start from. */
function isBesideStart(place: PlaceCandidate, leg: Leg | undefined, gazetteer: Gazetteer): boolean {
  const isBeside = (known: Place | null | undefined): boolean | undefined => {
    const candidate = known && gazetteer.candidateOf(known);
    return candidate ? kilometresBetween(place, candidate) < besideKilometres : undefined;
  };
  return isBeside(leg?.origin) === true && isBeside(leg?.destination) === false;
}

const leavingPlace = new RegExp(
  `\\b(?:leav(?:e|es|ing)|depart(?:s|ing)?|out of|fly(?:ing)? (?:out of|from))(?: from)? ${marks.place}(?: on| at)?,? $`,
);

/** "Leave London after 5pm", "leaving Lisbon on December 10": said of the way back where that is where the trip goes. */
export function leavesDestination(
  at: number,
  { places, wishes: { text } }: Pick<Message, 'places' | 'wishes'>,
  { legs: [out] }: Trip,
): boolean {
  const lead = text.slice(0, at);
  if (!leavingPlace.test(lead)) return false;
  const left = places.find((place) => place.at === lead.lastIndexOf(marks.place));
  return isSameCity(left?.span.value.candidates[0]?.place, out?.destination);
}
