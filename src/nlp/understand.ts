import { emptyTrip, type Slot, type Trip } from '../domain/trip.ts';
import type { Ambiguity, Understood } from '../domain/understood.ts';
import { dayOfIsoDate } from '../domain/zoned-minute.ts';
import { changedParts } from './changed-parts.ts';
import { draftOf, refine, withTripType, type Draft } from './draft.ts';
import { actsOf } from './intent/acts.ts';
import {
  isFlightRequest,
  isFlightTalk,
  isForeignTalk,
  isJourneyRequest,
  isPlainFlight,
} from './intent/domain-words.ts';
import { chooseIntent } from './intent/choose-intent.ts';
import type { UnderstandContext } from './language.ts';
import { readMessage, type Lexicon, type Message } from './message.ts';
import { missingSlots } from './missing-slots.ts';
import type { PlaceRole } from './parsers/place-roles.ts';
import { readAirlines } from './parsers/airlines.ts';
import { readCabin } from './parsers/cabin.ts';
import { readReferences } from './parsers/offer-references.ts';
import { readTopic } from './parsers/offer-topic.ts';
import { readParty } from './parsers/party.ts';
import { readSort } from './parsers/sort.ts';
import { readTripType } from './parsers/trip-type.ts';
import { withLeg } from './refiners/date-windows.ts';
import { refineDates } from './refiners/dates.ts';
import { refineAirlines, refineAvoidedAirports, refineFilters } from './refiners/filters.ts';
import { extendItinerary, readItinerary, refineItinerary, withOneLeg } from './refiners/multi-city.ts';
import { refineParty } from './refiners/party.ts';
import { refinePending, reviewPending } from './refiners/pending.ts';
import { endsOf, placesWithRoles, type EndSlot } from './refiners/place-slots.ts';
import { refinePlaces } from './refiners/places.ts';
import { refineTimes } from './refiners/times.ts';
import { noteUnknownPlaces } from './refiners/unknown-places.ts';

/** Reads a message against the conversation so far: parsers find what it says, refiners put that into the trip, features decide the intent. */
export function understand(written: string, context: UnderstandContext, lexicon: Lexicon): Understood {
  const message = readMessage(written, lexicon, context);
  const acts = actsOf(message.whole);
  const before = context.trip ?? emptyTrip;
  const start = acts.has('start_over') ? emptyTrip : before;
  const references = referencesOf(message);
  const pointsAtTime = references.some(({ by }) => by === 'departure');
  const answer = refinePending(draftOf(start), message, context.pending, lexicon.gazetteer);
  let draft = refineRoute(answer.draft, message, context, lexicon, answer.answered);
  if (!pointsAtTime) draft = refineTimes(draft, message.dates, message.wishes);
  draft = refinePreferences(draft, message, context, references.length > 0 && context.hasOffers);
  draft = noteUnknownPlaces(draft, message, context.asked, lexicon.gazetteer);
  const { trip, stated, ambiguous, unresolved } = draft;
  const topic = readTopic(message.whole);
  const { intent } = chooseIntent({
    acts,
    stated,
    answered: answer.answered.length > 0 || unresolved.length > 0,
    references,
    topic,
    asks: message.asks,
    asked: context.asked,
    hasOffers: context.hasOffers,
    searchable: context.trip !== null && missingSlots(before).length === 0,
    begun: context.trip !== null,
    flightTalk: isFlightTalk(message.whole),
    flightRequest: isFlightRequest(message.whole),
    foreignTalk: isForeignTalk(message.whole),
    plainFlight: isPlainFlight(message.whole),
    journeyRequest: isJourneyRequest(message.whole),
    words: message.normalised.split(' ').length,
  });
  const kept = keepsTrip(intent) ? before : trip;
  return {
    intent,
    trip: kept,
    missing: missingSlots(kept),
    ambiguous: keepsTrip(intent) ? [] : ambiguous,
    unresolved: keepsTrip(intent) ? [] : unresolved,
    changed: changedParts(before, kept),
    stated: keepsTrip(intent) ? [] : [...new Set(stated)],
    references,
    topic: intent === 'ask_about_offer' ? topic : null,
    engine: 'rules',
  };
}

/** What somebody says of hotels or bookings changes no search. */
const keepsTrip = (intent: Understood['intent']): boolean =>
  intent === 'out_of_scope' || intent === 'cancel_order';

function referencesOf({ whole, pointers: { airlines, dates } }: Message): Understood['references'] {
  const times = dates.flatMap(({ at, span }) =>
    span.value.kind === 'time' && span.value.point !== null
      ? [{ start: at, end: at + 1, minuteOfDay: span.value.point }]
      : [],
  );
  return readReferences(whole, {
    airlines: airlines.map(({ at, span }) => ({ at, code: span.value.code })),
    times,
  });
}

/** Where and when: ends, kind of trip, days. */
function refineRoute(
  start: Draft,
  message: Message,
  { asked, now, pending }: UnderstandContext,
  { gazetteer }: Lexicon,
  answered: readonly Ambiguity[],
): Draft {
  const { wishes: text, dates } = message;
  const places = placesWithRoles(message);
  let draft = refineAvoidedAirports(start, avoidedAirports(places));
  const legs =
    readItinerary(places, dates, text, draft.trip, gazetteer) ??
    extendItinerary(draft.trip, places, dates, text);
  if (legs) return refineItinerary(draft, legs);
  const type = readTripType(text);
  if (type) draft = refine(draft, withTripType(draft.trip, type), 'trip_type');
  const ends = endsOf(places, text, draft.trip, asked).filter(({ place, end }) =>
    isNews(place.role, end, answered),
  );
  const isNewRoute =
    ends.some(({ end }) => end === 'origin') && ends.some(({ end }) => end === 'destination');
  if (isNewRoute && draft.trip.tripType === 'multi_city') draft = { ...draft, trip: withOneLeg(draft.trip) };
  draft = refinePlaces(draft, ends, gazetteer);
  draft = reviewPending(
    draft,
    pending,
    answered,
    ends.map(({ end }) => end),
    gazetteer,
  );
  const homeward = ends.some(({ place, end }) => place.role === 'home' && end === 'destination');
  draft = refineDates(draft, dates, {
    text,
    asked,
    oneWay: type === 'one_way',
    homeward,
    today: dayOfIsoDate(now.toPlainDate().toString()),
  });
  draft = forgetOldReturn(start.trip, draft);
  return type === null && draft.trip.tripType !== start.trip.tripType
    ? refine(draft, {}, 'trip_type')
    : draft;
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

const avoidedAirports = (places: ReturnType<typeof placesWithRoles>): string[] =>
  places.flatMap(({ role, span }) =>
    role === 'avoid' ? (span.value.candidates[0]?.place.airports ?? []) : [],
  );

/** Who, how and under which limits. */
function refinePreferences(
  start: Draft,
  { wishes: text, airlines }: Message,
  { asked, locale }: UnderstandContext,
  points: boolean,
): Draft {
  const isAsked = (slot: Slot): boolean => asked.includes(slot);
  let draft = refineParty(start, readParty(text, isAsked('passengers')));
  const cabin = readCabin(text, isAsked('cabin'));
  if (cabin) draft = refine(draft, { cabin: cabin === 'any' ? null : cabin }, 'cabin');
  const named = airlines.map(({ at, span }) => ({ at, code: span.value.code }));
  if (!points) draft = refineAirlines(draft, readAirlines(text, named, isAsked('airline')));
  draft = refineFilters(draft, text, locale);
  const sort = points ? null : readSort(text);
  return sort ? refine(draft, { sort }, 'sort') : draft;
}
