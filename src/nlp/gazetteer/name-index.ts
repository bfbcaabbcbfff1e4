import type cityTimezones from 'city-timezones';
import type { Airport, Airports } from '../../domain/reference/airports.ts';
import { readPackage } from '../../domain/reference/read-package.ts';
import { foldName } from './fold.ts';
import { furtherNames } from './names.ts';
import { codeWords } from './ordinary-words.ts';
import type { PlaceCandidate } from './place-reading.ts';
import {
  airportCandidates,
  cityCandidates,
  cityWithoutAirport,
  shortAirportName,
} from './places-of-airports.ts';
import { knownTowns, namesakeTowns } from './towns.ts';

/** What every name means, and what every code stands for. */
export interface NameIndex {
  /** By folded name; likeliest first. */
  readonly byName: ReadonlyMap<string, readonly PlaceCandidate[]>;
  /** How names with diacritics are written, in lower case, by folded name. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>>;
  /** The first words of names. */
  readonly openings: ReadonlySet<string>;
  /** The beginnings of names of several words: whether it is worth reading on. */
  readonly beginnings: ReadonlySet<string>;
  readonly airports: ReadonlyMap<string, PlaceCandidate>;
  readonly cities: ReadonlyMap<string, PlaceCandidate>;
  /** Towns of a folded name that are meant only where their state or country is said. */
  townsOf(name: string): readonly PlaceCandidate[];
  /** Lower-case codes that are read as codes. */
  readonly plainCodes: ReadonlyMap<string, PlaceCandidate>;
}

const plainName = /^[\x20-\x7e]*$/;
/** Cities from this many inhabitants are known even without an airport. */
const leastInhabitants = 100_000;
const farthestKilometres = 130;
/** An airport must have this many passengers (millions) to serve a city that has none. */
const leastServing = 0.3;
/** Lower-case codes count only for airports that travellers know by code. */
export const leastKnownByCode = 2;

/** Builds the index; a quarter of a second. */
export function buildNameIndex(airports: Airports): NameIndex {
  const airportPlaces = airportCandidates(airports);
  const cities = cityCandidates(airports);
  const names = new Map<string, Map<string, PlaceCandidate>>();
  const spellings = new Map<string, Set<string>>();
  const add = (name: string, candidate: PlaceCandidate) => {
    const key = foldName(name);
    if (key.length < 2) return;
    if (!plainName.test(name)) {
      const written = spellings.get(key) ?? new Set();
      spellings.set(key, written.add(name.toLowerCase().normalize()));
    }
    let meanings = names.get(key);
    if (!meanings) names.set(key, (meanings = new Map<string, PlaceCandidate>()));
    const id = `${candidate.place.kind}${candidate.place.code}`;
    if (!meanings.has(id)) meanings.set(id, candidate);
  };

  for (const city of cities.values()) add(city.place.name, city);
  addFurtherNames(add, cities, airportPlaces);
  for (const airport of airports.list) {
    const place = airportPlaces.get(airport.iata);
    if (!place || airport.passengersMillions < 0.15) continue;
    const short = shortAirportName(airport.name);
    if (!names.has(foldName(short))) add(short, place);
    const rest = withoutCity(short, airport.city);
    if (airport.passengersMillions >= 1 && rest.length >= 5 && !names.has(foldName(rest))) add(rest, place);
    if (rest !== '' && rest !== short) add(`${airport.city} ${rest}`, place);
  }
  for (const { name, town } of knownTowns(airports)) add(name, town);
  const serving = servingCells(airports);
  const smaller = addCitiesWithoutAirport(add, names, serving);
  const namesakes = namesakeTowns(airports);

  const byName = new Map(
    [...names].map(([key, meanings]) => [
      key,
      [...meanings.values()].toSorted((a, b) => b.likelihood - a.likelihood),
    ]),
  );
  const beginnings = new Set<string>();
  for (const key of byName.keys())
    for (let cut = key.indexOf(' '); cut > 0; cut = key.indexOf(' ', cut + 1))
      beginnings.add(key.slice(0, cut));
  return {
    byName,
    spellings,
    openings: new Set([...byName.keys()].map((name) => name.split(' ', 1)[0] ?? '')),
    beginnings,
    airports: airportPlaces,
    cities,
    townsOf: (name) =>
      namesakes.get(name) ?? (smaller.get(name) ?? []).flatMap((city) => servedCity(city, serving) ?? []),
    plainCodes: plainCodes(airportPlaces, cities),
  };
}

