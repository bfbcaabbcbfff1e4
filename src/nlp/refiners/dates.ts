import { departureDays, weekdaysOfWindow, windowOfDays } from '../../domain/departure-days.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import type { DepartureWindow, Slot, Trip } from '../../domain/trip.ts';
import {
  addMonths,
  dayNumber,
  daysOf,
  firstOfMonth,
  following,
  movedBy,
  notBefore,
  onlyDays,
  partsOf,
  weekdaysOnly,
} from '../dates/calendar.ts';
import { nightsBetween } from '../dates/days-in-periods.ts';
import { weekendAfter } from '../dates/periods.ts';
import type { DateReading, StayReading, WindowReading } from '../dates/reading.ts';
import { refine, withTripType, type Draft } from '../draft.ts';
import type { Message, Placed } from '../message.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { marks } from '../skeleton.ts';
import { leavesDestination } from './place-slots.ts';
import { legTurnedDown } from './day-turned-down.ts';
import { shiftDays, stayLonger, widen } from './date-shifts.ts';
import {
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
  /** The message names no place: its days are of the trip that is known. */
  readonly sameRoute: boolean;
}

/** Sets the days of departure and return from what the message says, in its order. */
export function refineDates(draft: Draft, dates: readonly Placed<DateReading>[], said: DatesContext): Draft {
  const turnedDown = legTurnedDown(draft.trip, said.asked, said.today);
  const context = turnedDown === null ? said : answering(said, draft.trip, turnedDown);
  const singles = dates.filter(
    ({ span }) =>
      span.value.kind === 'window' || span.value.kind === 'weekday_after' || span.value.kind === 'days_after',
  );
  const withTime =
    singles.length === 1 &&
    (dates.some(({ span }) => span.value.kind === 'time') || relativeTime.test(context.wishes));
  const withStay = dates.some(({ span }) => span.value.kind === 'stay');
  let refined = draft;
  let departureSaid = false;
  let returnSaid = false;
  const known = context.sameRoute ? (draft.trip.legs[0]?.departure ?? null) : null;
  for (const date of lastFlexible(dates)) {
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
    } else if (value.kind === 'window') {
      if (turnedDown === null && isEarlierDeparture(value, refined.trip, context))
        refined = takeAsReturn(refined);
      const again = withTime ? knownReturn(value, refined.trip) : null;
      const back =
        again !== null ||
        isReturn(date, value, singles, refined.trip, departureSaid, returnSaid, context, withStay);
      const counted = back && again === null && refined.trip.legs[0]?.departure ? value.counted : undefined;
      const nights = back && again === null ? nightsToWeekday(refined.trip, value) : null;
      refined = nights
        ? setStay(refined, nights)
        : counted !== undefined
          ? setCounted(refined, { kind: 'days_after', days: counted })
          : back
            ? setReturn(refined, again ?? value)
            : setDeparture(
                refined,
                value,
                legNamed(context.wishes.text, date.at, refined.trip) ?? turnedDown,
              );
      if (back) returnSaid = true;
      else departureSaid = true;
    } else if (value.kind === 'days_after' && !departureSaid && isLaterThanReturn(date, refined.trip)) {
      refined = shiftDays(refined, value.days, date, context.wishes.text);
    } else if (value.kind === 'weekday_before') {
      refined = leaveOnWeekdayBefore(refined, value.weekday);
      departureSaid = true;
    } else if (value.kind === 'weekday_after' || value.kind === 'days_after') {
      refined = setCounted(refined, value);
      // Before the day of leaving is known it is a stay.
      returnSaid = Boolean(refined.trip.legs[1]?.departure);
    } else if (value.kind === 'stay' && !context.oneWay) refined = setStay(refined, value);
    else if (value.kind === 'shift' && value.days > 0 && context.asked.includes('return_date')) {
      refined = setCounted(refined, { kind: 'days_after', days: value.days });
    } else if (value.kind === 'shift') refined = shiftDays(refined, value.days, date, context.wishes.text);
    else if (value.kind === 'longer') refined = stayLonger(refined, value.days);
    else if (value.kind === 'flexible') refined = widen(refined, value.days, context.today);
  }
  return departureSaid ? keepStay(refined, returnSaid) : refined;
}

