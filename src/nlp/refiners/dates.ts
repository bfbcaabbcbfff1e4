import { weekdaysOfWindow } from '../../domain/departure-days.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import type { Slot, Trip } from '../../domain/trip.ts';
import { nightsBetween } from '../dates/days-in-periods.ts';
import type { DateReading, StayReading, WindowReading } from '../dates/reading.ts';
import { refine, withTripType, type Draft } from '../draft.ts';
import type { Message, Placed } from '../message.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';
import { isCorrection } from '../parsers/correction.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { landsThen, leavesAgain } from './days-of-arriving.ts';
import { legMeant } from './leg-meant.ts';
import { inOtherMonth } from './other-month.ts';
import { isOfWayBack } from './leg-of-time.ts';
import { leavesDestination } from './place-slots.ts';
import { withDayAdded } from './added-day.ts';
import { shiftDays, shiftLeg, stayLonger, widen } from './date-shifts.ts';
import {
  dayCounted,
  firstDay,
  keepStay,
  knownReturn,
  leaveOnWeekdayBefore,
  setCounted,
  setDeparture,
  setRange,
  setReturn,
  setStay,
  withLeg,
} from './date-windows.ts';
import { legTurnedDown, refusesReturn } from './day-turned-down.ts';
import { besideKnown, isOpen } from './days-beside-known.ts';

/** "Leave Sunday as late as possible": of the day that is known, like a time by the clock. */
const relativeTime = new Pattern(/\b(?:as (?:late|early) as (?:possible|i can|we can)|at the last minute)\b/);

/** How dates are read against what was asked. */
export interface DatesContext {
  /** What the message wishes for. */
  readonly wishes: Passage;
  readonly places: Message['places'];
  readonly asked: readonly Slot[];
  /** The message says that there is no way back. */
  readonly oneWay: boolean;
  /** The message calls the destination home, so going home is going there. */
  readonly homeward: boolean;
  /** Day number of today. */
  readonly today: number;
  /** The message names no place but those of the trip that is known, which its days are of. */
  readonly sameRoute: boolean;
}

