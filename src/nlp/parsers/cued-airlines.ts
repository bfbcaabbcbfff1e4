import type { Span } from '../span.ts';
import type { AirlineName } from './airline-names.ts';
import { betweenAirlines } from './airlines.ts';

/** Where something stands in a text, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const cuedBefore =
  /\b(?:with|on|via|through|using|use|by|fly|flying|take|taking|prefer(?:s|red|ring|ably|ence is| to fly| to travel| to use)?|preferablly|try|choose|like|love|hate|avoid|without|no|not|nor|neither|exclude|excluding|except|but|than|over|or|and|only|is|maybe|be|want|book|airline|carrier|airlines|about|(?:fans?|sick|tired|wary|scared|afraid|enough) of|ideally|hopefully|also|drop|remove|lose|an?|the|any|other)(?: (?:an?|the|only|with|on|maybe|be|either|like|fly|flying|use))?,? $/;
const cuedAfter =
  /^(?:'s)? (?:flights?|air|airlines?|airways|only|tickets?|one\b|planes?|fares?|miles|preferred)/;
/** What stands behind places as well. */
const cuedLooselyAfter =
  /^(?:'s)? (?:please|instead|if possible|is|would|or|and|(?:also |still )?(?:ok|okay|fine|good|acceptable)|also|too|as well)\b/;
const gotBefore =
  /\b(?:get|got|see|show|find|have|include|including|add|consider|there|preferably|rather)(?: me| us)? $/;
const nothingFrom = /\bnothing from $/;
/** Where planes are changed, which nobody does at an airline. */
const changeBefore =
  /\b(?:via|through|transit(?:ing)?(?: in| at)?|by way of|(?:lay ?over|stop ?over|connection|change|changing)s? (?:in|at))(?: the)? $/;
const placeBefore = /\b(?:to|from|in|into|visit|near|around)(?: the)? $/;

/** Drops everyday words that nothing around them marks as an airline. */
export function cuedAirlines(
  text: string,
  names: readonly Span<AirlineName>[],
  places: readonly Stretch[],
  asked: boolean,
): Span<AirlineName>[] {
  const onlyCodes = names.length > 0 && isOnlyCodes(text, names);
  const cued = names.map((span) =>
    isCued(text, span, places, asked || (onlyCodes && !isAlsoPlace(span, places))),
  );
  // "BA, Virgin or AF", "Singapore or Qantas": beside an airline they are airlines, too.
  for (const step of [1, -1])
    for (let at = step > 0 ? 1 : names.length - 2; at >= 0 && at < names.length; at += step)
      cued[at] ||=
        cued[at - step] === true &&
        isAirlineBesideOne(names[at], places) &&
        areJoined(text, names[at - step], names[at]);
  return names.filter((_, index) => cued[index]);
}

function isCued(text: string, span: Span<AirlineName>, places: readonly Stretch[], asked: boolean): boolean {
  if (!span.value.everyday) return true;
  const before = text.slice(Math.max(0, span.start - 40), span.start).toLowerCase();
  const after = text.slice(span.end, span.end + 30).toLowerCase();
  if (/^(?:'s)? (?:flights?|airlines?|airways|one\b)/.test(after)) return true;
  if (span.value.bare) return asked || codeBefore.test(before) || codeAfter.test(after);
  const isPlace = isAlsoPlace(span, places);
  if (placeBefore.test(before)) return !isPlace && nothingFrom.test(before);
  if (isPlace && changeBefore.test(before)) return false;
  if (isPlace && places.some(({ end }) => betweenPlaces.test(text.slice(end, span.start)))) return false;
  if (leadsRoute(span, text, places)) return true;
  if (isPlace ? startsRoute(span, text, places) : fliesTo(span, text, places)) return !isPlace;
  if (asked || cuedAfter.test(after) || (!isPlace && cuedLooselyAfter.test(after))) return true;
  const capital = /^\p{Lu}/u.test(span.text);
  if (
    !isPlace &&
    gotBefore.test(before) &&
    (capital || /^(?: flights?)?(?: please| too| again)?[.!?]?$/.test(after))
  )
    return true;
  return cuedBefore.test(before) && (capital || !/\b(?:an?|the|any|other) $/.test(before));
}

const isAlsoPlace = ({ start, end }: Stretch, places: readonly Stretch[]): boolean =>
  places.some((place) => place.start === start && place.end === end);

const isAirlineBesideOne = (name: Span<AirlineName> | undefined, places: readonly Stretch[]): boolean =>
  name !== undefined && (name.value.bare === 'code' || isAlsoPlace(name, places));

const betweenPlaces = /^(?:,|,? and|,? or|\/) $/i;

/** "Singapore to Jakarta", unless the journey starts elsewhere: "Singapore to Sydney from London". */
function startsRoute({ end }: Span<AirlineName>, text: string, places: readonly Stretch[]): boolean {
  const gap = routeAfter.exec(text.slice(end, end + 12))?.[0];
  const next = gap === undefined ? undefined : places.find(({ start }) => start === end + gap.length);
  return next !== undefined && !/^ from /i.test(text.slice(next.end, next.end + 6));
}
const routeAfter = /^(?: ?(?:-|>|\/) ?| to (?:the )?)/i;

/** "Qatar London to Sydney": before a route, at the beginning or behind a comma. */
function leadsRoute({ start, end }: Span<AirlineName>, text: string, places: readonly Stretch[]): boolean {
  if (!/(?:^|[,.;:!?] )$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  const from = places.find((place) => place.start === end + 1 && text[end] === ' ');
  if (!from) return false;
  const gap = routeAfter.exec(text.slice(from.end, from.end + 12))?.[0];
  return gap !== undefined && places.some((place) => place.start === from.end + gap.length);
}

/** "United from Newark". */
function fliesTo({ end }: Span<AirlineName>, text: string, places: readonly Stretch[]): boolean {
  const gap = /^ (?:from|to|out of) /i.exec(text.slice(end, end + 10))?.[0];
  return gap !== undefined && places.some(({ start }) => start === end + gap.length);
}

/** What stands before an airline and before next to nothing else of two letters. */
const codeBefore =
  /\b(?:with|on|by|(?:what|how) about|fly(?:ing)?|only|just|avoid(?:ing)?|without|exclud(?:e|ing)|except|prefer|airlines?|carriers?|drop|remove|hate|love|like|either|tak(?:e|ing)|try|not|no)(?: (?:with|on|the|either|only|any))? $/;
const codeAfter = /^ (?:only|fares?|tickets?|planes?)\b/;

function areJoined(
  text: string,
  one: Span<AirlineName> | undefined,
  other: Span<AirlineName> | undefined,
): boolean {
  if (!one || !other) return false;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return betweenAirlines.test(text.slice(first.end, second.start).toLowerCase());
}

/** "BA or VS, please". */
function isOnlyCodes(text: string, names: readonly Span<AirlineName>[]): boolean {
  let rest = '';
  let end = 0;
  for (const span of names) {
    rest += text.slice(end, span.start);
    end = span.end;
  }
  return /^(?:[ ,.!?/&]|\b(?:or|and|only|just|please|ok|okay|maybe)\b)*$/i.test(rest + text.slice(end));
}
