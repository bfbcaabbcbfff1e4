import {
  daysLater,
  departureDays,
  weekdayOf,
  windowBetween,
  windowOfDays,
} from '../../domain/departure-days.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { mostNights, type DepartureWindow, type Leg, type Trip } from '../../domain/trip.ts';
import { following, onlyDays, onOrAfter } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import { refine, withTripType, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';

/** The days as a window to leave in, with the times that were known. */
export const windowOf = (window: WindowReading, times?: DepartureWindow | null): DepartureWindow =>
  window.days ? windowOfDays(window.days, times) : windowBetween(window.first, window.last, times);

/** Every day a message names, and where: a range is its two ends. */
export const daysSaid = (dates: readonly Placed<DateReading>[]): { at: number; window: WindowReading }[] =>
  dates.flatMap(({ at, span: { value } }) => {
    if (value.kind === 'range') return [value.from, value.to].map((window) => ({ at, window }));
    return value.kind === 'window' ? [{ at, window: value }] : [];
  });

/** Days that nothing moves on. */
const fixedDays = (first: number, last: number): WindowReading => ({
  kind: 'window',
  first,
  last,
  open: null,
  past: false,
});

/** So many nights after the days of leaving. */
export const nightsAfter = (
  leaving: { readonly first: number; readonly last: number },
  { min, max }: NonNullable<Trip['stayNights']>,
): WindowReading => fixedDays(leaving.first + min, leaving.last + max);

export const withLeg = (trip: Trip, index: number, change: Partial<Leg>): readonly Leg[] =>
  trip.legs.map((leg, at) => (at === index ? { ...leg, ...change } : leg));

export const firstDay = (window: DepartureWindow | null | undefined): number | null =>
  window ? dayOfIsoDate(window.earliest) : null;
const isSingle = (window: DepartureWindow | null | undefined): boolean =>
  Boolean(window) && window?.earliest === window?.latest;

/** The day of leaving; of a trip of several flights, that of the one that is named or of the first one without a day. */
export function setDeparture(draft: Draft, window: WindowReading, named: number | null = null): Draft {
  const { trip } = draft;
  const undated = trip.tripType === 'multi_city' ? trip.legs.findIndex((leg) => !leg.departure) : 0;
  const leg = named ?? Math.max(undated, 0);
  const departure = windowOf(window, trip.legs[leg]?.departure);
  return refine(draft, { legs: withDayOfLeg(trip, leg, departure) }, 'departure_date');
}

/** The legs with a day of its own for one, which is no longer counted from the flight before. */
export const withDayOfLeg = (trip: Trip, leg: number, departure: DepartureWindow): readonly Leg[] =>
  withNightsCounted(
    withLeg(trip, leg, { departure }).map((each, at) => (at === leg - 1 ? withoutNights(each) : each)),
  );

export const withoutNights = ({ nights: _, ...leg }: Leg): Leg => leg;

/** Several flights leave so many nights after the one before as were said. */
export function withNightsCounted(legs: readonly Leg[]): readonly Leg[] {
  let before: Leg | undefined;
  return legs.map((leg) => {
    const [days, nights] = [before?.departure, before?.nights];
    const isCounted = days && nights !== undefined;
    before = isCounted ? { ...leg, departure: withTimesOf(leg, daysLater(days, nights)) } : leg;
    return before;
  });
}

const withTimesOf = ({ departure }: Leg, window: DepartureWindow): DepartureWindow =>
  windowOfDays(departureDays(window), departure);

/** The day of coming back, which makes a round trip; an open day moves on to one after the departure. */
export function setReturn(draft: Draft, window: WindowReading, stated = true): Draft {
  if (draft.trip.tripType === 'multi_city') return setLastLeg(draft, window);
  const round = withTripType(draft.trip, 'round_trip');
  const departure = firstDay(round.legs[0]?.departure);
  const moved = departure === null ? window : comingAfter(following(window, departure), departure);
  const legs = withLeg(round, 1, { departure: windowOf(moved, round.legs[1]?.departure) });
  const stayNights = stated ? null : round.stayNights;
  return refine(draft, { ...round, legs, stayNights }, ...(stated ? (['return_date'] as const) : []));
}

/** A window to return in that begins before the departure begins with it. */
const comingAfter = (window: WindowReading, departure: number): WindowReading =>
  window.first < departure && window.last >= departure
    ? (onlyDays(window, (day) => day >= departure) ?? window)
    : window;

/** The way back of a trip of several flights is its last leg. */
function setLastLeg(draft: Draft, window: WindowReading): Draft {
  const last = draft.trip.legs.length - 1;
  return refine(
    draft,
    { legs: withLeg(draft.trip, last, { departure: windowOf(window) }) },
    'departure_date',
  );
}

/** Both days at once; where there is no way back, the days one may leave on. */
export function setRange(
  draft: Draft,
  { from, to }: Extract<DateReading, { kind: 'range' }>,
  oneWay: boolean,
): Draft {
  if (oneWay) return setDeparture(draft, { ...from, last: Math.max(from.last, to.last) });
  return setReturn(setDeparture(draft, from), to);
}

/** The day that is counted from another. */
export function dayCounted(base: number, value: CountedReading): WindowReading {
  const day =
    value.kind === 'days_after' ? base + value.days : onOrAfter(base + 1, value.weekday) + 7 * value.weeks;
  return fixedDays(day, day);
}

/** "Leave on the Tuesday before": the last one before the day to leave that is known. */
export function leaveOnWeekdayBefore(draft: Draft, weekday: number): Draft {
  const known = firstDay(draft.trip.legs[0]?.departure);
  if (known === null) return draft;
  const day = onOrAfter(known, weekday) - 7;
  return setDeparture(draft, fixedDays(day, day));
}
type CountedReading = Extract<DateReading, { kind: 'weekday_after' | 'days_after' }>;

/** A day counted from the date before it: the return, counted from the departure. */
export function setCounted(draft: Draft, value: CountedReading): Draft {
  const departure = draft.trip.legs[0]?.departure;
  const base = firstDay(departure);
  const isStay = value.kind === 'days_after' && value.days <= mostNights;
  if (isStay && (base === null || !isSingle(departure))) {
    return setStay(draft, { kind: 'stay', minNights: value.days, maxNights: value.days });
  }
  if (base === null) return draft;
  return setReturn(draft, dayCounted(base, value));
}

/** How many nights, and with a single day of departure the day of return; more than can be stayed change nothing. */
export function setStay(
  draft: Draft,
  { minNights, maxNights }: Extract<DateReading, { kind: 'stay' }>,
): Draft {
  if (Math.max(minNights, maxNights) > mostNights) return draft;
  const round = withTripType(draft.trip, draft.trip.tripType === 'multi_city' ? 'multi_city' : 'round_trip');
  const stayed = refine(draft, { ...round, stayNights: { min: minNights, max: maxNights } }, 'stay');
  return applyStay(stayed);
}

/** The return day that a stay and a single day of departure make. */
function applyStay(draft: Draft): Draft {
  const { trip } = draft;
  const departure = trip.legs[0]?.departure;
  const base = firstDay(departure);
  if (!trip.stayNights || trip.tripType !== 'round_trip') return draft;
  if (base === null || !isSingle(departure)) {
    return { ...draft, trip: { ...trip, legs: withLeg(trip, 1, { departure: null }) } };
  }
  return setReturn(draft, nightsAfter({ first: base, last: base }, trip.stayNights), false);
}

/** After the departure has moved: a stay moves the return along, and a return before the departure is asked for anew. */
export function keepStay(draft: Draft, returnSaid: boolean): Draft {
  const { trip } = draft;
  if (trip.tripType !== 'round_trip' || returnSaid) return draft;
  if (trip.stayNights) return applyStay(draft);
  const [out, back] = trip.legs;
  if (out?.departure && back?.departure && back.departure.latest < out.departure.earliest) {
    return { ...draft, trip: { ...trip, legs: withLeg(trip, 1, { departure: null }) } };
  }
  return draft;
}

/** The legs without times of day. */
export const atAnyTime = (legs: readonly Leg[]): readonly Leg[] =>
  legs.map((leg) => ({
    ...leg,
    departure: leg.departure && { ...leg.departure, timeFrom: null, timeTo: null },
  }));

/** "Thursday after six" of a trip that comes back on a Thursday: the day is known, the time is new. Null for any other day. */
export function knownReturn(
  window: WindowReading,
  { tripType, legs: [out, back] }: Trip,
): WindowReading | null {
  const [leaving, day] = [firstDay(out?.departure), firstDay(back?.departure)];
  if (tripType !== 'round_trip' || leaving === null || day === null || window.first !== window.last)
    return null;
  const isSame = (known: number) =>
    window.open === 'week' ? weekdayOf(known) === weekdayOf(window.first) : known === window.first;
  return isSame(day) && !isSame(leaving) ? { ...window, first: day, last: day } : null;
}
