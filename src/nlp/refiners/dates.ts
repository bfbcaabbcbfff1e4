import { dayOfIsoDate, isoDateOfDay } from '../../domain/zoned-minute.ts';
import type { DepartureWindow, Leg, Slot, Trip } from '../../domain/trip.ts';
import { notBefore, onOrAfter } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import { refine, withTripType, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';

/** How dates are read against what was asked. */
export interface DatesContext {
  readonly text: string;
  readonly asked: readonly Slot[];
  /** The message says that there is no way back. */
  readonly oneWay: boolean;
}

/** Sets the days of departure and return from what the message says, in its order. */
export function refineDates(
  draft: Draft,
  dates: readonly Placed<DateReading>[],
  context: DatesContext,
): Draft {
  const singles = dates.filter(
    ({ span }) =>
      span.value.kind === 'window' || span.value.kind === 'weekday_after' || span.value.kind === 'days_after',
  );
  let refined = draft;
  let departureSaid = false;
  let returnSaid = false;
  for (const date of dates) {
    const { value } = date.span;
    if (value.kind === 'range') {
      refined = setRange(refined, value, context);
      departureSaid = true;
    } else if (value.kind === 'window') {
      if (denied.test(context.text.slice(Math.max(0, date.at - 15), date.at))) continue;
      if (isEarlierDeparture(value, refined.trip, context)) refined = takeAsReturn(refined);
      const back = isReturn(date, value, singles, refined.trip, departureSaid, returnSaid, context);
      refined = back ? setReturn(refined, value) : setDeparture(refined, value);
      if (back) returnSaid = true;
      else departureSaid = true;
    } else if (value.kind === 'weekday_after' || value.kind === 'days_after') {
      refined = setCounted(refined, value);
      returnSaid = true;
    } else if (value.kind === 'stay' && !context.oneWay) refined = setStay(refined, value);
    else if (value.kind === 'shift') refined = shiftDays(refined, value.days, date, context);
    else if (value.kind === 'flexible') refined = widen(refined, value.days);
  }
  return departureSaid ? keepStay(refined, returnSaid) : refined;
}

/** "Not today" names no day to fly. */
const denied = /\bnot (?:on |for |the )?$/;

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
  return (
    out?.departure != null && back?.departure == null && window.last < dayOfIsoDate(out.departure.earliest)
  );
}

function takeAsReturn(draft: Draft): Draft {
  const departure = draft.trip.legs[0]?.departure ?? null;
  const round = withTripType(draft.trip, 'round_trip');
  return refine(draft, { ...round, legs: withLeg(round, 1, { departure }) }, 'return_date');
}

/** Whether a day is the one of the way back: words around it decide, then what was asked, then what is known. */
function isReturn(
  { at }: Placed<DateReading>,
  window: WindowReading,
  singles: readonly Placed<DateReading>[],
  trip: Trip,
  departureSaid: boolean,
  returnSaid: boolean,
  { text, asked, oneWay }: DatesContext,
): boolean {
  if (oneWay) return false;
  const cue = dateRoleAt(text, at);
  const departure = trip.legs[0]?.departure ?? null;
  const onlyReturnAsked = asked.includes('return_date') && !asked.includes('departure_date');
  if (onlyReturnAsked && singles.length === 1 && !departureSaid && cue !== 'return') {
    // Asked for the way back, "I want to leave on the 12th" means leaving there; unless it cannot, or takes something back.
    const corrects = /\b(?:actually|instead|sorry|i meant|change|correction|rather)\b/.test(text);
    if (departure) return cue === null || (!corrects && window.last >= dayOfIsoDate(departure.earliest));
    return cue === null || /\b(?:back|home|return)\b/.test(text);
  }
  if (cue !== null) return cue === 'return';
  if (departureSaid) return !returnSaid;
  if (asked.includes('departure_date') || singles.length > 1) return false;
  return trip.tripType === 'round_trip' && departure !== null && trip.legs[1]?.departure == null;
}

const windowOf = (
  { first, last }: { first: number; last: number },
  times?: DepartureWindow | null,
): DepartureWindow => ({
  earliest: isoDateOfDay(first),
  latest: isoDateOfDay(last),
  timeFrom: times?.timeFrom ?? null,
  timeTo: times?.timeTo ?? null,
});

const withLeg = (trip: Trip, index: number, change: Partial<Leg>): readonly Leg[] =>
  trip.legs.map((leg, at) => (at === index ? { ...leg, ...change } : leg));

const firstDay = (window: DepartureWindow | null | undefined): number | null =>
  window ? dayOfIsoDate(window.earliest) : null;
const isSingle = (window: DepartureWindow | null | undefined): boolean =>
  window != null && window.earliest === window.latest;

