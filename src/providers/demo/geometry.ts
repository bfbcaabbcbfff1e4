import type { Spot } from '../../domain/kilometres-between.ts';

const radians = Math.PI / 180;

/** How far east a journey goes, -1 (due west) to 1 (due east), by the shorter way around. */
export function eastward(a: Spot, b: Spot): number {
  const degrees = ((b.longitude - a.longitude + 540) % 360) - 180;
  const across = degrees * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return across / Math.max(1, Math.hypot(across, b.latitude - a.latitude));
}

const groundMinutes = 32;
const climbMinutes = 8;
/** Cruising speed over the ground without wind, kilometres an hour. */
const cruise = 850;
const regionalCruise = 560;
/** The mean jet stream in middle latitudes, kilometres an hour. */
const jetStream = 75;

/** Gate to gate, minutes: taxi and climb, the distance at cruising speed, and the wind that blows east in middle latitudes. */
export function blockMinutes(a: Spot, b: Spot, kilometres: number): number {
  const latitude = Math.abs(a.latitude + b.latitude) / 2;
  const windy = Math.min(1, Math.max(0, (latitude - 15) / 25)) * Math.min(1, kilometres / 2500);
  const speed = (kilometres < 700 ? regionalCruise : cruise) + jetStream * windy * eastward(a, b);
  return Math.round((groundMinutes + climbMinutes + (kilometres / speed) * 60) / 5) * 5;
}
