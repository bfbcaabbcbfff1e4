import type { DepartureWindow, Leg } from '../../domain/trip.ts';
import { dayOfIsoDate, isoDateOfDay } from '../../domain/zoned-minute.ts';
import { notBefore } from '../dates/calendar.ts';
import type { DateReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import type { Passage } from '../patterns/passage.ts';
import { atAnyTime } from './date-windows.ts';
import { dateRoleAt, isArrivalTime } from '../parsers/date-roles.ts';
import { Pattern } from '../patterns/pattern.ts';

const anyTime = new Pattern(
  /\bany ?time(?: of (?:the )?day)?(?: is| works| will| would)?(?: be)?(?: fine| ok| okay| good| do)?\b|\b(?:departure |flight )?times? (?:doesn't|does not|don't) matter|\b(?:don't|do not) (?:care|mind) (?:about |what |which )(?:the )?(?:departure )?time|\b(?:drop|remove|forget|ignore|skip|lose)(?: about)? the (?:departure |arrival |landing )?times?\b/,
);

/** Sets times of day: of leaving, of the way back, or the latest to arrive. A time is kept with its day, so it waits for one. */
export function refineTimes(draft: Draft, dates: readonly Placed<DateReading>[], wishes: Passage): Draft {
  let refined = draft;
  for (const { at, span } of dates) {
    if (span.value.kind !== 'time') continue;
    const { from, to, point, refused } = span.value;
    if (isArrivalTime(wishes, at) && from === null && to !== null) refined = setArriveBy(refined, to);
    else if (isArrivalTime(wishes, at) && point !== null) refined = setArriveBy(refined, point);
    else {
      const isBack = isForReturn(dates, at, wishes, refined);
      refined = setTime(refined, isBack ? 1 : 0, from, to);
      if (refused && !isBack && !dates.some(isDay)) refined = setTime(refined, 1, from, to);
    }
  }
  return refined === draft && anyTime.test(wishes) ? clearTimes(draft) : refined;
}

const isDay = ({ span }: Placed<DateReading>): boolean =>
  span.value.kind === 'window' || span.value.kind === 'range';

/** "The same day", "the day after": counted from the way out, so it is the way back. */
const isCounted = ({ kind }: DateReading): boolean => kind === 'days_after' || kind === 'weekday_after';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const setArriveBy = (draft: Draft, minute: number): Draft =>
  refine(draft, { filters: { ...draft.trip.filters, arriveBy: clock(minute) } }, 'arrive_by');

/** A time beside a day is a time of that day; alone, the words around it say which way it is for. */
function isForReturn(
  dates: readonly Placed<DateReading>[],
  at: number,
  wishes: Passage,
  { trip }: Draft,
): boolean {
  const back = trip.legs[1]?.departure;
  if (trip.tripType !== 'round_trip' || !back) return false;
  const day = dates.find(
    ({ at: other, span }) =>
      (span.value.kind === 'window' || isCounted(span.value)) && Math.abs(other - at) <= besideCharacters,
  );
  if (day && isCounted(day.span.value)) return true;
  if (day?.span.value.kind === 'window') {
    const out = trip.legs[0]?.departure;
    const { value } = day.span;
    const first = isoDateOfDay((out ? notBefore(value, dayOfIsoDate(out.earliest)) : value).first);
    return first === back.earliest && (first !== out?.earliest || dateRoleAt(wishes, day.at) === 'return');
  }
  return dateRoleAt(wishes, at) === 'return';
}

/** "Sunday in the evening" and "after work on Friday" are this close. */
const besideCharacters = 5;

function setTime(draft: Draft, leg: number, from: number | null, to: number | null): Draft {
  const departure = draft.trip.legs[leg]?.departure;
  const part = leg === 0 ? 'departure_time' : 'return_time';
  if (!departure) return draft;
  const timed: DepartureWindow = {
    ...departure,
    timeFrom: from === null ? null : clock(from),
    timeTo: to === null ? null : clock(to),
  };
  return refine(draft, { legs: withDeparture(draft.trip.legs, leg, timed) }, part);
}

const withDeparture = (legs: readonly Leg[], at: number, departure: DepartureWindow): readonly Leg[] =>
  legs.map((leg, index) => (index === at ? { ...leg, departure } : leg));

function clearTimes(draft: Draft): Draft {
  const legs = atAnyTime(draft.trip.legs);
  return refine(draft, { legs, filters: { ...draft.trip.filters, arriveBy: null } }, 'departure_time');
}
