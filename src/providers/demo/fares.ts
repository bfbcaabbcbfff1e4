import type { Cabin } from '../../domain/cabin.ts';
import type { Party } from '../../domain/trip.ts';
import { isOneTicket } from './connections.ts';
import { chance } from './repeatable.ts';
import type { Journey, Ride } from './journeys.ts';
import type { Timetable } from './timetable.ts';

/** What a cabin costs, times economy: the beds of long flights far more than the free middle seat of short ones. */
function cabinFactor(cabin: Cabin, kilometres: number): number {
  const long = Math.min(1, kilometres / 8000);
  return { economy: 1, premium_economy: 1.75, business: 3.4 + 2.9 * long, first: 5.2 + 5.1 * long }[cabin];
}
/** Airport and government charges of a flight, US dollars: nobody's discount. */
const charges = { domestic: 9, abroad: 24, longHaul: 62 };
const longHaulKilometres = 4500;
/** A low-cost carrier's fare, times a network carrier's: over long ways most of its costs are the same. */
const lowCostFactor = (kilometres: number): number => 0.62 + 0.2 * Math.min(1, kilometres / 5000);
const childShare = 0.75;
const infantShare = 0.1;

/** Whether the flights of a journey have the cabin: low-cost carriers have one, short flights no first class. */
export function hasCabin(table: Timetable, { rides }: Journey, cabin: Cabin): boolean {
  if (cabin === 'economy') return true;
  const longest = Math.max(...rides.map(({ flight }) => table.distance[flight] ?? 0));
  const carriers = rides.map(({ flight }) => table.carriers[table.carrier[flight] ?? 0]);
  if (carriers.some((carrier) => carrier?.kind === 'low_cost')) return false;
  if (cabin === 'first') return longest > 5000 && carriers.every((carrier) => (carrier?.reach ?? 0) > 10_000);
  return cabin === 'business' || longest > 2800;
}

/**
 * The lowest adult fare of one direction, US dollars before rounding: distance, season, weekday, days to departure, how full the flights are,
 * carrier, stops and cabin, and the charges of every flight; separate tickets are priced one by one. The same flights on the same day cost the same for everybody who asks on one day.
 */
export function adultFare(
  table: Timetable,
  { rides }: Pick<Journey, 'rides'>,
  cabin: Cabin,
  today: number,
): number {
  const [first] = rides;
  if (!first) return 0;
  if (!isOneTicket(table, rides))
    return rides.reduce((sum, ride) => sum + adultFare(table, { rides: [ride] }, cabin, today), 0);
  const kilometres = rides.reduce((sum, { flight }) => sum + (table.distance[flight] ?? 0), 0);
  const carrier = table.carriers[table.carrier[first.flight] ?? 0];
  const base = 44 + 0.044 * kilometres ** 0.965;
  const lowCost = carrier?.kind === 'low_cost' ? lowCostFactor(kilometres) : 1;
  const stops = [1, 0.86, 0.84][rides.length - 1] ?? 0.84;
  const flightMood = 0.86 + 0.32 * chance(first.flight, 17);
  const dayMood = 0.93 + 0.14 * chance(first.flight, first.day, 3);
  const askingMood = 0.975 + 0.05 * chance(first.flight, first.day, 1000 + today);
  const full = Math.max(...rides.map((ride) => fullness(ride, today)));
  const fare =
    base *
    lowCost *
    stops *
    flightMood *
    dayMood *
    askingMood *
    season(first.day) *
    weekdayFactor(first.day) *
    advance(first.day - today) *
    (0.85 + 0.45 * full * full) *
    cabinFactor(cabin, kilometres);
  return fare + rides.reduce((sum, { flight }) => sum + chargesOf(table, flight), 0);
}

function chargesOf(table: Timetable, flight: number): number {
  if ((table.distance[flight] ?? 0) > longHaulKilometres) return charges.longHaul;
  const [from, to] = [table.airports[table.from[flight] ?? 0], table.airports[table.to[flight] ?? 0]];
  return from?.country === to?.country ? charges.domestic : charges.abroad;
}

/** What a party pays for one adult's fare; children and lap infants pay a share. Each traveller's own amount is rounded first. */
export const partyFare = (
  adult: number,
  { adults, children, infants }: Party,
  round: (amount: number) => number,
): number =>
  adults * round(adult) + children.length * round(adult * childShare) + infants * round(adult * infantShare);

/** How full a flight is on the day of asking, 0 to 1. */
export function fullness({ flight, day }: Ride, today: number): number {
  const atTheEnd = 0.55 + 0.45 * chance(flight, day, 5);
  const daysLeft = Math.max(0, day - today);
  return atTheEnd * (1 / (1 + daysLeft / 75));
}

/** Seats left at the lowest fare; null where there are more than anybody would be told of. */
export function seatsLeft({ rides }: Journey, today: number): number | null {
  const least = Math.min(
    ...rides.map((ride) =>
      Math.floor((1 - fullness(ride, today)) * 60 * (0.3 + chance(ride.flight, ride.day, 9))),
    ),
  );
  return least > 9 ? null : Math.max(0, least);
}

/** Summer and the turn of the year are dear, late winter and November cheap. */
function season(day: number): number {
  const date = new Date(day * 86_400_000);
  const dayOfYear =
    (Date.UTC(2001, date.getUTCMonth(), date.getUTCDate()) - Date.UTC(2001, 0, 1)) / 86_400_000;
  const summer = Math.exp(-(((dayOfYear - 205) / 38) ** 2)) * 0.3;
  const holidays = Math.exp(-(((((dayOfYear + 14) % 365) - 9) / 9) ** 2)) * 0.38;
  return 0.92 + summer + holidays;
}

/** Fridays and Sundays are dear, Tuesdays and Wednesdays cheap. Monday first. */
const weekdays = [1, 0.92, 0.91, 0.98, 1.12, 1, 1.1];
const weekdayFactor = (day: number): number => weekdays[(((day + 3) % 7) + 7) % 7] ?? 1;

/** Dear at the last moment, cheapest some two months ahead, a little more beyond. */
function advance(daysLeft: number): number {
  if (daysLeft <= 60) return 0.94 + 0.46 * ((60 - Math.max(0, daysLeft)) / 60) ** 2.6;
  return 0.94 + Math.min(0.12, (daysLeft - 60) / 1800);
}
