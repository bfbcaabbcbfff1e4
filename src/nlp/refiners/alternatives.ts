import { metroOfAirport } from '../../domain/reference/metro-areas.ts';
import type { Gazetteer, PlaceCandidate } from '../gazetteer/place-reading.ts';
import type { PlaceWithRole } from './place-slots.ts';

/** "JFK or Newark", "any of SFO, OAK, SJC": what stands between the places, and before the first of a list without "or". */
const or = /^,? ?(?:or|and\/or|\/) ?(?:from |to |in |out of |into )?$/;
const comma = /^, ?$/;
const anyOf = /\b(?:any|one|either) of (?:the )?$/;

/**
 * Places offered as equals become one: several airports of a city are the city without its other airports, and of anything else one has to
 * be asked about, since a search has one place at each end.
 */
export function joinAlternatives(
  places: readonly PlaceWithRole[],
  text: string,
  gazetteer: Gazetteer,
): PlaceWithRole[] {
  const joined: PlaceWithRole[] = [];
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
  if (!first || first.role === 'avoid' || first.role === 'via' || first.role === 'rejected') return 1;
  const isList = anyOf.test(text.slice(Math.max(0, first.at - 12), first.at));
  let end = index;
  for (let at = index; ; at += 1) {
    const [here, next] = [places[at], places[at + 1]];
    const gap = here && next ? text.slice(here.at + 1, next.at) : '';
    const equal = or.test(gap) || (isList && comma.test(gap));
    if (next?.span.value.kind !== 'place' || !(equal || comma.test(gap))) break;
    if (equal) end = at + 1;
  }
  return end - index + 1;
}

function oneOf(group: readonly PlaceWithRole[], gazetteer: Gazetteer): PlaceWithRole[] {
  const [first] = group;
  const role = group.find((place) => place.role !== 'bare')?.role ?? 'bare';
  const candidates = group.flatMap(({ span }) => span.value.candidates.slice(0, 1));
  if (!first) return [];
  const city = cityOf(candidates, gazetteer);
  const phrase = group.map(({ span }) => span.text.trim()).join(' or ');
  const read = (value: Partial<typeof first.span.value>): PlaceWithRole => ({
    ...first,
    role,
    span: { ...first.span, text: phrase, value: { ...first.span.value, ...value } },
  });
  if (!city) return [read({ candidates, ambiguous: true, alternatives: true })];
  const wanted = new Set(candidates.flatMap(({ place }) => place.airports));
  const others = city.place.airports.filter((code) => !wanted.has(code));
  const whole = read({ candidates: [city], ambiguous: false });
  if (others.length === 0) return [whole];
  const avoided: PlaceCandidate = { ...city, place: { ...city.place, airports: others } };
  return [whole, { ...read({ candidates: [avoided], ambiguous: false }), role: 'avoid' }];
}

/** The city that all of several airports belong to. */
function cityOf(candidates: readonly PlaceCandidate[], gazetteer: Gazetteer): PlaceCandidate | undefined {
  const codes = new Set(candidates.map(({ place }) => metroOfAirport.get(place.airports[0] ?? '')?.code));
  const [code] = codes;
  const city = codes.size === 1 && code ? gazetteer.placeOfCode(code) : undefined;
  return city?.kind === 'city' ? gazetteer.candidateOf(city) : undefined;
}
