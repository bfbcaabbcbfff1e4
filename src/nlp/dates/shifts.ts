import type { DateRule } from './reading.ts';
import { countSaid, dayUnit, daysIn, howMany } from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

const moving =
  '(?:(?:make|move|push|shift|change) (?:the |my |our )?(?:return|departure|trip|flight|date|flights|dates|way back|outbound)|make it|move it|move (?:it |that |them |everything )?|push (?:it |that )?(?:back |out )?|shift (?:it |that )?|change it to|postpone(?: it)?|delay(?: it)?|leave|leaving|depart|go|fly|try|what about|how about|and|or|instead|maybe|could we do|do)';

/** Moves of a date that stands already, and room around it. */
export const shiftRules: readonly DateRule[] = [
  {
    pattern: new Pattern(
      `\\b${howMany} ${dayUnit} (?:earlier|sooner|before(?: that| then)?(?! (?:\\d|the|i|my|we|christmas|departure|leaving|\\ue000)))`,
      'g',
    ),
    read: ([, count, unit]) => ({ kind: 'shift', days: -Math.round(countSaid(count) * daysIn(unit)) }),
  },
  {
    pattern: new Pattern(
      `(?:^(?:no, |actually,? |ok,? |and |or |maybe )?|\\b${moving} (?:by |to |for )?)(?:the )?${howMany} ${dayUnit} later\\b`,
      'g',
    ),
    read: ([, count, unit]) => ({ kind: 'shift', days: Math.round(countSaid(count) * daysIn(unit)) }),
  },
  {
    // Of the stay: "one more night", "two days longer".
    pattern: new Pattern(
      `\\b(?:${howMany} (?:more|extra|additional) (days?|nights?|weeks?)|(an?)(?:other|n? (?:extra|additional)) (day|night|week)|${howMany} (days?|nights?|weeks?) (?:longer|more))\\b(?! (?:earlier|later|before|after))`,
      'g',
    ),
    read: ([, more, unit, one, ofOne, longer, ofLonger]) => ({
      kind: 'longer',
      days: Math.round(countSaid(more ?? one ?? longer) * daysIn(unit ?? ofOne ?? ofLonger)),
    }),
  },
  {
    pattern: new Pattern(
      /\b(?:the )?(?:previous day|day before(?! (?:yesterday|the|that|my|we|i|christmas)))\b/g,
    ),
    read: () => ({ kind: 'shift', days: -1 }),
  },
  {
    pattern: new Pattern(
      /\b(?:the )?same (?:time|days?|dates?),? (?:(?:but )?(?:the )?(?:next|following|a) week(?: later)?|(?:but )?a week later)\b/g,
    ),
    read: () => ({ kind: 'shift', days: 7, whole: true }),
  },
  {
    // "The week after?", as all that is said.
    pattern: new Pattern(
      /^(?:(?:and|or|ok|so|maybe|then|try|what about|how about|let's try|let's do),? ){0,3}(?:the |one |a )?(?:week (?:(after)|before)|(following) week|(?:previous|prior) week)(?: (?:then|instead|please|maybe))?[.?!]*$/g,
    ),
    read: ([, after, following]) => ({ kind: 'shift', days: (after ?? following) ? 7 : -7, whole: true }),
  },
  {
    pattern: new Pattern(
      `\\b(?:shift|move|bring)(?: it| that| them| this| everything| the (?:trip|flights?|dates?|whole thing))? (?:forward|up|earlier) (?:by )?${howMany} ${dayUnit}`,
      'g',
    ),
    read: ([, count, unit]) => ({
      kind: 'shift',
      days: -Math.round(countSaid(count) * daysIn(unit)),
      whole: true,
    }),
  },
  {
    pattern: new Pattern(
      `\\b(?:shift|move)(?: it| that| them| this| everything| the (?:trip|flights?|dates?|whole thing))?(?: back| out)? by ${howMany} ${dayUnit}(?! (?:earlier|sooner|before))`,
      'g',
    ),
    read: ([, count, unit]) => ({
      kind: 'shift',
      days: Math.round(countSaid(count) * daysIn(unit)),
      whole: true,
    }),
  },
  {
    pattern: new Pattern(
      `\\b(?:extend|lengthen|prolong)(?: it| that| this| (?:the|my|our) (?:trip|stay|holiday|vacation))? by ${howMany}(?: more| extra| additional)? ${dayUnit}`,
      'g',
    ),
    read: ([, count, unit]) => ({ kind: 'longer', days: Math.round(countSaid(count) * daysIn(unit)) }),
  },
  {
    pattern: new Pattern(
      `\\b(?:stay |stay there |make (?:it|that) )?${howMany}(?: more)? ${dayUnit} (longer|shorter)\\b`,
      'g',
    ),
    read: ([, count, unit, way]) => ({
      kind: 'longer',
      days: (way === 'longer' ? 1 : -1) * Math.round(countSaid(count) * daysIn(unit)),
    }),
  },
  {
    pattern: new Pattern(
      `\\b(?:shorten|cut)(?: it| that| this| (?:the|my|our) (?:trip|stay|holiday|vacation))?(?: short)? by ${howMany} ${dayUnit}`,
      'g',
    ),
    read: ([, count, unit]) => ({ kind: 'longer', days: -Math.round(countSaid(count) * daysIn(unit)) }),
  },
  {
    pattern: new Pattern(
      `\\b(?:postpone|delay|push)(?: it| that| the trip| departure| my trip)?(?: back)? (?:by )?${howMany} ${dayUnit}`,
      'g',
    ),
    read: ([, count, unit]) => ({ kind: 'shift', days: Math.round(countSaid(count) * daysIn(unit)) }),
  },
  {
    pattern: new Pattern(
      `(?:±|\\+/-|\\+-|\\bgive or take|\\bplus or minus|\\bplus/minus|\\bflexible (?:by|within|with)|\\bwithin) ?${howMany} days?(?: (?:either (?:way|side)|each way|both ways))?`,
      'g',
    ),
    read: ([, count]) => ({ kind: 'flexible', days: Math.min(countSaid(count), 7) }),
  },
  {
    pattern: new Pattern(
      `\\b${howMany} days? (?:either (?:way|side)|before or after|each side|more or less|flexibility)`,
      'g',
    ),
    read: ([, count]) => ({ kind: 'flexible', days: Math.min(countSaid(count), 7) }),
  },
  {
    pattern: new Pattern(
      /^(?:(?:pretty|quite|very|totally|fully) )?flexible(?=[.!]?$)|\b(?:flexible dates?|(?:my |the |our )?dates? (?:are|is) flexible|flexible (?:on|with|about) (?:the |my )?(?:dates?|days?)|(?:i'm|i am|we're|we are) (?:quite |very |pretty |fairly |totally |completely |really )?flexible(?! (?:ticket|fare|on|with|about|by|within))|any (?:day|date)s? (?:works?|is|are|will|would|does)(?: (?:fine|ok|okay|good|do|work))?)\b/g,
    ),
    read: () => ({ kind: 'flexible', days: 3 }),
  },
];
