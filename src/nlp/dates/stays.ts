import { mostNights } from '../../domain/trip.ts';
import { comingWeekend } from './periods.ts';
import type { DateReading, DateRule, RangeReading, StayReading, WindowReading } from './reading.ts';
import { longWeekendBegins, weekendBegins } from './which-days.ts';
import { countSaid, dayUnit, daysIn, howMany, month, wayBack } from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

const stay = (min: number, max = min): DateReading | null =>
  min >= 1 && max <= mostNights
    ? { kind: 'stay', minNights: Math.min(min, max), maxNights: Math.max(min, max) }
    : null;

/** Nights in "a weekend", counted from Friday or Saturday. */
const weekend: StayReading = { kind: 'stay', minNights: 2, maxNights: 3, weekdays: weekendBegins };

/** From Friday or Saturday to Sunday. */
const weekendFrom = (from: WindowReading): RangeReading => ({
  kind: 'range',
  from,
  to: { kind: 'window', first: from.last + 1, last: from.last + 1, open: null, past: false },
});

/** How long somebody stays, and days counted from the date before. */
export const stayRules: readonly DateRule[] = [
  {
    pattern: new Pattern(/\b(?:for )?(?:a |the )?long weekend\b(?! (?:of|starting))/g),
    read: () => ({ kind: 'stay', minNights: 3, maxNights: 4, weekdays: longWeekendBegins }),
  },
  {
    pattern: new Pattern(/\bfor the weekend\b/g),
    read: (_, present) => ({ ...weekend, coming: weekendFrom(comingWeekend(present)) }),
  },
  {
    pattern: new Pattern(
      /\b(?:for a weekend|(?:(?:a|any|one|some) |(?<=^|[.!?,:;] ))weekend(?: (?:trip|getaway|break|away)|(?= (?:in|of)\b))|weekend (?:trip|getaway|break|away))\b/g,
    ),
    read: () => weekend,
  },
  {
    // "4 nights 5 days", "5 days / 4 nights", "4N5D": a package is told by both, and the nights count.
    pattern: new Pattern(
      `\\b(?:for )?(?:${howMany} nights?,? ?(?:/|&|-|and|\\+)? ?${howMany} days?|${howMany} days?,? ?(?:/|&|-|and|\\+)? ?${howMany} nights?|(\\d{1,2}) ?n ?[/,&-]? ?\\d{1,2} ?d|\\d{1,2} ?d ?[/,&-]? ?(\\d{1,2}) ?n)\\b`,
      'g',
    ),
    read: ([, nights, , , behind, short, last]) => stay(countSaid(nights ?? behind ?? short ?? last)),
  },
  {
    pattern: new Pattern(
      `\\b(?:for |stay(?:ing)? (?:for )?|spend(?:ing)? |of |between )?${howMany} ?(?:-|to|or|and) ?${howMany} ${dayUnit}(?! (?:from now|later|ago|earlier|after|before|notice))`,
      'g',
    ),
    // "Aged 3 and 11 months" is said of children.
    read: ([whole, low, high, unit = '']) =>
      unit.startsWith('mo') && / and /.test(whole) && !whole.startsWith('between')
        ? null
        : stay(countSaid(low) * daysIn(unit), countSaid(high) * daysIn(unit)),
  },
  {
    pattern: new Pattern(
      `\\b(?:for|stay(?:ing)?(?: for| there)?|spend(?:ing)?|last(?:ing|s)?|there for|about) (?:about |around |exactly |just |only |at least |up to |like |maybe )?(?:the )?${howMany} ${dayUnit}(?! (?:from now|later|ago|earlier|before|notice|limit))`,
      'g',
    ),
    read: ([, count, unit = '']) =>
      unit.startsWith('weekend') ? weekend : stay(Math.round(countSaid(count) * daysIn(unit))),
  },
  {
    pattern: new Pattern(
      `\\b${howMany}[- ](day|night|week|month)[- ](?:long )?(?:(?:city|beach|family|short|golf|ski|spa|business|weekend) )?(?:trip|stay|vacation|holiday|visit|getaway|break|tour|journey)s?\\b`,
      'g',
    ),
    read: ([, count, unit]) => stay(countSaid(count) * daysIn(unit)),
  },
  {
    pattern: new Pattern(
      `(?:^(?:for |about |maybe |just )?|\\b(?:make (?:it|that)|extend (?:it )?to|shorten (?:it )?to) )(?:for )?${howMany} ${dayUnit}(?=[.!]?$|, (?!then\\b)| (?:instead|please|then)\\b)`,
      'g',
    ),
    read: ([, count, unit = '']) =>
      unit.startsWith('weekend') ? weekend : stay(Math.round(countSaid(count) * daysIn(unit))),
  },
  {
    // "10 days in Rome", "two weeks in July".
    pattern: new Pattern(
      `(?<!\\b(?:in|within|after|every|next|last|past|first|for|than) )\\b${howMany} (days?|nights?|weeks?|months?) (?=in (?!each|every|advance|a row|total|all|between|the air|transit)|there\\b|away\\b(?! from))`,
      'g',
    ),
    read: ([, count, unit = '']) => stay(Math.round(countSaid(count) * daysIn(unit))),
  },
  {
    // "Around April 1, 10 days": behind a day and by itself.
    pattern: new Pattern(
      `(?<=[,;.] (?:and )?)(?<!\\b(?:baby|infant|toddler|newborn|child|kid|boy|girl|son|daughter|one)[,;] )(?:about |around |maybe |just |only |like ){0,2}${howMany} ${dayUnit}(?=$|[.!,;])`,
      'g',
    ),
    read: ([, count, unit = '']) =>
      unit.startsWith('weekend') ? weekend : stay(Math.round(countSaid(count) * daysIn(unit))),
  },
  {
    // "18 June 14 days", "June 18 2 weeks"
    pattern: new Pattern(
      `(?:(?<=\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?!and )[a-z]{3,9} )|(?<=\\b${month} \\d{1,2}(?:st|nd|rd|th)? ))${howMany} (days?|weeks?|months?)(?! (?:later|after|before|earlier|from|notice|ago|ahead|prior))(?![a-z])`,
      'g',
    ),
    read: ([, , count, unit = '']) => stay(Math.round(countSaid(count) * daysIn(unit))),
  },
  {
    pattern: new Pattern(
      `\\b${howMany} (days?|nights?|weeks?|months?) (?=(?:from|starting|beginning)(?: on)? (?:the )?(?:\\d|${month}))`,
      'g',
    ),
    read: ([, count, unit = '']) => stay(Math.round(countSaid(count) * daysIn(unit))),
  },
  {
    pattern: new Pattern(`(?<!\\b${month} )\\b${howMany} night(?![a-z])|\\b${howMany} nights(?![a-z])`, 'g'),
    read: ([, , one, several]) => stay(countSaid(one ?? several)),
  },
  {
    pattern: new Pattern(/\b(?:a )?(?:week|month)[- ]?long\b/g),
    read: ([whole]) => stay(whole.includes('month') ? 30 : 7),
  },
  { pattern: new Pattern(/\ba fortnight\b|\bfor a fortnight\b/g), read: () => stay(14) },
  {
    pattern: new Pattern(
      `\\ba (week|month|fortnight) (?=in |at |there|with |together|away|of |somewhere |someplace |anywhere )`,
      'g',
    ),
    read: ([, unit]) => stay(daysIn(unit)),
  },
  {
    // Of "the same evening" the part of the day is read by itself.
    pattern: new Pattern(
      /\b(?:a )?day[- ]trip\b|\b(?:on )?(?:the )?same day\b|\bsame[- ]day return\b|\b(?:the |that )same (?=(?:morning|afternoon|evening|night)\b)|\bthat (?=(?:afternoon|evening|night)\b)/g,
    ),
    read: ([said], _, text) =>
      said === 'that ' && !wayBack.test(text.slice(0, text.indexOf(said)))
        ? null
        : { kind: 'days_after', days: 0 },
  },
  {
    // "There and back on Friday".
    pattern: new Pattern(
      /\b(?:there|out) and back (?:(?:all )?(?:in|within|on) (?:a|one|the same|a single|the one) day\b|(?=on )(?!on (?:my|our|a) own))/g,
    ),
    read: () => ({ kind: 'days_after', days: 0 }),
  },
  {
    pattern: new Pattern(
      /\b(?:the )?(?:next day|following day|day after(?! tomorrow)|day later)\b(?! (?:that|\d))/g,
    ),
    read: () => ({ kind: 'days_after', days: 1 }),
  },
  {
    pattern: new Pattern(/\b(?:the )?(?:following week|week after(?! next)(?: that)?)\b/g),
    read: () => ({ kind: 'days_after', days: 7 }),
  },
  {
    pattern: new Pattern(
      `\\b(?:exactly |about |just )?${howMany} ${dayUnit} (?:later|after(?:wards?| that| then| departure| departing| leaving| arrival| arriving| i leave| we leave)?(?! (?:next|the|tomorrow|today|now))|on)\\b`,
      'g',
    ),
    read([whole, count, unit = '']) {
      const days = Math.round(countSaid(count) * daysIn(unit));
      return /later on$|\bon$/.test(whole) && !whole.endsWith('later on')
        ? null
        : { kind: 'days_after', days };
    },
  },
];
