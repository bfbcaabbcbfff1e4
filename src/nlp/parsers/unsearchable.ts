import type { Unsearchable } from '../../domain/understood.ts';
import { sharedBags } from './bags.ts';
import { currencyPattern } from './currency.ts';
import { wishedStops } from './stops.ts';
import { passageOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const have = '(?:with|and|plus|bring(?:ing)?|take|taking|have|for)';
const animal =
  '(?:small |little |big |large |old |emotional support |service )*(?:dogs?|cats?|pupp(?:y|ies)|kittens?|pets?)';
const planes = '(?:airbus|boeing|embraer|dreamliners?|jumbos?|a3[0-9]{2}|7[0-9]7|propellers?|turboprops?)';
/** "200 extra": so much beside another price, not in all. */
export const dearer = '(?:extra|more(?! or less)|additional|on top)';
/** A kind of airplane, behind a word that tells it from a price: "no 737 max". */
export const aircraft = new Pattern(
  `\\b(?:on|in|by|not|no|never|without|avoid(?:ing)?|hate|prefer(?:ably|red)?|with|only|any|an?) (?:on |fly(?:ing)? )?(?:an?|the|any )?(?: ?(?:airbus|boeing))? ?${planes}s?(?:[- ]?max(?: ?\\d{1,2})?)?(?: (?:planes?|aircraft|jets?))?(?![a-z0-9])|\\b(?:airbus|boeing|embraer|dreamliners?) (?:only|please|preferred|if possible|planes?|aircraft|jets?)\\b`,
  'g',
);
const money = `(?:${currencyPattern} ?\\d{1,6}(?:[.,]\\d{2,3})?|\\d{1,6}(?:[.,]\\d{2,3})?(?: ?${currencyPattern}|(?<=\\d{3})(?![\\d:/-]| ?(?:h|hrs?|hours?|m|mins?|minutes?|kgs?|kilos?|kms?|miles?|people|years?|am|pm)(?![a-z]))))`;
/** "Nothing under 100", "at least 300 euros": a floor under the price. */
export const leastPrice = new Pattern(
  `(?:\\b(?:no|not|nothing|none|never)|\\b(?:don't|do not|dont) (?:want|show|need|like)(?: me)?(?: to (?:pay|spend|see))?)(?: (?:anything|flights?|fares?|tickets?|offers?|ones?|priced|that (?:is|are|costs?)|costing)){0,2} (?:under|below|less than|cheaper than|lower than) ${money}|\\b(?:at least|no less than|not less than|min(?:imum)?(?: price)?(?: of)?|(?<!(?:hide|exclude|filter out|remove|leave out|skip) (?:any |all |the )?)(?:flights?|fares?|tickets?|anything|something|only|costing|priced|ones) (?:over|above|more than)) ${money}`,
  'g',
);
const stops = '(?:stops?|stopovers?|lay ?overs?|connections?)';

const choosing = '(?:no|not|nothing|avoid(?:ing)?|without|never|hate|except|only|just|prefer(?:ably)?)';
const airlineKind =
  '(?:budget|(?:ultra[- ])?low[- ]cost|no[- ]frills|discount|cheap|legacy|full[- ]service|major|national|flag|regional|charter)';
const carriers = '(?:airlines?|carriers?)';

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
      `\\b${choosing} (?:on |with |fly(?:ing)? )?(?:an? |the |any )?${airlineKind} ${carriers}\\b|\\b${airlineKind} ${carriers},? (?:only|please|preferred)\\b|\\b(?:low[- ]cost|u?lccs?|full[- ]service) only\\b|\\b${choosing} (?:any )?(?:u?lccs?|low[- ]cost(?:er)?s|(?:ultra[- ])?low[- ]cost(?=$|[.,!?;]))(?![a-z])|\\bfull[- ]service (?:airlines?|carriers?)\\b|\\b${choosing} (?:on |fly(?:ing)? )?(?:an? |the |any )?(?:[a-z]{2,12}(?:can|ean|ian|ish|ese)|us|u\\.s\\.|uk|eu|german|french|dutch|swiss|arab|gulf|middle eastern|foreign|local|\\ue000(?:n|-based)?) (?:airlines?|carriers?)\\b`,
      'g',
    ),
  ],
  [
    'airport_service',
    new Pattern(
      /\b(?:with |including |and |plus |include |want |need )?(?:airport )?(?:lounges?(?: access| pass(?:es)?)?|(?:priority|early) (?:boarding|check-?in|security)|fast[- ]?track(?: security)?)\b/g,
    ),
  ],
  [
    'daylight',
    new Pattern(
      /\b(?:(?:in|by|during|with) (?:the )?(?:day ?light|sunlight)(?: hours)?|day ?light (?:arrivals?|departures?|flights?|only)|(?:while|when|as long as) (?:it is|it's|there is|there's) (?:still )?(?:light|day ?light)|(?:before|after|not in the|in the) dark(?:ness)?|(?:before|after) (?:it (?:gets|is) dark|sun ?(?:set|rise|down|up)|nightfall|dusk|dawn))\b/g,
    ),
  ],
  [
    'own_schedule',
    new Pattern(
      /\b(?:i|we|he|she|they|my (?:wife|husband|partner|kids))(?:'m| am| are| is)? (?:only )?(?:finish(?:es)?|end(?:s)?|get(?:s)? (?:off|out of)|leave(?:s)?|done(?: with)?|start(?:s)?|stop(?:s)?|work(?:s)?)(?: (?:at )?(?:the )?(?:work(?:ing)?|school|class(?:es)?|my shift|the office|uni))?(?: only)? (?:at|by|around|until|till|before) (?:\d|\ue001|noon)|\bmy (?:shift|work|meeting|class|exam|conference) (?:ends?|finishes|is over|starts?|begins?|runs until|lasts until) (?:at|by|around)? ?(?=\d|\ue001|noon)/g,
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
  ['aircraft', aircraft],
  ['least_price', leastPrice],
  [
    'least_stops',
    new Pattern(
      `\\b(?:at least|minimum(?: of)?|no fewer than|not fewer than|exactly|(?<!\\b(?:no|not|never|nothing) |(?:\\b(?:filter out|hide|exclude|excluding|without|avoid|remove|skip|leave out)|n't (?:want|show|need|include))(?: (?:me|us|any|anything|flights|ones|options|the|those|with|that|have|has)){0,4} )more than) (?:an?|one|two|three|1|2|3) ${stops}\\b`,
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
