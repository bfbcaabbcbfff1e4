import type { OfferReference, Superlative } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const layover = '(?:lay ?over|stop ?over|connection|transfer|connecting time|waiting time|wait)s?';
const lands =
  '(?:lands?|arrives?|gets? (?:me |us )?(?:in|there|back|home)|touches down|is (?:there|back|home)|(?:am|are|be) (?:there|back|home))';
/** "Can we arrive a bit earlier": than what is shown. */
const landing = '\\b(?:land|arrive|(?:get|be) (?:in|there|back|home))';
const somewhat = '(?:(?:an?|any|some) (?:bit|little|few hours|hour) |somewhat |any )?';
const behind = '(?! than\\b| (?:on|in) \ue001| \ue001)';
const leaves = '(?:leaves?|departs?|takes? off|sets? off|goes out)';
const home = '(?:return(?: flight| trip)?|(?:flight|way|trip|journey) (?:back|home))';
const isThe = `${home} (?:is|would be|takes|has) (?:the )?`;
const arrival = '(?:arrivals?|landings?|arriving|landing|to (?:arrive|land|get (?:in|there|back|home)))';

/** What flights are the most of, but for price and speed, which "the cheapest" and its like say. */
const extremes: readonly (readonly [Superlative, Pattern])[] = [
  [
    'longest_layover',
    new Pattern(
      `\\b(?:longest|biggest|most time (?:for|on) (?:the |a |my )?) ?${layover}\\b|\\bwaits? (?:the )?longest\\b`,
    ),
  ],
  [
    'shortest_layover',
    new Pattern(
      `\\b(?:shortest|smallest|quickest|briefest|tightest) ${layover}\\b|\\bwaits? (?:the )?(?:shortest|least)\\b|\\bleast (?:waiting|time waiting|layover)\\b`,
    ),
  ],
  [
    'fewest_stops',
    new Pattern(
      `\\b(?:fewest|least|lowest number of|smallest number of|minimal) (?:number of |amount of )?(?:stops?|connections?|changes|lay ?overs?|stopovers?|transfers?)\\b`,
    ),
  ],
  [
    'most_bags',
    new Pattern(
      /\bmost (?:checked |free |included )?(?:bags?|baggage|luggage)\b|\b(?:best|biggest|most generous) (?:bag(?:gage)?|luggage) allowance\b/,
    ),
  ],
  [
    'lowest_emissions',
    new Pattern(
      /\b(?:greenest|cleanest|most (?:eco(?:logical|[- ]?friendly)?|environmentally friendly|climate friendly|sustainable)|(?:lowest|least|fewest|smallest) (?:co2|carbon|emissions?)(?: footprint| emissions?)?)\b/,
    ),
  ],
  [
    'lands_earliest',
    new Pattern(
      `\\b${lands} (?:the )?(?:earliest|first|soonest)\\b|${landing} ${somewhat}(?:earlier|sooner)${behind}|\\b(?:earlier|sooner) ${arrival}\\b|\\b(?:sort|order|rank)\\b.{0,20} by (?:the )?(?:time of )?(?:arrival|landing)\\b|\\b(?:earliest|first|soonest) ${arrival}\\b`,
    ),
  ],
  [
    'lands_latest',
    new Pattern(
      `\\b${lands} (?:the )?(?:latest|last)\\b|${landing} ${somewhat}later${behind}|\\blater ${arrival}\\b|\\b(?:latest|last) ${arrival}\\b`,
    ),
  ],
  [
    'earliest',
    new Pattern(
      `\\b${leaves} (?:the )?(?:earliest|first|soonest)\\b|\\b${isThe}earliest\\b|\\bearliest (?:to (?:leave|depart)|departures?|take-?off|return(?: flight)?|(?:flight|way) (?:back|home))\\b`,
    ),
  ],
  [
    'latest',
    new Pattern(
      `\\b${leaves} (?:the )?(?:latest|last)\\b|\\b${isThe}latest\\b|\\blatest (?:to (?:leave|depart)|departures?|take-?off|return(?: flight)?|(?:flight|way) (?:back|home))\\b`,
    ),
  ],
  [
    'dearest',
    new Pattern(
      /\b(?:most expensive|priciest|dearest|costliest|most costly|costs? the most|highest[- ]priced?)\b/,
    ),
  ],
  [
    'slowest',
    new Pattern(
      `\\b(?:slowest|longest (?:flight|trip|journey|travel(?:l?ing)? time|duration|one|option|return)|takes? (?:the )?longest)\\b|\\b${isThe}longest\\b`,
    ),
  ],
  [
    'fastest',
    new Pattern(
      `\\btakes? (?:the )?(?:least time|least amount of time|shortest(?: time)?)\\b|\\b(?:shortest|least) (?:travel(?:l?ing)? time|flight time|duration|journey)\\b|\\b(?:shortest|fastest|quickest) ${home}\\b|\\b${isThe}(?:shortest|fastest|quickest)\\b`,
    ),
  ],
];

const backward = new Pattern(
  /\b(?:return(?:s|ing)?|inbound|homeward|(?:way|flight|fly|flies|leg|journey|trip|gets?|is|am|are|be|come|comes|arrives?|lands?|me|us) (?:back|home))\b/,
);

/** "The one that lands earliest", "the shortest layover": the first such thing that is said. */
export function readExtreme(passage: Passage): { at: number; reference: OfferReference } | null {
  for (const [superlative, pattern] of extremes) {
    const match = pattern.exec(passage);
    if (match)
      return {
        at: match.index,
        reference: { by: 'superlative', superlative, ...(backward.test(passage) && { way: 'back' }) },
      };
  }
  return null;
}
