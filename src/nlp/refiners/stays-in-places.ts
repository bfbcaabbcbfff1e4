import { emptyLeg, type Leg } from '../../domain/trip.ts';
import type { PlaceCandidate } from '../gazetteer/place-reading.ts';
import { isOnTheWay } from '../parsers/place-roles.ts';
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

/** "A stopover in Singapore for two nights": two flights on days of their own. Null where no such stop is made on the way. */
export function readStopover(said: RouteSaid): readonly Leg[] | null {
  const { places, dates, trip } = said;
  const stop = places.flatMap((place) => (place.role === 'via' ? stayIn(place, said) : []))[0];
  const [start, ...otherDays] = daysSaid(dates);
  if (!stop || otherDays.length > 0) return null;
  const landing = places.find(({ role }) => role === 'destination');
  const destination =
    (landing && choosePlace(landing.span.value, undefined)?.candidate.place) ?? trip.legs[0]?.destination;
  if (!destination) return null;
  const departure = start ? windowOf(start.window) : (trip.legs[0]?.departure ?? null);
  const { place: between } = stop.candidate;
  return withNightsCounted([
    { origin: originOf(said, [stop]), destination: between, departure, nights: stop.nights },
    { origin: between, destination, departure: null },
  ]);
}

const staysOf = (said: RouteSaid): StayInPlace[] =>
  said.places.flatMap((place) =>
    place.role === 'origin' || isOnTheWay(place.role) ? [] : stayIn(place, said),
  );

/** The stay that stands beside a place. */
function stayIn(place: PlaceWithRole, { dates, passage: { text } }: RouteSaid): StayInPlace[] {
  const { at, span } = place;
  const stay = dates.find(
    ({ at: other, span: { value } }) =>
      value.kind === 'stay' &&
      (other < at ? before.test(text.slice(other + 1, at)) : behind.test(text.slice(at + 1, other))),
  );
  const candidate = choosePlace(span.value, undefined)?.candidate;
  return stay?.span.value.kind === 'stay' && candidate
    ? [{ place, candidate, nights: stay.span.value.minNights }]
    : [];
}

/** Where the flights begin: another place of the message that is said to be, or the one that is known. */
function originOf({ places, trip }: RouteSaid, stays: readonly StayInPlace[]): Leg['origin'] {
  const others = places.filter((place) => stays.every((stay) => stay.place !== place));
  const named = others.find(({ role }) => role === 'origin') ?? others.find(({ role }) => role === 'bare');
  const candidate = named && choosePlace(named.span.value, undefined)?.candidate;
  return candidate?.place ?? trip.legs[0]?.origin ?? null;
}
