import { endOfDay, readLatestArrival, type LatestArrival } from '../../domain/latest-arrival.ts';
import { dayOfIsoDate, isoDateOfDay } from '../../domain/zoned-minute.ts';
import type { Trip } from '../../domain/trip.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Gazetteer } from '../gazetteer/place-reading.ts';
import type { Message } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';
import { withLeg } from './date-windows.ts';
import { windowBeside } from './days-beside-known.ts';

const D = marks.date;
/** From a word of arriving to a date. */
const arriving = new Pattern(
  `\\b(?:arriv(?:e|es|ing)|land(?:s|ing)?|get(?:s|ting)? (?:me |us )?(?:in|there|to)|be (?:there|in|at)|reach(?:ing)?)\\b([^.;,?!]{0,40})$`,
);
const leaving = new Pattern(/\b(?:leav(?:e|ing)|depart(?:s|ing)?|return(?:ing)?|back|home)\b/);
const latest = /\b(?:by|before|prior to|no later than|not later than|not after) (?:the )?$/;
const timeBefore = new RegExp(`${D}(?: on)?(?: the)? $`);
const timeBehind = new RegExp(`^,? ?${D}`);

/** Whether a day is the latest one to arrive on: "be there by May 5", "in ◆ by 10am on June 3". */
function isLatestArrival(
  { at, span }: Message['dates'][number],
  dates: Message['dates'],
  wishes: Passage,
): boolean {
  if (span.value.kind !== 'window' || !arriving.mayMatch(wishes)) return false;
  const way = arriving.exec(partOf(wishes, Math.max(0, at - 80), at))?.[1];
  if (way === undefined || leaving.test(partOf(wishes, at - way.length, at))) return false;
  return latest.test(way) || timeBeside(at, dates, wishes) !== undefined;
}

/**
 * The dates without a day to have arrived by, where another one says when to leave; else without those that the journey is for: "I start on
 * Monday the 4th, so I must arrive by the 2nd".
 */
export function daysToTravel(dates: Message['dates'], wishes: Passage): Message['dates'] {
  const by = dates.find((date) => isLatestArrival(date, dates, wishes));
  if (!by) return dates;
  const others = dates.filter((date) => !isLatestArrival(date, dates, wishes));
  const saysWhenToLeave = others.some(
    (date) =>
      date.span.value.kind === 'range' ||
      (date.span.value.kind === 'window' &&
        dateRoleAt(wishes, date.at) !== 'return' &&
        !liesBehind(date.span.value, by.span.value)),
  );
  if (saysWhenToLeave) return others;
  return dates.filter(
    ({ at, span: { value } }) =>
      at >= by.at || dateRoleAt(wishes, at) === 'return' || !liesBehind(value, by.span.value),
  );
}

/** Whether a day comes after another, both with their months. */
const liesBehind = (day: DateReading, other: DateReading): boolean =>
  day.kind === 'window' &&
  other.kind === 'window' &&
  isDated(day) &&
  isDated(other) &&
  day.first > other.last;

const isDated = ({ open }: WindowReading): boolean => open === null || open === 'year';

/** The time of day that stands right before or behind the day at `at`. */
const timeBeside = (at: number, dates: Message['dates'], { text }: Passage) =>
  dates.find(
    (date) =>
      date.span.value.kind === 'time' &&
      (date.at < at
        ? timeBefore.test(text.slice(date.at, at))
        : date.at > at && timeBehind.test(text.slice(at + D.length, date.at + D.length))),
  );

/**
 * "In Tokyo by 10am on June 3" and "in Rome by May 5" name a day to have arrived by, not one to leave on: to another continent the flight
 * leaves the day before or earlier. A day of leaving that lies behind the latest arrival takes its place, and the time of day is what stays.
 */
export function refineArrivalDay(
  draft: Draft,
  { dates, wishes }: Message,
  { today, gazetteer }: { readonly today: string; readonly gazetteer: Pick<Gazetteer, 'candidateOf'> },
): Draft {
  const { legs, filters } = draft.trip;
  const departure = legs[0]?.departure;
  if (!departure || draft.trip.tripType === 'multi_city') return draft;
  const passed = passedArrival(draft);
  const said =
    dates.find((date) => isLatestArrival(date, dates, wishes)) ??
    // "Make it June 10" moves the only day that was named, which is that of arriving.
    (passed && dates.find(({ at }) => dateRoleAt(wishes, at) === null));
  if (!said || said.span.value.kind !== 'window')
    return passed
      ? refine(draft, { filters: { ...filters, arriveBy: passed.time === endOfDay ? null : passed.time } })
      : draft;
  const isTimed =
    passed !== null ||
    (draft.stated.includes('arrive_by') && timeBeside(said.at, dates, wishes) !== undefined);
  const time = isTimed && filters.arriveBy !== null ? readLatestArrival(filters.arriveBy).time : endOfDay;
  const todayNumber = dayOfIsoDate(today);
  const day = windowBeside(departure, said.span.value, todayNumber).last;
  const [earliest, last] = [departure.earliest, departure.latest].map(dayOfIsoDate);
  if (earliest === undefined || last === undefined || day < last) return draft;
  const before = daysBefore(draft.trip, gazetteer);
  // Near by, a time of day says enough: who wants to be there at nine leaves early, or where nothing does, the night before.
  if (before === 0 && isTimed && day === last) return draft;
  const isThatDay = earliest === day && last === day;
  const leavesOn = {
    ...departure,
    earliest: isoDateOfDay(Math.max(day - before, Math.min(todayNumber, day))),
    latest: isoDateOfDay(Math.max(day - Math.max(before - 1, 0), Math.min(todayNumber, day))),
  };
  return refine(
    draft,
    {
      ...(isThatDay && { legs: withLeg(draft.trip, 0, { departure: leavesOn }) }),
      filters: { ...filters, arriveBy: `${isoDateOfDay(day)}T${time}` },
    },
    'arrive_by',
  );
}

/** What was the latest arrival where the message lets the journey begin on a later day; null otherwise. */
function passedArrival({ trip: { legs, filters }, stated }: Draft): LatestArrival | null {
  const leaving = stated.includes('departure_date') ? legs[0]?.departure?.earliest : undefined;
  if (leaving === undefined || filters.arriveBy === null) return null;
  const known = readLatestArrival(filters.arriveBy);
  return known.day !== null && known.day < leaving ? known : null;
}

/** How many days before its arrival a journey may have to begin: one to another continent, two where a day is lost on the way. */
function daysBefore({ legs: [out] }: Trip, gazetteer: Pick<Gazetteer, 'candidateOf'>): number {
  const [from, to] = [out?.origin, out?.destination].map((place) => place && gazetteer.candidateOf(place));
  if (!from || !to || from.continent === to.continent) return 0;
  return to.longitude - from.longitude > 180 ? 2 : 1;
}
