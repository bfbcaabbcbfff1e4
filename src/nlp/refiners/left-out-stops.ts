import type { Place } from '../../domain/place.ts';
import type { Leg, Trip } from '../../domain/trip.ts';
import { withNightsCounted } from './date-windows.ts';
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

/** "Swap Denver for Dallas" of several flights: those that come to a city and those that leave it change. Null where none is exchanged. */
export function exchangeStop({ places, trip }: RouteSaid): readonly Leg[] | null {
  const [left, taken, ...others] = places;
  if (trip.tripType !== 'multi_city' || left?.role !== 'rejected' || taken?.role !== 'bare') return null;
  const [place] = taken.span.value.candidates.map((candidate) => candidate.place);
  const codes = left.span.value.candidates.map((candidate) => candidate.place.code);
  const isLeft = (end: Place | null) => end !== null && codes.includes(end.code);
  if (others.length > 0 || !place || taken.span.value.kind !== 'place') return null;
  if (!trip.legs.some(({ origin, destination }) => isLeft(origin) || isLeft(destination))) return null;
  return trip.legs.map((leg) => ({
    ...leg,
    origin: isLeft(leg.origin) ? place : leg.origin,
    destination: isLeft(leg.destination) ? place : leg.destination,
  }));
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
