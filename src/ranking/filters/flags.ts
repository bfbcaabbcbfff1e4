import { readLatestArrival } from '../../domain/latest-arrival.ts';
import { cabins } from '../../domain/cabin.ts';
import { convertApproximately } from '../../domain/exchange-rates.ts';
import {
  dayShiftOf,
  firstSegment,
  fliesThroughNight,
  lastSegment,
  layoversOf,
  stopsOf,
} from '../../domain/itinerary.ts';
import type { Money } from '../../domain/money.ts';
import type { Offer, OfferLeg } from '../../domain/offer.ts';
import type { FilterName, Flag } from '../../domain/ranked.ts';
import { airlines } from '../../domain/reference/airlines.ts';
import { isWithinTimes, type Trip } from '../../domain/trip.ts';
import { localDateOf, localTimeOf } from '../../domain/zoned-minute.ts';
import { totalWithBags } from '../bag-cost.ts';

/** What holds for all offers of a list. */
export interface ListContext {
  /** See Ranking. */
  readonly arrivesDayAfter: boolean;
}

/** Whether an offer fails a filter: surely, perhaps (the source does not say), or not. */
type Filter = (offer: Offer, trip: Trip, list: ListContext) => 'fails' | 'unsure' | 'passes';

const failsIf = (fails: boolean) => (fails ? 'fails' : 'passes');

const segmentsOf = (offer: Offer) => offer.legs.flatMap((leg) => leg.segments);

/** The airports where planes are changed; both of them where the way goes on from another one. */
const changesOf = ({ segments }: OfferLeg): string[] => [
  ...segments.slice(0, -1).map(({ destination }) => destination),
  ...segments.slice(1).map(({ origin }) => origin),
];

/** What a price limit is held against: the bags that were asked for are a part of the price, as far as the source says what they cost. */
export const limitedPrice = (offer: Offer, trip: Trip): Money => totalWithBags(offer, trip) ?? offer.total;

