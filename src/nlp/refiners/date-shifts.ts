import { daysLater, departureDays, windowOfDays } from '../../domain/departure-days.ts';
import { mostNights, type DepartureWindow, type Trip } from '../../domain/trip.ts';
import type { DateReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import { marks } from '../skeleton.ts';
import { keepStay, withDayOfLeg, withLeg, withNightsCounted } from './date-windows.ts';

/** Moves the departure, or where the words speak of it the return, by so many days. */
export function shiftDays(
  draft: Draft,
  days: number,
  { at, span }: Placed<DateReading>,
  text: string,
): Draft {
  const { trip } = draft;
  const [out, back] = trip.legs;
  const isWhole = span.value.kind === 'shift' && span.value.whole === true;
  const both =
    isWhole ||
    (overtakesReturn(trip, days) && !/\b(?:leav|depart|outbound|return|back|home|inbound)/i.test(text)) ||
    /\b(?:both|everything|the (?:whole|entire) trip|all dates|both dates)\b/.test(`${text} ${span.text}`);
  const canReturn = Boolean(back?.departure) && trip.tripType === 'round_trip';
  const onReturn = canReturn && speaksOfReturn(text, at, span.text);
  if (both && trip.tripType === 'multi_city') {
    const legs = trip.legs.map((leg) => ({
      ...leg,
      departure: leg.departure && daysLater(leg.departure, days),
    }));
    return refine(draft, { legs }, 'departure_date');
  }
  let refined = draft;
  if (out?.departure && (both || !onReturn)) {
    refined = refine(
      refined,
      { legs: withNightsCounted(withLeg(refined.trip, 0, { departure: daysLater(out.departure, days) })) },
      'departure_date',
    );
  }
  if (back?.departure && trip.tripType === 'round_trip' && (both || onReturn)) {
    refined = refine(
      refined,
      { legs: withLeg(refined.trip, 1, { departure: daysLater(back.departure, days) }), stayNights: null },
      'return_date',
    );
  }
  return both || onReturn ? refined : keepStay(refined, false);
}

const ofReturn = /\b(?:return(?:s|ing)?|back|home|inbound|com(?:e|ing))\b/i;
const ofLeaving = /\b(?:leav(?:e|es|ing)|depart(?:s|ing|ure)?|go(?:ing)?|fly(?:ing)?|out|outbound|there)\b/i;
const clauseEnd = new RegExp(`,|;|\\b(?:and|but)\\b|${marks.date}`);

/** Whether words around a shift speak of the way back: those of its own clause, or where that has none, all before it. */
function speaksOfReturn(text: string, at: number, said: string): boolean {
  const before = text.slice(0, at);
  // "Push it back" is later.
  const moved = said.replace(/^(?:push|put|move|shift)\b.*?\bback\b/i, '');
  const behind = text.slice(at + 1, at + 30);
  const clause = `${before.split(clauseEnd).at(-1) ?? ''} ${moved} ${behind.split(clauseEnd)[0] ?? ''}`;
  if (ofReturn.test(clause)) return true;
  return (
    !ofLeaving.test(clause) &&
    /\b(?:return(?:s|ing)?|back|home|inbound)\b/i.test(`${before}${moved}${behind}`)
  );
}

/** Whether the way out would leave on the day of the way back or behind it, if it alone moved: "a week later" of a week is all of it. */
function overtakesReturn({ tripType, legs: [out, back] }: Trip, days: number): boolean {
  const leaving = out?.departure;
  const returning = back?.departure;
  if (tripType !== 'round_trip' || !leaving || !returning || days <= 0) return false;
  return daysLater(leaving, days).earliest >= returning.latest;
}

/** One of several flights so many days later or earlier; it is no longer counted from the one before. */
export function shiftLeg(draft: Draft, leg: number, days: number): Draft {
  const known = draft.trip.legs[leg]?.departure;
  if (!known) return draft;
  return refine(draft, { legs: withDayOfLeg(draft.trip, leg, daysLater(known, days)) }, 'departure_date');
}

/** The way back so many days later, or fewer nights; of a trip without a way back nothing changes. */
export function stayLonger(draft: Draft, days: number): Draft {
  const { tripType, legs, stayNights } = draft.trip;
  const back = legs[1]?.departure;
  if (tripType !== 'round_trip' || (!back && !stayNights)) return draft;
  const nights = (count: number) => Math.min(Math.max(1, count + days), mostNights);
  const stay = stayNights && { min: nights(stayNights.min), max: nights(stayNights.max) };
  const moved = back ? withLeg(draft.trip, 1, { departure: daysLater(back, days) }) : legs;
  return refine(draft, { legs: moved, stayNights: stay }, stay ? 'stay' : 'return_date');
}

/** Opens every day that stands by so many days on either side, today at the earliest. */
export function widen(draft: Draft, days: number, today: number): Draft {
  const { trip } = draft;
  const wider = (window: DepartureWindow | null): DepartureWindow | null => {
    if (!window) return null;
    const known = departureDays(window);
    const around = known.flatMap((day) => Array.from({ length: 2 * days + 1 }, (_, at) => day - days + at));
    const first = Math.min(today, known[0] ?? today);
    return windowOfDays(
      [...new Set(around)].filter((day) => day >= first).sort((a, b) => a - b),
      window,
    );
  };
  if (!trip.legs[0]?.departure) return draft;
  return refine(
    draft,
    { legs: trip.legs.map((leg) => ({ ...leg, departure: wider(leg.departure) })) },
    'departure_date',
  );
}
