import type { OfferReference, Superlative } from '../../domain/understood.ts';
import { withoutTurnedDown } from './correction.ts';
import { marks } from '../skeleton.ts';

/** Words that may stand beside what is pointed at without saying anything about it. */
const plain: ReadonlySet<string> = new Set(
  [
    'the that this my your a an other one ones flight flights option options offer offers result results card cards choice ticket itinerary fare',
    'first second third fourth fifth sixth seventh eighth ninth tenth last top next following previous after before 1st 2nd 3rd 4th 5th 6th 7th 8th 9th',
    'two three four five six seven eight nine ten number no nr option',
    'cheapest fastest quickest shortest longest earliest latest best recommended slowest dearest least most expensive lowest highest priced price',
    'cheaper faster quicker shorter earlier later better of those these them both',
    'please pls plz then instead thanks thank you ok okay yes yeah yep yup sure great good perfect fine alright right cool nice wonderful hm hmm oh well actually wait sorry rather um so and or now just only lets let us',
    'with from at on in by to for leaving departing arriving landing back home via out via nonstop direct am pm layover stopover stops stop connection fewest shortest arrival departure return',
    'make it i mean meant me hi hello definitely probably think guess maybe',
  ].flatMap((words) => words.split(' ')),
);
const mark = new RegExp(`[${marks.place}${marks.date}${marks.airline}]`, 'gu');
/** A figure, a time of day or the number of a flight. */
const named =
  /^(?:#?\d{1,2}|\d{1,2}:\d{2}(?:am|pm)?|\d{1,2}(?:am|pm|th)|(?:[a-z]{2}|[a-z]\d|\d[a-z])\d{1,4}|\d{1,4})$/;
const carrier = /^(?:[a-z]{2}|[a-z]\d|\d[a-z])$/;

/** What names a flight by what it has is only an answer to a question where it says that a flight is meant: "shortest layover". */
const nouns = /\b(?:ones?|flights?|options?|offers?|results?|cards?|ticket|itinerary)\b/u;
const ofFlights: ReadonlySet<Superlative> = new Set(['best', 'cheapest', 'fastest', 'earliest', 'latest']);

/** "The one that leaves at nine" points, "the second one leaves at nine" tells. */
const clause =
  /(?<=\b(?:ones?|flights?|options?|offers?|results?|ticket) )(?:that|which) (?:leaves|lands|arrives|departs|has)\b/gu;

/** Whether a message does nothing but point: "the second one please" takes what it points at, "the second one leaves early" does not. */
export function isBarePick(text: string, references: readonly OfferReference[]): boolean {
  const [first] = references;
  if (!first) return false;
  if (first.by === 'superlative' && !ofFlights.has(first.superlative) && !nouns.test(text)) return false;
  const words = withoutTurnedDown(text)
    .replace(mark, ' ')
    .replace(clause, ' ')
    .split(/[^a-z0-9:#']+/u)
    .filter(Boolean);
  return words.every(
    (word, index) =>
      plain.has(word.replace(/'s?$/u, '')) ||
      named.test(word) ||
      (carrier.test(word) && /^\d{1,4}$/u.test(words[index + 1] ?? '')),
  );
}
