import type { Airports } from '../../domain/reference/airports.ts';
import { createAreaReader, type Qualifier } from './area-reader.ts';
import { isCapital, keyOf, wordsOf, type Word } from './fold.ts';
import { createGuesser } from './guesser.ts';
import { buildNameIndex, leastKnownByCode } from './name-index.ts';
import { codeWords, ordinaryWords, placeCues } from './ordinary-words.ts';
import {
  liesIn,
  unknownPlace,
  type Found,
  type Gazetteer,
  type PlaceCandidate,
  type PlaceReading,
  type PlaceSpan,
} from './place-reading.ts';
import { readingOf } from './reading-of.ts';
import { createSuggester } from './suggest.ts';

const longestName = 6;
const codeLength = 3;
/** Words of an airport's name behind its city's. */
const mostOfBuilding = 3;
/** A code that is also a word counts from this many passengers (millions). */
const leastLikelyWord = 0.7;
/** Guesses at misspelt names in one message: bounds the work for a hostile one. */
const mostGuesses = 16;
/** Builds the gazetteer from the airports of the world: a third of a second, once. */
export function createGazetteer(airports: Airports): Gazetteer {
  const index = buildNameIndex(airports);
  const areas = createAreaReader(index);
  const guess = createGuesser(index);
  const suggester = createSuggester(index, areas);
  let words: ReadonlySet<string> | undefined;
  const openings = new Set([...index.openings, ...areas.openings]);

  function read(words: readonly Word[], at: number, count: number, text: string): Found | undefined {
    const first = words[at];
    if (!first) return undefined;
    const key = keyOf(words, at, count);
    const code = count === 1 ? codeAt(words, at) : undefined;
    let candidates = code ? [code] : (index.byName.get(key) ?? []);
    if (candidates.length === 0) return undefined;
    let until = at + count;
    const qualifiers = areas.qualifiersAt(words, until, text);
    // "SAL, Cape Verde": a code that lies elsewhere is the name of a place there, if one is called so.
    const narrowed =
      within(qualifiers, candidates, code ? undefined : key) ??
      (code && within(qualifiers, index.byName.get(key) ?? [], undefined));
    if (narrowed?.candidates.length === 0) return { reading: unknownPlace, until: narrowed.until };
    if (narrowed) ({ candidates, until } = narrowed);
    const building = narrowed || code ? undefined : buildingAt(words, until, text, candidates[0]);
    if (building) {
      candidates = [building.candidate];
      ({ until } = building);
    }
    until += afterWords(words, until);
    const weak = !code && !narrowed && !building && isWeak(words, at, count, key);
    return { reading: readingOf(candidates, code ? 'code' : 'name', weak, Boolean(narrowed)), until };
  }

  /** The readings of a name that lie where it is said to lie, small towns included; none where it must be one that nobody knows. */
  function within(
    qualifiers: readonly Qualifier[],
    candidates: readonly PlaceCandidate[],
    key: string | undefined,
  ): { candidates: readonly PlaceCandidate[]; until: number } | undefined {
    if (qualifiers.length === 0) return undefined;
    for (const readings of [() => candidates, () => (key === undefined ? [] : index.townsOf(key))])
      for (const { area, until } of qualifiers) {
        const inside = readings().filter((candidate) => liesIn(candidate, area));
        if (inside.length > 0) return { candidates: inside, until };
      }
    const certain = key !== undefined && qualifiers.find(({ isCertain }) => isCertain);
    return certain ? { candidates: [], until: certain.until } : undefined;
  }

  /**
   * Three letters in upper case are a code, and lower-case ones where they are known as such. Codes that are words ("SEA", "CAN") need a
   * place for a place.
   */
  function codeAt(words: readonly Word[], at: number): PlaceCandidate | undefined {
    const word = words[at];
    if (word?.written.length !== codeLength) return undefined;
    const code = word.written.toUpperCase();
    if (word.written !== code) {
      if (index.byName.has(word.key)) return undefined;
      return index.plainCodes.get(word.key) ?? (standsInPair(words, at) ? knownByCode(word.key) : undefined);
    }
    const known = index.airports.get(code) ?? index.cities.get(code);
    if (!codeWords.has(word.key))
      return index.airports.has(code) || !index.byName.has(word.key) ? known : undefined;
    const roomy =
      words.length === 1 ||
      standsBesideCode(words, at) ||
      placeCues.has(words[at - 1]?.key ?? '') ||
      words[at + 1]?.key === 'to';
    return roomy && (known?.likelihood ?? 0) >= leastLikelyWord ? known : undefined;
  }

  /** "mad to bcn": a code that is a word, to or from one in the same letters that is none. */
  function standsInPair(words: readonly Word[], at: number): boolean {
    const [before, after] = [words[at - 1], words[at + 1]].map((word) => word?.key === 'to');
    const other = (after && words[at + 2]) || (before && words[at - 2]);
    return Boolean(other) && index.plainCodes.has((other || undefined)?.written ?? '');
  }

  function knownByCode(key: string): PlaceCandidate | undefined {
    const known = index.airports.get(key.toUpperCase()) ?? index.cities.get(key.toUpperCase());
    return (known?.likelihood ?? 0) >= leastKnownByCode ? known : undefined;
  }

  /** "SEA SFO": behind a code that is a word, or before it, stands one that is none. */
  function standsBesideCode(words: readonly Word[], at: number): boolean {
    return [words[at - 1], words[at + 1]].some(
      (word) =>
        word?.written.length === codeLength &&
        word.written === word.written.toUpperCase() &&
        !codeWords.has(word.key) &&
        index.airports.has(word.written),
    );
  }

  /** "JFK" of "New York JFK", "Haneda" of "Tokyo Haneda": a code or name right after the city that has that airport. */
  function buildingAt(
    words: readonly Word[],
    at: number,
    text: string,
    city: PlaceCandidate | undefined,
  ): { candidate: PlaceCandidate; until: number } | undefined {
    const [previous, word] = [words[at - 1], words[at]];
    if (!previous || !word || city?.place.kind !== 'city') return undefined;
    const { airports } = city.place;
    const code = word.written.toUpperCase();
    // "New York (NYC)" is the city twice.
    if (code === city.place.code && word.written === code && !airports.includes(code))
      return { candidate: city, until: at + 1 };
    const coded = word.written.length === codeLength && airports.includes(code) && index.airports.get(code);
    if (coded) return { candidate: coded, until: at + 1 };
    if (!index.openings.has(word.key) || !/^[ -]$/.test(text.slice(previous.end, word.start)))
      return undefined;
    for (let count = Math.min(mostOfBuilding, words.length - at); count > 0; count -= 1) {
      const named = index.byName
        .get(keyOf(words, at, count))
        ?.find(({ place }) => place.kind === 'airport' && airports.includes(place.code));
      if (named) return { candidate: named, until: at + count };
    }
    return undefined;
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
          const { start } = first;
          // "Georgia (the country)" as a whole.
          const closes = text[last.end] === ')' && text.slice(start, last.end).includes('(');
          const end = closes ? last.end + 1 : last.end;
          spans.push({ start, end, text: text.slice(start, end), value: found.reading });
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
    findArea: (text) => areas.findArea(text),
    hasWord: (word) => (words ??= wordsOfNames(index.byName.keys())).has(word),
  };

  /** The longest name that begins at a word; a city before the state or country of the same name, a longer area before a shorter city. */
  function longest(words: readonly Word[], at: number, text: string): Found | undefined {
    const first = words[at];
    if (!first || !(openings.has(first.key) || first.written.length === codeLength)) return undefined;
    let reach = 1;
    while (reach < longestName && at + reach < words.length && index.beginnings.has(keyOf(words, at, reach)))
      reach += 1;
    const area = areas.readArea(words, at, text);
    for (let count = reach; count > 0; count -= 1) {
      if (area && area.until - at > count) return area;
      const found = read(words, at, count, text);
      if (found && !(area && area.until - at >= count && prefersArea(found.reading, area.reading)))
        return found;
    }
    return area;
  }
}

/** Every word of some names. Made where it is asked for, which is seldom. */
function wordsOfNames(names: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of names) for (const word of name.split(' ')) words.add(word);
  return words;
}

/** Little towns named after countries and states give way to them, unless they lie in the country: "Saint Helena" is one place. */
const prefersArea = ({ candidates: [town], matchedBy }: PlaceReading, { area }: PlaceReading): boolean =>
  matchedBy === 'name' &&
  (town?.likelihood ?? 0) < 1 &&
  !(town && area?.region === null && !area.members && liesIn(town, area));

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
    return !/^[A-Z.]+$/.test(word?.written ?? '') && !placeCues.has(words[at - 1]?.key ?? '');
  const shouting = words.every(({ written }) => written === written.toUpperCase());
  return !(at > 0 && isCapital(word) && !shouting);
}
