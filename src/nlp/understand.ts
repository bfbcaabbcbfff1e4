import { emptyTrip, type Trip } from '../domain/trip.ts';
import type { Understood } from '../domain/understood.ts';
import { changedParts } from './changed-parts.ts';
import { draftOf } from './draft.ts';
import { actsOf } from './intent/acts.ts';
import { chooseIntent } from './intent/choose-intent.ts';
import { isForeign, type IntentFeatures } from './intent/features.ts';
import {
  isFlightRequest,
  isFlightTalk,
  isForeignTalk,
  isJourneyRequest,
  isPlainFlight,
} from './intent/domain-words.ts';
import type { TimeReading } from './dates/reading.ts';
import type { UnderstandContext } from './language.ts';
import { readMessage, type Lexicon, type Message } from './message.ts';
import { missingSlots } from './missing-slots.ts';
import { isAnyDay } from './parsers/any-day.ts';
import { isBarePick } from './parsers/bare-pick.ts';
import { endOfCorrection } from './parsers/correction.ts';
import { readCurrencyInPassing, readDisplayCurrency } from './parsers/display-currency.ts';
import { sideOf } from './parsers/offer-list.ts';
import { readReferences } from './parsers/offer-references.ts';
import { readTopic, readTopics } from './parsers/offer-topic.ts';
import { isUnchoosing } from './parsers/unchoosing.ts';
import { readRemark } from './parsers/remark.ts';
import { isUndo } from './parsers/undo.ts';
import { readUnsearchable } from './parsers/unsearchable.ts';
import { partOf } from './patterns/passage.ts';
import { refineArrivalDay } from './refiners/arrival-day.ts';
import { refineLastLeg } from './refiners/last-leg.ts';
import { refinePending } from './refiners/pending.ts';
import { refinePreferences } from './refiners/preferences.ts';
import { refineRoute } from './refiners/route.ts';
import { refineTimes } from './refiners/times.ts';
import { noteUnusableDates } from './refiners/unusable-dates.ts';
import { noteUnknownPlaces } from './refiners/unknown-places.ts';
import { leavesOpen } from './refiners/which-days.ts';

/** Reads a message against the conversation so far: parsers find what it says, refiners put that into the trip, features decide the intent. */
export function understand(written: string, context: UnderstandContext, lexicon: Lexicon): Understood {
  const message = readMessage(written, lexicon, context);
  const acts = actsOf(message.whole);
  const before = context.trip ?? emptyTrip;
  const start = acts.has('start_over') ? emptyTrip : before;
  const references = referencesOf(message, context);
  const pointsAtTime = context.hasOffers && references.some(({ by }) => by === 'departure');
  const answer = refinePending(draftOf(start), message, context.pending, lexicon.gazetteer);
  let draft = refineRoute(answer.draft, message, {
    ...context,
    answered: answer.answered,
    gazetteer: lexicon.gazetteer,
  });
  if (!pointsAtTime) draft = refineTimes(draft, message);
  draft = refineArrivalDay(draft, message, {
    today: context.now.toPlainDate().toString(),
    gazetteer: lexicon.gazetteer,
  });
  draft = refinePreferences(draft, message, context, references.length > 0 && context.hasOffers);
  draft = refineLastLeg(draft, message);
  draft = noteUnusableDates(draft, message);
  draft = noteUnknownPlaces(draft, message, context.asked, lexicon.gazetteer);
  const { trip, stated, ambiguous, unresolved, assumed } = draft;
  const topic = readTopic(message.whole);
  const topics = message.asks ? readTopics(message.whole) : [];
  const { kinds, rest } = readUnsearchable(context.hasOffers ? message.wishes : message.whole);
  const unsearchable = isAnyDayLeft(trip, message.dates) ? [...kinds, 'days_of_week' as const] : kinds;
  const currency = readDisplayCurrency(message.whole, context.locale);
  const named = currency ?? readCurrencyInPassing(message.whole, context.locale);
  const features: IntentFeatures = {
    acts,
    stated,
    answered: answer.answered.length > 0 || unresolved.length > 0,
    references,
    topic,
    currency,
    namesCurrency: named !== null,
    asks: message.asks,
    asked: context.asked,
    hasOffers: context.hasOffers,
    searchable: context.trip !== null && missingSlots(before).length === 0,
    begun: context.trip !== null,
    flightTalk: isFlightTalk(message.whole),
    flightRequest: isFlightRequest(message.whole),
    // A dog that comes along is part of the trip.
    foreignTalk: isForeignTalk(unsearchable.length > 0 ? rest : message.whole),
    unsearchable: unsearchable.length > 0,
    plainFlight: isPlainFlight(message.whole),
    journeyRequest: isJourneyRequest(message.whole),
    barePick: isBarePick(message.whole.text, references),
    isQuestion: message.normalised.endsWith('?'),
    words: wordCount(message.normalised),
  };
  const intent = chooseIntent(features);
  const kept = keepsTrip(intent) ? before : trip;
  const aside =
    stated.length === 0 && !message.asks && !isForeign(features) ? readRemark(message.whole) : null;
  const remark = isBeside(intent, aside) ? aside : null;
  return {
    intent,
    trip: kept,
    missing: missingSlots(kept),
    ambiguous: keepsTrip(intent) ? [] : ambiguous,
    unresolved: keepsTrip(intent) ? [] : unresolved,
    unsearchable: keepsTrip(intent) ? [] : [...unsearchable, ...assumed],
    changed: changedParts(before, kept),
    stated: keepsTrip(intent) ? [] : [...new Set(stated)],
    currency: keepsTrip(intent) ? null : named,
    references,
    topic: intent === 'ask_about_offer' ? topic : null,
    ...(intent === 'ask_about_offer' && topics.length > 1 ? { topics } : {}),
    ...(intent === 'refine_search' &&
    (acts.has('discard') || (references.length > 0 && acts.has('dislike') && stated.length === 0))
      ? { discards: true }
      : {}),
    ...(intent === 'refine_search' && stated.length === 0 && acts.has('redate') ? { redates: true } : {}),
    ...(context.asked.includes('departure_date') && kept.legs[0]?.departure === null && namesNoDay(message)
      ? { anyDay: true }
      : {}),
    ...(isUnchoosing(message.whole) ? { unchooses: true } : {}),
    ...(stated.length === 0 && isUndo(message.whole) ? { undoes: true } : {}),
    ...(intent === 'out_of_scope' && !isForeign(features) ? { unclear: true } : {}),
    ...(remark && { remark }),
    engine: 'rules',
  };
}

