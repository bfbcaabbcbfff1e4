import type { Trip } from '../../domain/trip.ts';
import { refine, type Draft } from '../draft.ts';
import type { PlaceReading } from '../gazetteer/place-reading.ts';
import { isNeedless } from '../parsers/places-on-the-way.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import type { PlaceWithRole } from './place-slots.ts';

const mostAirports = 50;

/**
 * Airports to change planes at: those that a message names replace those named before, one that is merely as welcome comes beside them, and
 * what is avoided or not needed is none of them any more. Where the journey begins and ends nobody changes.
 */
export function refineViaAirports(
  draft: Draft,
  places: readonly PlaceWithRole[],
  passage: Passage,
  before: Trip,
): Draft {
  const { filters } = draft.trip;
  const ends = new Set(endAirports(draft.trip));
  const airportsIn = (role: PlaceWithRole['role'], isMeant: (place: PlaceWithRole) => boolean = () => true) =>
    places
      .filter((place) => place.role === role && isMeant(place))
      .flatMap(({ span: { value } }) => airportsOf(value))
      .filter((code) => !ends.has(code));
  const isUnneeded = ({ at }: PlaceWithRole) => isNeedless(partOf(passage, Math.max(0, at - 70), at));
  const wanted = airportsIn('via');
  const welcome = airportsIn('permitted', (place) => !isUnneeded(place));
  const known = isOtherRoute(before, draft.trip) ? [] : filters.viaAirports;
  const refused = new Set([...filters.avoidAirports, ...airportsIn('permitted', isUnneeded)]);
  const named = wanted.length > 0 ? wanted : known;
  const viaAirports = [...new Set([...named, ...(named.length > 0 ? welcome : [])])]
    .filter((code) => wanted.includes(code) || !(refused.has(code) || ends.has(code)))
    .slice(0, mostAirports);
  const isSaid = places.some(({ role }) => role === 'via' || role === 'permitted');
  if (!isSaid && viaAirports.length === filters.viaAirports.length) return draft;
  const avoidAirports = filters.avoidAirports.filter((code) => !wanted.includes(code));
  const maxStops = filters.maxStops === 0 ? stopsWith(wanted, welcome) : filters.maxStops;
  return refine(draft, { filters: { ...filters, viaAirports, avoidAirports, maxStops } }, 'via_airports');
}

/** Who only flew nonstop and names a place to change at changes planes; where that is merely welcome, once is meant. */
function stopsWith(wanted: readonly string[], welcome: readonly string[]): number | null {
  if (wanted.length > 0) return null;
  return welcome.length > 0 ? 1 : 0;
}

/** A country stands for the airports of its large cities. */
const airportsOf = ({ kind, candidates }: PlaceReading): readonly string[] =>
  candidates.slice(0, kind === 'area' ? undefined : 1).flatMap(({ place }) => place.airports);

const endAirports = ({ legs }: Trip): string[] =>
  legs.flatMap(({ origin, destination }) => [...(origin?.airports ?? []), ...(destination?.airports ?? [])]);

/** Both ends are others: what was changed at on the old way says nothing of the new one. */
function isOtherRoute({ legs: [old] }: Trip, { legs: [now] }: Trip): boolean {
  const isOther = (end: 'origin' | 'destination') => old?.[end] && old[end].code !== now?.[end]?.code;
  return Boolean(isOther('origin') && isOther('destination'));
}
