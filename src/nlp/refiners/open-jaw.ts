import type { Place } from '../../domain/place.ts';
import { emptyLeg, type Leg, type Trip } from '../../domain/trip.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { notBefore } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import type { Gazetteer } from '../gazetteer/place-reading.ts';
import type { Placed } from '../message.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { choosePlace } from './choose-place.ts';
import { daysSaid, windowOf } from './date-windows.ts';
import type { PlaceWithRole } from './place-slots.ts';

/**
 * There to one place and back from another: "into Rome and out of Milan", "London to Rome, back from Milan"; null where both ways are of
 * the same two places. What the message leaves out is taken from the trip; where nobody said where it begins, its end is open too.
 */
export function readOpenJaw(
  places: readonly PlaceWithRole[],
  dates: readonly Placed<DateReading>[],
  passage: Passage,
  trip: Trip,
  gazetteer: Gazetteer,
): readonly Leg[] | null {
  const ends = places.filter(({ role }) => role !== 'via' && role !== 'avoid' && role !== 'rejected');
  const wayBack = ends.find((place, index) => startsWayBack(place, ends.slice(0, index), passage));
  const home = ends.find((place) => place.role === 'home' && place !== wayBack);
  if (!(wayBack ?? home) || ends.some(({ span }) => span.value.kind !== 'place')) return null;
  const others = ends.filter((place) => place !== wayBack);
  const landings = others.filter((place) => place !== home && isLanding(place, ends.indexOf(place)));
  const starts = others.filter((place) => place !== home && !landings.includes(place));
  if (landings.length > 1 || starts.length > 1) return null;
  const [known] = trip.legs;
  const destination = landings[0] ? placeOf(landings[0]) : known?.destination;
  const origin = starts[0] ? placeOf(starts[0]) : (known?.origin ?? (home ? placeOf(home) : null));
  if (!destination) return null;
  const turning = wayBack ? placeOf(wayBack, gazetteer.candidateOf(destination)) : destination;
  if (!turning || isSame(turning, origin)) return null;
  // "London to Rome, back to Manchester" ends elsewhere; "back to London" is there and back.
  if (
    wayBack
      ? isSame(turning, destination)
      : !(starts[0] && landings[0] && home && endsElsewhere(home, origin))
  )
    return null;
  const days = daysOf(dates, (wayBack ?? home)?.at ?? 0, trip, landings.length > 0);
  return [
    { origin: origin ?? null, destination, departure: days.out },
    {
      ...emptyLeg,
      origin: turning,
      destination: (home ? placeOf(home) : origin) ?? null,
      departure: days.back,
    },
  ];
}

/** "◆ and out of ◆", "◆, flying home from ◆": a way out of somewhere that follows on a way in. */
const outAgain = new Pattern(
  /(?:,|;|\b(?:and|then|but)) ?(?:(?:i |we )?(?:fly|flying|leave|leaving|depart|departing|come|coming|go|going|get|head|heading)(?: back| home)* )?(?:out of|back out of)(?: the)? $/,
);
const wayIn = new Pattern(/\b(?:into|in to)(?: the)? $/);

function startsWayBack(
  { role, at }: PlaceWithRole,
  before: readonly PlaceWithRole[],
  passage: Passage,
): boolean {
  if (role === 'turning_point') return true;
  if (role !== 'origin' || !outAgain.test(partOf(passage, 0, at))) return false;
  const landing = before.findLast((place) => isLanding(place, before.indexOf(place)));
  if (!landing) return false;
  const begins = before.some((place) => !isLanding(place, before.indexOf(place)));
  return begins || wayIn.test(partOf(passage, 0, landing.at));
}

const isLanding = ({ role }: PlaceWithRole, index: number): boolean =>
  role === 'destination' || role === 'setting' || (role === 'bare' && index > 0);

const placeOf = ({ span }: PlaceWithRole, otherEnd?: Parameters<typeof choosePlace>[1]): Place | undefined =>
  choosePlace(span.value, otherEnd)?.candidate.place;

function endsElsewhere(home: PlaceWithRole, origin: Place | null | undefined): boolean {
  const end = placeOf(home);
  return Boolean(end && origin && !isSame(end, origin));
}

/** One city, or one of its airports. */
const isSame = (one: Place, other: Place | null | undefined): boolean =>
  other?.airports.some((code) => one.airports.includes(code)) ?? false;

/** The day there and the day back: two in order, or one that stands before or behind the way back. */
function daysOf(
  dates: readonly Placed<DateReading>[],
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

/** "For a week": so many days after the way there. */
function stayAfter(dates: readonly Placed<DateReading>[], out: Leg['departure']): WindowReading | undefined {
  if (!out) return undefined;
  const [leaving, latest] = [dayOfIsoDate(out.earliest), dayOfIsoDate(out.latest)];
  for (const { span } of dates) {
    const { value } = span;
    const [least, most] =
      value.kind === 'stay'
        ? [value.minNights, value.maxNights]
        : value.kind === 'days_after'
          ? [value.days, value.days]
          : [];
    if (least !== undefined && most !== undefined)
      return { kind: 'window', first: leaving + least, last: latest + most, open: null, past: false };
  }
  return undefined;
}
