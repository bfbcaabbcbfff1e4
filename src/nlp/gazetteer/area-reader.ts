import { buildAreas, buildPostalCodes } from './areas.ts';
import { keyOf, wordsOf, type Word } from './fold.ts';
import type { NameIndex } from './name-index.ts';
import { liesIn, type Area, type Found, type PlaceCandidate, type PlaceReading } from './place-reading.ts';

/** Countries and states in a text: by themselves, and where they tell places of one name apart. */
export interface AreaReader {
  /** The first words of their names. */
  readonly openings: ReadonlySet<string>;
  /** The area that begins at a word, with its busiest cities. */
  readArea(words: readonly Word[], at: number, text: string): Found | undefined;
  /** States and countries right after a name ("Portland, OR", "Paris in France"), likeliest reading first. */
  qualifiersAt(words: readonly Word[], at: number, text: string): readonly Qualifier[];
  /** The busiest cities of areas whose names begin so; `key` is folded. */
  citiesBeginning(key: string): readonly PlaceCandidate[];
  /** The first area of a text. */
  findArea(text: string): Area | undefined;
}

/** An area that tells the name before it from others, and the number of the word after it. */
export interface Qualifier {
  readonly area: Area;
  readonly until: number;
  /** It can be nothing else: "Paris, Texas", but not "Boston Florida", which may be from and to. */
  readonly isCertain: boolean;
}

/** The likeliest: some are suggested, and all are avoided where the area is. */
const mostCities = 40;
const mostWords = 5;
const postal = /^[A-Z]{2,3}$/;
/** What may stand between a name and the state or country that tells it from others. */
const besideQualifier = /^[\s,(-]*$/;

/** Makes a reader that knows the cities of an index. */
export function createAreaReader({ cities }: Pick<NameIndex, 'cities'>): AreaReader {
  const areas = buildAreas();
  const openings = new Set([...areas.keys()].map((name) => name.split(' ', 1)[0] ?? ''));
  const postalCodes = buildPostalCodes();
  /** The state gives its name to a country of two dozen flights a day; what lies in neither is told by the words behind it. */
  const georgia = areas.get('georgia');
  const georgiaTheCountry = areas.get('georgia country');
  const citiesByLikelihood = [...cities.values()].toSorted((a, b) => b.likelihood - a.likelihood);

  const citiesByArea = new Map<Area, PlaceCandidate[]>();
  const citiesOf = (area: Area): PlaceCandidate[] => {
    const known = citiesByArea.get(area);
    if (known) return known;
    const found: PlaceCandidate[] = [];
    citiesByArea.set(area, found);
    for (const city of citiesByLikelihood) {
      if (liesIn(city, area)) found.push(city);
      if (found.length === mostCities) break;
    }
    return found;
  };

  /** The busiest cities of an area; of the state of Georgia the capital of the country as well, behind the first. */
  function candidatesOf(area: Area): PlaceCandidate[] {
    const [first, ...others] = citiesOf(area);
    const [capital] = area === georgia && georgiaTheCountry ? citiesOf(georgiaTheCountry) : [];
    return first && capital ? [first, capital, ...others] : citiesOf(area);
  }

  /** The area that begins at a word, longest name first. */
  function areaAt(
    words: readonly Word[],
    at: number,
    text: string,
  ): { area: Area; until: number } | undefined {
    if (!openings.has(words[at]?.key ?? '')) return undefined;
    for (let count = Math.min(mostWords, words.length - at); count > 0; count -= 1) {
      const key = keyOf(words, at, count);
      const area = areas.get(key);
      // "us" and "america's" apart: a short name of a country must be written as one.
      const short =
        key.length <= 3 && !/^[A-Z.]+$/.test(text.slice(words[at]?.start, words[at + count - 1]?.end));
      if (area && !(short && (key === 'us' || key === 'dr'))) return { area, until: at + count };
    }
    return undefined;
  }

  return {
    openings,
    readArea(words, at, text) {
      const found = areaAt(words, at, text);
      if (!found) return undefined;
      const reading: PlaceReading = {
        kind: 'area',
        candidates: candidatesOf(found.area),
        ambiguous: true,
        matchedBy: 'name',
        weak: false,
        area: found.area,
      };
      return { reading, until: found.until };
    },
    qualifiersAt(words, at, text) {
      const previous = words[at - 1];
      const next = words[at];
      if (!previous || !next) return [];
      const gap = text.slice(previous.end, next.start);
      if (!besideQualifier.test(gap)) return [];
      const isInside = next.key === 'in' && areaAt(words, at + 1, text) !== undefined;
      const start = isInside ? at + 1 : at;
      const word = words[start];
      if (!word) return [];
      const isSetOff = isInside || /[,(]/.test(gap);
      const isCode = postal.test(word.written) || (isPlainCode(word, gap) && !isWord(word, text));
      const state = isCode ? postalCodes.get(word.written.toUpperCase()) : undefined;
      const found = areaAt(words, start, text);
      const isCertainCode = isSetOff && postal.test(word.written) && !wordsInCapitals.has(word.key);
      return [
        ...(state ? [{ area: state, until: start + 1, isCertain: isCertainCode }] : []),
        ...(found ? [{ ...found, isCertain: isSetOff }] : []),
        ...(found && found.area === georgia && georgiaTheCountry
          ? [{ ...found, area: georgiaTheCountry, isCertain: isSetOff }]
          : []),
      ];
    },
    citiesBeginning: (key) => {
      const found = new Set([...areas].flatMap(([name, area]) => (name.startsWith(key) ? [area] : [])));
      return [...found].flatMap((area) => citiesOf(area));
    },
    findArea(text) {
      const words = wordsOf(text);
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at];
        const found =
          areaAt(words, at, text)?.area ??
          (word && postal.test(word.written) ? postalCodes.get(word.written) : undefined);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** Codes of states that are words, too, where the sentence goes on so: "out of London, on March 3", "to Portland, me and my wife". */
const goesOn: ReadonlyMap<string, RegExp> = new Map([
  ['on', /^ (?!from\b)/],
  ['in', /^ (?!(?:from|to)\b)/],
  ['or', /^ (?!(?:from|to)\b)/],
  ['me', /^ (?:and|plus|with)\b/],
  ['oh', /^ (?:and|wait|sorry|no|but)\b/],
]);

/** "Portland, me", "Cambridge ma": in small letters, too. */
const isPlainCode = ({ key }: Word, gap: string): boolean => gap.includes(',') || key.length === 2;

const isWord = ({ key, end }: Word, text: string): boolean =>
  goesOn.get(key)?.test(text.slice(end, end + longestNext)) ?? false;
const longestNext = 10;

/** Codes of states that are words or names of cities when they are shouted, too: "Boston, OK?", "Chicago, LA". */
const wordsInCapitals = new Set('ok hi oh in or me la id de ma pa'.split(' '));
