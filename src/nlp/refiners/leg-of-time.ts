import type { Trip } from '../../domain/trip.ts';
import { dayOfIsoDate, isoDateOfDay } from '../../domain/zoned-minute.ts';
import { notBefore } from '../dates/calendar.ts';
import type { DateReading, WindowReading } from '../dates/reading.ts';
import type { Message, Placed } from '../message.ts';
import { dateRoleAt } from '../parsers/date-roles.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { knownReturn } from './date-windows.ts';
import { legMeant } from './leg-meant.ts';
import { leavesDestination } from './place-slots.ts';

type Said = Pick<Message, 'dates' | 'places' | 'wishes'>;

/** Which flight of a trip the time of day is for whose mark stands at `at`: a time beside a day is one of that day; alone, the words around tell. */
export function legOfTime(at: number, message: Said, trip: Trip): number {
  if (trip.tripType === 'multi_city') return legOfSeveral(at, message, trip);
  return isForReturn(at, message, trip) ? 1 : 0;
}

const wayBackBehind = new Pattern(
  /^(?: (?:flights?|one|please|for|on)){0,3} (?:(?:the|my|our) )?(?:way (?:back|home)|return(?:ing)?|inbound|back|home|(?:com|go|fly|head)(?:e|ing|y)? (?:back|home))\b/,
);
const wayOutBehind = new Pattern(
  /^(?: (?:flights?|on|for|the)){0,3} (?:way (?:out|there)|out|outbound|there)\b/,
);
const wayBackBefore = new Pattern(
  /\b(?:way (?:back|home)|return(?:ing)?(?: flight| leg)?|inbound|(?:flight|leg|trip) (?:back|home)|back|home)\b[^,.?!;]{0,20}$/,
);
/** "The return flight must leave", "inbound no earlier than", "the way back should land by": its own subject, whatever it does. */
const wayBackAsSubject = new Pattern(
  /\b(?:(?<!\ban? )return|returning(?= (?:flight|leg))|inbound|homeward)(?: (?:flight|leg|journey|trip|one))?s?(?![a-z])[^,.;!?\ue000\ue001]{0,35}$|\b(?:way|flight|leg|journey|trip) (?:back|home)\b[^,.;!?\ue000\ue001]{0,35}$/,
);
const wayOutAgain = /\b(?:out|outbound|outward|there|go(?:ing)?)\b/;

/** Whether the words before a time or a day, of a trip whose places are known, are about its way back. */
export function isOfWayBack(at: number, { places, wishes }: Pick<Said, 'places' | 'wishes'>): boolean {
  if (places.length > 0) return false;
  const said = wayBackAsSubject.exec(partOf(wishes, Math.max(0, at - 60), at))?.[0];
  return said !== undefined && !wayOutAgain.test(said);
}

/** How far words around a time are looked at. */
const reach = 40;

function legOfSeveral(at: number, { dates, places, wishes }: Said, trip: Trip): number {
  const named = legMeant(at, { places, wishes }, trip);
  if (named !== null) return named;
  const day = dayBeside(dates, at, wishes);
  if (day?.kind === 'window') {
    const leg = trip.legs.findIndex(({ departure }) => departure?.earliest === isoDateOfDay(day.first));
    if (leg >= 0) return leg;
  }
  const isBack =
    wayBackBehind.test(partOf(wishes, at + 1, at + reach)) ||
    wayBackBefore.test(partOf(wishes, Math.max(0, at - reach), at));
  return isBack ? trip.legs.length - 1 : 0;
}

function isForReturn(at: number, message: Said, trip: Trip): boolean {
  const { dates, wishes } = message;
  const [out, back] = trip.legs.map(({ departure }) => departure);
  if (trip.tripType !== 'round_trip') return false;
  if (leavesDestination(at, message, trip)) return true;
  if (back && !dayBeside(dates, at, wishes) && isOfWayBack(at, message)) return true;
  // A time of a way back whose day nobody knows yet is none of the way out.
  if (!back) return !dayBeside(dates, at, wishes) && dateRoleAt(wishes, at) === 'return';
  const before = dayBeside(
    dates.filter((date) => date.at < at),
    at,
    wishes,
  );
  const isApart = !before || wishes.text.slice(before.at, at).includes(',');
  const rest = partOf(wishes, at + 1, at + reach);
  if (isApart && wayBackBehind.test(rest)) return true;
  if (isApart && wayOutBehind.test(rest)) return false;
  const day = before ?? dayBeside(dates, at, wishes);
  if (day?.kind !== 'window') return day !== undefined || dateRoleAt(wishes, at) === 'return';
  if (knownReturn(day, trip)) return true;
  const first = isoDateOfDay((out ? notBefore(day, dayOfIsoDate(out.earliest)) : day).first);
  return first === back.earliest && (first !== out?.earliest || dateRoleAt(wishes, day.at) === 'return');
}

/** "Sunday in the evening" and "after work on Friday" are this close. */
const besideCharacters = 5;
/** "Dec 12 leaving after six". */
const leaving = new Pattern(
  /^,? (?:and )?(?:i |we )?(?:leav(?:e|ing)|depart(?:ing)?|fly(?:ing)?|tak(?:e|ing) off|set(?:ting)? off|go(?:ing)?)(?: out| off| back| home| there)?(?: at| in| on| some ?time)? ?$/,
);

type Beside = { readonly at: number } & (WindowReading | { readonly kind: 'counted' });

/** The day that a time stands beside; "the same day" and "the day after" are counted from the way out, so they are the way back. */
function dayBeside(dates: readonly Placed<DateReading>[], at: number, wishes: Passage): Beside | undefined {
  for (const { at: other, span } of dates) {
    const { value } = span;
    const isCounted = value.kind === 'days_after' || value.kind === 'weekday_after';
    if (value.kind !== 'window' && !isCounted) continue;
    const isBeside =
      Math.abs(other - at) <= besideCharacters || (other < at && leaving.test(partOf(wishes, other + 1, at)));
    if (isBeside) return value.kind === 'window' ? { ...value, at: other } : { kind: 'counted', at: other };
  }
  return undefined;
}
