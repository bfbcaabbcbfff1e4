import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { movedBy, notBefore } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import { emptyLeg, type Leg, type Trip } from '../../domain/trip.ts';
import { refine, withoutReturn, withTripType, type Draft } from '../draft.ts';
import type { PlaceCandidate } from '../gazetteer/place-reading.ts';
import type { Placed } from '../message.ts';
import { isReachedByLand } from '../parsers/by-land.ts';
import { countOf, countPattern } from '../parsers/count.ts';
import { isOnTheWay } from '../parsers/place-roles.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { marks } from '../skeleton.ts';
import { choosePlace } from './choose-place.ts';
import { daysSaid, windowOf, withoutNights } from './date-windows.ts';
import type { PlaceWithRole, RouteSaid } from './place-slots.ts';
import { Pattern } from '../patterns/pattern.ts';

const mostLegs = 6;
const onward = new Pattern(
  /\b(?:then|after that|afterwards|from there|next|and on to|onwards?|followed by|finally|lastly)\b/,
);

interface Stop {
  readonly at: number;
  readonly place?: PlaceCandidate;
  readonly role: 'origin' | 'destination' | 'home';
}

/** The legs of a message that names more than one flight: pairs, chains and "then"; null where it names one flight, or there and back. */
export function readItinerary({ places, dates, passage, trip, gazetteer }: RouteSaid): readonly Leg[] | null {
  if (!mayLandTwice(places, passage)) return null;
  const stops = stopsOf(places, passage);
  const landings = stops.filter(({ role }) => role !== 'origin');
  const connected =
    onward.test(passage) ||
    stops.filter(({ role }) => role === 'origin').length > 1 ||
    chained(places, passage.text) ||
    eachOnItsDay.test(passage.text);
  if (landings.length < 2 || !(connected || trip.tripType === 'multi_city')) return null;
  const legs: { origin: PlaceCandidate | undefined; destination: PlaceCandidate | undefined; at: number }[] =
    [];
  for (const { at, place, role } of stops) {
    const current = legs.at(-1);
    if (role === 'origin' && at === stops.at(-1)?.at && legs[0]?.destination && !legs[0].origin) {
      legs[0].origin = place;
      continue;
    }
    const isHere = place !== undefined && place.place.code === current?.destination?.place.code;
    if (role === 'origin' && current?.destination && behind.test(passage.text.slice(0, at))) {
      current.origin = place;
    } else if (role === 'origin' || (role === 'destination' && isHere)) {
      if (!current || current.destination) legs.push({ origin: place, destination: undefined, at });
      else current.origin = place;
    } else {
      const landing = place ?? legs[0]?.origin;
      if (!current || current.destination)
        legs.push({ origin: current?.destination, destination: landing, at });
      else current.destination = landing;
    }
  }
  const pairs = new Set(
    legs.map((leg) => `${leg.origin?.place.code ?? ''}-${leg.destination?.place.code ?? ''}`),
  );
  if (pairs.size < 2) return null;
  const [first] = legs;
  const known = trip.legs[0]?.origin;
  if (first && !first.origin && known) first.origin = gazetteer.candidateOf(known);
  const last = legs.at(-1);
  if (first && !first.origin && last && stops.at(-1)?.role === 'home') first.origin = last.destination;
  // "Home from ◆" ends where the first flight began.
  if (last && !last.destination && last !== first && places.at(-1)?.role === 'turning_point')
    last.destination = first?.origin;
  const lastPlace = places.at(-1)?.at ?? 0;
  const listed =
    daysListed(dates, lastPlace, legs.length) ?? daysFromStart(dates, lastPlace, legs.length, passage);
  const nights = listed && countOf(each.exec(passage)?.[1]);
  return legs.slice(0, mostLegs).map((leg, index) => ({
    ...emptyLeg,
    ...(nights !== undefined && index < legs.length - 1 ? { nights } : {}),
    origin: leg.origin?.place ?? null,
    destination: leg.destination?.place ?? null,
    departure: listed
      ? (listed[index] ?? null)
      : windowBetween(
          dates,
          index === 0 ? 0 : leg.at - 1,
          legs[index + 1]?.at ?? Infinity,
          lastDay(dates, leg.at),
        ),
  }));
}

