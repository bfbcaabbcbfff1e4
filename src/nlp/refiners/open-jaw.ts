import type { Place } from '../../domain/place.ts';
import type { Leg, Trip } from '../../domain/trip.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { notBefore } from '../dates/calendar.ts';
import type { WindowReading } from '../dates/reading.ts';
import { isOnTheWay } from '../parsers/place-roles.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';
import { choosePlace } from './choose-place.ts';
import { dayCounted, daysSaid, nightsAfter, windowOf } from './date-windows.ts';
import type { PlaceWithRole, RouteSaid } from './place-slots.ts';

/**
 * There to one place and back from another, or back to another: "into Rome and out of Milan", "London to Rome, back to Manchester"; null
 * where both ways are of the same two places. What the message leaves out is taken from the trip; where nobody said where it begins, its
 * end is open too.
 */
export function readOpenJaw({ places, dates, passage, trip, gazetteer }: RouteSaid): readonly Leg[] | null {
  const said = endsSaid(places, passage);
  if (!said) return null;
  const [known] = trip.legs;
  const placeOf = (end: PlaceWithRole | undefined, otherEnd?: Place): Place | null =>
    (end && choosePlace(end.span.value, otherEnd && gazetteer.candidateOf(otherEnd))?.candidate.place) ??
    null;
  const destination = placeOf(said.landing) ?? known?.destination;
  if (!destination) return null;
  const turning = placeOf(said.wayBack, destination);
  const home = placeOf(said.home);
  const origin = placeOf(said.start) ?? known?.origin ?? (turning ? home : null);
  const isNewRoute = said.landing !== undefined;
  const isOpen = turning
    ? !isSame(turning, origin) &&
      (!isSame(turning, destination) ||
        (trip.tripType === 'round_trip' && !isNewRoute && endsElsewhere(home, origin)))
    : home &&
      (said.start === undefined ? returnsElsewhere(said, home, trip, passage) : isNewRoute) &&
      !isSame(home, origin) &&
      !isSame(destination, origin);
  if (!isOpen) return null;
  const { out, back } = daysOf(dates, said.wayBack?.at ?? 0, trip, isNewRoute);
  return [
    { origin, destination, departure: out },
    { origin: turning ?? destination, destination: home ?? origin, departure: back },
  ];
}

const endsElsewhere = (home: Place | null, origin: Place | null | undefined): boolean =>
  home !== null && origin !== null && origin !== undefined && !isSame(home, origin);

/** The ends that a message names; at most one of each. */
interface EndsSaid {
  readonly start?: PlaceWithRole;
  readonly landing?: PlaceWithRole;
  /** Where the way back begins. */
  readonly wayBack?: PlaceWithRole;
  /** Where it ends. */
  readonly home?: PlaceWithRole;
}

/** Null where the message says nothing of the way back, or more than there is room for. */
function endsSaid(places: readonly PlaceWithRole[], passage: Passage): EndsSaid | null {
  const ends: { -readonly [End in keyof EndsSaid]: EndsSaid[End] } = {};
  for (const [index, place] of places.filter(({ role }) => isEnd(role)).entries()) {
    const end = startsWayBack(place, ends, passage)
      ? 'wayBack'
      : place.role === 'home'
        ? 'home'
        : isLanding(place, index)
          ? 'landing'
          : 'start';
    if (ends[end] || place.span.value.kind !== 'place') return null;
    ends[end] = place;
  }
  return (ends.wayBack ?? ends.home) ? ends : null;
}

const comingBack = new Pattern(/\b(?:return(?:ing)?|back|home) (?:home )?(?:to|into)(?: the)? $/);

/** "Return to Providence instead": of a trip that is known there and back. */
const returnsElsewhere = (
  { landing, home }: EndsSaid,
  place: Place,
  { tripType, legs: [out] }: Trip,
  passage: Passage,
): boolean =>
  tripType === 'round_trip' &&
  landing === undefined &&
  home !== undefined &&
  comingBack.test(partOf(passage, 0, home.at)) &&
  out?.origin !== null &&
  !isSame(place, out?.destination);

const isEnd = (role: PlaceWithRole['role']): boolean => !isOnTheWay(role);

/** "◆ and out of ◆", "◆, flying home from ◆": a way out of somewhere that follows on a way in. */
const outAgain = new Pattern(
  /(?:,|;|\b(?:and|then|but)) ?(?:(?:i |we )?(?:fly|flying|leave|leaving|depart|departing|come|coming|go|going|get|head|heading)(?: back| home)* )?(?:out of|back out of)(?: the)? $/,
);
/** "Arrive in ◆, depart from ◆". */
const departsAgain = new Pattern(
  `\\barriv(?:e|ing|al)(?: in| at| into)? ?${marks.place}[^.!?${marks.place}]{0,25}\\b(?:depart|leav)(?:e|ing|ure)?(?: from| out of)? $`,
);
const wayIn = new Pattern(/\b(?:into|in to)(?: the)? $/);

function startsWayBack({ role, at }: PlaceWithRole, before: EndsSaid, passage: Passage): boolean {
  if (before.wayBack) return false;
  if (role === 'turning_point') return true;
  const { start, landing } = before;
  if (role === 'origin' && landing && departsAgain.test(partOf(passage, 0, at))) return true;
  if (role !== 'origin' || !landing || !outAgain.test(partOf(passage, 0, at))) return false;
  return start !== undefined || wayIn.test(partOf(passage, 0, landing.at));
}

const isLanding = ({ role }: PlaceWithRole, index: number): boolean =>
  role === 'destination' || role === 'setting' || (role === 'bare' && index > 0);

/** One city, or one of its airports. */
const isSame = (one: Place, other: Place | null | undefined): boolean =>
  other?.airports.some((code) => one.airports.includes(code)) ?? false;

/** The day there and the day back: two in order, or one that stands before or behind the way back. */
function daysOf(
  dates: RouteSaid['dates'],
  wayBackAt: number,
  trip: Trip,
  isNewRoute: boolean,
): { out: Leg['departure']; back: Leg['departure'] } {
  const [first, second] = daysSaid(dates);
  const isBack = !second && first !== undefined && first.at > wayBackAt && !isNewRoute;
  const known = trip.legs[0]?.departure ?? null;
  const out = first && !isBack ? windowOf(first.window) : known;
  const earliest = out ? dayOfIsoDate(out.earliest) : 0;
  const return_ = isBack ? first.window : (second?.window ?? stayAfter(dates, out));
  const knownBack = isNewRoute ? null : (trip.legs[1]?.departure ?? null);
  return { out, back: return_ ? windowOf(notBefore(return_, earliest)) : knownBack };
}

/** "For a week", "a week later", "the Sunday after": counted from the way there. */
function stayAfter(dates: RouteSaid['dates'], out: Leg['departure']): WindowReading | undefined {
  if (!out) return undefined;
  const leaving = { first: dayOfIsoDate(out.earliest), last: dayOfIsoDate(out.latest) };
  for (const { span } of dates) {
    const { value } = span;
    if (value.kind === 'stay') return nightsAfter(leaving, { min: value.minNights, max: value.maxNights });
    if (value.kind === 'weekday_after') return dayCounted(leaving.last, value);
    if (value.kind === 'days_after') return nightsAfter(leaving, { min: value.days, max: value.days });
  }
  return undefined;
}
