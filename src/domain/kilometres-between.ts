const radians = Math.PI / 180;
const earthRadius = 6371;

/** A place on the globe, in degrees. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance, kilometres (haversine). */
export function kilometresBetween(a: Spot, b: Spot): number {
  const height = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const width = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const chord =
    height * height + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * width * width;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
