import type { DateReading, DateRule } from './reading.ts';
import { clock, clockOrHour, minuteOf } from './clock.ts';
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
  'middle of the night': [0, 300],
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

/** "Stay overnight" is no flight. */
const sleeping = /\b(?:stay|staying|stop|stopping|stopover|layover|sleep|there) $/;

/** What nights are counted with, which are a stay: "3 nights", "3-night", "one more night". */
const counting =
  /(?:\d(?: (?=s)|-)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|few|more|extra|additional|another|single|couple of)[ -])s?$/;
const isCounted = (text: string, at: number, said: string): boolean =>
  /^nights?$/.test(said) &&
  counting.test(text.slice(Math.max(0, at - 12), at) + (said.endsWith('s') ? 's' : ''));

const partNames =
  '(early morning|late morning|morning|midday|noonish|lunchtime|early afternoon|late afternoon|afternoon|early evening|late evening|evening|late night|middle of the night|night|daytime|(?:early|late)(?= (?:flights?|departures?|return|outbound|inbound)\\b))';

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

/** An hour before it, by itself, is one of the afternoon. */
const earliestByDay = 7;

const limited = (minute: number, before: string | undefined, after: string | undefined): DateReading => {
  if (before !== undefined) return time(null, minute);
  return after === undefined
    ? time(within(minute - near), within(minute + near), minute)
    : time(minute, null);
};

const hourSaid = (hour: number, before?: string, after?: string): DateReading | null =>
  hour < 1 || hour > 23 ? null : limited((hour < earliestByDay ? hour + 12 : hour) * 60, before, after);

/** Source of a pattern for what makes a time a limit, its direction captured: "or later", "onwards". */
const orBeside =
  ',? (?:(?:or|and|or any ?time) (?=later|after|earlier|before|sooner|onward)|(?:at the )?(?=onwards?|earliest|latest))(later|after(?:wards?)?|onwards?|earlier|before|sooner|earliest|latest)\\b(?! (?:\\d|noon|midday|midnight|lunch|work|dinner|the|my))';
const besideLimit = (minute: number, which = ''): DateReading =>
  /^(?:later|after|onward|earliest)/.test(which) ? time(minute, null) : time(null, minute);

