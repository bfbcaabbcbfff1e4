import type { Airport, Airports } from '../../domain/reference/airports.ts';
import { countryName } from '../../domain/reference/country-names.ts';
import { metroAreas, metroOfAirport } from '../../domain/reference/metro-areas.ts';
import { foldName } from './fold.ts';
import type { PlaceCandidate } from './place-reading.ts';

/** Countries whose states or provinces tell cities of one name apart. */
const toldByRegion = new Set(['US', 'CA', 'AU', 'BR', 'IN', 'MX']);

/** Countries whose states travellers know by name. */
const labelledByRegion = new Set(['US', 'CA', 'AU']);

/** Strips within a city's limits that no traveller means: those below this share of its busiest airport. */
const leastShare = 0.004;

/** Every airport as a candidate of its own, by code. */
export function airportCandidates(airports: Airports): Map<string, PlaceCandidate> {
  return new Map(
    airports.list.map((airport) => {
      const name = airportPlaceName(airport);
      const place = {
        kind: 'airport',
        code: airport.iata,
        name,
        ...homeOf(airport),
        airports: [airport.iata],
      } as const;
      return [
        airport.iata,
        candidate(place, airport, `${name} (${airport.iata})`, airport.passengersMillions),
      ];
    }),
  );
}

/** Every city with an airport, by code: the metropolitan areas, then the municipalities. */
export function cityCandidates(airports: Airports): Map<string, PlaceCandidate> {
  const cities = new Map<string, PlaceCandidate>();
  for (const metro of metroAreas) {
    const members = metro.airports.flatMap((code) => airports.find(code) ?? []);
    addCity(cities, metro.code, metro.name, members, metro.region);
  }
  const byMunicipality = Map.groupBy(
    airports.list.filter(({ iata }) => !metroOfAirport.has(iata)),
    ({ city, country, regionCode }) => `${city}|${country}|${toldByRegion.has(country) ? regionCode : ''}`,
  );
  for (const group of byMunicipality.values()) {
    const sorted = group.toSorted((a, b) => b.passengersMillions - a.passengersMillions);
    const most = sorted[0]?.passengersMillions ?? 0;
    const members = sorted.filter(({ passengersMillions }) => passengersMillions >= most * leastShare);
    const [main] = members;
    if (main) addCity(cities, main.iata, main.city, members);
  }
  tellNamesakesApart(cities);
  return cities;
}

/** A namesake is worth telling apart from where it has this share of the passengers. */
const leastShareOfNamesake = 0.05;

/** "Portland, Maine" and "Portland, Oregon", but London without its country: nobody takes it for the one in Ontario. */
function tellNamesakesApart(cities: Map<string, PlaceCandidate>): void {
  for (const namesakes of Map.groupBy(cities.values(), ({ place }) => foldName(place.name)).values()) {
    const sorted = namesakes.toSorted((a, b) => b.likelihood - a.likelihood);
    const [first, second] = sorted;
    if (!first || !second) continue;
    const isKnown = second.likelihood < first.likelihood * leastShareOfNamesake;
    for (const city of isKnown ? sorted.slice(1) : sorted)
      cities.set(city.place.code, { ...city, place: { ...city.place, fullName: city.label } });
  }
}

function addCity(
  cities: Map<string, PlaceCandidate>,
  code: string,
  name: string,
  members: readonly Airport[],
  region: string | null = null,
): void {
  const [main] = members;
  if (!main) return;
  const likelihood = members.reduce((sum, { passengersMillions }) => sum + passengersMillions, 0);
  const home = { country: main.country, region: region ?? main.region };
  const place = { kind: 'city', code, name, ...home, airports: members.map(({ iata }) => iata) } as const;
  cities.set(code, candidate(place, main, labelOf(name, home), likelihood));
}

/** A city of some size without an airport of its own, with the airports that serve it. */
export function cityWithoutAirport(
  name: string,
  region: string | null,
  near: readonly Airport[],
): PlaceCandidate | undefined {
  const [main] = near;
  if (!main) return undefined;
  const place = {
    kind: 'city',
    code: main.iata,
    name,
    country: main.country,
    region,
    airports: near.map(({ iata }) => iata),
  } as const;
  return candidate(
    place,
    main,
    `${name}, ${region ?? countryName(main.country)}`,
    main.passengersMillions / 20,
  );
}

const candidate = (
  place: PlaceCandidate['place'],
  main: Airport,
  label: string,
  likelihood: number,
): PlaceCandidate => ({
  place,
  label,
  likelihood,
  latitude: main.latitude,
  longitude: main.longitude,
  continent: main.continent,
});

const homeOf = ({ country, region }: Airport) => ({ country, region });

const labelOf = (name: string, { country, region }: Pick<Airport, 'country' | 'region'>): string =>
  `${name}, ${labelledByRegion.has(country) && region ? region : countryName(country)}`;

/** "London Heathrow", "New York John F Kennedy": the city and what tells the airport from the city's others. */
function airportPlaceName({ name, city }: Airport): string {
  const short = shortAirportName(name);
  if (short === '' || short.toLowerCase() === city.toLowerCase()) return `${city} Airport`;
  return short.toLowerCase().includes(city.toLowerCase()) ? short : `${city} ${short}`;
}

/** An airport's name without the words that say airport. */
export const shortAirportName = (name: string): string =>
  name
    .replace(
      /\s*\b(international|intl|regional|municipal|metropolitan|airport|aerodrome|aeroport)\b\.?/gi,
      '',
    )
    .replace(/\s*\(.*?\)/g, '')
    .trim();
