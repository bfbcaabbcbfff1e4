import { emptyLeg, type Leg } from '../../domain/trip.ts';
import type { PlaceCandidate } from '../gazetteer/place-reading.ts';
import { choosePlace } from './choose-place.ts';
import { daysSaid, windowOf, withNightsCounted } from './date-windows.ts';
import type { PlaceWithRole, RouteSaid } from './place-slots.ts';

/** A city, and the nights to spend there. */
interface StayInPlace {
  readonly place: PlaceWithRole;
  readonly candidate: PlaceCandidate;
  readonly nights: number;
}

const before = /^ ?(?:in |at )?(?:the )?$/;
const behind = /^,? ?\(?(?:for |x ?)?$/;

/**
 * "3 nights in Rome and 4 nights in Paris": flights from one to the next and home again, each so many nights after the one before. Null where
 * fewer than two cities come with their nights.
 */
export function readStaysInPlaces(said: RouteSaid): readonly Leg[] | null {
  const stays = staysOf(said);
  const cities = new Set(stays.map(({ candidate }) => candidate.place.code));
  if (cities.size < 2) return null;
  const home = originOf(said, stays);
  const [start, ...otherDays] = daysSaid(said.dates);
  const departure = start && otherDays.length === 0 ? windowOf(start.window) : null;
  const legs = stays.map(({ candidate: { place: destination }, nights }, index): Leg => {
    const origin = stays[index - 1]?.candidate.place ?? home;
    return { origin, destination, departure: index === 0 ? departure : null, nights };
  });
  const origin = stays.at(-1)?.candidate.place ?? null;
  return withNightsCounted([...legs, { ...emptyLeg, origin, destination: home }]);
}

function staysOf({ places, dates, passage: { text } }: RouteSaid): StayInPlace[] {
  return places.flatMap((place) => {
    const { at, role, span } = place;
    if (role === 'origin' || role === 'via' || role === 'avoid' || role === 'rejected') return [];
    const stay = dates.find(
      ({ at: other, span: { value } }) =>
        value.kind === 'stay' &&
        (other < at ? before.test(text.slice(other + 1, at)) : behind.test(text.slice(at + 1, other))),
    );
    const candidate = choosePlace(span.value, undefined)?.candidate;
    return stay?.span.value.kind === 'stay' && candidate
      ? [{ place, candidate, nights: stay.span.value.minNights }]
      : [];
  });
}

/** Where the flights begin: another place of the message that is said to be, or the one that is known. */
function originOf({ places, trip }: RouteSaid, stays: readonly StayInPlace[]): Leg['origin'] {
  const others = places.filter((place) => stays.every((stay) => stay.place !== place));
  const named = others.find(({ role }) => role === 'origin') ?? others.find(({ role }) => role === 'bare');
  const candidate = named && choosePlace(named.span.value, undefined)?.candidate;
  return candidate?.place ?? trip.legs[0]?.origin ?? null;
}
