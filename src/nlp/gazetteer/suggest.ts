import type { Place } from '../../domain/place.ts';
import type { AreaReader } from './area-reader.ts';
import { foldName, keyOf, wordsOf } from './fold.ts';
import type { NameIndex } from './name-index.ts';
import { liesIn, type PlaceCandidate } from './place-reading.ts';

/** How many names are looked at for one beginning. */
const mostLookedAt = 400;

/** The beginning of a country's or state's name that its cities are suggested for. */
const leastOfArea = 4;

/** What counts before the number of passengers does: a name that is written as typed, accents and all; then one that a place is called here. */
const asWritten = 2e6;
const ownName = 1e6;

/**
 * Completion over all names, codes and areas: names that begin as typed, and whole names of any kind ("NY"), before the beginnings of other
 * names of a place; likeliest first, a city before its airports. Where nothing begins like that, the country or state behind a name is read.
 */
export function createSuggester(
  index: NameIndex,
  areas: Pick<AreaReader, 'qualifiersAt' | 'citiesBeginning'>,
): (query: string, limit: number) => readonly Place[] {
  const names = [...index.byName.keys()].sort();
  const cityOfOnlyAirport = new Map(
    [...index.cities.values()].flatMap((city) => {
      const [only, ...others] = city.place.airports;
      return only !== undefined && others.length === 0 ? [[only, city] as const] : [];
    }),
  );

  function firstAtLeast(key: string): number {
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((names[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** "Lisbon, Portugal", "paris france": the places of a name that lie in what stands behind it. */
  function readQualified(query: string): readonly PlaceCandidate[] {
    const words = wordsOf(query);
    for (let count = words.length - 1; count > 0; count -= 1) {
      const name = keyOf(words, 0, count);
      const named = [...(index.byName.get(name) ?? []), ...index.townsOf(name)];
      for (const { area, until } of named.length > 0 ? areas.qualifiersAt(words, count, query) : []) {
        const inside = named.filter((candidate) => liesIn(candidate, area));
        if (until === words.length && inside.length > 0) return inside;
      }
    }
    return [];
  }

  return (query, limit) => {
    const key = foldName(query);
    if (key === '') return [];
    const typed = query.trim().toLowerCase().normalize();
    const isWritten = (name: string) =>
      typed !== key && [...(index.spellings.get(name) ?? [])].some((written) => written.startsWith(typed));
    const scores = new Map<PlaceCandidate, number>();
    const raise = (candidate: PlaceCandidate, score: number) =>
      scores.set(candidate, Math.max(score, scores.get(candidate) ?? 0));
    const score = (candidate: PlaceCandidate, exact: boolean, name: string | null) => {
      // A city of one airport and that airport are the same to a traveller, who knows the city.
      const shown = cityOfOnlyAirport.get(candidate.place.code) ?? candidate;
      const rank =
        name !== null && isWritten(name)
          ? asWritten
          : exact || name === null || foldName(shown.place.name).startsWith(key)
            ? ownName
            : 0;
      const likely = candidate.likelihood * (exact ? 10 : 1) * (candidate.place.kind === 'city' ? 2 : 1);
      raise(shown, rank + likely);
      // Their names often say nothing of the city ("John F Kennedy"). As long as it may be another city, they come last.
      for (const code of shown.place.kind === 'city' ? shown.place.airports : []) {
        const airport = index.airports.get(code);
        if (airport && shown.place.airports.length > 1)
          raise(airport, (exact ? rank : 0) + airport.likelihood);
      }
    };
    if (/^[a-z]{3}$/.test(key)) {
      const code = key.toUpperCase();
      for (const exact of [index.cities.get(code), index.airports.get(code)])
        if (exact) score(exact, true, null);
    }
    const from = firstAtLeast(key);
    for (let at = from; at < Math.min(names.length, from + mostLookedAt); at += 1) {
      const name = names[at] ?? '';
      if (!name.startsWith(key)) break;
      for (const candidate of index.byName.get(name) ?? []) score(candidate, name === key, name);
    }
    // "Hawaii": its cities, behind whatever is called so itself.
    if (key.length >= leastOfArea)
      for (const candidate of areas.citiesBeginning(key)) score(candidate, false, key);
    if (scores.size === 0) for (const candidate of readQualified(query)) score(candidate, true, null);
    const found = [...scores].toSorted(([a, x], [b, y]) => y - x || (a.label < b.label ? -1 : 1));
    return withoutTwins(found.map(([candidate]) => candidate)).slice(0, limit);
  };
}

/** Of places with the same airports the first stays. */
function withoutTwins(candidates: readonly PlaceCandidate[]): Place[] {
  const seen = new Set<string>();
  return candidates.flatMap(({ place }) => {
    const key = place.airports.join();
    if (seen.has(key)) return [];
    seen.add(key);
    return [place];
  });
}
