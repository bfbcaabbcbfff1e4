import { positions } from 'virtual:airport-positions';

const byCode = new Map<string, readonly [number, number]>();
for (const entry of positions.split(';')) {
  const [latitude, longitude] = entry.slice(3).split(',').map(Number);
  if (latitude !== undefined && longitude !== undefined) byCode.set(entry.slice(0, 3), [longitude, latitude]);
}

/** Longitude and latitude in degrees; undefined for an airport nobody knows the place of. */
export const positionOf = (airport: string): readonly [number, number] | undefined => byCode.get(airport);
