import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { Place } from '../../../src/contract/place.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import { flightNameOf } from './flight-name.ts';

/** Edits in the words the agent reads, which are English in every language of the page. */
export type Cabin = NonNullable<Trip['cabin']>;
type Party = Trip['passengers'];
type Leg = Trip['legs'][number];
type Window = NonNullable<Leg['departure']>;

/** "December 4", with the year where it is not this one. */
export function sayDay(day: string, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const thisYear = day.slice(0, 4) === today.slice(0, 4);
  return date.toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    ...(thisYear ? {} : { year: 'numeric' }),
  });
}

/** Days that are said one by one. */
const mostListed = 6;

/** The days of a window: "on December 4", "between December 4 and December 9", "on June 4 or June 11", "on a Friday between June 4 and July 30". */
export function sayWindow({ earliest, latest, days }: Window, today: string): string {
  if (earliest === latest) return `on ${sayDay(earliest, today)}`;
  const between = `between ${sayDay(earliest, today)} and ${sayDay(latest, today)}`;
  if (!days) return between;
  if (days.length <= mostListed) return `on ${either(days.map((day) => sayDay(day, today)))}`;
  return `on a ${either([...new Set(days.map(weekdayOf))])} ${between}`;
}

const either = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}` : names.join('');

const weekdayOf = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC', weekday: 'long' });

export const sayFrom = (place: Place): string => `from ${sayPlace(place)}`;
export const sayTo = (place: Place): string => `to ${sayPlace(place)}`;

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/**
 * An airport by its code, and a city too where no airport has that code: NYC. "BOS" would be the airport and not Boston, so such a
 * city is said by its name with what tells it from others of that name: the state in the United States, elsewhere the country.
 */
function sayPlace({ kind, code, name, country, region, airports }: Place): string {
  if (kind === 'airport' || !airports.includes(code)) return code;
  const where = country === 'US' && region ? region : countries.of(country || 'ZZ');
  return where ? `${name}, ${where}` : name;
}

/** A day to leave and one to come back, or null for one way. */
export const sayDates = (leave: string, back: string | null, wasRoundTrip: boolean, today: string): string =>
  back === null
    ? `${wasRoundTrip ? 'one way, ' : ''}leave on ${sayDay(leave, today)}`
    : `leave ${sayDay(leave, today)}, back ${sayDay(back, today)}`;

export function sayParty({ adults, children, infants }: Party): string {
  const ages =
    children.length > 1
      ? `${children.slice(0, -1).join(', ')} and ${children.at(-1) ?? ''}`
      : children.join('');
  return [
    `${adults} ${adults === 1 ? 'adult' : 'adults'}`,
    ...(children.length === 1 ? [`one child aged ${ages}`] : []),
    ...(children.length > 1 ? [`${children.length} children aged ${ages}`] : []),
    ...(infants > 0 ? [`${infants} ${infants === 1 ? 'infant' : 'infants'}`] : []),
  ].join(', ');
}

const cabins: Readonly<Record<Cabin, string>> = {
  economy: 'economy class',
  premium_economy: 'premium economy',
  business: 'business class',
  first: 'first class',
};
export const sayCabin = (cabin: Trip['cabin']): string => (cabin ? cabins[cabin] : 'any cabin class');

/** A whole trip in one message, for a conversation that starts from a link or after its session ended. */
export function sayTrip(trip: Trip, today: string): string {
  const [first, second] = trip.legs;
  const legs = trip.trip_type === 'multi_city' ? trip.legs : first ? [first] : [];
  const back = trip.trip_type === 'round_trip' ? second?.departure : undefined;
  const stay = trip.trip_type === 'round_trip' && !back ? trip.stay_nights : null;
  const parts = [
    legs.map((leg) => sayLeg(leg, today)).join(', then '),
    ...(back ? [`back ${sayWindow(back, today)}`] : []),
    ...(stay ? [`for ${stay.min === stay.max ? '' : `${stay.min} to `}${stay.max} nights`] : []),
    sayParty(trip.passengers),
    ...(trip.cabin ? [sayCabin(trip.cabin)] : []),
    ...(trip.filters.max_stops === 0 ? ['nonstop'] : []),
    ...(trip.filters.max_price
      ? [`under ${trip.filters.max_price.amount} ${trip.filters.max_price.currency}`]
      : []),
  ];
  return parts.filter(Boolean).join(', ');
}

function sayLeg({ origin, destination, departure }: Leg, today: string): string {
  return [
    ...(origin ? [sayFrom(origin)] : []),
    ...(destination ? [sayTo(destination)] : []),
    ...(departure ? [sayWindow(departure, today)] : []),
  ].join(' ');
}

/** Chooses a card; its id goes with the words, which only say which one it was. */
export function sayChoice(card: FlightCard): string {
  const { airline, number, seller } = flightNameOf(card);
  const { amount, currency } = card.price.total;
  return `Choose ${airline} ${number}${seller ? `, sold by ${seller}` : ''}, ${Number(amount)} ${currency}`;
}
