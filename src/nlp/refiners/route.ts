import type { Slot, Trip } from '../../domain/trip.ts';
import type { Ambiguity } from '../../domain/understood.ts';
import { dayNumber } from '../dates/calendar.ts';
import { refine, withTripType, type Draft } from '../draft.ts';
import type { Gazetteer } from '../gazetteer/place-reading.ts';
import type { Message } from '../message.ts';
import type { PlaceRole } from '../parsers/place-roles.ts';
import { Pattern } from '../patterns/pattern.ts';
import { readTripType } from '../parsers/trip-type.ts';
import { marks } from '../skeleton.ts';
import { joinAlternatives } from './alternatives.ts';
import { daysToTravel } from './arrival-day.ts';
import { refineAvoidedAirports } from './avoided-airports.ts';
import { withLeg } from './date-windows.ts';
import { refineDates } from './dates.ts';
import { legOfPlaces } from './leg-meant.ts';
import { exchangeStop, leaveOutStop } from './left-out-stops.ts';
import { extendItinerary, readItinerary, refineItinerary, withOneLeg } from './multi-city.ts';
import { readOpenJaw } from './open-jaw.ts';
import { reviewPending } from './pending.ts';
import { endsOf, placesWithRoles, type EndSlot, type RouteSaid } from './place-slots.ts';
import { refinePlaces, withEnd } from './places.ts';
import { readStaysInPlaces, readStopover } from './stays-in-places.ts';
import { refineViaAirports } from './via-airports.ts';
import { refineWhichDays } from './which-days.ts';

/** What a route is read against. */
export interface RouteContext {
  readonly asked: readonly Slot[];
  readonly previous?: Trip | null;
  readonly now: Temporal.PlainDateTime;
  readonly pending: readonly Ambiguity[];
  /** Of those, what the message has answered. */
  readonly answered: readonly Ambiguity[];
  readonly gazetteer: Gazetteer;
}

/** Where and when: ends, kind of trip, days, the airports to avoid and those to change at. */
export function refineRoute(start: Draft, message: Message, context: RouteContext): Draft {
  return refineWhichDays(withRoute(start, message, context), start.trip, message.dates, message.wishes);
}

function withRoute(start: Draft, message: Message, context: RouteContext): Draft {
  const { wishes, dates } = message;
  const { gazetteer } = context;
  const places = joinAlternatives(placesWithRoles(message, start.trip), wishes.text, gazetteer);
  const said = { places, dates, passage: wishes, trip: start.trip, gazetteer };
  const shorter = leaveOutStop(said) ?? exchangeStop(said, context.previous);
  if (shorter) return withDaysOfLegs(refineItinerary(start, shorter), message, context);
  const draft = refineEndsAndDays(start, message, said, context);
  const avoiding = refineAvoidedAirports(draft, places, message, gazetteer, start.trip);
  return refineViaAirports(avoiding, places, wishes, start.trip);
}

/** "Vienna instead of Rome on May 10". */
function withDaysOfLegs(
  draft: Draft,
  { wishes, dates, places }: Message,
  { asked, now }: RouteContext,
): Draft {
  if (dates.length === 0 || draft.trip.tripType !== 'multi_city') return draft;
  return refineDates(draft, daysToTravel(dates, wishes), {
    wishes,
    places,
    asked,
    oneWay: false,
    homeward: false,
    today: dayNumber(now.year, now.month, now.day) ?? 0,
    sameRoute: true,
  });
}