/** "In ◆ by ◇ and in ◆ by ◇". */
const eachOnItsDay = new RegExp(
  `${marks.place} (?:on |by |from )?${marks.date},? and (?:then )?(?:be |get |go |fly )?(?:in |to |at )?${marks.place} (?:on |by |from )?${marks.date}`,
);

/** "Home to ◆ from ◆": where the flight just named begins. */
const behind = new RegExp(`\\bto ${marks.place} from $`);

const flyBefore = /\bfly(?:ing)?(?: me| us)? $/;
const toBehind = new RegExp(`^.(?: to |-| ?> ?)(?:the )?${marks.place}`);

/** "Then fly ◆ to ◆". */
const isFlownFrom = (text: string, at: number): boolean =>
  flyBefore.test(text.slice(Math.max(0, at - 15), at)) && toBehind.test(text.slice(at, at + 10));

function stopsOf(places: readonly PlaceWithRole[], passage: Passage): Stop[] {
  const stops: Stop[] = [];
  let previous: PlaceCandidate | undefined;
  places.forEach(({ at, span, role }, index) => {
    if (isOnTheWay(role) || span.value.kind !== 'place' || isReachedByLand(passage.text, at)) return;
    const candidate = choosePlace(span.value, previous)?.candidate;
    if (!candidate) return;
    previous = candidate;
    stops.push({
      at,
      place: candidate,
      role:
        isStart(role, index) || isFlownFrom(passage.text, at)
          ? 'origin'
          : role === 'home'
            ? 'home'
            : 'destination',
    });
  });
  const last = places.at(-1)?.at ?? 0;
  const home = homeward.exec(partOf(passage, last));
  if (home) stops.push({ at: last + home.index + home[0].length, role: 'home' });
  return stops;
}

/** Whether there can be two stops that are no origins: most messages have one, and need not be looked at further. */
const mayLandTwice = (places: readonly PlaceWithRole[], passage: Passage): boolean =>
  places.filter(({ role }, index) => !isStart(role, index)).length + (homeward.mayMatch(passage) ? 1 : 0) >=
  2;

const isStart = (role: PlaceWithRole['role'], index: number): boolean =>
  role === 'origin' || role === 'turning_point' || (role === 'bare' && index === 0);

const homeward = new Pattern(
  /(?:\b(?:then|and|finally|before)|[,;])(?: (?:fly|flying|go|going|head|heading|come|coming|return|returning|get|finally|then|back)){0,5} (?:home|back(?: home)?|return(?:ing)?)\b(?! (?:to|from|in|flights?|tickets?|trip|home)\b)/,
);

/** "A to B to C"; of "A B A" the places themselves say that it goes there and back. */
const chained = (places: readonly PlaceWithRole[], text: string): boolean =>
  isThereAndBack(places, text) ||
  places.some(({ at }, index) => {
    const [next, third] = [places[index + 1], places[index + 2]];
    return (
      next !== undefined &&
      third !== undefined &&
      /^ ?(?:to|-|>) ?$/.test(text.slice(at + 1, next.at)) &&
      /^ ?(?:to|-|>) ?$/.test(text.slice(next.at + 1, third.at))
    );
  });

const isThereAndBack = ([one, other, again, ...more]: readonly PlaceWithRole[], text: string): boolean =>
  one !== undefined &&
  other !== undefined &&
  again !== undefined &&
  more.length === 0 &&
  one.role === 'bare' &&
  again.role === 'bare' &&
  firstOf(one) !== undefined &&
  firstOf(one) === firstOf(again) &&
  /^,? $/.test(text.slice(one.at + 1, other.at)) &&
  /^,? $/.test(text.slice(other.at + 1, again.at));

const firstOf = ({ span }: PlaceWithRole): string | undefined => span.value.candidates[0]?.place.code;

const windows = (dates: readonly Placed<DateReading>[]): { at: number; window: WindowReading }[] =>
  dates.flatMap(({ at, span }) => (span.value.kind === 'window' ? [{ at, window: span.value }] : []));

