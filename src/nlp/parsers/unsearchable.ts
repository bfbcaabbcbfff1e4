import type { Unsearchable } from '../../domain/understood.ts';
import { sharedBags } from './bags.ts';
import { wishedStops } from './stops.ts';
import { passageOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const have = '(?:with|and|plus|bring(?:ing)?|take|taking|have|for)';
const animal =
  '(?:small |little |big |large |old |emotional support |service )*(?:dogs?|cats?|pupp(?:y|ies)|kittens?|pets?)';
const planes = '(?:airbus|boeing|embraer|dreamliners?|jumbos?|a3[0-9]{2}|7[0-9]7|propellers?|turboprops?)';
/** "200 extra": so much beside another price, not in all. */
export const dearer = '(?:extra|more(?! or less)|additional|on top)';
const stops = '(?:stops?|stopovers?|lay ?overs?|connections?)';

const patterns: readonly (readonly [Unsearchable, Pattern])[] = [
  [
    'seat',
    new Pattern(
      /\b(?:window|aisle|middle|front|exit[- ]row|bulkhead|bassinet) (?:seats?|rows?)\b|\bexit rows?\b|\b(?:extra |more |lots of )?leg ?room\b|\b(?:seats?|seated|sit(?:ting)?) (?:together|next to each other|side by side)\b/g,
    ),
  ],
  [
    'on_board',
    new Pattern(
      /\b(?:wi-?fi|power (?:outlets?|sockets?)|usb|entertainment|lie[- ]flat(?: (?:beds?|seats?))?|flat beds?)\b/g,
    ),
  ],
  [
    'meal',
    new Pattern(
      /\b(?:vegetarian|vegan|kosher|halal|gluten[- ]free|special|hot) (?:meals?|food)\b|\bwith (?:a )?meals?\b/g,
    ),
  ],
  [
    'airline_kind',
    new Pattern(
      /\b(?:no|not|avoid(?:ing)?|without|never|hate|except|only|just|prefer) (?:on )?(?:an? |the )?(?:budget|low[- ]cost|no[- ]frills|discount|legacy|full[- ]service|major|national|flag|regional) (?:airlines?|carriers?)\b|\b(?:budget|low[- ]cost|legacy|full[- ]service|major) (?:airlines?|carriers?) (?:only|please)\b|\blow[- ]cost only\b|\bfull[- ]service (?:airlines?|carriers?)\b|\b(?:no|not|avoid(?:ing)?|without|never|hate|except|only|just|prefer) (?:on )?(?:an? |the |any )?(?:american|european|asian|chinese|russian|african|gulf|middle eastern|foreign|local|\ue000(?:n|-based)?) (?:airlines?|carriers?)\b/g,
    ),
  ],
  [
    'nearby_airports',
    new Pattern(
      /\b(?:nearby|near ?by|alternative|surrounding|closer|closest|nearest|neighbou?ring) airports?\b|\bairports? (?:nearby|near ?by|close by|near me|in the area|around)\b|\b(?:or|and) (?:somewhere|anywhere|any(?:thing| airport| place)|some(?:thing| place)|a place|places|airports?) (?:nearby|near ?by|near|close|close by|around there|in the area)\b|\b(?:airports?|anywhere|somewhere) within (?:an? |\d{1,3} ?)(?:miles?|mi|km|kilomet(?:er|re)s?|hours?|hrs?)\b/g,
    ),
  ],
  [
    'animal',
    new Pattern(
      `\\b${have} (?:my|our|a|an|the|her|his|two|2) ${animal}\\b|\\b${animal} (?:in (?:the )?cabin|on board|travels? too|comes? along)\\b`,
      'g',
    ),
  ],
  [
    'lodging',
    new Pattern(
      /\b(?:with |and |plus |including )?(?:an? |the )?(?:hotels?|accommodations?|lodging)(?: (?:included|as well|too))?\b/g,
    ),
  ],
  [
    'ground_travel',
    new Pattern(
      /\b(?:with |and |plus |then )*(?:an? |the |by )?(?:airport )?\b(?:transfers?(?: included)?(?=$|[.,;!?]| from| to the hotel)|trains?(?: to \ue000)?|(?:rental|hire) cars?|car (?:hire|rental)|bus(?: to \ue000)?)\b/g,
    ),
  ],
  [
    'emissions',
    new Pattern(
      /\b(?:greenest|lowest (?:emissions?|carbon|co2)|least (?:emissions?|carbon|co2|polluting)|eco-? ?friendl(?:y|iest)|low(?:er)?[- ](?:carbon|emissions?))\b/g,
    ),
  ],
  [
    'arrival_order',
    new Pattern(
      /\b(?:soonest|earliest|first) (?:arrivals?|to (?:arrive|land|get there))\b|\b(?:sort|order) by arrival\b/g,
    ),
  ],
  [
    'special_bags',
    new Pattern(
      /\b(?:\d ?x ?)?\d{1,2} ?(?:kg|kilos?)(?: (?:of )?(?:bags?|baggage|luggage|suitcases?))?\b|\b(?:golf (?:clubs?|bags?)|skis?(?= |$|[.,!?])(?! (?:trip|holiday|resort|weekend|break|season|area|in|week))|snowboards?|surf ?boards?|bikes?|bicycles?|strollers?|prams?|buggy|buggies|oversized? (?:bags?|luggage)|sports? equipment|musical instruments?)\b/g,
    ),
  ],
  ['shared_bags', sharedBags],
  [
    'fare_rules',
    new Pattern(
      /\b(?:no|not|without|avoid(?:ing)?|never|except) basic(?: economy)?\b|\b(?:changeable|changable|modifiable) (?:fares?|tickets?|flights?)?|\bfree changes\b/g,
    ),
  ],
  [
    'condition',
    new Pattern(
      /\bif (?:it|that|this|they|the (?:price|fare|cost))(?:'s| is| are| costs?| stays?)? ?(?:under|below|less than|cheaper than|at most|up to|no more than|within) ?[$€£]? ?\d{2,5}\b|\b\d{2,5} ?(?:[$€£]|pounds|euros|dollars)? for (?:business|premium economy|first)(?: class)? (?:but|and|or) (?:only )?[$€£]?\d{2,5} ?(?:[$€£]|pounds|euros|dollars)? for\b/g,
    ),
  ],
  ['stops_wish', wishedStops],
  [
    'stops_of_one_way',
    new Pattern(
      /\b(?:direct|non-? ?stop) (?:out|there|outbound|on the way (?:out|there))\b|\b(?:direct|non-? ?stop) (?:back|home|on the way (?:back|home))(?= (?:but|only)\b)|\b(?:all|everything) (?:direct|non-? ?stop) (?:except|but)\b|\b(?:direct|non-? ?stop) except\b/g,
    ),
  ],
  [
    'miles',
    new Pattern(
      /\b(?:using|with|use|for|pay(?:ing)? (?:with|by|in)|redeem(?:ing)?|on) (?:my |our |some )?(?:[a-z]{2,12} )?(?:miles|avios|points|vouchers?)\b|\b(?:miles|award) tickets?\b/g,
    ),
  ],
  [
    'aircraft',
    new Pattern(
      `\\b(?:on|in|by|not|no|never|avoid|only|an?) (?:on )?(?:an?|the )?(?: ?(?:airbus|boeing))? ?${planes}(?: max)?\\b`,
      'g',
    ),
  ],
  [
    'least_stops',
    new Pattern(
      `\\b(?:at least|minimum(?: of)?|no fewer than|not fewer than|exactly|(?<!\\b(?:no|not|never|nothing) )more than) (?:an?|one|two|three|1|2|3) ${stops}\\b`,
      'g',
    ),
  ],
  [
    'price_difference',
    new Pattern(
      `\\b(?:more than|less than|at most|up to|under|below|within|max(?:imum)?|for|only|just|about|around|pay) (?:[$€£] ?\\d{1,5}|\\d{1,5} ?(?:[$€£]|dollars?|euros?|pounds?|bucks|usd|eur|gbp)|\\d{2,5}) ${dearer}\\b(?=$|[.,!?;]| (?:than|if|for|please|is|each)\\b)(?: than (?:the )?[a-z]{3,10}(?: (?:one|class|seats?|flight))?)?`,
      'g',
    ),
  ],
  [
    'assistance',
    new Pattern(
      /\bwheel ?chairs?\b|\b(?:special|travel|mobility) assistance\b|\bunaccompanied (?:minors?|child(?:ren)?)\b/g,
    ),
  ],
];

/** Beside a flight they are said back, by themselves they are nothing of ours. */
const alsoForeign: ReadonlySet<Unsearchable> = new Set(['lodging', 'ground_travel']);

/** What a message wishes for that no source can be asked for, and the message without the words for it. */
export function readUnsearchable(passage: Passage): {
  readonly kinds: readonly Unsearchable[];
  readonly rest: Passage;
} {
  const kinds: Unsearchable[] = [];
  let { text } = passage;
  for (const [kind, pattern] of patterns) {
    if (!pattern.mayMatch(passage)) continue;
    text = text.replace(pattern.regex, (phrase: string) => {
      if (!kinds.includes(kind)) kinds.push(kind);
      return alsoForeign.has(kind) ? phrase : ' '.repeat(phrase.length);
    });
  }
  return { kinds, rest: kinds.length > 0 ? passageOf(text) : passage };
}