/** What the day of a flight is said in answer to that was turned down: no other day stands beside it, and of a way back it is the return. */
function answering(said: DatesContext, { tripType }: Trip, turnedDown: number): DatesContext {
  if (turnedDown === 0) return { ...said, sameRoute: false };
  return tripType === 'round_trip' ? { ...said, asked: ['return_date'] } : said;
}

/** The room around days comes after the days, wherever it is said. */
const lastFlexible = (dates: readonly Placed<DateReading>[]): readonly Placed<DateReading>[] => [
  ...dates.filter(({ span }) => span.value.kind !== 'flexible'),
  ...dates.filter(({ span }) => span.value.kind === 'flexible'),
];

const positions = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const legBefore =
  /\b(first|second|third|fourth|fifth|sixth|last) (?:one|leg|flight|part|stretch|segment|trip)\b[^.?!;]{0,25}$/;

/** "Make the last one May 14": which of several flights a day is for; null where it is not said. */
export function legNamed(text: string, at: number, { tripType, legs }: Trip): number | null {
  const said = tripType === 'multi_city' ? legBefore.exec(text.slice(0, at))?.[1] : undefined;
  if (said === undefined) return null;
  const leg = said === 'last' ? legs.length - 1 : positions.indexOf(said);
  return leg < legs.length ? leg : null;
}

/** "Make it Wednesday" or "the 20th" of a trip in April is the one beside its day, not the next from today. */
function besideKnown(
  known: DepartureWindow,
  { value, text }: { readonly value: DateReading; readonly text: string },
  today: number,
): DateReading {
  if (/\b(?:this|coming|upcoming)\b/i.test(text)) return value;
  if (value.kind === 'window') return windowBeside(known, value, today);
  if (value.kind !== 'range') return value;
  const from = windowBeside(known, value.from, today);
  return { ...value, from, to: following(value.to, from.first) };
}

/** A day without its month or year as the one beside days that are known. */
export function windowBeside(days: DepartureWindow, window: WindowReading, today: number): WindowReading {
  const known = dayOfIsoDate(days.earliest);
  if (window.follows === 'weekend') return weekendAfter(known);
  if (window.weekdays && isOpen(days)) return weekdaysBetween(days, window, window.weekdays);
  if (window.open === 'month') return dateBeside(known, window, today);
  if (window.open !== 'week') return window;
  const weeks = Math.round((Math.max(known, today) - window.first) / 7);
  return notBefore(movedBy(window, 7 * weeks), today);
}

/** Whether days stand open of which more than one is the same weekday. */
const isOpen = ({ earliest, latest }: DepartureWindow): boolean =>
  dayOfIsoDate(latest) - dayOfIsoDate(earliest) >= 7;

/** "On a Friday" of a trip in June. */
function weekdaysBetween(
  { earliest, latest }: DepartureWindow,
  window: WindowReading,
  weekdays: readonly number[],
): WindowReading {
  const { days: _, ...all } = { ...window, first: dayOfIsoDate(earliest), last: dayOfIsoDate(latest) };
  return { ...(onlyDays(all, weekdaysOnly(weekdays)) ?? window), open: null };
}

/** Of a trip that leaves on a day of the week the nights until another one: "back on a Sunday". */
function nightsToWeekday({ legs: [out] }: Trip, window: WindowReading): StayReading | null {
  const leaving = out?.departure ? weekdaysOfWindow(out.departure) : null;
  return leaving && window.weekdays ? nightsBetween(leaving, window.weekdays) : null;
}

const D = marks.date;
const addedBefore =
  /(?:^|[,.!] )(?:or|and)(?: maybe| perhaps| even)?(?: on)?(?: the)? $|\b(?:also|as well as|in addition to)(?: (?:on|the|leave|fly|check|try|look at|consider|possible|possibly))* $/;