/** "A to B to A, January 5 to January 12": as many days behind the places as there are flights are theirs in order. */
function daysListed(
  dates: readonly Placed<DateReading>[],
  after: number,
  count: number,
): readonly Leg['departure'][] | undefined {
  const days = daysSaid(dates);
  if (days.length !== count || days.some(({ at }) => at < after)) return undefined;
  let earliest = 0;
  return days.map(({ window }) => {
    const moved = notBefore(window, earliest);
    earliest = moved.first;
    return windowOf(moved);
  });
}

const beginning = /\b(?:start|begin|leav|depart)(?:s|e|ing|ning)?(?: (?:on|around|from|the))* ?$/;
const each = new Pattern(`\\b(${countPattern}) (day|night)s? (?:in |at )?each\\b`);

/** "A to B to C, starting May 3, 4 days in each": the first flight's day, and those counted from it; the other days stay open. */
function daysFromStart(
  dates: readonly Placed<DateReading>[],
  after: number,
  count: number,
  passage: Passage,
): readonly Leg['departure'][] | undefined {
  const [day, ...others] = daysSaid(dates);
  if (!day || others.length > 0 || day.at < after || !beginning.test(passage.text.slice(after + 1, day.at)))
    return undefined;
  const days = countOf(each.exec(passage)?.[1]);
  return Array.from({ length: count }, (_, leg) => {
    if (leg > 0 && days === undefined) return null;
    const later = leg * (days ?? 0);
    return windowOf(movedBy(day.window, later));
  });
}

const lastDay = (dates: readonly Placed<DateReading>[], at: number): number =>
  Math.max(
    0,
    ...windows(dates)
      .filter((date) => date.at < at)
      .map(({ window }) => window.first),
  );

function windowBetween(
  dates: readonly Placed<DateReading>[],
  from: number,
  to: number,
  after: number,
): Leg['departure'] {
  const found = windows(dates).find(({ at }) => at >= from && at < to)?.window;
  return found ? windowOf(notBefore(found, after)) : null;
}

const stayOf = (leg: Leg | undefined): Trip['stayNights'] =>
  leg?.nights === undefined ? null : { min: leg.nights, max: leg.nights };

/** Sets several legs at once; two that mirror each other are a round trip. */
export function refineItinerary(draft: Draft, legs: readonly Leg[]): Draft {
  const [first, second] = legs;
  const mirrors =
    legs.length === 2 &&
    first?.origin?.code === second?.destination?.code &&
    first?.destination?.code === second?.origin?.code;
  const dated = legs.some((leg) => leg.departure) ? (['departure_date'] as const) : [];
  return refine(
    draft,
    mirrors
      ? { legs: legs.map(withoutNights), tripType: 'round_trip', stayNights: stayOf(first) }
      : { legs, tripType: 'multi_city', stayNights: null, filters: withoutReturn(draft.trip) },
    'trip_type',
    'origin',
    'destination',
    ...dated,
  );
}

/** "Then to ◆": said of a place ahead, and not as in "okay then, to ◆". */
const goesOn = new Pattern(
  `(?<!\\b(?:ok|okay|alright|well|right|so|now),? )\\b(?:then|after that|afterwards|from there|onwards?|next|finally|and on)\\b[^.!?${marks.place}]{0,25}${marks.place}`,
);

/** One flight more after the last one: "then Rome on May 8"; null where the message does not go on. */
export function extendItinerary({ places, dates, passage, trip }: RouteSaid): readonly Leg[] | null {
  const { legs, tripType } = trip;
  const last = legs.at(-1);
  const [place, ...others] = places;
  if (!place || others.length > 0 || !['destination', 'bare', 'setting'].includes(place.role)) return null;
  if (!last?.destination || legs.length >= mostLegs || tripType === 'round_trip' || !goesOn.test(passage))
    return null;
  const landing = choosePlace(place.span.value, undefined)?.candidate.place;
  if (!landing || place.span.value.kind !== 'place') return null;
  const after = last.departure ? dayOfIsoDate(last.departure.earliest) : 0;
  const departure = windowBetween(dates, 0, Infinity, after);
  return [...legs, { origin: last.destination, destination: landing, departure }];
}

/** A simple trip asked for after one of several flights starts from one leg again. */
export const withOneLeg = (trip: Trip): Trip => withTripType({ ...trip, tripType: 'one_way' }, 'one_way');