const filters: Readonly<Record<FilterName, Filter>> = {
  max_stops: ({ legs }, { filters: { maxStops } }) =>
    failsIf(maxStops !== null && legs.some((leg) => stopsOf(leg) > maxStops)),

  max_price: (offer, trip) => {
    const { maxPrice } = trip.filters;
    if (!maxPrice) return 'passes';
    const comparable = convertApproximately(limitedPrice(offer, trip), maxPrice.currency);
    return comparable ? failsIf(comparable.minor > maxPrice.minor) : 'unsure';
  },

  max_duration: ({ legs }, { filters: { maxDurationMinutes } }) =>
    failsIf(maxDurationMinutes !== null && legs.some((leg) => leg.durationMinutes > maxDurationMinutes)),

  // "With JetBlue" means that it sells all of the offer, or sells or flies a part of the way there and of the way back, which is what offers
  // are headed with; "not Ryanair" that Ryanair does none of it anywhere.
  airlines: (offer, { filters: { airlines: wanted } }) => {
    const involvedIn = ({ segments }: OfferLeg) =>
      segments.flatMap(({ carrier, operatedBy }) => [carrier, operatedBy ?? carrier]);
    const isWanted = (carrier: string) => wanted.include.includes(carrier);
    const isRefused = (carrier: string) => wanted.exclude.includes(carrier);
    const refused = isRefused(offer.carrier) || offer.legs.some((leg) => involvedIn(leg).some(isRefused));
    const outside =
      wanted.include.length > 0 &&
      !isWanted(offer.carrier) &&
      !offer.legs.every((leg) => involvedIn(leg).some(isWanted));
    return failsIf(refused || outside);
  },

  // A carrier that the table does not know may be a member all the same.
  alliances: (offer, { filters: { alliances } }) => {
    if (alliances.length === 0) return 'passes';
    const members = segmentsOf(offer).map(({ carrier }) => airlines.get(carrier));
    if (members.some((airline) => airline && !(airline.alliance && alliances.includes(airline.alliance))))
      return 'fails';
    return members.includes(undefined) ? 'unsure' : 'passes';
  },

  avoid_airports: (offer, { filters: { avoidAirports } }) =>
    failsIf(
      segmentsOf(offer).some(
        ({ origin, destination }) => avoidAirports.includes(origin) || avoidAirports.includes(destination),
      ),
    ),

  // See TripFilters for which of the legs have to.
  via_airports: ({ legs }, { tripType, filters: { viaAirports } }) => {
    if (viaAirports.length === 0) return 'passes';
    const changesThere = (leg: OfferLeg) => changesOf(leg).some((airport) => viaAirports.includes(airport));
    return failsIf(!(tripType === 'multi_city' ? legs.some(changesThere) : legs.every(changesThere)));
  },

  arrive_by: ({ legs: [leg] }, { filters: { arriveBy } }, { arrivesDayAfter }) => {
    if (arriveBy === null) return 'passes';
    const { arrivesAt } = lastSegment(leg);
    const time = localTimeOf(arrivesAt);
    if (readLatestArrival(arriveBy).day !== null)
      return failsIf(`${localDateOf(arrivesAt)}T${time}` > arriveBy);
    const days = dayShiftOf(leg);
    const isTheDay = days <= 0 || (arrivesDayAfter && days === 1 && fliesThroughNight(leg));
    return failsIf(!isTheDay || (days >= 0 && time > arriveBy));
  },

  arrive_after: ({ legs: [leg] }, { filters: { arriveAfter } }) =>
    failsIf(arriveAfter !== null && localTimeOf(lastSegment(leg).arrivesAt) < arriveAfter),

  return_arrive_by: ({ legs: [, back] }, { filters: { returnArriveBy } }) => {
    if (returnArriveBy === null || !back) return 'passes';
    const days = dayShiftOf(back);
    const isTheDay = days <= 0 || (days === 1 && fliesThroughNight(back));
    return failsIf(!isTheDay || localTimeOf(lastSegment(back).arrivesAt) > returnArriveBy);
  },

  departure_time: ({ legs }, trip) =>
    failsIf(
      legs.some((leg, index) => {
        const departure = trip.legs[index]?.departure;
        return departure && !isWithinTimes(localTimeOf(firstSegment(leg).departsAt), departure);
      }),
    ),

  min_layover: ({ legs }, { filters: { minLayoverMinutes } }) =>
    failsIf(
      minLayoverMinutes !== null &&
        legs.some((leg) => layoversOf(leg).some(({ minutes }) => minutes < minLayoverMinutes)),
    ),

  max_layover: ({ legs }, { filters: { maxLayoverMinutes } }) =>
    failsIf(
      maxLayoverMinutes !== null &&
        legs.some((leg) => layoversOf(leg).some(({ minutes }) => minutes > maxLayoverMinutes)),
    ),

  overnight_layover: ({ legs }, { filters: { noOvernightLayover } }) =>
    failsIf(noOvernightLayover && legs.some((leg) => layoversOf(leg).some(({ overnight }) => overnight))),

  // A bag can be bought with almost every fare, so bags cost and warn but never hide an offer.
  checked_bags: () => 'passes',

  refundable: ({ fare }, { filters: { refundableOnly } }) => {
    if (!refundableOnly || fare.refundable === true) return 'passes';
    return fare.refundable === null ? 'unsure' : 'fails';
  },

  // Nothing is below economy. Where the source names no cabin for the fare, its segments may.
  cabin: (offer, { cabin }) => {
    if (!cabin || cabin === 'economy') return 'passes';
    const flown = offer.fare.cabin ? [offer.fare.cabin] : segmentsOf(offer).map((segment) => segment.cabin);
    if (flown.some((each) => each !== null && cabins.indexOf(each) < cabins.indexOf(cabin))) return 'fails';
    return flown.includes(null) ? 'unsure' : 'passes';
  },
};

