import type { TripPart } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const drop =
  '(?:drop|remove|clear|reset|delete|lift|forget(?: about)?|lose|cancel|ignore|scrap|undo|take off|turn off|get rid of|without|no)';
const limit = '(?:filter|restriction|limit|condition|constraint|limitation|requirement)';
const all = new Pattern(
  `\\b${drop} (?:(?:all|every|any|each) )?(?:of )?(?:(?:the|my|these|those|your) )?(?:(?:other|search) )?${limit}s\\b`,
);
const one = new Pattern(`\\b${drop} (?:the |that |this |my )(?:(?:last|latest|new) )?${limit}\\b`);

const changes = 'connections?';
const names = {
  max_stops: `(?:stops?|stopovers?|${changes}|nonstop|non-stop|direct)`,
  max_price: '(?:price|budget|fare|cost)',
  max_duration: '(?:duration|length|travel time|flight time)',
  airlines: '(?:airlines?|carriers?)',
  alliances: '(?:alliances?|star alliance|one ?world|sky ?team)',
  avoid_airports: 'airports?',
  via_airports: `(?:${changes}|(?:connecting|connection|layover|stopover) (?:airport|city|place)|via)`,
  arrive_by: 'arrival(?: time)?',
  departure_time: '(?<!\\b(?:travel|flight|connection|layover|arrival) )(?:departure )?times?(?: of day)?',
  layover: 'lay ?overs?',
  bags: '(?:bags?|baggage|luggage)',
  refundable: 'refund(?:s|able)?',
} as const satisfies Partial<Record<TripPart, string>>;
export type FilterPart = keyof typeof names;

const namesOf = Object.entries(names) as [FilterPart, string][];
const name = `(?:${namesOf.map(([, source]) => source).join('|')})`;
/** "Clear the stops and price filters". */
const named = new Pattern(
  `\\b${drop} (?:the |that |this |my |any )?((?:${name}(?:,? and|,? or|,)? ){1,4})(?:${limit}|preference)s?\\b`,
);
const thing = '(?: (?:thing|stuff|bit|part|rule|wish|requirement|preference|length|times?))?';
const done = '(?=$|[.,;!]| (?:then|please|and|anymore|any more|now|for now|but|instead|if)\\b)';
/** "Forget about the layover": by their names those that nobody drops in another sense. */
const plainly = new Pattern(
  `\\b(?:drop|forget(?: about)?|ignore|lift|scrap|remove|lose|skip) (?:the |that |my )(lay ?overs?|connection time|layover time|duration|travel time|flight time|alliances?|price|budget|airlines?|carriers?|arrival time)${thing}${done}`,
);
/** "Never mind the bags", "don't worry about the price": whatever it is. */
const unworried = new Pattern(
  `\\b(?:never ?mind|(?:don't|do not|dont|no need to) (?:worry|bother|fuss)|(?:not|isn't|aren't) (?:too |so |that |really )?(?:fussed|bothered|worried|picky|fussy|concerned))(?: about| with)? (?:the |that |my |which |what |how many )?(${name})${thing}${done}`,
);
/** "The airline isn't important", "stops don't matter". */
const unimportant = new Pattern(
  `\\b(${name})(?: (?:length|times?|limit|cap|filter|restriction|requirement))?(?: is| are|'s)? ?(?:(?:not|n't|isn't|aren't|isnt|no longer) (?:really |actually |so |that |very |all that )?(?:important|relevant|a (?:priority|concern|worry|problem|deal-?breaker)|an issue|necessary|crucial)|(?:doesn't|does not|don't|do not|doesnt|dont) (?:really |actually )?matter|(?:is |are )?(?:unimportant|irrelevant)|(?:can|may|should) go(?=$|[.,!;]))(?![a-z])`,
);
/** "Any duration", "any layover is fine": the whole message. */
const anyOf = new Pattern(
  `^(?:ok,? |okay,? |then,? )?any (${name})s?(?: (?:is|are|will be|would be) (?:fine|ok|okay|good)| will do| works?)?(?: with me| for me)?[.!]?$`,
);
const parts = namesOf.map(([part, source]) => [part, new RegExp(`\\b${source}(?=,| |s?$)`)] as const);

const onlyChanges = new RegExp(`^(?:any )?${changes} ?$`);

/** "Remove the airline filter" names it, "remove all filters" and "drop that filter" do not; null where a message says neither. */
export function readDroppedFilters(
  passage: Passage,
  changesSomewhere = false,
): 'all' | 'one' | readonly FilterPart[] | null {
  const list = (named.exec(passage) ??
    anyOf.exec(passage) ??
    plainly.exec(passage) ??
    unworried.exec(passage) ??
    unimportant.exec(passage))?.[1];
  if (list !== undefined) {
    const found = parts.flatMap(([part, pattern]) => (pattern.test(list) ? part : []));
    // A connection is where planes are changed, where that was said, and else a stop like any other.
    const other = changesSomewhere ? 'max_stops' : 'via_airports';
    return onlyChanges.test(list) ? found.filter((part) => part !== other) : found;
  }
  return all.test(passage) ? 'all' : one.test(passage) ? 'one' : null;
}