/** What somebody says of hotels or bookings changes no search. */
const keepsTrip = (intent: Understood['intent']): boolean =>
  intent === 'out_of_scope' || intent === 'cancel_order';

/** Whether a message neither wishes nor asks for anything, so that it is answered by what it says beside that. */
const isBeside = (intent: Understood['intent'], remark: Understood['remark'] | null): boolean =>
  intent === 'out_of_scope' ||
  intent === 'deny' ||
  intent === 'affirm' ||
  intent === 'thank' ||
  (intent === 'refine_search' && remark === 'other_times');

/** Days of the week were named that the days of the trip are more than. */
const isAnyDayLeft = (trip: Trip, dates: Message['dates']): boolean =>
  dates.some(
    ({ span: { value } }) => value.kind === 'which_days' && !value.refused && leavesOpen(trip, value.isMeant),
  );

/** Any day will do, or none is settled: "flexible", "whenever", "I don't know yet". */
const namesNoDay = ({ whole, dates }: Message): boolean =>
  dates.length > 0 ? dates.every(({ span: { value } }) => value.kind === 'flexible') : isAnyDay(whole);

function wordCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}

/** What is pointed at; where it is taken back in the same breath, what is pointed at instead. */
function referencesOf(
  { whole, asks, pointers: { airlines, dates, places } }: Message,
  { asked, hasOffers }: UnderstandContext,
): Understood['references'] {
  const figures = hasOffers && asked.length === 0;
  const times = dates.flatMap(({ at, span }) =>
    span.value.kind === 'time' && (span.value.point !== null || asks)
      ? pointedTime(at, span.text, span.value)
      : [],
  );
  const named = airlines.map(({ at, span }) => ({ at, code: span.value.code }));
  const from = endOfCorrection(whole.text);
  const instead =
    from < 0
      ? []
      : readReferences(partOf(whole, from), {
          figures,
          airlines: named.filter(({ at }) => at >= from).map((each) => ({ ...each, at: each.at - from })),
          times: times
            .filter(({ start }) => start >= from)
            .map((each) => ({ ...each, start: each.start - from, end: each.end - from })),
        });
  return instead.length > 0
    ? instead
    : ofSome(readReferences(whole, { airlines: named, times, figures }), whole, dates, places);
}

/** A time of day that an offer may be pointed at with: one that was named, or the middle of "the morning". */
function pointedTime(
  start: number,
  said: string,
  { point, from, to }: TimeReading,
): { start: number; end: number; minuteOfDay: number; within?: number }[] {
  if (point !== null) return [{ start, end: start + 1, minuteOfDay: point }];
  if (from === null || to === null || !partOfDay.test(said)) return [];
  return [{ start, end: start + 1, minuteOfDay: (from + to) / 2, within: (to - from) / 2 }];
}

const by = /\bby (?:the )?$/;
const partOfDay = /^[a-z ]+ (?:one|flight|departure)$/i;

/** "Do any of them land before noon", "which fly from ◆" ask for those of the list that do. */
function ofSome(
  references: Understood['references'],
  whole: Message['whole'],
  dates: Message['dates'],
  places: Message['places'],
): Understood['references'] {
  const [asked, ...others] = references;
  if (asked?.by !== 'all' || asked.among || others.length > 0) return references;
  const [time, ...more] = dates.flatMap(({ at, span: { value } }) =>
    // "By lunchtime" may be earlier than that.
    value.kind === 'time'
      ? [{ from: by.test(whole.text.slice(0, at)) ? null : value.from, to: value.to }]
      : [],
  );
  const airports = places.flatMap(({ span }) => span.value.candidates[0]?.place.airports ?? []);
  return [
    {
      ...asked,
      ...(time && more.length === 0 && { within: { ...sideOf(whole), from: time.from, to: time.to } }),
      ...(airports.length > 0 && { airports }),
    },
  ];
}
