import type { Airports } from '../../domain/reference/airports.ts';
import { buildAreas, buildPostalCodes } from './areas.ts';
import { wordsOf, type Word } from './fold.ts';
import { createSpeller } from './misspellings.ts';
import { buildNameIndex } from './name-index.ts';
import { codeWords, ordinaryWords } from './ordinary-words.ts';
import {
  liesIn,
  type Area,
  type Gazetteer,
  type PlaceCandidate,
  type PlaceReading,
  type PlaceSpan,
} from './place-reading.ts';
import { createSuggester } from './suggest.ts';

/** A second reading with less than this share of the first one's passengers is not worth a question. */
const worthAsking = 0.08;
const longestName = 6;
const suggestedCities = 5;
/** A code that is also a word counts from this many passengers (millions). */
const leastLikelyWord = 0.7;
/** Guesses at misspelt names in one message: bounds the work for a hostile one. */
const mostGuesses = 16;
/** Names of more words are not guessed at. */
const mostGuessed = 3;
/** Words after which a guess at a misspelt place is fair. */
const beforePlaces = new Set(
  'from to in into for at via near leaving departing visit visiting toward towards out of between and flying reach reaching through over origin destination'.split(
    ' ',
  ),
);

/** What begins at a word, and the word after it. */
interface Found {
  readonly reading: PlaceReading;
  readonly until: number;
}

