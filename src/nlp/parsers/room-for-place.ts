import type { PlaceReading } from '../gazetteer/place-reading.ts';
import type { Span } from '../span.ts';
import { isOfTravel } from './unknown-names.ts';

const placeWord =
  /(?:^|[^a-z])(?:from|to|into|in|via|through|visit|visiting|between|of|for|leaving|leave|depart|departing) $/;
const directWord = /(?:^|[^a-z])(?:from|to|into|i mean|i meant) $/;
const wish =
  /\b(?:want|like|need|have|able|plan|planning|hope|used|trying|love|wish|wanna|prefer|how|got|going|ready|decided) to $/;
/** "Flight londn paris": where a mistyped name begins the route. */
const routeBefore =
  /(?:^|[^a-z])(?:flights?|tickets?|fares?|fly|flying|flys|book|trip)(?: (?:please|me|us|from))? $/;
const pairAhead = /^ ?(?:to|-) ?\p{L}/u;
/** "The capital" is a thing, "to the Bahamas" a place. */
const thing = /(?<!(?:to|from|in|into|visit|of|via|through|for) )\b(?:the|an?|this|that|your|some) $/;
/** "My friend Sydney": somebody's name, unless a route begins there as in "me and my wife London to Rome". */
const person =
  /\b(?:(?:my|our|his|her|their|a) (?:[a-z]{2,8} )?(?:friend|wife|husband|son|daughter|sister|brother|mom|mum|mother|dad|father|cousin|niece|nephew|aunt|uncle|grandma|grandpa|boyfriend|girlfriend|partner|colleague|kid|baby|child|boss|fianc[eé]e?|roommate)|mr\.?|mrs\.?|ms\.?|my name is|my name's) $/;
const routeAhead = /^ ?(?:to|from|via|on|for|-|>|->|\d)/;
const beside = /^,? ?(?:to|-|>|->)? ?$/;
/** "Visiting my brother Berlin in May from London". */
const dayAhead =
  /^,? (?:in|on|this|next|tomorrow|today|tonight|around|early|mid|late|at|before|after|over|any) /;
const cueBefore = / (?:from|to|out of) $/;
/** Millions of passengers a year. */
const large = 10;
const dayOrEnd = /^(?:$|[.,!?]| (?:on |next |this )?(?:\d|mon|tue|wed|thu|fri|sat|sun|tomorrow))/;
const placeAhead = /^ (?:airport|flights?|area|region)/;
const joined = /^(?:,| and| or| -|-| to|, then| then)? ?$/;

/**
 * Keeps the places that are meant as such: an ordinary word ("nice", "split", "change") is a place only where the sentence has room for one,
 * as after "from" and "to", beside another place, or as the answer to the question where. `lower` is the text in lower case.
 */
export function withRoom(
  text: string,
  lower: string,
  places: readonly Span<PlaceReading>[],
  isAnswer: boolean,
): readonly Span<PlaceReading>[] {
  const short = isAnswer && text.split(' ').length <= 4;
  return places.filter(({ start, end, value, text: written }, index) => {
    const lead = lower.slice(Math.max(0, start - 30), start);
    if (person.test(lead) && !routeAhead.test(lower.slice(end)) && !beginsRoute(places, index, lower))
      return false;
    const lowerCase = /^\p{Ll}/u.test(written);
    if (lowerCase && !isAnswer && thing.test(lead) && !placeAhead.test(lower.slice(end))) return false;
    if (short || (!value.weak && value.matchedBy !== 'misspelling')) return true;
    const next = places[index + 1];
    // "Cork to London": nothing else begins so, unless "travle to London" does.
    const opens = start === 0 && (value.matchedBy === 'name' || !isOfTravel(written));
    if (opens && next && lower.slice(end, next.start) === ' to ' && !next.value.weak) return true;
    const isBefore = next && !next.value.weak && /^ ?(?:to|-|>|->)? ?$/.test(lower.slice(end, next.start));
    const opensRoute = (start === 0 && value.matchedBy === 'misspelling') || routeBefore.test(lead);
    if (isBefore && opensRoute && !isOfTravel(written)) return true;
    const capital = /^\p{Lu}/u.test(written);
    const previous = places[index - 1];
    if (capital && previous && !previous.value.weak && joined.test(lower.slice(previous.end, start)))
      return true;
    if (previous && endsPair(previous, { start, end, value, text: written }, lower)) return true;
    if (value.matchedBy === 'name' && isInstead(places, index, lower)) return true;
    if (capital && (placeWord.test(lead) || (isAnswer && start === 0))) return true;
    if (start === 0 && capital && pairAhead.test(text.slice(end, end + 6)))
      return places[index + 1] !== undefined;
    return (value.weak ? directWord : placeWord).test(lead) && !wish.test(lead);
  });
}

const insteadOf = /^,? (?:instead of|rather than|and not|not) $/;
const notBefore = /\b(?:not|instead of|rather than) $/;

/** "Milan instead of Rome", "not Rome, Milan". */
function isInstead(places: readonly Span<PlaceReading>[], index: number, lower: string): boolean {
  const [previous, here, next] = [places[index - 1], places[index], places[index + 1]];
  if (!here) return false;
  if (next && !next.value.weak && insteadOf.test(lower.slice(here.end, next.start))) return true;
  if (!previous || previous.value.weak || !/^,? (?:but )?$/.test(lower.slice(previous.end, here.start)))
    return false;
  return notBefore.test(lower.slice(0, previous.start)) && dayOrEnd.test(lower.slice(here.end));
}

/** "London Milan 5 Feb": a large city right behind another one that no word leads to, before the day or the end. */
const endsPair = (previous: Span<PlaceReading>, { start, end, value }: Span<PlaceReading>, lower: string) =>
  !previous.value.weak &&
  value.matchedBy === 'name' &&
  (value.candidates[0]?.likelihood ?? 0) >= large &&
  lower.slice(previous.end, start) === ' ' &&
  !placeWord.test(lower.slice(Math.max(0, previous.start - 30), previous.start)) &&
  dayOrEnd.test(lower.slice(end));

/**
 * Whether the words after a relation name an end of the route and not the relation: a place is right behind ("me and my wife London Rome")
 * that begins no route of its own, or a day and the other end follow.
 */
function beginsRoute(places: readonly Span<PlaceReading>[], index: number, lower: string): boolean {
  const [here, next, third] = places.slice(index);
  if (!here || here.value.weak || !next || next.value.weak) return false;
  const gap = lower.slice(here.end, next.start);
  if (beside.test(gap)) return !third || !beside.test(lower.slice(next.end, third.start));
  return places.length === 2 && dayAhead.test(gap) && gap.length > ' in '.length && cueBefore.test(gap);
}
