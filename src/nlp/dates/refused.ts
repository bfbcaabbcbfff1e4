import type { Span } from '../span.ts';
import type { DateReading, TimeReading } from './reading.ts';
import { daysBut } from './which-days.ts';

const moving =
  '(?:(?:to |want to |like to |wish to )?(?:leav(?:e|ing)|depart(?:ing)?|fly(?:ing)?|go(?:ing)?|return(?:ing)?|com(?:e|ing)|arriv(?:e|ing)|land(?:ing)?|be|get(?:ting)?|travel(?:l?ing)?)(?: back| home| there| in| out)? )?';

/** Source of a pattern for a "not" and what may stand between it and the time that it refuses. */
export const refusal = `(?:\\b(?:no|not|nothing|never|cannot)|n't|\\b(?:dont|cant|wont)) ${moving}`;

const refusing = new RegExp(
  `(?:${refusal}|\\b(?:avoid(?:ing)?|without|skip|hate|anything but|any (?:time|day) (?:but|except)|except|excluding|other than|instead of|rather than) (?:flying |leaving |departing |returning |arriving )?)` +
    '(?:(?:want|like|any|flights?|departures?|me|too|very|really|on|at|in|for|the|an?) ){0,3}$',
  'i',
);

/** How many characters before a date can tell that it is refused. */
const reach = 50;
/** Nobody minds what lies before this when they refuse the morning, nor what comes after that when they refuse the night. */
const [dayBegins, dayEnds] = [8 * 60, 22 * 60];

/** What nobody names in order to be asked for another time. */
const putOff = /^(?:today|tonight|tomorrow|now|right now|right away|immediately|asap)$/i;

/**
 * What a phrase about time leaves when it is refused: "not in the morning" the rest of the day, "nothing before nine" nine and later, "not on
 * Monday" the other days. Where a time of day leaves more than one stretch at least what was refused is not what is searched.
 */
export function unlessRefused(span: Span<DateReading>, text: string): Span<DateReading> | null {
  const { value, start } = span;
  if (value.kind !== 'time' && value.kind !== 'window' && value.kind !== 'which_days') return span;
  if (!refusing.test(text.slice(Math.max(0, start - reach), start))) return span;
  if (putOff.test(span.text)) return null;
  if (value.kind !== 'time') return { ...span, value: daysBut(value, span.text) };
  const rest = timesBut(value.from ?? 0, value.to ?? 24 * 60);
  return { ...span, value: rest ?? { kind: 'unusable', of: 'time', why: 'refused_time' } };
}

function timesBut(from: number, to: number): TimeReading | null {
  const rest = { kind: 'time', point: null, refused: true } as const;
  if (from <= dayBegins && to < dayEnds) return { ...rest, from: to, to: null };
  return to >= dayEnds && from > 0 ? { ...rest, from: null, to: from } : null;
}