/** Whether a trip asks anything of a filter; one that it does not ask lets everything pass. */
const asked: Readonly<Record<FilterName, (trip: Trip) => boolean>> = {
  max_stops: ({ filters: { maxStops } }) => maxStops !== null,
  max_price: ({ filters: { maxPrice } }) => maxPrice !== null,
  max_duration: ({ filters: { maxDurationMinutes } }) => maxDurationMinutes !== null,
  airlines: ({ filters: { airlines: wanted } }) => wanted.include.length + wanted.exclude.length > 0,
  alliances: ({ filters: { alliances } }) => alliances.length > 0,
  avoid_airports: ({ filters: { avoidAirports } }) => avoidAirports.length > 0,
  via_airports: ({ filters: { viaAirports } }) => viaAirports.length > 0,
  arrive_by: ({ filters: { arriveBy } }) => arriveBy !== null,
  arrive_after: ({ filters: { arriveAfter } }) => arriveAfter !== null,
  return_arrive_by: ({ filters: { returnArriveBy } }) => returnArriveBy !== null,
  departure_time: ({ legs }) =>
    legs.some(({ departure }) => departure && (departure.timeFrom !== null || departure.timeTo !== null)),
  min_layover: ({ filters: { minLayoverMinutes } }) => minLayoverMinutes !== null,
  max_layover: ({ filters: { maxLayoverMinutes } }) => maxLayoverMinutes !== null,
  overnight_layover: ({ filters: { noOvernightLayover } }) => noOvernightLayover,
  checked_bags: () => false,
  refundable: ({ filters: { refundableOnly } }) => refundableOnly,
  cabin: ({ cabin }) => cabin !== null && cabin !== 'economy',
};

const names = Object.keys(filters) as FilterName[];

const noFlags: readonly Flag[] = [];

/** For one trip: every filter that an offer fails or may fail; an empty list means that it is shown. */
export function flaggerFor(trip: Trip, list = sameDay): (offer: Offer) => readonly Flag[] {
  const own = names.filter((name) => asked[name](trip)).map((name) => [name, filters[name]] as const);
  if (own.length === 0) return () => noFlags;
  return (offer) => {
    const flags: Flag[] = [];
    for (const [filter, judge] of own) {
      const verdict = judge(offer, trip, list);
      if (verdict !== 'passes') flags.push({ filter, certain: verdict === 'fails' });
    }
    return flags;
  };
}

/**
 * "Arrive before noon" means the day of leaving where any flight can do that, and else the morning after a night on board: from Boston to
 * Lisbon nobody arrives on the day that they leave. A day that was said with the time stands.
 */
export function listContextOf(offers: readonly Offer[], { filters: { arriveBy } }: Trip): ListContext {
  if (arriveBy === null || readLatestArrival(arriveBy).day !== null) return sameDay;
  const inTime = (days: number, { legs: [leg] }: Offer) =>
    dayShiftOf(leg) === days && localTimeOf(lastSegment(leg).arrivesAt) <= arriveBy;
  const arrivesDayAfter =
    !offers.some((offer) => dayShiftOf(offer.legs[0]) < 0 || inTime(0, offer)) &&
    offers.some((offer) => inTime(1, offer) && fliesThroughNight(offer.legs[0]));
  return { arrivesDayAfter };
}

const sameDay: ListContext = { arrivesDayAfter: false };

/** How far an offer is from passing, for the filters that measure something; in minutes, stops or the ceiling's smallest unit. */
export function measureOf(offer: Offer, filter: FilterName, trip: Trip): number | null {
  switch (filter) {
    case 'max_price':
      return trip.filters.maxPrice
        ? (convertApproximately(limitedPrice(offer, trip), trip.filters.maxPrice.currency)?.minor ?? null)
        : null;
    case 'max_duration':
      return Math.max(...offer.legs.map((leg) => leg.durationMinutes));
    case 'max_stops':
      return Math.max(...offer.legs.map(stopsOf));
    case 'max_layover':
      return Math.max(0, ...offer.legs.flatMap((leg) => layoversOf(leg).map(({ minutes }) => minutes)));
    case 'airlines':
    case 'alliances':
    case 'avoid_airports':
    case 'via_airports':
    case 'arrive_by':
    case 'arrive_after':
    case 'return_arrive_by':
    case 'departure_time':
    case 'min_layover':
    case 'overnight_layover':
    case 'checked_bags':
    case 'refundable':
    case 'cabin':
      return null;
  }
}
