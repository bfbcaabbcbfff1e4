import { endOfDay, readLatestArrival } from '../../domain/latest-arrival.ts';
import { weekdaysOfWindow } from '../../domain/departure-days.ts';
import { spokenName, type Place } from '../../domain/place.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import { citiesOf } from '../../domain/reference/cities-of.ts';
import type { DepartureWindow, Party, Trip, TripFilters } from '../../domain/trip.ts';
import type { Formats } from '../format.ts';
import { counted, english } from '../texts/en.ts';

/** The trip in one line: places, days with their weekdays, party, cabin and every filter. */
export function describeTrip(trip: Trip, formats: Formats): string {
  const fixed = trip.legs.every(({ departure }) => departure && departure.earliest === departure.latest);
  const extras = [
    trip.stayNights && !fixed ? describeStay(trip.stayNights) : '',
    describeParty(trip.passengers),
    trip.cabin ? english.cabins[trip.cabin] : '',
    ...describeFilters(trip, formats),
  ];
  return [describeLegs(trip, formats), ...extras.filter(Boolean)].join('; ');
}

const nameOf = (place: Place | null): string => (place ? spokenName(place) : '?');

function describeLegs({ legs, tripType }: Trip, formats: Formats): string {
  const parts = legs.map(({ origin, destination, departure }, index) => {
    const days = departure ? `, ${describeWindow(departure, formats)}` : '';
    if (tripType === 'round_trip' && index === 1) return departure ? `back${days.replace(/^,/, '')}` : '';
    return `**${nameOf(origin)} to ${nameOf(destination)}**${days}`;
  });
  return parts.filter(Boolean).join(tripType === 'round_trip' ? ', ' : '; then ');
}

/**
 * "Friday, December 4", "between Friday, May 1 and Sunday, May 3", "a Friday between June 4 and June 25", with the time of day where it was
 * said.
 */
export function describeWindow(window: DepartureWindow, formats: Formats): string {
  const { timeFrom, timeTo } = window;
  const days = describeDays(window, formats);
  if (timeFrom !== null && timeTo !== null)
    return `${days}, leaving ${formats.clock(timeFrom)} to ${formats.clock(timeTo)}`;
  if (timeFrom !== null) return `${days}, leaving after ${formats.clock(timeFrom)}`;
  return timeTo === null ? days : `${days}, leaving before ${formats.clock(timeTo)}`;
}

/** Days that are listed by name; more of them are told by how many they are. */
const mostListed = 5;

function describeDays(window: DepartureWindow, formats: Formats): string {
  const { earliest, latest, days } = window;
  if (earliest === latest) return formats.date(earliest);
  const between = `between ${formats.date(earliest)} and ${formats.date(latest)}`;
  if (!days) return between;
  const weekdays = weekdaysOfWindow(window);
  if (weekdays) return `${describeWeekdays(weekdays, formats)} ${between}`;
  return days.length <= mostListed
    ? formats.either(days.map((day) => formats.date(day)))
    : `one of ${days.length} days ${between}`;
}

const week = [0, 1, 2, 3, 4, 5, 6];
const mondayToFriday = '0,1,2,3,4';

/** "A weekday", "a Friday or Saturday", "any day but a Sunday". */
function describeWeekdays(weekdays: readonly number[], formats: Formats): string {
  const names = (days: readonly number[]) => formats.either(days.map((day) => english.weekdays[day] ?? ''));
  if (weekdays.join() === mondayToFriday) return 'a weekday';
  return weekdays.length > 3
    ? `any day but a ${names(week.filter((day) => !weekdays.includes(day)))}`
    : `a ${names(weekdays)}`;
}

/** "3 nights", "3 to 4 nights". */
export const describeStay = ({ min, max }: NonNullable<Trip['stayNights']>): string =>
  min === max ? counted(min, 'night') : `${min} to ${counted(max, 'night')}`;

