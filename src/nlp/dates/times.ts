import type { DateReading, DateRule } from './reading.ts';
import { Pattern } from '../patterns/pattern.ts';
import type { Span } from '../span.ts';
import { month, ordinalDay, weekday } from './vocabulary.ts';

/** "An early flight", and what is not "too late". */
const [early, late] = [
  [300, 480],
  [1200, 1439],
] as const;
const tonight = [1080, 1439] as const;
/** Parts of the day, minutes since midnight. */
const parts: Readonly<Record<string, readonly [number, number]>> = {
  early,
  late,
  'early morning': early,
  morning: [300, 720],
  'late morning': [540, 720],
  midday: [660, 840],
  noonish: [660, 840],
  lunchtime: [660, 840],
  'early afternoon': [720, 900],
  afternoon: [720, 1080],
  'late afternoon': [900, 1080],
  'early evening': [1020, 1200],
  evening: [1020, 1320],
  'late evening': late,
  night: [1140, 1439],
  'late night': [1260, 1439],
  daytime: [480, 1080],
};
/** "Tonight" in one word is a day and a time of it: two readings that share its letters. */
export function tonightInParts(reading: Span<DateReading>): readonly Span<DateReading>[] {
  const { start, end, text, value } = reading;
  if (value.kind !== 'window' || !/^toni(?:ght|te)$/i.test(text)) return [reading];
  const cut = 2;
  return [
    { start, end: start + cut, text: text.slice(0, cut), value },
    { start: start + cut, end, text: text.slice(cut), value: time(...tonight) },
  ];
}

/** "Red-eye" and "overnight flight": leaving so late that the night is spent on board. */
const overNight = [1260, 1439] as const;

const partNames =
  '(early morning|late morning|morning|midday|noonish|lunchtime|early afternoon|late afternoon|afternoon|early evening|late evening|evening|late night|night|daytime|(?:early|late)(?= (?:flights?|departures?)\\b))';

const clock =
  "(?:(\\d{1,2})(?:[:.h](\\d{2}))? ?(a\\.?m\\.?|p\\.?m\\.?)(?![a-z])|(\\d{1,2}):(\\d{2})(?: ?(?:h|hrs|hours))?(?![\\d:])|(\\d{1,2}) o'clock(?: in the (morning|afternoon|evening))?|(noon|midday|midnight))";
const groups = 8;

/** Minutes since midnight of the clock groups of a match, from `at` on; null where the figures are no time. */
function minuteOf(match: RegExpMatchArray, at: number): number | null {
  const [hour12, minute12, half, hour24, minute24, hourClock, part, word] = match.slice(at, at + groups);
  if (word !== undefined) return word === 'midnight' ? 0 : 720;
  const hour = Number(hour12 ?? hour24 ?? hourClock);
  const minute = Number(minute12 ?? minute24 ?? 0);
  if (hour > 24 || minute > 59) return null;
  if (half !== undefined)
    return hour > 12 ? null : ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + minute;
  const afternoon = part === 'afternoon' || part === 'evening';
  return (((hour % 24) + (afternoon && hour < 12 ? 12 : 0)) * 60 + minute) % 1440;
}

const time = (from: number | null, to: number | null, point: number | null = null): DateReading => ({
  kind: 'time',
  from,
  to,
  point,
});
const within = (minute: number): number => Math.min(Math.max(minute, 0), 1439);

/** What an hour without a word for it stands behind. */
const behindVerb =
  /\b(?:leav|depart|fly|arriv|land|tak|get|gett|be)(?:e|es|s|ing)?(?: (?:out|off|in|there|home))? $/;
const behindDay = new RegExp(
  `\\b(?:today|tomorrow|${weekday}|${month} (?:\\d{1,2}|${ordinalDay})|(?:\\d{1,2}|${ordinalDay})(?: of)? ${month}|the ${ordinalDay}),? $`,
);

/** How far from a named time a departure may be: an hour either side, two when it is only "around". */
const near = 60;
const around = 120;

