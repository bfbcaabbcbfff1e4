import type { Place } from '../../domain/place.ts';
import type { Leg, Trip } from '../../domain/trip.ts';
import { withNightsCounted } from './date-windows.ts';
import { isCorrection } from '../parsers/correction.ts';
import type { PlaceRole } from '../parsers/place-roles.ts';
import type { RouteSaid } from './place-slots.ts';

const leaving =
  /\b(?:skip(?:ping)?|drop|remove|cut(?: out)?|leave out|forget(?: about)?|cancel|scrap|without|take out|don't (?:need|want)(?: to (?:go|fly) to)?|not (?:going )?to) (?:the |that )?(?:(?:stop|part|flight|leg|stay|time) (?:in|to|at) )?$/;

/** "Skip Athens" of several flights: those that come to a city and leave it become one; null where the message leaves out none. */
export function leaveOutStop({ places, passage, trip }: RouteSaid): readonly Leg[] | null {
  const [place, ...others] = places;
  if (trip.tripType !== 'multi_city' || !place || others.length > 0) return null;
  if (place.role !== 'avoid' && place.role !== 'rejected' && !leaving.test(passage.text.slice(0, place.at)))
    return null;
  const codes = place.span.value.candidates.map((candidate) => candidate.place.code);
  const at = trip.legs.findIndex(
    ({ destination }, index) =>
      destination !== null && index < trip.legs.length - 1 && codes.includes(destination.code),
  );
  return at < 0 ? null : withoutStop(trip, at);
}

const taking: ReadonlySet<PlaceRole> = new Set(['bare', 'setting', 'destination', 'origin']);

/**
 * "Swap Denver for Dallas", "Dallas instead of Denver", "I meant Dallas" of several flights: those that come to a city and those that leave it
 * change, and with "from Dallas" only those that leave it. Null where none is exchanged.
 */
export function exchangeStop(
  { places, passage, trip }: RouteSaid,
  previous?: Trip | null,
): readonly Leg[] | null {
  if (trip.tripType !== 'multi_city') return null;
  const left = places.find(({ role }) => role === 'rejected');
  const [taken, ...others] = places.filter((said) => said !== left);
  if (!taken || others.length > 0 || !taking.has(taken.role) || taken.span.value.kind !== 'place')
    return null;
  const [place] = taken.span.value.candidates.map((candidate) => candidate.place);
  if (!place) return null;
  const codes = left
    ? left.span.value.candidates.map((candidate) => candidate.place.code)
    : isCorrection(passage) && taken.role !== 'origin'
      ? stopTakenBack(place, trip, previous)
      : [];
  const isLeft = (end: Place | null) => end !== null && codes.includes(end.code);
  const arrives = ({ destination }: Leg) => taken.role !== 'origin' && isLeft(destination);
  if (!trip.legs.some((leg) => isLeft(leg.origin) || arrives(leg))) return null;
  return trip.legs.map((leg) => ({
    ...leg,
    origin: isLeft(leg.origin) ? place : leg.origin,
    destination: arrives(leg) ? place : leg.destination,
  }));
}

/** Of several flights, the stop that was said last: the one that changed last, else the last that is not where they begin. */
function stopTakenBack(place: Place, { legs }: Trip, previous: Trip | null | undefined): readonly string[] {
  const stops = legs.flatMap(({ destination }) => destination?.code ?? []);
  const start = legs[0]?.origin?.code;
  if (stops.includes(place.code) || start === place.code) return [];
  const before = new Set(
    previous?.tripType === 'multi_city' ? previous.legs.map((leg) => leg.destination?.code) : [],
  );
  const last = (isMeant: (code: string) => boolean) =>
    stops.findLast((code) => code !== start && isMeant(code));
  return [last((code) => !before.has(code)) ?? last(() => true) ?? []].flat();
}

function withoutStop({ legs }: Trip, at: number): readonly Leg[] | null {
  const [to, from] = [legs[at], legs[at + 1]];
  if (!to || !from || from.destination?.code === to.origin?.code) return null;
  const { nights: _, ...direct } = to;
  const joined: Leg = {
    ...direct,
    destination: from.destination,
    ...(from.nights === undefined ? {} : { nights: from.nights }),
  };
  return withNightsCounted([...legs.slice(0, at), joined, ...legs.slice(at + 2)]);
}