/** Nothing for one adult, who is the usual case. */
export function describeParty({ adults, children, infants }: Party): string {
  if (adults === 1 && children.length === 0 && infants === 0) return '';
  const ages = children.length > 0 ? ` (${children.join(', ')})` : '';
  return [
    counted(adults, 'adult'),
    children.length > 0 ? counted(children.length, 'child', 'children') + ages : '',
    infants > 0 ? counted(infants, 'infant') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "Arriving by 12:00 PM", "arriving 5:00 PM to 10:00 PM", "arriving by 10:00 AM on Thursday, June 3". */
function describeArrival({ arriveBy, arriveAfter }: TripFilters, formats: Formats): string | null {
  const by = arriveBy === null ? null : readLatestArrival(arriveBy);
  const [from, to] = [arriveAfter, by?.time ?? null].map((time) => time && formats.clock(time));
  const day = by?.day ? formats.date(by.day) : null;
  if (day && !from && by?.time === endOfDay) return `arriving by ${day}`;
  if (from && to) return day ? `arriving ${from} to ${to}, by ${day}` : `arriving ${from} to ${to}`;
  if (from) return `arriving after ${from}`;
  if (!to) return null;
  return day ? `arriving by ${to} on ${day}` : `arriving by ${to}`;
}

/** More airports than this are a country's: nobody reads them all. */
const mostAirports = 8;

/** "Via Tokyo", "via London or CDG each way". */
function describeVia(codes: readonly string[], tripType: Trip['tripType'], formats: Formats): string {
  const through = `via ${describeAirports(citiesOf(codes), formats)}`;
  if (tripType === 'round_trip') return `${through} each way`;
  return tripType === 'multi_city' ? `${through} on one of the flights` : through;
}

const describeAirports = (codes: readonly string[], formats: Formats): string =>
  codes.length <= mostAirports
    ? formats.either(codes)
    : formats.either([
        ...codes.slice(0, mostAirports - 2),
        `${codes.length - mostAirports + 2} more airports`,
      ]);

function describeFilters({ filters, sort, tripType }: Trip, formats: Formats): string[] {
  const names = (codes: readonly string[]) => formats.either(codes.map(airlineName));
  const texts: (string | false | null)[] = [
    filters.maxStops === 0
      ? 'nonstop only'
      : filters.maxStops !== null && `at most ${counted(filters.maxStops, 'stop')}`,
    filters.maxPrice && `up to ${formats.money(filters.maxPrice)}`,
    filters.maxDurationMinutes !== null && `at most ${formats.duration(filters.maxDurationMinutes)} each way`,
    filters.airlines.include.length > 0 && `with ${names(filters.airlines.include)}`,
    filters.airlines.exclude.length > 0 && `without ${names(filters.airlines.exclude)}`,
    filters.alliances.length > 0 &&
      `with ${formats.either(filters.alliances.map((name) => english.alliances[name]))}`,
    filters.avoidAirports.length > 0 && `not through ${describeAirports(filters.avoidAirports, formats)}`,
    filters.viaAirports.length > 0 && describeVia(filters.viaAirports, tripType, formats),
    describeArrival(filters, formats),
    filters.returnArriveBy !== null && `back by ${formats.clock(filters.returnArriveBy)}`,
    filters.minLayoverMinutes !== null &&
      `layovers of at least ${formats.duration(filters.minLayoverMinutes)}`,
    filters.maxLayoverMinutes !== null &&
      `layovers of at most ${formats.duration(filters.maxLayoverMinutes)}`,
    filters.noOvernightLayover && 'no overnight layovers',
    filters.checkedBags !== null &&
      filters.checkedBags > 0 &&
      `${counted(filters.checkedBags, 'checked bag')} each`,
    filters.refundableOnly && 'refundable fares only',
    sort !== 'best' && english.sorts[sort],
  ];
  return texts.filter((text) => typeof text === 'string');
}
