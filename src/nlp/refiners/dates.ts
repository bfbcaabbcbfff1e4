import { weekdaysOfWindow } from '../../domain/departure-days.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import type { Trip } from '../../domain/trip.ts';
import { nightsBetween } from '../dates/days-in-periods.ts';
import type { DateReading, StayReading, WindowReading } from '../dates/reading.ts';
import { refine, withTripType, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { landsThen } from './days-of-arriving.ts';
import { legMeant } from './leg-meant.ts';
import { inOtherMonth } from './other-month.ts';
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
import { isReturn, takesDayBack } from './day-of-return.ts';
import type { DatesContext } from './dates-context.ts';
import { besideKnown, isOpen } from './days-beside-known.ts';
import { withNightsKept } from './nights-kept.ts';

/** "Leave Sunday as late as possible": of the day that is known, like a time by the clock. */
const relativeTime = new Pattern(/\b(?:as (?:late|early) as (?:possible|i can|we can)|at the last minute)\b/);

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
