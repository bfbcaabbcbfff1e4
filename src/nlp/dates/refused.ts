import type { Span } from '../span.ts';
import type { DateReading, TimeReading } from './reading.ts';
import { daysBut } from './which-days.ts';

const moving =
  '(?:(?:to |want to |like to |wish to )?(?:leav(?:e|ing)|depart(?:ing)?|fly(?:ing)?|go(?:ing)?|return(?:ing)?|com(?:e|ing)|arriv(?:e|ing)|land(?:ing)?|be|get(?:ting)?|travel(?:l?ing)?)(?: back| home| there| in| out)? )?';

/** Source of a pattern for a "not" and what may stand between it and the time that it refuses. */
export const refusal = `(?:\\b(?:no|not|nothing|never|cannot)|n't|\\b(?:dont|cant|wont)) ${moving}`;

const refusing = new RegExp(
  `(?:${refusal}|\\b(?:avoid(?:ing)?|without|skip|hate|anything but|any (?:time|day) (?:but|except)|except|excluding|outside(?: of)?|busy|unavailable|other than|instead of|rather than) (?:(?:to )?(?:fly(?:ing)?|leav(?:e|ing)|depart(?:ing)?|return(?:ing)?|arriv(?:e|ing)|land(?:ing)?) )?)` +
    '(?:(?:want|like|do|make|manage|free|available|any|flights?|departures?|arrivals?|landings?|me|too|very|really|on|at|in|for|the|an?) ){0,3}$',
  'i',
);

/** "Saturday doesn't work for us": said of a day behind it. */
const refusedBehind =
  /^(?:'s)?,? ?(?:(?:unfortunately|sadly|really|just) )?(?:(?:does(?:n't| ?not|nt)|do(?:n't| not|nt)|wo(?:n't|nt)|will not|would(?:n't| not)|ca(?:n't|nt|nnot))(?: (?:really|actually|quite))? (?:work|suit|do|fit|be possible|happen)\b|(?:is|are|would be|'s)(?: (?:really|just|also|simply|way|much|far|a bit)){0,2} (?:impossible|bad|no good|inconvenient|unsuitable|out of the question|out(?! of)\b|off the table|an? no-?go|too (?:early|late|soon)|not (?:ok|okay|good|great|ideal|possible|an option|convenient|suitable|feasible|going to work))|(?:is|are)n't (?:ok|okay|good|great|ideal|possible|an option|convenient|suitable|feasible|going to work))/i;
/** "6 am is too early": later than that, then. */
const tooMuch = /^ ?(?:is|would be|'s) (?:(?:way|much|far|a bit|a little) )?too (early|late)\b/i;
const conditionBefore = /\b(?:if|unless|in case|when)(?: (?:on|the))* $/i;

/** How many characters before or behind a date can tell that it is refused. */
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
  const { value } = span;
  if (value.kind !== 'time' && value.kind !== 'window' && value.kind !== 'which_days') return span;
  const excess =
    value.kind === 'time' ? tooMuch.exec(text.slice(span.end, span.end + reach))?.[1] : undefined;
  if (value.kind === 'time' && value.point !== null && excess !== undefined) {
    const [from, to] = excess === 'early' ? [value.point, null] : [null, value.point];
    return { ...span, value: { kind: 'time', point: null, refused: true, from, to } };
  }
  if (!isRefused(span, text)) return span;
  if (putOff.test(span.text)) return null;
  if (value.kind !== 'time') return { ...span, value: daysBut(value, span.text) };
  const rest = timesBut(value.from ?? 0, value.to ?? 24 * 60);
  return { ...span, value: rest ?? { kind: 'unusable', of: 'time', why: 'refused_time' } };
}

function isRefused({ value, start, end }: Span<DateReading>, text: string): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  if (refusing.test(before)) return true;
  const behind = value.kind !== 'time' && refusedBehind.test(text.slice(end, end + reach).trimStart());
  return behind && !conditionBefore.test(before);
}

function timesBut(from: number, to: number): TimeReading | null {
  const rest = { kind: 'time', point: null, refused: true } as const;
  if (from <= dayBegins && to < dayEnds) return { ...rest, from: to, to: null };
  return to >= dayEnds && from > 0 ? { ...rest, from: null, to: from } : null;
}
