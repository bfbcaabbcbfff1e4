import type { Airport } from '../../domain/reference/airports.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { offsetAtNoon } from './local-time.ts';

/**
 * Airports that are closed at night, with the local hours when nothing lands or leaves: their published rules, rounded, without the exceptions
 * for late aircraft. Written by hand, not taken from a source.
 */
const table = `
LHR 2330 0430|LCY 2230 0630|BHD 2130 0630|FRA 2300 0500|MUC 0000 0500|BER 2330 0530|HAM 2300 0600|DUS 2300 0600|STR 2330 0600|ZRH 2330 0600|GVA 0000 0600|BSL 0000 0500|ORY 2330 0600|BVA 0000 0500|LUX 2300 0600|EIN 2330 0630|RTM 2300 0700
LIN 2330 0600|WAW 2330 0530|BUD 0000 0500|NRT 0000 0600|ITM 2100 0700|FUK 2200 0700|UKB 2300 0700|GMP 2300 0600|CJU 2300 0600|PUS 2300 0600|TSA 2300 0600|SYD 2300 0600|ADL 2300 0600|OOL 2300 0600|WLG 0000 0600|CGH 2300 0600|SDU 2300 0600|YTZ 2300 0645|SNA 2300 0700
`;
const minuteOf = (clock = ''): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2));
const closures = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [iata = '', from, until] = line.split(' ');
      return [iata, { from: minuteOf(from), until: minuteOf(until) }] as const;
    }),
);

/** Whether the airport is closed at a local minute of the day, which may lie on the day after. */
export function isClosed({ iata }: Pick<Airport, 'iata'>, minute: number): boolean {
  const closure = closures.get(iata);
  if (!closure) return false;
  const { from, until } = closure;
  const clock = ((minute % 1440) + 1440) % 1440;
  return from > until ? clock >= from || clock < until : clock >= from && clock < until;
}

/** The first and the last minute of the day that a flight may leave at. */
export type Hours = readonly [first: number, last: number];

/** When a flight leaves that finds no place within its own hours. */
const daytime: Hours = [5.75 * 60, 22.75 * 60];
const step = 5;
/** Minutes over which flights that a closure moves are spread, so that they do not all leave at once. */
const spread = 45;

/**
 * The departure nearest to the wanted one at which both airports are open, all year long: within its hours if that can be, else by day,
 * and the wanted one where there is none at all.
 * `lot` from 0 to 1 spreads what is moved.
 */
export function openDeparture(
  from: Airport,
  to: Airport,
  wanted: number,
  block: number,
  hours: Hours,
  lot: number,
): number {
  if (!closures.has(from.iata) && !closures.has(to.iata)) return wanted;
  const shifts = closures.has(to.iata) ? clockShifts(from.timeZone, to.timeZone) : [];
  const isOpen = (minute: number) =>
    !isClosed(from, minute) && shifts.every((shift) => !isClosed(to, minute + block + shift));
  if (isOpen(wanted)) return wanted;
  for (const [first, last] of [hours, daytime]) {
    const isPossible = (minute: number) => minute >= first && minute <= last && isOpen(minute);
    for (let away = step; away < 1440; away += step)
      for (const direction of [-1, 1]) {
        const nearest = wanted + direction * away;
        if (!isPossible(nearest)) continue;
        const spreadOut = nearest + direction * Math.round((lot * spread) / step) * step;
        return isPossible(spreadOut) ? spreadOut : nearest;
      }
  }
  return wanted;
}

/** A day between each two changes of clocks that some of the world makes and some does not. */
const days = '01-15 03-20 04-02 04-20 07-15 10-01 10-20 11-03 11-20'
  .split(' ')
  .flatMap((date) => dayOfIsoDate(`2027-${date}`));
const knownShifts = new Map<string, readonly number[]>();

/** By how many minutes the clocks of two zones differ in the course of a year. */
function clockShifts(from: string, to: string): readonly number[] {
  const key = `${from} ${to}`;
  let shifts = knownShifts.get(key);
  if (!shifts) {
    shifts = [...new Set(days.map((day) => offsetAtNoon(to, day) - offsetAtNoon(from, day)))];
    knownShifts.set(key, shifts);
  }
  return shifts;
}