const addedBehind =
  /^(?: (?:is|are|would be|'s|be|works?|would work|will work|can work|could work))*(?: (?:ok|okay|fine|good|possible|great|alright|all right|acceptable|an option|for me|for us))* (?:too|as well|also)\b|^ (?:is|are|would be|would|could|can)? ?(?:also|equally|just as)\b/;

/** "The 13th is fine too": one more day to leave on, or to come back on, whichever it is nearer to. Null where it is no such thing. */
function withDayAdded(
  draft: Draft,
  window: WindowReading,
  { at }: Placed<DateReading>,
  wishes: Passage,
): Draft | null {
  const { trip } = draft;
  const { text } = wishes;
  if (!addedBehind.test(text.slice(at + D.length)) && !addedBefore.test(text.slice(0, at))) return null;
  const role = dateRoleAt(wishes, at);
  const distance = (leg: number) => {
    const first = firstDay(trip.legs[leg]?.departure);
    return first === null ? Infinity : Math.abs(first - window.first);
  };
  const leg =
    trip.tripType === 'round_trip' && (role === 'return' || (role === null && distance(1) < distance(0)))
      ? 1
      : 0;
  const known = trip.legs[leg]?.departure;
  if (!known || trip.tripType === 'multi_city' || distance(leg) > farthestAdded) return null;
  const days = [...new Set([...departureDays(known), ...daysOf(window)])].sort((a, b) => a - b);
  const legs = withLeg(trip, leg, { departure: windowOfDays(days, known) });
  return keepStay(refine(draft, { legs }, leg === 1 ? 'return_date' : 'departure_date'), leg === 1);
}

/** Days apart from which on a day is no other choice for the same journey. */
const farthestAdded = 31;

/** The nearest such day of a month that is still to come. */
function dateBeside(known: number, window: WindowReading, today: number): WindowReading {
  const { year, month } = partsOf(known);
  const { day } = partsOf(window.first);
  const distance = (date: number) => Math.abs(date - known);
  const [nearest] = [-1, 0, 1]
    .map((months) => partsOf(addMonths(firstOfMonth(year, month), months)))
    .flatMap((start) => dayNumber(start.year, start.month, day) ?? [])
    .filter((date) => date >= today)
    .sort((a, b) => distance(a) - distance(b));
  return nearest === undefined ? window : { ...window, first: nearest, last: nearest, past: false };
}

/** "Return a day later": than the return that stands, not than the departure. */
const isLaterThanReturn = ({ span }: Placed<DateReading>, { tripType, legs }: Trip): boolean =>
  tripType === 'round_trip' && Boolean(legs[1]?.departure) && /later$/i.test(span.text);

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

/** Whether a day is the one of the way back: words around it decide, then what was asked, then what is known. */
function isReturn(
  { at }: Placed<DateReading>,
  window: WindowReading,
  singles: readonly Placed<DateReading>[],
  trip: Trip,
  departureSaid: boolean,
  returnSaid: boolean,
  { wishes, places, asked, oneWay, homeward }: DatesContext,
  withStay: boolean,
): boolean {
  if (oneWay) return false;
  if (leavesDestination(at, { places, wishes }, trip)) return true;
  const said = dateRoleAt(wishes, at);
  const cue = homeward && said === 'return' ? null : said;
  const departure = trip.legs[0]?.departure ?? null;
  const onlyReturnAsked = asked.includes('return_date') && !asked.includes('departure_date');
  if (onlyReturnAsked && singles.length === 1 && !departureSaid && cue !== 'return') {
    // Asked for the way back, "I want to leave on the 12th" means leaving there; unless it cannot, or takes something back.
    const corrects = /\b(?:actually|instead|sorry|i meant|change|correction|rather)\b/.test(wishes.text);
    if (departure) return cue === null || (!corrects && window.last >= dayOfIsoDate(departure.earliest));
    return cue === null || /\b(?:back|home|return)\b/.test(wishes.text);
  }
  if (cue !== null) return cue === 'return';
  if (departureSaid) return !returnSaid;
  if (isJustAfterReturn(window, trip)) return true;
  // "For 5 days around the 10th" says how long and from when.
  if (asked.includes('departure_date') || singles.length > 1 || withStay) return false;
  const isReturnOpen = !trip.legs[1]?.departure && trip.stayNights === null;
  return trip.tripType === 'round_trip' && departure !== null && isReturnOpen;
}