/** Builds the gazetteer from the airports of the world: a third of a second, once. */
export function createGazetteer(airports: Airports): Gazetteer {
  const index = buildNameIndex(airports);
  const areas = buildAreas();
  const areaOpenings = new Set([...areas.keys()].map((name) => firstWord(name)));
  const postalCodes = buildPostalCodes();
  const speller = createSpeller(index);
  const citiesByLikelihood = [...index.cities.values()].toSorted((a, b) => b.likelihood - a.likelihood);
  const suggester = createSuggester(index);

  const citiesByArea = new Map<Area, PlaceCandidate[]>();
  const citiesOf = (area: Area): PlaceCandidate[] => {
    const known = citiesByArea.get(area);
    if (known) return known;
    const found: PlaceCandidate[] = [];
    citiesByArea.set(area, found);
    for (const city of citiesByLikelihood) {
      if (liesIn(city, area)) found.push(city);
      if (found.length === suggestedCities) break;
    }
    return found;
  };

  /** The area that begins at a word, longest name first. */
  function areaAt(
    words: readonly Word[],
    at: number,
    text: string,
  ): { area: Area; until: number } | undefined {
    if (!areaOpenings.has(words[at]?.key ?? '')) return undefined;
    for (let count = Math.min(4, words.length - at); count > 0; count -= 1) {
      const key = joined(words, at, count);
      const area = areas.get(key);
      // "us" and "america's" apart: a short name of a country must be written as one.
      const short =
        key.length <= 3 && !/^[A-Z.]+$/.test(text.slice(words[at]?.start, words[at + count - 1]?.end));
      if (area && !(short && (key === 'us' || key === 'dr'))) return { area, until: at + count };
    }
    return undefined;
  }

  /** A state or country right after a name ("Portland, OR", "Paris in France") that one of its readings lies in. */
  function qualifierAt(
    words: readonly Word[],
    at: number,
    text: string,
    candidates: readonly PlaceCandidate[],
  ): { candidates: readonly PlaceCandidate[]; until: number } | undefined {
    const previous = words[at - 1];
    const next = words[at];
    if (!previous || !next) return undefined;
    const gap = text.slice(previous.end, next.start);
    if (!besideQualifier.test(gap)) return undefined;
    const start = next.key === 'in' && areaAt(words, at + 1, text) ? at + 1 : at;
    const word = words[start];
    if (!word) return undefined;
    const state =
      postal.test(word.written) || gap.includes(',')
        ? postalCodes.get(word.written.toUpperCase())
        : undefined;
    const found = areaAt(words, start, text);
    return (
      within(state, start + 1, candidates) ??
      (found ? within(found.area, found.until, candidates) : undefined)
    );
  }

  function read(words: readonly Word[], at: number, count: number, text: string): Found | undefined {
    const first = words[at];
    if (!first) return undefined;
    const key = joined(words, at, count);
    const code = count === 1 ? codeAt(words, at) : undefined;
    let candidates = code ? [code] : (index.byName.get(key) ?? []);
    if (candidates.length === 0) return undefined;
    let until = at + count;
    const narrowed = qualifierAt(words, until, text, candidates);
    if (narrowed) ({ candidates, until } = narrowed);
    const building = narrowed || code ? undefined : buildingAt(words[until], candidates[0]);
    if (building) {
      candidates = [building];
      until += 1;
    }
    until += afterWords(words, until);
    const weak = !code && !narrowed && !building && isWeak(words, at, count, key);
    return { reading: readingOf(candidates, code ? 'code' : 'name', weak, Boolean(narrowed)), until };
  }

  /**
   * Three letters in upper case are a code, and lower-case ones where they are known as such. Codes that are words ("SEA", "CAN") need a
   * place for a place.
   */
  function codeAt(words: readonly Word[], at: number): PlaceCandidate | undefined {
    const word = words[at];
    if (word?.written.length !== 3) return undefined;
    const code = word.written.toUpperCase();
    if (word.written !== code) return index.byName.has(word.key) ? undefined : index.plainCodes.get(word.key);
    const known = index.airports.get(code) ?? index.cities.get(code);
    if (!codeWords.has(word.key))
      return index.airports.has(code) || !index.byName.has(word.key) ? known : undefined;
    const roomy =
      words.length === 1 || beforePlaces.has(words[at - 1]?.key ?? '') || words[at + 1]?.key === 'to';
    return roomy && (known?.likelihood ?? 0) >= leastLikelyWord ? known : undefined;
  }

  /** "JFK" of "New York JFK": a code or name right after the city that has that airport. */
  function buildingAt(word: Word | undefined, city: PlaceCandidate | undefined): PlaceCandidate | undefined {
    if (!word || city?.place.kind !== 'city') return undefined;
    const code = word.written.toUpperCase();
    if (word.written.length !== 3) return undefined;
    // "New York (NYC)" is the city twice.
    if (code === city.place.code && word.written === code && !city.place.airports.includes(code)) return city;
    return city.place.airports.includes(code) ? index.airports.get(code) : undefined;
  }

  function guess(words: readonly Word[], at: number): Found | undefined {
    for (let count = Math.min(mostGuessed, words.length - at); count > 0; count -= 1) {
      if (!mayBeMistyped(words, at, count)) continue;
      const name = speller.correct(joined(words, at, count));
      const candidates = name === undefined ? undefined : index.byName.get(name);
      if (name === undefined || !candidates || !keepsOrdinaryWords(words, at, count, name)) continue;
      const roomy =
        at === 0 ||
        beforePlaces.has(words[at - 1]?.key ?? '') ||
        words[at + count]?.key === 'to' ||
        isCapital(words[at]);
      return { reading: readingOf(candidates, 'misspelling', !roomy, false), until: at + count };
    }
    return undefined;
  }

  /** Whether words are worth a guess: none is a figure, some are no ordinary words, and ordinary ones stand where a name has them. */
  function mayBeMistyped(words: readonly Word[], at: number, count: number): boolean {
    if (count > 1 && index.byName.has(words[at]?.key ?? '')) return false;
    let allOrdinary = true;
    for (let place = 0; place < count; place += 1) {
      const key = words[at + place]?.key ?? '';
      if (key.length < 2 || figure.test(key)) return false;
      if (!ordinaryWords.has(key)) allOrdinary = false;
      else if (!isRepeated(words, at, place) && !speller.hasWord(key, place)) return false;
    }
    return !allOrdinary;
  }

  function readArea(words: readonly Word[], at: number, text: string): Found | undefined {
    const found = areaAt(words, at, text);
    if (!found) return undefined;
    const reading: PlaceReading = {
      kind: 'area',
      candidates: citiesOf(found.area),
      ambiguous: true,
      matchedBy: 'name',
      weak: false,
      area: found.area,
    };
    return { reading, until: found.until };
  }

  return {
    findPlaces(text) {
      const words = wordsOf(text);
      const spans: PlaceSpan[] = [];
      let guesses = 0;
      for (let at = 0; at < words.length;) {
        const found =
          longest(words, at, text) ?? ((guesses += 1) <= mostGuesses ? guess(words, at) : undefined);
        const [first, last] = [words[at], words[(found?.until ?? 0) - 1]];
        if (found && first && last) {
          spans.push({
            start: first.start,
            end: last.end,
            text: text.slice(first.start, last.end),
            value: found.reading,
          });
          at = found.until;
        } else at += 1;
      }
      return spans;
    },
    suggest: (query, limit) => suggester(query, limit),
    placeOfCode(code) {
      return (
        index.cities.get(code) && !index.airports.has(code)
          ? index.cities.get(code)
          : index.airports.get(code)
      )?.place;
    },
    candidateOf: ({ kind, code }) =>
      (kind === 'city' ? index.cities.get(code) : undefined) ?? index.airports.get(code),
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

  /** The longest name that begins at a word; a city before the state or country of the same name, a longer area before a shorter city. */
  function longest(words: readonly Word[], at: number, text: string) {
    let reach = 1;
    while (reach < longestName && at + reach < words.length && index.beginnings.has(joined(words, at, reach)))
      reach += 1;
    const area = readArea(words, at, text);
    for (let count = reach; count > 0; count -= 1) {
      if (area && area.until - at > count) return area;
      const found = read(words, at, count, text);
      if (found && !(area && area.until - at >= count && prefersArea(found.reading))) return found;
    }
    return area;
  }
}

/** Little towns named after countries and states give way to them. */
const prefersArea = ({ candidates, matchedBy }: PlaceReading): boolean =>
  matchedBy === 'name' && (candidates[0]?.likelihood ?? 0) < 1;

const figure = /\d/;
const postal = /^[A-Z]{2,3}$/;
/** What may stand between a name and the state or country that tells it from others. */
const besideQualifier = /^[\s,(-]*$/;

const firstWord = (name: string): string => name.split(' ', 1)[0] ?? '';

/** Those of a name's readings that lie in an area; undefined where none does. */
function within(
  area: Area | undefined,
  until: number,
  candidates: readonly PlaceCandidate[],
): { candidates: readonly PlaceCandidate[]; until: number } | undefined {
  if (!area) return undefined;
  const inside = candidates.filter((candidate) => liesIn(candidate, area));
  return inside.length > 0 ? { candidates: inside, until } : undefined;
}

/** "new yrok" is New York, whose "new" is right: an ordinary word is not what was mistyped. */
function keepsOrdinaryWords(words: readonly Word[], at: number, count: number, name: string): boolean {
  const meant = name.split(' ');
  for (let place = 0; place < count; place += 1) {
    const key = words[at + place]?.key ?? '';
    if (ordinaryWords.has(key) && !isRepeated(words, at, place) && meant[place] !== key) return false;
  }
  return true;
}

/** Whether a word stands among those before it, from `at` on. */
function isRepeated(words: readonly Word[], at: number, place: number): boolean {
  for (let before = 0; before < place; before += 1)
    if (words[at + before]?.key === words[at + place]?.key) return true;
  return false;
}

const joined = (words: readonly Word[], at: number, count: number): string => {
  let key = words[at]?.key ?? '';
  for (let index = at + 1; index < at + count; index += 1) key += ` ${words[index]?.key ?? ''}`;
  return key;
};

/** How many words after a name only say that it is an airport or city. */
function afterWords(words: readonly Word[], at: number): number {
  const [next, second] = [words[at]?.key, words[at + 1]?.key];
  if (next === 'international' && second === 'airport') return 2;
  return next === 'airport' || next === 'airports' ? 1 : 0;
}

/** A single ordinary word ("nice", "split") is a place only where it is written as a name. */
function isWeak(words: readonly Word[], at: number, count: number, key: string): boolean {
  const ordinary = count === 1 && (ordinaryWords.has(key) || key.length <= 2);
  if (!ordinary || words.length === 1) return false;
  const word = words[at];
  if (key.length <= 2)
    return !/^[A-Z.]+$/.test(word?.written ?? '') && !beforePlaces.has(words[at - 1]?.key ?? '');
  const shouting = words.every(({ written }) => written === written.toUpperCase());
  return !(at > 0 && isCapital(word) && !shouting);
}

const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.written ?? '');

function readingOf(
  candidates: readonly PlaceCandidate[],
  matchedBy: PlaceReading['matchedBy'],
  weak: boolean,
  narrowed: boolean,
): PlaceReading {
  const [first, second] = candidates;
  const worth = (first?.likelihood ?? 0) * (narrowed ? 0.3 : worthAsking);
  const isRival = ({ likelihood, place }: PlaceCandidate): boolean =>
    likelihood >= worth && place.kind === first?.place.kind;
  const ambiguous = second !== undefined && isRival(second);
  const kept = second === undefined ? candidates : candidates.filter(isRival);
  return {
    kind: 'place',
    candidates: kept.length > 0 ? kept : candidates.slice(0, 1),
    ambiguous,
    matchedBy,
    weak,
    area: null,
  };
}
