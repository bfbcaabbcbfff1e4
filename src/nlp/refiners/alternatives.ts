import { countryName } from '../../domain/reference/country-names.ts';
import { metroOfAirport } from '../../domain/reference/metro-areas.ts';
import { foldName } from '../gazetteer/fold.ts';
import { liesIn, type Gazetteer, type PlaceCandidate } from '../gazetteer/place-reading.ts';
import { isOnTheWay } from '../parsers/place-roles.ts';
import { marks } from '../skeleton.ts';
import type { PlaceWithRole } from './place-slots.ts';

/** "JFK or Newark", "any of SFO, OAK, SJC": what stands between the places, and before the first of a list without "or". */
const or = new RegExp(
  `^(?: (?:on |in )?${marks.date})?,? ?(?:or|and/or|/) ?(?:maybe |perhaps |else |even )?(?:from |to |in |out of |into )?(?:the )?$`,
);
const comparing = /\bcompar(?:e|ing)(?: (?:flights?|prices?|fares?))?(?: (?:to|for))? $/;
const compared = /^,? (?:and|with|to|vs\.?|versus|against) (?:the )?$/;
const comma = /^, ?$/;
const anyOf = /\b(?:any|one|either) of (?:the )?$/;

/**
 * Places offered as equals become one: several airports of a city are the city without its other airports, and of anything else one has to
 * be asked about, since a search has one place at each end.
 */
export function joinAlternatives(
  said: readonly PlaceWithRole[],
  text: string,
  gazetteer: Gazetteer,
): PlaceWithRole[] {
  const joined: PlaceWithRole[] = [];
  if (said.length < 2) return [...said];
  const places = withoutAreasNamedFirst(said, text);
  for (let index = 0; index < places.length;) {
    const count = alternativesAt(places, index, text);
    const group = places.slice(index, index + count);
    joined.push(...(count > 1 ? oneOf(group, gazetteer) : group));
    index += count;
  }
  return joined;
}

/** How many places from this one on are alternatives to each other; 1 where it stands alone. */
function alternativesAt(places: readonly PlaceWithRole[], index: number, text: string): number {
  const first = places[index];
  if (!first || isOnTheWay(first.role)) return 1;
  const isList = anyOf.test(text.slice(Math.max(0, first.at - 12), first.at));
  const isCompared = comparing.test(text.slice(Math.max(0, first.at - 30), first.at));
  let end = index;
  for (let at = index; ; at += 1) {
    const [here, next] = [places[at], places[at + 1]];
    const gap = here && next ? text.slice(here.at + 1, next.at) : '';
    const equal = or.test(gap) || (isList && comma.test(gap)) || (isCompared && compared.test(gap));
    if (!next || next.span.value.kind === 'unknown' || !(equal || comma.test(gap))) break;
    if (equal) end = at + 1;
  }
  return end - index + 1;
}

function oneOf(group: readonly PlaceWithRole[], gazetteer: Gazetteer): PlaceWithRole[] {
  const [first] = group;
  const role = group.find((place) => place.role !== 'bare')?.role ?? 'bare';
  const [most, area] = group.some(({ span }) => span.value.kind === 'area') ? [fewOfEach, true] : [1, false];
  const candidates = group.flatMap(({ span }) => span.value.candidates.slice(0, most));
  if (!first) return [];
  const city = area ? undefined : cityOf(candidates, gazetteer);
  const phrase = group.map(({ span }) => span.text.trim()).join(' or ');
  const read = (value: Partial<typeof first.span.value>): PlaceWithRole => ({
    ...first,
    role,
    span: { ...first.span, text: phrase, value: { ...first.span.value, ...value } },
  });
  if (area) return [read({ kind: 'area', candidates, ambiguous: true, area: null })];
  if (!city) return [read({ candidates, ambiguous: true, alternatives: true })];
  const wanted = new Set(candidates.flatMap(({ place }) => place.airports));
  const others = city.place.airports.filter((code) => !wanted.has(code));
  const whole = read({ candidates: [city], ambiguous: false });
  if (others.length === 0) return [whole];
  const avoided: PlaceCandidate = { ...city, place: { ...city.place, airports: others } };
  return [whole, { ...read({ candidates: [avoided], ambiguous: false }), role: 'avoid' }];
}

/** Cities of each of several countries. */
const fewOfEach = 2;

/** "Georgia, Tbilisi", "Italy Rome": a country before its city says where that is. */
function withoutAreasNamedFirst(places: readonly PlaceWithRole[], text: string): readonly PlaceWithRole[] {
  const kept: PlaceWithRole[] = [];
  places.forEach((place, index) => {
    const [before, next] = [kept.at(-1), places[index + 1]];
    if (next && tellsWhere(place, next, text)) return;
    const area = places[index - 1];
    const isTold = area !== undefined && area !== before && place.role === 'bare';
    kept.push(isTold ? { ...place, role: area.role } : place);
  });
  return kept;
}

function tellsWhere(area: PlaceWithRole, { at, role, span }: PlaceWithRole, text: string): boolean {
  const { value } = area.span;
  if (value.kind !== 'area' || span.value.kind !== 'place' || role !== 'bare') return false;
  const named = foldName(area.span.text);
  return (
    /^,? $/.test(text.slice(area.at + 1, at)) &&
    span.value.candidates.some(
      (each) =>
        (value.area && liesIn(each, value.area)) || foldName(countryName(each.place.country)) === named,
    )
  );
}

/** The city that all of several airports belong to. */
function cityOf(candidates: readonly PlaceCandidate[], gazetteer: Gazetteer): PlaceCandidate | undefined {
  const codes = new Set(candidates.map(({ place }) => metroOfAirport.get(place.airports[0] ?? '')?.code));
  const [code] = codes;
  const city = codes.size === 1 && code ? gazetteer.placeOfCode(code) : undefined;
  return city?.kind === 'city' ? gazetteer.candidateOf(city) : undefined;
}
