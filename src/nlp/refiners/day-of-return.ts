import type { Trip } from '../../domain/trip.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import type { Placed } from '../message.ts';
import { isCorrection } from '../parsers/correction.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { partOf } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';
import { firstDay } from './date-windows.ts';
import type { DatesContext } from './dates-context.ts';
import { leavesAgain } from './days-of-arriving.ts';
import { isOfWayBack } from './leg-of-time.ts';
import { leavesDestination } from './place-slots.ts';

/** "I meant the Friday after": a day that is known is taken back, and no way back is asked for. */
export const takesDayBack = (
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
export function isReturn(
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
