import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import type { SortOrder } from '../../domain/trip.ts';

/**
 * "Too early" of the way out, which is what the order of departure is of: not of the way back, of when one arrives, of a day or of one of
 * several flights.
 */
function tooMuch(time: 'early' | 'late'): Pattern {
  const otherTime =
    '\\b(?:returns?|returning|back|home|inbound|arriv(?:e|es|ing|al|als)|lands?|landing|gets? (?:us |me )?(?:in|there)|days?|dates?|(?:second|third|last|next|other|connecting) (?:flight|leg)|lay ?overs?|stop ?overs?)\\b|\\bfrom \ue000';
  const day = '(?<!\\b(?:leav(?:e|es|ing)|depart(?:s|ing|ure)?)(?: at)? )\ue001';
  return new Pattern(
    `\\b(?:way |much |far )?too ${time}(?= *(?:$|[.,!?]|for (?:me|us)))(?<!(?:${otherTime}|${day})[^.,;!?]{0,40})`,
  );
}

/** What somebody says of an offer who wants to see others first. */
const complaints: readonly (readonly [SortOrder, Pattern])[] = [
  [
    'cheapest',
    new Pattern(
      /\b(?:(?:too|so|very|quite|rather|pretty) (?:expensive|pricey|costly|dear)|(?:can't|cannot) afford|(?:over|out of|above|beyond|not (?:in|within)) (?:(?:my|our|the) )?(?:budget|price range)|(?:that|this|it|they|these|those)(?:'s| is|'re| are| seems?| looks?)(?: (?:all|still|a bit|a lot|pretty|kind of|kinda|really|just|quite|way|crazy|crazily|insanely))* (?:expensive|pricey|costly|steep|a lot of money|a lot)(?! (?:is|of (?:people|stops))\b)|(?:do|get|find|offer|give|make)(?: me| us)? (?:any |a |something )?better (?:on (?:the )?)?(?:prices?|deals?|fares?|rates?|that)|(?:bring|get|knock|push) (?:the |that |this )?(?:price|cost|fare) down|more than (?:i|we) (?:want(?:ed)?|can|could|planned|hoped|wish)(?: to)? (?:pay|spend|afford)?)\b/,
    ),
  ],
  [
    'fastest',
    new Pattern(
      /\b(?:(?:too|so|very|quite|rather|pretty) (?:long|slow)(?= *(?:$|[.,!?]|for (?:me|us)))|tak(?:es|ing) (?:too|so|very) long)\b/,
    ),
  ],
  [
    'latest',
    new Pattern(
      /\b(?:don't|do not|won't|can't|cannot|not|never|hate(?: to)?|rather not) (?:want to |like to |like |going to |wanna |fancy )?(?:get(?:ting)?|wak(?:e|ing)|be(?:ing)?|have to (?:get|wake|be)) up (?:that|so|this|too|very)? ?early\b|\b(?:that|so|this) early in the (?:day|\ue001)(?=$|[.,!])/,
    ),
  ],
  ['latest', tooMuch('early')],
  ['earliest', tooMuch('late')],
];

const patterns: readonly (readonly [SortOrder, Pattern])[] = [
  ...complaints,
  [
    'cheapest',
    new Pattern(
      /\b(?:cheap(?:est|er|ly)?|inexpensive|least expensive|lowest(?: |-)(?:price|fare|cost)s?|most affordable|affordable|best (?:price|deal|value|fare)s?|by (?:price|cost|fare)|(?<!\b(?:no|not|nothing|avoid(?:ing)?|without|any|never|hate|n't)(?: (?:on|with|an?|any|the|fly|flying|want|like)){0,3} )low[- ]cost|(?<!\b(?:no|not|avoid|without|any) )budget (?:flights?|airlines?|option)|bargain|on a (?:tight )?budget)\b(?! than)/,
    ),
  ],
  [
    'fastest',
    new Pattern(
      /\b(?:fastest|quickest|shortest|by (?:duration|length|travel time)|least (?:travel )?time|quicker|faster|(?:anything|something|any|a|ones?|flights?|options?) shorter)\b/,
    ),
  ],
  [
    'earliest',
    new Pattern(
      /\b(?:earliest(?! i can| we can)|by departure(?: time)?|first flight (?:out|of the day)|as early as possible|first thing(?! (?:that|to|is|i|you|we)\b)|(?:anything|something|any|flights?|ones?|options?) (?:that (?:leaves|departs) |leaving |departing )?(?:earlier|sooner)|(?:an? (?:bit|little) |somewhat )?(?:earlier|sooner) (?:flights?|ones?|departures?|options?|please)|(?:leave|depart|fly|go|set off|take off) (?:an? (?:bit|little) |somewhat )?(?:earlier|sooner)(?! than)|^(?:an? (?:bit|little) |somewhat )?(?:earlier|sooner)(?: in the day| the same day| that day)?[.!?]?$|as soon as possible)(?![a-z])/,
    ),
  ],
  [
    'latest',
    new Pattern(
      /\b(?:latest(?! i can| we can)|(?:the )?last flight (?:out|of the day|from|to|on|home|back|\ue001)|as late as possible|(?:anything|something|any|flights?|ones?|options?) (?:that (?:leaves|departs) |leaving |departing )?later|(?:an? (?:bit|little) |somewhat )?later (?:flights?|ones?|departures?|options?|please)|(?:leave|depart|fly|go|set off|take off) (?:an? (?:bit|little) |somewhat )?later(?! than| on)|^(?:an? (?:bit|little) |somewhat )later[.!?]?$|^(?:an? (?:bit|little) |somewhat )?later (?:in the day|the same day|that day)[.!?]?$|^later (?:flights?|please)[.!?]?$|^(?:and |any(?:thing)? )?later\?$)(?![a-z])/,
    ),
  ],
  [
    'best',
    new Pattern(
      /\b(?:best (?:flights?|options?|overall|ones?|choices?|match|first)|recommended|(?:sort|order|rank) by best|by (?:quality|score))\b/,
    ),
  ],
];

const order = new Pattern(
  /\b(?:sort|order|rank|arrange)(?:ed)?(?: (?:them|these|those|it|all|(?:the )?(?:flights|list|results|options|offers)))? by(?! (?:the )?(?:time of )?(?:earliest |latest )?(?:arriv|land))(?: (?:the )?[a-z]+){1,2}|\b(?:cheapest|fastest|quickest|shortest|earliest|latest)(?: (?:departures?|flights?|ones?|options?|prices?|fares?|durations?|trips?|to leave|(?:travel |journey |flight |flying |total )?times?|journeys?))? first\b/,
  'g',
);

/** The passage without "earliest departure first", which points at none of the list. */
export const withoutOrder = (passage: Passage): Passage => order.blankIn(passage);

/** The order a message asks for; null where it asks for none. */
export const readSort = (passage: Passage): SortOrder | null => firstOf(patterns, passage);

/** "Later" by itself: of offers on the table; before there are any it takes leave. */
const later = new Pattern(/^(?:(?:and|a bit|bit|little|much|something|please),? )?later(?: please)?[.!]?$/);

/** The order that is asked for where offers are shown. */
export const readSortOfShown = (passage: Passage): SortOrder | null =>
  readSort(passage) ?? (later.test(passage) ? 'latest' : null);

/** The order that a complaint about an offer asks for: "the second one is too expensive". */
export const readComplaint = (passage: Passage): SortOrder | null => firstOf(complaints, passage);

function firstOf(orders: readonly (readonly [SortOrder, Pattern])[], passage: Passage): SortOrder | null {
  let said: SortOrder | null = null;
  let first = Infinity;
  for (const [order, pattern] of orders) {
    const index = pattern.exec(passage)?.index ?? -1;
    if (index >= 0 && index < first) {
      first = index;
      said = order;
    }
  }
  return said;
}
