import type { Place } from '../../domain/place.ts';
import type { Span } from '../span.ts';

/** One place that a phrase may mean. */
export interface PlaceCandidate {
  readonly place: Place;
  /** How to tell it from others of its name: "Portland, Oregon". */
  readonly label: string;
  /** Millions of passengers a year at its airports: what makes one Paris likelier than another. */
  readonly likelihood: number;
  /** Degrees, of the main airport. */
  readonly latitude: number;
  readonly longitude: number;
  readonly continent: string;
}

/** A country, state or province that a phrase names, or a stretch of land across or inside of them. */
export interface Area {
  readonly name: string;
  /** Empty where the area lies in several. */
  readonly country: string;
  /** ISO 3166-2 code of a state; null for a whole country. */
  readonly region: string | null;
  /** Where it is neither a country nor a state: codes of its continent, its countries and its airports. */
  readonly members?: ReadonlySet<string>;
}

/** What a phrase that names a place may mean. */
export interface PlaceReading {
  /** A name in a place's stead that nobody knows is `unknown`. */
  readonly kind: 'place' | 'area' | 'unknown';
  /** Likeliest first. For an area: its busiest cities, as suggestions; none for what is unknown. */
  readonly candidates: readonly PlaceCandidate[];
  /** More than one candidate is likely enough to ask about. */
  readonly ambiguous: boolean;
  /** The candidates are places of different names that are as welcome as each other: which one has to be asked. */
  readonly alternatives?: true;
  readonly matchedBy: 'code' | 'name' | 'misspelling';
  /** An ordinary word or a guess: counts only where the sentence has room for a place. */
  readonly weak: boolean;
  readonly area: Area | null;
}

/** What begins at a word of a text, and the number of the word after it. */
export interface Found {
  readonly reading: PlaceReading;
  readonly until: number;
}

export type PlaceSpan = Span<PlaceReading>;

/** Everything travellers call places, and what is meant by it. Pure once built. */
export interface Gazetteer {
  /** All phrases of a message that name places, longest first, without overlaps, in order. */
  findPlaces(text: string): PlaceSpan[];
  /** Places that a typed beginning may mean, likeliest first. */
  suggest(query: string, limit: number): readonly Place[];
  /** The airport of an airport code, the city of a metropolitan code. */
  placeOfCode(code: string): Place | undefined;
  /** The candidate (with coordinates and label) of a place we know, by its code. */
  candidateOf(place: Place): PlaceCandidate | undefined;
  /** The country or state of a name ("Oregon", "the UK"), for narrowing an earlier phrase. */
  findArea(text: string): Area | undefined;
  /** Whether the name of some place has this word, folded. */
  hasWord(word: string): boolean;
}

/** Whether a place lies in an area. */
export const liesIn = ({ place, continent }: PlaceCandidate, { members, ...area }: Area): boolean =>
  members
    ? members.has(continentMember(continent)) ||
      members.has(place.country) ||
      place.airports.some((code) => members.has(code))
    : place.country === area.country && (area.region === null || place.region === area.name);

/** Codes of continents and countries are alike: NA is North America and Namibia. */
export const continentMember = (continent: string): string => `${continent}*`;

/** What a name means that stands for a place and that nobody knows. */
export const unknownPlace: PlaceReading = {
  kind: 'unknown',
  candidates: [],
  ambiguous: false,
  matchedBy: 'name',
  weak: false,
  area: null,
};