/** Sets the days of departure and return from what the message says, in its order. */
export function refineDates(draft: Draft, dates: readonly Placed<DateReading>[], said: DatesContext): Draft {
  const elsewhen = said.sameRoute ? inOtherMonth(draft, dates, said.wishes, said.today) : null;
  if (elsewhen) return elsewhen;
  const turnedDown = legTurnedDown(draft.trip, said.asked, said.today);
  const context = turnedDown === null ? said : answering(said, draft.trip, turnedDown);
  const singles = dates.filter(
    ({ span }) =>
      span.value.kind === 'window' || span.value.kind === 'weekday_after' || span.value.kind === 'days_after',
  );
  const withTime =
    singles.length === 1 &&
    (dates.some(({ span }) => span.value.kind === 'time') || relativeTime.test(context.wishes));
  const returnRefused = singles.length === 1 && refusesReturn(draft.trip, dates);
  const withStay = dates.some(({ span }) => span.value.kind === 'stay');
  let refined = draft;
  let departureSaid = false;
  let returnSaid = false;
  const known = context.sameRoute ? (draft.trip.legs[0]?.departure ?? null) : null;
  for (const date of lastFlexible(dates)) {
    const leg = legMeant(date.at, context, refined.trip) ?? lastLegLater(date, refined.trip, context.wishes);
    const value = known === null ? date.span.value : besideKnown(known, date.span, context.today);
    const added = value.kind === 'window' ? withDayAdded(refined, value, date, context.wishes) : null;
    if (added) refined = added;
    else if (value.kind === 'range' && known && value.from.weekdays && value.to.weekdays && isOpen(known)) {
      refined = setStay(
        setDeparture(refined, value.from),
        nightsBetween(value.from.weekdays, value.to.weekdays),
      );
      departureSaid = true;
    } else if (value.kind === 'range') {
      refined = setRange(refined, value, context.oneWay);
      departureSaid = true;
    } else if (departureSaid && landsThen(date, singles, context.wishes)) {
      continue;
    } else if (value.kind === 'window') {
      if (turnedDown === null && isEarlierDeparture(value, refined.trip, context))
        refined = takeAsReturn(refined);
      const again = withTime ? knownReturn(value, refined.trip) : null;
      const back =
        again !== null ||
        (leg === null &&
          (returnRefused ||
            isReturn(date, value, singles, refined.trip, departureSaid, returnSaid, context, withStay)));
      refined = back ? takeReturn(refined, value, again) : setDeparture(refined, value, leg ?? turnedDown);
      if (back) returnSaid = true;
      else departureSaid = true;
    } else if (leg !== null && value.kind === 'days_after' && isLater(date)) {
      refined = shiftLeg(refined, leg, value.days);
    } else if (
      value.kind === 'days_after' &&
      !departureSaid &&
      isLaterThanKnown(date, dates, refined.trip, context)
    ) {
      refined = shiftDays(refined, value.days, date, context.wishes.text);
    } else if (value.kind === 'weekday_before') {
      refined = leaveOnWeekdayBefore(refined, value.weekday);
      departureSaid = true;
    } else if (
      value.kind === 'weekday_after' &&
      !refined.trip.legs[1]?.departure &&
      takesDayBack(date, refined.trip, context)
    ) {
      refined = setDeparture(refined, dayCounted(firstDay(refined.trip.legs[0]?.departure) ?? 0, value));
      departureSaid = true;
    } else if (value.kind === 'weekday_after' || value.kind === 'days_after') {
      refined = setCounted(refined, value);
      // Before the day of leaving is known it is a stay.
      returnSaid = Boolean(refined.trip.legs[1]?.departure);
    } else if (
      value.kind === 'stay' &&
      value.coming &&
      namesNoDay(dates) &&
      !refined.trip.legs[0]?.departure
    ) {
      refined = setRange(refined, value.coming, context.oneWay);
    } else if (value.kind === 'stay' && !context.oneWay) refined = setStay(refined, value);
    else if (value.kind === 'shift' && value.days > 0 && context.asked.includes('return_date')) {
      refined = setCounted(refined, { kind: 'days_after', days: value.days });
    } else if (leg !== null && value.kind === 'shift' && value.whole !== true)
      refined = shiftLeg(refined, leg, value.days);
    else if (value.kind === 'shift') refined = shiftDays(refined, value.days, date, context.wishes.text);
    else if (value.kind === 'longer') refined = stayLonger(refined, value.days);
    else if (value.kind === 'flexible') refined = widen(refined, value.days, context.today);
  }
  return departureSaid
    ? withNightsKept(keepStay(refined, returnSaid), draft.trip, dates, context.wishes)
    : refined;
}

const sameTrip = new Pattern(/\bsame (?:trip|flights?|journey|route|thing|search)\b/);

/** "The same trip, but in May": of days that are known there and back the nights between stay, where the month is open. */
function withNightsKept(
  draft: Draft,
  before: Trip,
  dates: readonly Placed<DateReading>[],
  wishes: Passage,
): Draft {
  const [out, back] = before.legs.map(({ departure }) => departure);
  const { tripType, stayNights, legs } = draft.trip;
  const [date] = dates;
  if (tripType !== 'round_trip' || stayNights || !out || !back || !date || dates.length !== 1) return draft;
  // "In February instead" of a trip in March: not to be back in March.
  const isEarlier =
    (legs[0]?.departure?.latest ?? out.earliest) < out.earliest &&
    (dateRoleAt(wishes, date.at) === null || sameTrip.test(wishes));
  if (legs[1]?.departure && !isEarlier) return draft;
  const isSettled = out.earliest === out.latest && back.earliest === back.latest;
  const isOpenNow = legs[0]?.departure && legs[0].departure.earliest !== legs[0].departure.latest;
  const nights = dayOfIsoDate(back.earliest) - dayOfIsoDate(out.earliest);
  if (!isSettled || !isOpenNow || nights < 1) return draft;
  return setStay(draft, { kind: 'stay', minNights: nights, maxNights: nights });
}