/** Times of day; whether they are of leaving or of arriving is told by the words around, elsewhere. */
export const timeRules: readonly DateRule[] = [
  {
    pattern: new Pattern(
      `\\b(?:between|from) (\\d{1,2})(?:[:.](\\d{2}))? ?(a\\.?m\\.?|p\\.?m\\.?)?(?: ?(?:and|to|-|until|till) ?)${clock}`,
      'g',
    ),
    read(match) {
      const to = minuteOf(match, 4);
      if (to === null) return null;
      const hour = Number(match[1]);
      const half =
        match[3] ?? (to >= 780 && hour < 12 && hour * 60 + 720 < to && match[6] !== undefined ? 'pm' : 'am');
      if (hour > 23) return null;
      const from = ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + Number(match[2] ?? 0);
      return time(hour > 12 ? hour * 60 : from, to);
    },
  },
  {
    pattern: new Pattern(
      `\\b(?:before|by|no later than|not later than|until|earlier than|at the latest by|latest at|not after) (?:about |around )?${clock}`,
      'g',
    ),
    read(match) {
      const minute = minuteOf(match, 1);
      return minute === null ? null : time(null, minute === 0 ? 1439 : minute);
    },
  },
  {
    pattern: new Pattern(
      `\\b(?:after|no earlier than|not earlier than|not before|later than|from|past) (?:about |around )?${clock}(?: onwards?| or later| on)?`,
      'g',
    ),
    read(match) {
      const minute = minuteOf(match, 1);
      return minute === null ? null : time(minute, null);
    },
  },
  {
    pattern: new Pattern(`\\b(?:around|about|near|close to|roughly|approximately|ish) ${clock}`, 'g'),
    read(match) {
      const minute = minuteOf(match, 1);
      return minute === null ? null : time(within(minute - around), within(minute + around), minute);
    },
  },
  {
    pattern: new Pattern(`(?<![\\d.:/])(?:\\bat )?${clock}(?: sharp)?`, 'g'),
    read(match) {
      const minute = minuteOf(match, 1);
      return minute === null ? null : time(within(minute - near), within(minute + near), minute);
    },
  },
  {
    // "Leave after 6", "tomorrow before 8": the hours of the working day, since most people fly by day.
    pattern: new Pattern(
      /\b(?:(before|by|until|no later than|not after)|(after|no earlier than|not before|from)|(?:at|around|about)) (\d{1,2})(?=$|[.,!?]| (?:on|and|or|at the latest|please|from|to|in the|back|returning)\b)/g,
    ),
    read(match, _, text) {
      const [, before, after, said] = match;
      const lead = text.slice(0, match.index);
      if (!behindVerb.test(lead) && !(behindDay.test(lead) && !/^(?:until|from)/.test(match[0]))) return null;
      const hour = Number(said);
      if (hour < 1 || hour > 23) return null;
      const minute = (hour < 7 ? hour + 12 : hour) * 60;
      if (before !== undefined) return time(null, minute);
      return after === undefined
        ? time(within(minute - near), within(minute + near), minute)
        : time(minute, null);
    },
  },
  {
    pattern: new Pattern(/\bnot (?:too|so|very|that) (?:(early)|late)\b(?! in the)/g),
    read: ([, tooEarly]) => (tooEarly === undefined ? time(null, late[0]) : time(early[1], null)),
  },
  {
    pattern: new Pattern(
      /\b(?:before|by) (noon|midday|lunch|dinner)\b|\b(?:after) (lunch|work|dinner|noon)\b/g,
    ),
    read([, before, after]) {
      if (before !== undefined) return time(null, before === 'dinner' ? 1140 : 720);
      return time(after === 'lunch' || after === 'noon' ? 780 : after === 'work' ? 1050 : 1200, null);
    },
  },
  {
    pattern: new Pattern(
      /\b(?:(?:on )?an? |the |any )?(?:red-? ?eyes?(?: flights?)?|over ?night flights?|night flights?|(?<=\b(?:no|not|nothing|never|avoid|without) )over ?night(?=$|[.,!?]| (?:please|either|though)))\b/g,
    ),
    read: () => time(...overNight),
  },
  {
    pattern: new Pattern(
      `\\b(?:(?:in|during|at) (?:the )?|an? the |any |some |only )?${partNames}s?(?: (?:flights?|departures?|hours?|one|ones))?\\b(?! (?:stay|trip)s?)`,
      'g',
    ),
    read([whole, name = ''], _, text) {
      const [from, to] = parts[name] ?? [0, 1439];
      return text.slice(0, text.indexOf(whole)).endsWith('good ') ? null : time(from, to);
    },
  },
];