function refineEndsAndDays(
  start: Draft,
  message: Message,
  said: RouteSaid,
  { asked, previous, now, pending, answered, gazetteer }: RouteContext,
): Draft {
  const { places, passage: wishes, dates } = said;
  let draft = start;
  const legs =
    readStaysInPlaces(said) ??
    readStopover(said) ??
    readItinerary(said) ??
    readOpenJaw(said) ??
    extendItinerary(said);
  if (legs) return refineItinerary(draft, legs);
  const type = readTripType(wishes);
  if (type) draft = refine(draft, withTripType(draft.trip, type), 'trip_type');
  // "Move the Madrid flight to Friday" names a flight of the trip, and no other end.
  const isOfLeg = type === null && legOfPlaces(message, draft.trip) !== null;
  const ends = isOfLeg
    ? []
    : endsOf(places, wishes, draft.trip, { asked, previous, gazetteer }).filter(({ place, end }) =>
        isNews(place.role, end, answered),
      );
  const isNewRoute =
    ends.some(({ end }) => end === 'origin') && ends.some(({ end }) => end === 'destination');
  if (isNewRoute && draft.trip.tripType === 'multi_city') draft = { ...draft, trip: withOneLeg(draft.trip) };
  draft =
    places.length === 0 && reversed.test(wishes)
      ? withEndsSwapped(draft)
      : refinePlaces(draft, ends, gazetteer);
  draft = reviewPending(
    draft,
    pending,
    answered,
    ends.map(({ end }) => end),
    gazetteer,
  );
  const homeward =
    ends.some(({ place, end }) => place.role === 'home' && end === 'destination') ||
    (isNewRoute && goesHome.test(wishes));
  draft = refineDates(draft, daysToTravel(dates, wishes), {
    wishes,
    places: message.places,
    asked,
    oneWay: type === 'one_way',
    homeward,
    today: dayNumber(now.year, now.month, now.day) ?? 0,
    sameRoute:
      places.length === 0 || haveSameEnds(start.trip, draft.trip) || (!isNewRoute && other.test(wishes)),
  });
  draft = forgetOldReturn(start.trip, draft);
  return type === null && draft.trip.tripType !== start.trip.tripType
    ? refine(draft, {}, 'trip_type')
    : draft;
}

/** "To Rome on the 13th instead" changes a part of the trip, and its days stay those around which it is. */
const other = new Pattern(
  /\b(?:instead|rather|what about|how about|switch (?:it |that )?to|change (?:it |that )?to)\b/,
);

/** "A flight home for my daughter from ◆ to ◆": the whole journey is the way home. */
const goesHome = new Pattern(
  `\\b(?:flights?|tickets?|fly(?:ing)?|get(?:ting)?|go(?:ing)?|head(?:ing)?|travel(?:l?ing)?) (?:back )?home\\b[^.!?;,${marks.date}]{0,40}${marks.place}`,
);

/** Whether the first flight still leads from where it did to where it did. */
const haveSameEnds = ({ legs: [before] }: Trip, { legs: [now] }: Trip): boolean =>
  Boolean(before?.origin && before.destination) &&
  before?.origin?.code === now?.origin?.code &&
  before?.destination?.code === now?.destination?.code;

const reversed = new Pattern(
  /\b(?:swap|switch|reverse|flip|exchange) (?:the |my |our )?(?:cities|places|airports|directions?|route|ends|origin and destination|destination and origin|from and to|it around|them|trip)\b|\b(?:the )?(?:other|opposite|reverse) (?:direction|way a?round)\b|\bvice versa\b|^(?:reverse|swap|flip)(?: it| them)?[.!]?$/,
);

/** "The other way round". */
function withEndsSwapped(draft: Draft): Draft {
  const [leg] = draft.trip.legs;
  if (!leg?.origin || !leg.destination || draft.trip.tripType === 'multi_city') return draft;
  const origin = withEnd(draft.trip, 0, 'origin', leg.destination);
  const legs = withEnd({ ...draft.trip, legs: origin }, 0, 'destination', leg.origin);
  return refine(draft, { legs }, 'origin', 'destination');
}

/** A new route on a new day leaves the day of the old way back behind, to be asked for. */
function forgetOldReturn(before: Trip, draft: Draft): Draft {
  const { trip, stated } = draft;
  const [old, now] = [before.legs[0], trip.legs[0]];
  const isOther = (end: EndSlot): boolean => Boolean(old?.[end]) && old?.[end]?.code !== now?.[end]?.code;
  const isNew = isOther('origin') && isOther('destination') && stated.includes('departure_date');
  if (!isNew || stated.includes('return_date') || stated.includes('stay') || trip.tripType !== 'round_trip')
    return draft;
  return { ...draft, trip: { ...trip, stayNights: null, legs: withLeg(trip, 1, { departure: null }) } };
}

/** Words that answered which place was meant name no other one, unless "from" or "to" says so. */
const isNews = (role: PlaceRole, end: EndSlot, answered: readonly Ambiguity[]): boolean =>
  answered.length === 0 ||
  (role !== 'bare' && role !== 'setting' && answered.every(({ slot }) => slot !== end));
