import type { Place } from '../../domain/place.ts';
import type { Leg, Slot, Trip } from '../../domain/trip.ts';
import type { Ambiguity } from '../../domain/understood.ts';
import { refine, withTripType, withUnresolved, type Draft } from '../draft.ts';
import { closestNames } from '../gazetteer/closest-names.ts';
import type { Area, Gazetteer, PlaceCandidate } from '../gazetteer/place-reading.ts';
import { liesIn } from '../gazetteer/place-reading.ts';
import { choosePlace } from './choose-place.ts';
import type { EndSlot, PlaceWithRole } from './place-slots.ts';

export interface EndSaid {
  readonly place: PlaceWithRole;
  readonly end: EndSlot;
}

/** Sets the ends of a leg from what the message says of them; the last word on an end stands. */
export function refinePlaces(draft: Draft, ends: readonly EndSaid[], gazetteer: Gazetteer, leg = 0): Draft {
  const last = (end: EndSlot) =>
    ends.findLast((said) => said.end === end && said.place.span.value.kind === 'place');
  const said = { origin: last('origin'), destination: last('destination') };
  const known = draft.trip.legs[leg];
  const likely = (end: EndSlot): PlaceCandidate | undefined => {
    const place = said[end]?.place.span.value.candidates[0];
    if (place) return place;
    const before = known?.[end];
    return before ? gazetteer.candidateOf(before) : undefined;
  };
  let refined = draft;
  for (const end of ['destination', 'origin'] as const) {
    const place = said[end]?.place;
    if (place)
      refined = setEnd(refined, place, end, leg, likely(end === 'origin' ? 'destination' : 'origin'));
  }
  for (const { place, end } of ends) {
    if (said[end]) continue;
    if (place.span.value.kind === 'area') refined = noteArea(refined, place, end, leg, gazetteer);
    else refined = noteUnknown(refined, place, end, gazetteer);
  }
  return withDistinctEnds(refined, leg, said.origin !== undefined, said.destination !== undefined);
}

function setEnd(
  draft: Draft,
  { span }: PlaceWithRole,
  end: EndSlot,
  leg: number,
  otherEnd: PlaceCandidate | undefined,
): Draft {
  const chosen = choosePlace(span.value, otherEnd);
  if (!chosen) return draft;
  const refined = refine(draft, { legs: withEnd(draft.trip, leg, end, chosen.candidate.place) }, end);
  if (chosen.rivals.length < 2) return refined;
  return {
    ...refined,
    ambiguous: [
      ...refined.ambiguous,
      {
        ...ambiguityOf(span.text, end, leg, chosen.rivals),
        ...(span.value.alternatives ? { alternatives: true } : {}),
      },
    ],
  };
}

const ambiguityOf = (
  phrase: string,
  slot: Slot,
  leg: number,
  rivals: readonly PlaceCandidate[],
): Ambiguity => ({
  phrase,
  slot,
  leg,
  candidates: rivals.slice(0, 6).map(({ label, place }) => ({ label, place, date: null })),
});

/** A country is no place to land: its cities are offered, unless the place known already lies in it, or one of the same name does. */
function noteArea(
  draft: Draft,
  { span, role }: PlaceWithRole,
  end: EndSlot,
  leg: number,
  gazetteer: Gazetteer,
): Draft {
  const { area, candidates } = span.value;
  const repeated = area && role === 'bare' && endInArea(draft, area, leg, gazetteer);
  if (repeated) return refine(draft, {}, repeated);
  const corrected = area && withNamesake(draft, area, end, leg, gazetteer);
  if (corrected) return corrected;
  const known = draft.trip.legs[leg]?.[end];
  if (
    known &&
    area &&
    candidates.some((candidate) => candidate.place.code === known.code && liesIn(candidate, area))
  )
    return refine(draft, {}, end);
  if (known && area?.region === null && known.country === area.country) return refine(draft, {}, end);
  const suggestions = candidates.slice(0, 5).map(({ label }) => label);
  return withUnresolved(draft, { kind: 'area', phrase: span.text, slot: end, suggestions });
}

const noteUnknown = (
  draft: Draft,
  { span: { text: phrase } }: PlaceWithRole,
  end: EndSlot,
  gazetteer: Gazetteer,
): Draft =>
  withUnresolved(draft, {
    kind: 'unknown',
    phrase,
    slot: end,
    suggestions: closestNames(phrase, gazetteer),
  });

/** "Oregon", said of a trip to the Portland that lies there: nothing new, and no other end. */
const endInArea = (draft: Draft, area: Area, leg: number, gazetteer: Gazetteer): EndSlot | undefined =>
  (['destination', 'origin'] as const).find((end) => {
    const known = draft.trip.legs[leg]?.[end];
    const candidate = known && gazetteer.candidateOf(known);
    if (!candidate || !liesIn(candidate, area)) return false;
    return end === 'destination' || (gazetteer.findPlaces(known.name)[0]?.value.candidates.length ?? 0) > 1;
  });

/** "England", said of a trip to Birmingham, Alabama, means the Birmingham that lies there. */
function withNamesake(
  draft: Draft,
  area: Area,
  end: EndSlot,
  leg: number,
  gazetteer: Gazetteer,
): Draft | undefined {
  for (const slot of [end, end === 'origin' ? 'destination' : 'origin'] as const) {
    const known = draft.trip.legs[leg]?.[slot];
    const readings = known ? (gazetteer.findPlaces(known.name)[0]?.value.candidates ?? []) : [];
    if (readings.some((candidate) => candidate.place.code === known?.code && liesIn(candidate, area)))
      continue;
    const namesake = readings.find((candidate) => liesIn(candidate, area));
    if (namesake) return refine(draft, { legs: withEnd(draft.trip, leg, slot, namesake.place) }, slot);
  }
  return undefined;
}

/** The legs with one end set; the way back of a round trip follows, and an end of several flights that is open is where they begin. */
export function withEnd(trip: Trip, leg: number, end: EndSlot, place: Place | null): readonly Leg[] {
  const legs = trip.legs.map((known, index) => (index === leg ? { ...known, [end]: place } : known));
  if (trip.tripType === 'round_trip') return withTripType({ ...trip, legs }, 'round_trip').legs;
  const isOpen = trip.tripType === 'multi_city' && leg === 0 && end === 'origin';
  return isOpen
    ? legs.map((known, index) =>
        index === legs.length - 1 && !known.destination ? { ...known, destination: place } : known,
      )
    : legs;
}

/** Nobody flies from a place to itself: the end that was known before gives way to the one just said. */
function withDistinctEnds(draft: Draft, leg: number, originSaid: boolean, destinationSaid: boolean): Draft {
  const known = draft.trip.legs[leg];
  if (
    !known?.origin ||
    !known.destination ||
    known.origin.code !== known.destination.code ||
    originSaid === destinationSaid
  )
    return draft;
  return {
    ...draft,
    trip: { ...draft.trip, legs: withEnd(draft.trip, leg, originSaid ? 'destination' : 'origin', null) },
  };
}
