import type { Place } from '../../domain/place.ts';
import { metroOfAirport } from '../../domain/reference/metro-areas.ts';
import type { Trip } from '../../domain/trip.ts';
import { refine, type Draft } from '../draft.ts';
import type { Gazetteer, PlaceReading } from '../gazetteer/place-reading.ts';
import type { Message } from '../message.ts';
import { isAllowedAgain } from '../parsers/unwanted-places.ts';
import type { EndSlot, PlaceWithRole } from './place-slots.ts';
import { isSameCity } from './same-city.ts';
import { withEnd } from './places.ts';

const mostAvoided = 50;

/**
 * Airports not to fly through, from or to: those that a message avoids, and of those it does not want the ones that are part of an end or of
 * no end. What it allows again is avoided no more.
 */
export function refineAvoidedAirports(
  draft: Draft,
  places: readonly PlaceWithRole[],
  message: Message,
  gazetteer: Gazetteer,
  before: Trip,
): Draft {
  const widened = withoutRejectedEnds(draft, places, gazetteer);
  const { trip } = widened;
  const own = new Set(endsOf(trip).flatMap(({ airports }) => airports));
  const codes = places.flatMap(({ role, span: { value } }) =>
    role === 'avoid' && !isEndOf(trip, value)
      ? airportsOf(value, own)
      : role === 'avoid' || role === 'rejected'
        ? rejectedAirports(value, endsOf(trip), endsOf(before))
        : [],
  );
  const allowed = message.places.flatMap(({ at, span: { value } }) =>
    isAllowedAgain(value, message.wishes, at, trip) ? airportsOf(value, new Set()) : [],
  );
  if (codes.length + allowed.length === 0) return widened;
  const { filters } = trip;
  const avoidAirports = [...new Set([...filters.avoidAirports, ...codes])]
    .filter((code) => !allowed.includes(code))
    .slice(0, mostAvoided);
  return refine(widened, { filters: { ...filters, avoidAirports } }, 'avoid_airports');
}

/** Whether the journey begins or ends there: what is said against such a place is no change of planes. */
const isEndOf = (trip: Trip, { kind, candidates: [candidate] }: PlaceReading): boolean =>
  kind === 'place' && endsOf(trip).some((end) => isSameCity(candidate?.place, end));

const endsOf = ({ legs }: Trip): Place[] =>
  legs.flatMap(({ origin, destination }) => [origin ?? [], destination ?? []].flat());

/** A country stands for the airports of its large cities, most of all those where people change, but not for the trip's own. */
const airportsOf = ({ kind, candidates }: PlaceReading, own: ReadonlySet<string>): string[] =>
  kind === 'area'
    ? candidates.flatMap(({ place }) => place.airports).filter((code) => !own.has(code))
    : candidates.slice(0, 1).flatMap(({ place }) => place.airports);

/** "Not Gatwick", of a trip from London: its other airports will do. An airport that is no end is not flown through, either. */
function rejectedAirports(
  { kind, candidates: [candidate] }: PlaceReading,
  ends: readonly Place[],
  before: readonly Place[],
): readonly string[] {
  if (kind !== 'place' || !candidate) return [];
  const { place } = candidate;
  const isWhole = ({ airports }: Place) => airports.every((code) => place.airports.includes(code));
  const isHere = (end: Place) => isSameCity(place, end);
  if (ends.some(isHere)) return ends.some((end) => isHere(end) && !isWhole(end)) ? place.airports : [];
  return place.kind === 'airport' && !before.some(isHere) ? place.airports : [];
}

/** "Not Heathrow", of a trip that leaves from there: from another airport of the city. */
function withoutRejectedEnds(draft: Draft, places: readonly PlaceWithRole[], gazetteer: Gazetteer): Draft {
  if (places.length === 0 || draft.trip.tripType === 'multi_city') return draft;
  let refined = draft;
  for (const { role, span } of places) {
    const rejected = span.value.candidates[0]?.place;
    if ((role !== 'rejected' && role !== 'avoid') || rejected?.kind !== 'airport') return draft;
    for (const end of ['origin', 'destination'] as const) {
      const city = cityAround(refined.trip, end, rejected, gazetteer);
      if (city) refined = refine(refined, { legs: withEnd(refined.trip, 0, end, city) }, end);
    }
  }
  return refined;
}

function cityAround(trip: Trip, end: EndSlot, rejected: Place, gazetteer: Gazetteer): Place | undefined {
  const known = trip.legs[0]?.[end];
  if (known?.code !== rejected.code) return undefined;
  const metro = metroOfAirport.get(rejected.code);
  return metro && metro.airports.length > 1 ? gazetteer.placeOfCode(metro.code) : undefined;
}
