import { ordinaryWords } from '../gazetteer/ordinary-words.ts';
import { unknownPlace, type PlaceReading } from '../gazetteer/place-reading.ts';
import type { Span } from '../span.ts';

/** What stands where a place could and is none. */
const notPlaces =
  /^(?:i|i'm|i'll|i'd|my|mine|the|there|here|work|home|hometown|school|anywhere|somewhere|everywhere|wherever|abroad|overseas|book|fly|go|travel|see|family|friends|business|first|economy|premium|yes|no|none|nothing|whatever|delta|united|american|mr|mrs|town|god|please|thanks|someplace|vacation|holiday|nowhere)\b/i;

/** Words of travel, which stand before "to" as well: "Getaway to Rome". */
const ofTravel =
  /\b(?:trips?|travels?|ride|hop|hops|jet|drive|move|moved|relocate|fares?|airfares?|journeys?|getaways?|vacations?|holidays?|honeymoon|weekends?|break|escape|adventure|tour|prices?|costs?|switch|swap|edit|update|modify|adjust|set|reset|compare|transfer|onwards?|connect|connections?|redeye|red-eye|roundtrip|oneway|one-way|non-stops?|outbound|inbound|backs?|similar|according|due|thanks?|next|welcome|want|wanna|gotta|ought|supposed|able|listen|refer|same|airlines?|airways|destination|origin|start|stopovers?|layovers?|stops?|class|mom|dad|wife|husband|kids|me|us|them|him|her|sister|brother|team|parents|friend|friends|everyone|people|passengers?|from|not|just|actually|maybe|rather|instead|options?|leg|segment|flying|available|availability|possible|somewhere|something|anything|deals?|specials?|bookings?|reservations?)\b/i;

/** Whether words can be the name of a place that nobody knows. */
export const isName = (phrase: string): boolean =>
  !notPlaces.test(phrase) &&
  !phrase
    .toLowerCase()
    .split(' ')
    .every((word) => ordinaryWords.has(word));

const word = "[\\p{L}][\\p{L}'.-]{1,29}";
const capital = "\\p{Lu}[\\p{L}'.-]{1,29}";
const name = `${capital}(?: (?:of |and |the |de |del |la )?${capital}){0,3}`;
/** "◆ to Whoville", and in small letters where nothing but a day follows. */
const namedAhead = new RegExp(`^ ?(?:to|->|>) (?:the )?(${name})`, 'u');
const wordsAhead = new RegExp(
  `^ to (?:the )?(${word}(?: ${word}){0,2}?)(?: (?:on|in|for|next|this|around|from|leaving|departing|with|and|under))? ?(?:$|[.,!?;])`,
  'u',
);
/** "Brum to ◆", at the start of a sentence or of the flights that are asked for. */
const namedBefore = new RegExp(
  `(?:^|[.!?;:,] ?|\\b(?:[Ff]lights?|[Tt]ickets?|[Ff]ares?|[Ff]ly|[Ff]lying|[Ff]rom|or|[Bb]ook) )(${name}) ?(?:to|-|->|>) (?:the )?$`,
  'u',
);
const wordBefore =
  /^(?:(?:an? |the )?(?:cheap |cheapest )?(?:[Ff]lights?|[Tt]ickets?) )?(?:from )?([\p{L}][\p{L}'-]{2,29}) to $/u;
/** "Grapevine, ◆": a town before the state or country that it lies in. */
const townBefore = new RegExp(`(?:^|\\b(?:from|to|into|leaving|visit|visiting|in) )(${name}),? ?$`, 'u');
const farthest = 130;

/** What was found in a text, of whatever kind; `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Names that nobody knows, as readings of their own: a place before or behind a place is one end of a journey whatever it is called, and without
 * it the other end would be taken for this one. `found` is what was read in the text, in order.
 */
export function unknownNamesBeside(
  text: string,
  places: readonly Span<PlaceReading>[],
  found: readonly Stretch[],
): Span<PlaceReading>[] {
  const names: Span<PlaceReading>[] = [];
  const add = (start: number, end: number) => {
    if (names.every((known) => end <= known.start || start >= known.end))
      names.push({ start, end, text: text.slice(start, end), value: unknownPlace });
  };
  for (const place of places) {
    const next = found.find(({ start }) => start >= place.end)?.start ?? text.length;
    const ahead = text.slice(place.end, Math.min(next, place.end + farthest));
    const behind = nameAhead(ahead);
    if (behind !== undefined) add(place.end + behind.start, place.end + behind.end);
    const last = found.findLast(({ end }) => end <= place.start)?.end ?? 0;
    const from = Math.max(last, place.start - farthest);
    const lead = text.slice(from, place.start);
    if (lead === '' || from > last) continue;
    const before = place.value.kind === 'area' ? matchIn(townBefore, lead) : nameBefore(lead, last === 0);
    if (before && isPlainName(before.name))
      add(from + before.start, place.value.kind === 'area' ? place.end : from + before.end);
  }
  return names;
}

interface NameIn extends Stretch {
  readonly name: string;
}

function matchIn(pattern: RegExp, text: string): NameIn | undefined {
  const match = pattern.exec(text);
  const found = match?.[1]?.replace(/[.'-]+$/, '');
  if (!match || found === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(found);
  return { name: found, start, end: start + found.length };
}

function nameAhead(ahead: string): NameIn | undefined {
  const named = matchIn(namedAhead, ahead);
  if (named) return isName(named.name) ? named : undefined;
  const plain = matchIn(wordsAhead, ahead);
  return plain && isPlainName(plain.name) && plain.name.split(' ').every((each) => !ordinaryWords.has(each))
    ? plain
    : undefined;
}

function nameBefore(lead: string, opens: boolean): NameIn | undefined {
  const named = matchIn(namedBefore, lead);
  if (named && /^\p{Lu}/u.test(named.name)) return named;
  const plain = opens ? matchIn(wordBefore, lead) : undefined;
  return plain && !/(?:ing|ed|ly)$/.test(plain.name) ? plain : undefined;
}

const isPlainName = (phrase: string): boolean => isName(phrase) && !ofTravel.test(phrase);

/** Whether a phrase has a word of travel in it. */
export const isOfTravel = (phrase: string): boolean => ofTravel.test(phrase);