/** What the day of a flight is said in answer to that was turned down: no other day stands beside it, and of a way back it is the return. */
function answering(said: DatesContext, { tripType }: Trip, turnedDown: number): DatesContext {
  if (turnedDown === 0) return { ...said, sameRoute: false };
  return tripType === 'round_trip' ? { ...said, asked: ['return_date'] } : said;
}

/** The way back on the day that was said, `again` where it is the one that is known: so many nights or days after the way out where those were meant. */
function takeReturn(draft: Draft, window: WindowReading, again: WindowReading | null): Draft {
  if (again) return setReturn(draft, again);
  const nights = nightsToWeekday(draft.trip, window);
  if (nights) return setStay(draft, nights);
  return window.counted !== undefined && draft.trip.legs[0]?.departure
    ? setCounted(draft, { kind: 'days_after', days: window.counted })
    : setReturn(draft, window);
}

const namesNoDay = (dates: readonly Placed<DateReading>[]): boolean =>
  dates.every(({ span: { value } }) => ['stay', 'time', 'flexible'].includes(value.kind));

/** The room around days comes after the days, wherever it is said. */
const lastFlexible = (dates: readonly Placed<DateReading>[]): readonly Placed<DateReading>[] => [
  ...dates.filter(({ span }) => span.value.kind !== 'flexible'),
  ...dates.filter(({ span }) => span.value.kind === 'flexible'),
];

/** Of a trip that leaves on a day of the week the nights until another one: "back on a Sunday". */
function nightsToWeekday({ legs: [out] }: Trip, window: WindowReading): StayReading | null {
  const leaving = out?.departure ? weekdaysOfWindow(out.departure) : null;
  return leaving && window.weekdays ? nightsBetween(leaving, window.weekdays) : null;
}

const isLater = ({ span }: Placed<DateReading>): boolean => /later$/i.test(span.text);

/** "Home two days later" of several flights: than the last one leaves. */
const lastLegLater = (date: Placed<DateReading>, { tripType, legs }: Trip, wishes: Passage): number | null =>
  tripType === 'multi_city' &&
  isLater(date) &&
  legs.at(-1)?.departure &&
  dateRoleAt(wishes, date.at) === 'return'
    ? legs.length - 1
    : null;

/**
 * "Return a day later": than the return that stands, or than the first of several flights, and not than the departure. "And the day after?" of
 * days that are known, where it is all that is said of days, is another day to leave.
 */
function isLaterThanKnown(
  date: Placed<DateReading>,
  dates: readonly Placed<DateReading>[],
  { tripType, legs: [out, back] }: Trip,
  { wishes, asked }: DatesContext,
): boolean {
  if (tripType === 'multi_city') return isLater(date);
  if (tripType === 'round_trip' && back?.departure && (isLater(date) || countsAfter.test(date.span.text)))
    return true;
  const isAlone = dates.every(({ span: { value } }) => ['days_after', 'shift', 'time'].includes(value.kind));
  const isKnown = Boolean(out?.departure && (tripType === 'one_way' || back?.departure));
  return isAlone && isKnown && !asked.includes('return_date') && dateRoleAt(wishes, date.at) !== 'return';
}
/** "Two days after". */
const countsAfter = /^(?:an?|one|two|three|four|five|\d{1,2}) (?:more )?(?:days?|weeks?) after$/i;

/** "I meant the Friday after": a day that is known is taken back, and no way back is asked for. */
const takesDayBack = (
  { at }: Placed<DateReading>,
  { tripType, legs: [out] }: Trip,
  { wishes }: DatesContext,
): boolean =>
  tripType !== 'multi_city' &&
  Boolean(out?.departure) &&
  isCorrection(wishes) &&
  dateRoleAt(wishes, at) !== 'return';

/** Whether a day is nearer to that of the way back than to that of leaving, where both are known. */
function isNearerReturn({ first }: WindowReading, { legs: [out, back] }: Trip): boolean {
  const [leaving, returning] = [firstDay(out?.departure), firstDay(back?.departure)];
  return leaving !== null && returning !== null && Math.abs(first - returning) < Math.abs(first - leaving);
}

