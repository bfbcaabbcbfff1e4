import { dayOfIsoDate, isoDateOfDay } from '../../domain/zoned-minute.ts';
import type { DepartureWindow } from '../../domain/trip.ts';
import type { DateReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import { keepStay, withLeg, withNightsCounted } from './date-windows.ts';

const shifted = (window: DepartureWindow, days: number): DepartureWindow => ({
  ...window,
  earliest: isoDateOfDay(dayOfIsoDate(window.earliest) + days),
  latest: isoDateOfDay(dayOfIsoDate(window.latest) + days),
});

/** Moves the departure, or where the words speak of it the return, by so many days. */
export function shiftDays(
  draft: Draft,
  days: number,
  { at, span }: Placed<DateReading>,
  text: string,
): Draft {
  const { trip } = draft;
  const [out, back] = trip.legs;
  const both = /\b(?:both|everything|the (?:whole|entire) trip|all dates|both dates)\b/.test(
    `${text} ${span.text}`,
  );
  const onReturn =
    Boolean(back?.departure) &&
    trip.tripType === 'round_trip' &&
    /\b(?:return|back|home|inbound)\b/i.test(
      `${text.slice(0, at)}${span.text}${text.slice(at + 1, at + 30)}`,
    );
  let refined = draft;
  if (out?.departure && (both || !onReturn)) {
    refined = refine(
      refined,
      { legs: withNightsCounted(withLeg(refined.trip, 0, { departure: shifted(out.departure, days) })) },
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

/** Opens every day that stands by so many days on either side, today at the earliest. */
export function widen(draft: Draft, days: number, today: number): Draft {
  const { trip } = draft;
  const wider = (window: DepartureWindow | null): DepartureWindow | null =>
    window && {
      ...window,
      earliest: isoDateOfDay(
        Math.max(dayOfIsoDate(window.earliest) - days, Math.min(today, dayOfIsoDate(window.earliest))),
      ),
      latest: isoDateOfDay(dayOfIsoDate(window.latest) + days),
    };
  if (!trip.legs[0]?.departure) return draft;
  return refine(
    draft,
    { legs: trip.legs.map((leg) => ({ ...leg, departure: wider(leg.departure) })) },
    'departure_date',
  );
}
