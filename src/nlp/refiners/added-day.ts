import { departureDays, windowOfDays } from '../../domain/departure-days.ts';
import { daysOf } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import type { Passage } from '../patterns/passage.ts';
import { marks } from '../skeleton.ts';
import { firstDay, keepStay, withLeg } from './date-windows.ts';

const D = marks.date;
const addedBefore =
  /(?:^|[,.!] )(?:or|and)(?: maybe| perhaps| even)?(?: on)?(?: the)? $|\b(?:also|as well as|in addition to)(?: (?:on|the|leave|fly|check|try|look at|consider|possible|possibly))* $/;
const addedBehind =
  /^(?: (?:is|are|would be|'s|be|works?|would work|will work|can work|could work))*(?: (?:ok|okay|fine|good|possible|great|alright|all right|acceptable|an option|for me|for us))* (?:too|as well|also)\b|^ (?:is|are|would be|would|could|can)? ?(?:also|equally|just as)\b/;

/** "The 13th is fine too": one more day to leave on, or to come back on, whichever it is nearer to. Null where it is no such thing. */
export function withDayAdded(
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