/** Asked when to leave although a day is known, and named an earlier one: the day known was that of the way back. */
function isEarlierDeparture(
  window: WindowReading,
  { tripType, legs: [out, back] }: Trip,
  { asked, oneWay }: DatesContext,
): boolean {
  if (
    oneWay ||
    tripType === 'multi_city' ||
    !asked.includes('departure_date') ||
    asked.includes('return_date')
  )
    return false;
  const known = out?.departure;
  return Boolean(known && !back?.departure && window.last < dayOfIsoDate(known.earliest));
}

function takeAsReturn(draft: Draft): Draft {
  const departure = draft.trip.legs[0]?.departure ?? null;
  const round = withTripType(draft.trip, 'round_trip');
  return refine(draft, { ...round, legs: withLeg(round, 1, { departure }) }, 'return_date');
}

/** Nights that somebody stays on for rather than leave on another day. */
const stayOnNights = 3;

/** "Monday is fine" of a trip from Friday to Sunday: to leave on it would be after coming back. */
function isJustAfterReturn({ first, open }: WindowReading, { tripType, legs: [out, back] }: Trip): boolean {
  const [leaving, returning] = [firstDay(out?.departure), firstDay(back?.departure)];
  if (tripType !== 'round_trip' || open !== 'week' || leaving === null || returning === null) return false;
  return first > returning && first <= returning + stayOnNights;
}

/** "Return ◆ to ◆ on …", "◆ to ◆ return in …": the ticket, and not the way back. */
const returnTicket = new Pattern(
  `\\breturn (?:from )?${marks.place} ?(?:to|-|>|/)? ?${marks.place}[^.!?]{0,15}$|${marks.place} return (?:in |for )?$`,
);

/** Whether a day is the one of the way back: words around it decide, then what was asked, then what is known. */
function isReturn(
  date: Placed<DateReading>,
  window: WindowReading,
  singles: readonly Placed<DateReading>[],
  trip: Trip,
  departureSaid: boolean,
  returnSaid: boolean,
  context: DatesContext,
  withStay: boolean,
): boolean {
  const { at } = date;
  const { wishes, places, asked, oneWay, homeward } = context;
  if (oneWay) return false;
  if (leavesDestination(at, { places, wishes }, trip)) return true;
  if (trip.tripType === 'round_trip' && trip.legs[1]?.departure && isOfWayBack(at, { places, wishes }))
    return true;
  const said = dateRoleAt(wishes, at);
  const departure = trip.legs[0]?.departure ?? null;
  const isOfTicket = departure === null && !departureSaid && returnTicket.test(partOf(wishes, 0, at));
  const cue = (homeward || isOfTicket) && said === 'return' ? null : said;
  const onlyReturnAsked = asked.includes('return_date') && !asked.includes('departure_date');
  if (cue === null && singles.length === 1 && !departureSaid && takesDayBack(date, trip, context))
    return isNearerReturn(window, trip);
  if (onlyReturnAsked && singles.length === 1 && !departureSaid && cue !== 'return') {
    // Asked for the way back, "I want to leave on the 12th" means leaving there; unless it cannot, or takes something back.
    const corrects = /\b(?:actually|instead|sorry|i meant|change|correction|rather)\b/.test(wishes.text);
    if (departure) return cue === null || (!corrects && window.last >= dayOfIsoDate(departure.earliest));
    return cue === null || /\b(?:back|home|return)\b/.test(wishes.text);
  }
  if (cue === 'departure' && departureSaid && !returnSaid && leavesAgain(date, window, singles, wishes))
    return true;
  if (cue !== null) return cue === 'return';
  if (departureSaid) return !returnSaid;
  if (isJustAfterReturn(window, trip)) return true;
  // "For 5 days around the 10th" says how long and from when.
  if (asked.includes('departure_date') || singles.length > 1 || withStay) return false;
  const isReturnOpen = !trip.legs[1]?.departure && trip.stayNights === null;
  return trip.tripType === 'round_trip' && departure !== null && isReturnOpen;
}