function setDeparture(draft: Draft, window: WindowReading): Draft {
  const { trip } = draft;
  return refine(
    draft,
    { legs: withLeg(trip, 0, { departure: windowOf(window, trip.legs[0]?.departure) }) },
    'departure_date',
  );
}

function setReturn(draft: Draft, window: WindowReading, stated = true): Draft {
  const round = withTripType(draft.trip, 'round_trip');
  const departure = firstDay(round.legs[0]?.departure);
  const moved = departure === null ? window : notBefore(window, departure);
  const legs = withLeg(round, 1, { departure: windowOf(moved, round.legs[1]?.departure) });
  const stayNights = stated ? null : round.stayNights;
  return refine(draft, { ...round, legs, stayNights }, ...(stated ? (['return_date'] as const) : []));
}

function setRange(
  draft: Draft,
  { from, to }: Extract<DateReading, { kind: 'range' }>,
  { oneWay }: DatesContext,
): Draft {
  if (oneWay) return setDeparture(draft, { ...from, last: Math.max(from.last, to.last) });
  return setReturn(setDeparture(draft, from), to);
}

/** A day counted from the date before it: the return, counted from the departure. */
function setCounted(
  draft: Draft,
  value: Extract<DateReading, { kind: 'weekday_after' | 'days_after' }>,
): Draft {
  const departure = draft.trip.legs[0]?.departure;
  const base = firstDay(departure);
  if (value.kind === 'days_after' && (base === null || !isSingle(departure))) {
    return setStay(draft, { kind: 'stay', minNights: value.days, maxNights: value.days });
  }
  if (base === null) return draft;
  const day =
    value.kind === 'days_after' ? base + value.days : onOrAfter(base + 1, value.weekday) + 7 * value.weeks;
  return setReturn(draft, { kind: 'window', first: day, last: day, open: null, past: false });
}

function setStay(draft: Draft, { minNights, maxNights }: Extract<DateReading, { kind: 'stay' }>): Draft {
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
  return setReturn(
    draft,
    {
      kind: 'window',
      first: base + trip.stayNights.min,
      last: base + trip.stayNights.max,
      open: null,
      past: false,
    },
    false,
  );
}

/** After the departure has moved: a stay moves the return along, and a return before the departure is asked for anew. */
function keepStay(draft: Draft, returnSaid: boolean): Draft {
  const { trip } = draft;
  if (trip.tripType !== 'round_trip' || returnSaid) return draft;
  if (trip.stayNights) return applyStay(draft);
  const [out, back] = trip.legs;
  if (out?.departure && back?.departure && back.departure.latest < out.departure.earliest) {
    return { ...draft, trip: { ...trip, legs: withLeg(trip, 1, { departure: null }) } };
  }
  return draft;
}

const shifted = (window: DepartureWindow, days: number): DepartureWindow => ({
  ...window,
  earliest: isoDateOfDay(dayOfIsoDate(window.earliest) + days),
  latest: isoDateOfDay(dayOfIsoDate(window.latest) + days),
});

function shiftDays(
  draft: Draft,
  days: number,
  { at, span }: Placed<DateReading>,
  { text }: DatesContext,
): Draft {
  const { trip } = draft;
  const [out, back] = trip.legs;
  const both = /\b(?:both|everything|the (?:whole|entire) trip|all dates|both dates)\b/.test(
    `${text} ${span.text}`,
  );
  const onReturn =
    back?.departure != null &&
    trip.tripType === 'round_trip' &&
    /\b(?:return|back|home|inbound)\b/i.test(
      `${text.slice(0, at)}${span.text}${text.slice(at + 1, at + 30)}`,
    );
  let refined = draft;
  if (out?.departure && (both || !onReturn)) {
    refined = refine(
      refined,
      { legs: withLeg(refined.trip, 0, { departure: shifted(out.departure, days) }) },
      'departure_date',
    );
  }
  if (back?.departure && trip.tripType === 'round_trip' && (both || onReturn)) {
    refined = refine(
      refined,
      { legs: withLeg(refined.trip, 1, { departure: shifted(back.departure, days) }), stayNights: null },
      'return_date',
    );
  }
  return both || onReturn ? refined : keepStay(refined, false);
}

function widen(draft: Draft, days: number): Draft {
  const { trip } = draft;
  const wider = (window: DepartureWindow | null): DepartureWindow | null =>
    window && {
      ...window,
      earliest: isoDateOfDay(dayOfIsoDate(window.earliest) - days),
      latest: isoDateOfDay(dayOfIsoDate(window.latest) + days),
    };
  if (!trip.legs[0]?.departure) return draft;
  return refine(
    draft,
    { legs: trip.legs.map((leg) => ({ ...leg, departure: wider(leg.departure) })) },
    'departure_date',
  );
}
