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
  alliances: 'alliances?',
  avoid_airports: 'airports?',
  via_airports: `(?:${changes}|(?:connecting|connection|layover|stopover) (?:airport|city|place)|via)`,
  arrive_by: 'arrival(?: time)?',
  departure_time: '(?:departure )?times?(?: of day)?',
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
/** "Forget about the layover": by their names those that nobody drops in another sense. */
const plainly = new Pattern(
  /\b(?:drop|forget(?: about)?|ignore|lift|scrap|remove|never ?mind)(?: about)? (?:the |that |my )(lay ?overs?|connection time|layover time|duration|travel time|alliance|airlines?|carriers?|arrival time)(?: (?:thing|stuff|bit|part|rule|wish|length|time))?(?=$|[.,!]| (?:then|please|and)\b)/,
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
  const list = (named.exec(passage) ?? anyOf.exec(passage) ?? plainly.exec(passage))?.[1];
  if (list !== undefined) {
    const found = parts.flatMap(([part, pattern]) => (pattern.test(list) ? part : []));
    // A connection is where planes are changed, where that was said, and else a stop like any other.
    const other = changesSomewhere ? 'max_stops' : 'via_airports';
    return onlyChanges.test(list) ? found.filter((part) => part !== other) : found;
  }
  return all.test(passage) ? 'all' : one.test(passage) ? 'one' : null;
}
