import type { Passage } from '../patterns/passage.ts';
import { marks } from '../skeleton.ts';
import type { Pointed } from './offer-words.ts';

/** "The one at", before a time. */
const atTime =
  /\b(?:the|that) (?:one|option|offer) (?:(?:that|which) )?(?:at|leav(?:es|ing)(?: at)?|depart(?:s|ing)(?: at)?) ?$/;
/** "The flight at", which is of one of the list where no place is named. */
const flightAtTime = /\b(?:the|that) flight (?:(?:that|which) )?(?:(?:at|leav(?:es|ing)(?: at)?) ?)?$/;
/** "I'll take the", before a time and nothing else. */
const takesTime =
  /\b(?:take|choose|pick|book|select|reserve|get|want|prefer|have|go (?:with|for)|going (?:with|for)) the $/;
const nothingElse = /^(?:,? (?:please|then|instead|thanks|one|flight))*[.!]?$/;
const thing = /^ ?(?:one|flight|option|departure|offer)(?![a-z])/;
const pointing = /\b(?:the|that|this|your) ?$/;
const pointingAtPart = /\b(?:the|that) ?$/;

/** A time that a message names: where it stands, and minutes since midnight. */
export interface TimeMentioned {
  readonly start: number;
  readonly end: number;
  readonly minuteOfDay: number;
  /** Of a part of the day, which points by itself: "the morning one". */
  readonly within?: number;
}

/** Offers by the times at which they leave. */
export const readTimedOffers = ({ text }: Passage, times: readonly TimeMentioned[]): Pointed[] =>
  times.flatMap(({ start, end, minuteOfDay, within }) => {
    const before = text.slice(Math.max(0, start - 50), start);
    const behind = text.slice(end);
    const points =
      (within !== undefined && pointingAtPart.test(before)) ||
      (thing.test(behind) && pointing.test(before)) ||
      atTime.test(before) ||
      (flightAtTime.test(before) && !text.includes(marks.place)) ||
      (takesTime.test(before) && nothingElse.test(behind));
    return points
      ? [{ at: start, reference: { by: 'departure', minuteOfDay, ...(within !== undefined && { within }) } }]
      : [];
  });