function addFurtherNames(
  add: (name: string, candidate: PlaceCandidate) => void,
  cities: ReadonlyMap<string, PlaceCandidate>,
  airportPlaces: ReadonlyMap<string, PlaceCandidate>,
): void {
  const cityOfAirport = new Map(
    [...cities.values()].flatMap((city) => city.place.airports.map((code) => [code, city] as const)),
  );
  for (const [code, names] of Object.entries(furtherNames)) {
    for (const name of names.split('|')) {
      const building = name.startsWith('@');
      const candidate = building ? airportPlaces.get(code) : (cities.get(code) ?? cityOfAirport.get(code));
      if (candidate) add(building ? name.slice(1) : name, candidate);
    }
  }
}

/** "heathrow" of "London Heathrow"; the whole where the city's name is not in it. */
function withoutCity(short: string, city: string): string {
  const lower = short.toLowerCase();
  const place = city.toLowerCase();
  return lower.startsWith(place) ? short.slice(city.length).replace(/^[\s-]+/, '') : short;
}

type CityRow = (typeof cityTimezones)['cityMapping'][number];
type Cells = ReadonlyMap<string, readonly Airport[]>;

const servingCells = (airports: Airports): Cells =>
  Map.groupBy(
    airports.list.filter(({ passengersMillions }) => passengersMillions >= leastServing),
    ({ latitude, longitude }) => cell(latitude, longitude),
  );

/** Adds the larger cities that no airport has; answers the smaller ones that are namesakes of something known, by folded name. */
function addCitiesWithoutAirport(
  add: (name: string, candidate: PlaceCandidate) => void,
  names: ReadonlyMap<string, ReadonlyMap<string, PlaceCandidate>>,
  serving: Cells,
): ReadonlyMap<string, readonly CityRow[]> {
  const smaller = new Map<string, CityRow[]>();
  const { cityMapping } = readPackage('city-timezones') as typeof cityTimezones;
  for (const row of cityMapping) {
    const { city_ascii: name, city, iso2, pop, lat, lng } = row;
    const key = foldName(name);
    if (pop < leastInhabitants) {
      const same = smaller.get(key);
      if (same) same.push(row);
      else smaller.set(key, [row]);
      continue;
    }
    const known = [...(names.get(key)?.values() ?? [])];
    if (
      known.some(
        ({ place, latitude, longitude }) =>
          place.country === iso2 && kilometres(latitude, longitude, lat, lng) < 150,
      )
    )
      continue;
    const found = servedCity(row, serving);
    if (!found) continue;
    add(name, found);
    if (city !== name) add(city, found);
  }
  return new Map([...smaller].filter(([key]) => names.has(key)));
}

/** A city with the airports of its country that are within reach. */
function servedCity({ city, iso2, province, lat, lng }: CityRow, serving: Cells): PlaceCandidate | undefined {
  const near = nearest(serving, lat, lng).filter(({ country }) => country === iso2);
  // Counties tell British cities apart for nobody, England and Scotland do.
  const region = iso2 === 'GB' ? (near[0]?.region ?? null) : province || null;
  return cityWithoutAirport(city, region, near);
}

const cell = (latitude: number, longitude: number): string =>
  `${Math.floor(latitude / 2)},${Math.floor(longitude / 2)}`;

/** Up to two airports within reach, those that serve it best first: busy ones may be farther. */
function nearest(cells: Cells, latitude: number, longitude: number): Airport[] {
  const reach: { airport: Airport; appeal: number }[] = [];
  for (let row = -1; row <= 1; row += 1)
    for (let column = -1; column <= 1; column += 1)
      for (const airport of cells.get(cell(latitude + 2 * row, longitude + 2 * column)) ?? []) {
        const distance = kilometres(latitude, longitude, airport.latitude, airport.longitude);
        if (distance <= farthestKilometres)
          reach.push({ airport, appeal: Math.sqrt(airport.passengersMillions) / (distance + 20) });
      }
  return reach
    .toSorted((a, b) => b.appeal - a.appeal)
    .slice(0, 2)
    .map(({ airport }) => airport);
}

/** Distance on a flat patch of the globe, good enough within a few hundred kilometres. */
function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const shrink = Math.cos((((latA + latB) / 2) * Math.PI) / 180);
  return 111 * Math.hypot(latA - latB, (lonA - lonB) * shrink);
}

/** Codes that count in lower case too: of airports known by code, and no words. */
function plainCodes(
  airports: ReadonlyMap<string, PlaceCandidate>,
  cities: ReadonlyMap<string, PlaceCandidate>,
): Map<string, PlaceCandidate> {
  const codes = new Map<string, PlaceCandidate>();
  for (const candidates of [cities, airports])
    for (const [code, candidate] of candidates)
      if (candidate.likelihood >= leastKnownByCode && !codeWords.has(code.toLowerCase()))
        codes.set(code.toLowerCase(), candidate);
  return codes;
}