/** Times of day; whether they are of leaving or of arriving is told by the words around, elsewhere. */
export const timeRules: readonly DateRule[] = [
  {
    pattern: new Pattern(
      `\\b(?:between|from) (\\d{1,2})(?:[:.](\\d{2}))? ?(a\\.?m\\.?|p\\.?m\\.?)?(?: ?(?:and|to|-|until|till) ?)${clockOrHour}`,
      'g',
    ),
    read(match) {
      const to = minuteOf(match, 4);
      if (to === null) return null;
      const hour = Number(match[1]);
      const half =
        match[3] ??
        (to >= 780 && hour < 12 && hour * 60 + 720 < to && (match[6] ?? match[9] ?? match[11]) !== undefined
          ? 'pm'
          : 'am');
      if (hour > 23) return null;
      const from = ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + Number(match[2] ?? 0);
      return time(hour > 12 ? hour * 60 : from, to);
    },
  },
  {
    pattern: new Pattern(
      `\\b(?:before|by|no later than|not later than|until|earlier than|at the latest by|latest at|not after) (?:about |around )?${clockOrHour}`,
      'g',
    ),
    read(match) {
      const minute = minuteOf(match, 1);
      return minute === null ? null : time(null, minute === 0 ? 1439 : minute);
    },
  },
  {
    pattern: new Pattern(
      `\\b(?:after|no earlier than|not earlier than|not before|later than|from|past) (?:about |around )?${clockOrHour}(?: onwards?| or later| on)?`,
      'g',
    ),
    read(match) {
      const minute = minuteOf(match, 1);
      return minute === null ? null : time(minute, null);
    },
  },
  {
    // "4pm or later", "8:30 in the morning or before".
    pattern: new Pattern(
      `(?<![\\d.:/])(?:\\b(?:at|from) )?${clock}${orBeside}|\\b(?:at|from) ${clockOrHour}${orBeside}`,
      'g',
    ),
    read(match) {
      const minute = minuteOf(match, 1) ?? minuteOf(match, 11);
      return minute === null ? null : besideLimit(minute, match[10] ?? match[20]);
    },
  },
  {
    pattern: new Pattern(`\\b(?:around|about|near|close to|roughly|approximately) ${clockOrHour}`, 'g'),
    read(match) {
      const minute = minuteOf(match, 1);
      return minute === null ? null : time(within(minute - around), within(minute + around), minute);
    },
  },
  {
    pattern: new Pattern(`(?<![\\d.:/])(?:\\bat )?${clock}(?: sharp)?|\\bat ${clockOrHour}`, 'g'),
    read(match) {
      const minute = minuteOf(match, 1) ?? minuteOf(match, 10);
      return minute === null ? null : time(within(minute - near), within(minute + near), minute);
    },
  },
  {
    // "Leave after 6", "tomorrow before 8": the hours of the working day, since most people fly by day.
    pattern: new Pattern(
      /\b(?:(before|by|until|no later than|not after)|(after|no earlier than|not before|from)|(?:at|around|about)) (\d{1,2})(?: or (later|after|earlier|before))?(?=$|[.,!?]| (?:on|and|or|at the latest|please|from|to|in the|back|returning)\b)/g,
    ),
    read(match, _, text) {
      const [, before, after, said, beside] = match;
      const lead = text.slice(0, match.index);
      if (!behindVerb.test(lead) && !(behindDay.test(lead) && !/^(?:until|from)/.test(match[0]))) return null;
      const later = beside === 'later' || beside === 'after' ? beside : undefined;
      const earlier = later === undefined ? beside : undefined;
      return hourSaid(Number(said), before ?? earlier, after ?? later);
    },
  },
  {
    // "Before 5", and nothing else.
    pattern: new Pattern(
      /^(?:(?:ok|okay|and|but|maybe|make it|something|anything|any|please),? ){0,2}(?:(before|by|until|no later than|not after)|(after|no earlier than|not before|from)|(?:around|about)) (\d{1,2})(?: (?:please|then|instead|if possible|would be (?:better|good|great)))?[.!?]?$/g,
    ),
    read: ([, before, after, said]) => hourSaid(Number(said), before, after),
  },
  {
    // "Back after 17h", which is no length of time.
    pattern: new Pattern(
      /\b(?:(before|by|until|no later than|not after)|(after|no earlier than|not before|from)|at|~) ?(\d{1,2})h(?: ?(\d{2}))?(?![a-z\d])(?! (?:flight|layover|stop|journey|in total|total|or less|max))/g,
    ),
    read([, before, after, hour, minutes]) {
      const minute = Number(hour) * 60 + Number(minutes ?? 0);
      if (Number(hour) > 23 || Number(minutes ?? 0) > 59) return null;
      return limited(minute, before, after);
    },
  },
  {
    // "The 0600 flight", "after 1730".
    pattern: new Pattern(
      /(?:\b(?:(before|by|until|no later than|not after)|(after|no earlier than|not before|from)|at|around|the|an?) |(?<![\d$€£.,/:-]))([01]\d|2[0-3])([0-5]\d)(?:(?: ?(?:hrs|hours|h|flights?|departures?))\b|(?<=\b(?:before|by|until|than|after|at|around) 0\d{3}|\b(?:before|by|after|at|around) (?:1[0-8]|2[1-3])\d\d)(?![\d.,]| ?(?:[$€£]|usd|eur|gbp|dollars|euros|pounds|bucks|per|each|total)))/g,
    ),
    read: ([, before, after, hour, minutes]) => limited(Number(hour) * 60 + Number(minutes), before, after),
  },
  {
    // "6ish".
    pattern: new Pattern(
      /(?<![\d.:/])(?:\b(?:at|around|about) )?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?[ -]?ish\b/g,
    ),
    read([, said, minutes, half]) {
      const hour = Number(said);
      if (hour < 1 || hour > 23) return null;
      const isAfternoon = half === undefined ? hour < earliestByDay : half === 'pm';
      const minute = ((isAfternoon && hour < 12 ? hour + 12 : hour) * 60 + Number(minutes ?? 0)) % 1440;
      return time(within(minute - around), within(minute + around), minute);
    },
  },
  {
    // "Friday pm".
    pattern: new Pattern(
      new RegExp(
        `(?<=\\b(?:today|tomorrow|${weekday}|${month} \\d{1,2}|\\d{1,2} ${month}|in the) )\\b(am|pm)(?![a-z])`,
        'g',
      ),
    ),
    read: ([half]) => (half === 'am' ? time(0, 720) : time(720, 1439)),
  },
  {
    // "Out early, back late".
    pattern: new Pattern(
      /(?<=\b(?:out|back|home|there|return(?:ing)?|leav(?:e|ing)|fly(?:ing)?|depart(?:ing)?) )\b(early|late)(?=$|[.,;!?]| (?:and|then|please|out|back|in the day)\b)/g,
    ),
    read: ([, name = '']) => time(...(parts[name] ?? [0, 1439])),
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
      /\b(?:(?:on )?an? |the |any )?(?:red-? ?eyes?(?: flights?)?|over ?night flights?|night flights?|over ?night(?=$|[.,;!?]| (?:please|on|from|to|with|in (?:business|economy|first|premium))\b)|(?<=\b(?:no|not|nothing|never|avoid|without) )over ?night(?=$|[.,!?]| (?:please|either|though)))\b/g,
    ),
    read: ({ index = 0 }, _, text) => (sleeping.test(text.slice(0, index)) ? null : time(...overNight)),
  },
  {
    pattern: new Pattern(
      `\\b(?:(?:in|during|at) (?:the )?|an? the |any |some |only )?${partNames}s?(?: (?:flights?|departures?|hours?|one|ones))?\\b(?: or (later|earlier)\\b)?(?! (?:stays?|trips?|(?:in|at) (?:an |the |any )?(?:airports?|terminals?))\\b)`,
      'g',
    ),
    read({ index = 0, ...match }, _, text) {
      const { 0: whole, 1: name = '', 2: beside } = match;
      if (text.slice(0, index).endsWith('good ') || isCounted(text, index, whole)) return null;
      const [from, to] = parts[name] ?? [0, 1439];
      return time(beside === 'earlier' ? null : from, beside === 'later' ? null : to);
    },
  },
];
