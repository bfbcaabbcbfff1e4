import { convertApproximately } from '../domain/exchange-rates.ts';
import { dayShiftOf, layoversOf, firstSegment, lastSegment, stopsOf } from '../domain/itinerary.ts';
import { fromMajorUnits, majorUnits, money, type Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import { travellerCount, type Trip } from '../domain/trip.ts';
import { localMinuteOfDay, type ZonedMinute } from '../domain/zoned-minute.ts';
import { bagCostOf, seatsOf } from './bag-cost.ts';
import { otherAirportsOf } from './other-airports.ts';
import { hourValue, longMinutes, penalties, tightMinutes, usualBagPrice } from './weights.ts';

/** Everything by which one offer can beat another; less is better in each. */
export interface Criteria {
  /** Total with the bags that were asked for, in the ranking's currency, smallest unit. */
  readonly price: number;
  readonly durationMinutes: number;
  readonly stops: number;
  readonly tightConnections: number;
  /** Waits by day; one through the night counts as overnight only. */
  readonly longLayovers: number;
  readonly overnightLayovers: number;
  readonly airportChanges: number;
  /** Ends of the way back at another airport of the city than the way out. */
  readonly otherAirports: number;
  readonly separateTickets: number;
  readonly unsocialHours: number;
  /** Calendar days between leaving and arriving, over all legs. */
  readonly laterDays: number;
}

/** One plain loop over the segments, because it runs for every offer of every search. */
export function criteriaOf(offer: Offer, trip: Trip, currency: string): Criteria {
  let durationMinutes = 0;
  let stops = 0;
  let tightConnections = 0;
  let longLayovers = 0;
  let overnightLayovers = 0;
  let airportChanges = 0;
  let unsocialHours = 0;
  let laterDays = 0;
  for (const leg of offer.legs) {
    durationMinutes += leg.durationMinutes;
    stops += stopsOf(leg);
    for (const { minutes, overnight, changesAirport } of layoversOf(leg)) {
      if (minutes < tightMinutes) tightConnections += 1;
      if (overnight) overnightLayovers += 1;
      else if (minutes > longMinutes) longLayovers += 1;
      if (changesAirport) airportChanges += 1;
    }
    if (isUnsocial(firstSegment(leg).departsAt) || isUnsocial(lastSegment(leg).arrivesAt)) unsocialHours += 1;
    laterDays += Math.max(0, dayShiftOf(leg));
  }
  return {
    price: priceOf(offer.total, currency) + bagsPrice(offer, trip, currency),
    durationMinutes,
    stops,
    tightConnections,
    longLayovers,
    overnightLayovers,
    airportChanges,
    otherAirports: otherAirportsOf(offer, trip).length,
    separateTickets: offer.separateTickets ? 1 : 0,
    unsocialHours,
    laterDays,
  };
}

/** The price by which an offer is compared, as money; where nothing was added or converted, it is the total itself. */
export const comparedPrice = ({ total }: Offer, { price }: Criteria, currency: string): Money =>
  total.minor === price && total.currency === currency ? total : money(price, currency);

/** What the bags asked for add to the price, at the usual price of a bag where the source does not say. */
function bagsPrice(offer: Offer, trip: Trip, currency: string): number {
  const { missing, price } = bagCostOf(offer, trip);
  if (price) return priceOf(price, currency);
  if (missing === 0) return 0;
  return priceOf(
    fromMajorUnits(usualBagPrice * missing * seatsOf(trip) * offer.legs.length, 'USD'),
    currency,
  );
}

/** A currency without a reference rate counts as dollars: an order is needed, and the card's own price is what is shown. */
export function priceOf(amount: Money, currency: string): number {
  return (convertApproximately(amount, currency) ?? fromMajorUnits(majorUnits(amount), currency)).minor;
}

export function isUnsocial(time: ZonedMinute): boolean {
  const minute = localMinuteOfDay(time);
  return minute >= 23 * 60 || minute < 5.5 * 60;
}

/** Money that stands for the whole journey: price, time and nuisances of the party, in the smallest unit. Rises with every criterion. */
export type CostOf = (criteria: Criteria) => number;

/** For one trip and currency: the cost of what an offer has to be judged by. */
export function costFor(trip: Trip, currency: string): CostOf {
  const travellers = travellerCount(trip.passengers);
  const hour = hourValue[trip.cabin ?? 'economy'];
  const minorPerDollar = priceOf(money(100_000, 'USD'), currency) / 1000;
  return (criteria) => {
    const nuisances =
      criteria.stops * penalties.stop +
      criteria.tightConnections * penalties.tightConnection +
      criteria.longLayovers * penalties.longLayover +
      criteria.overnightLayovers * penalties.overnightLayover +
      criteria.airportChanges * penalties.airportChange +
      criteria.otherAirports * penalties.otherAirport +
      criteria.separateTickets * penalties.separateTickets +
      criteria.unsocialHours * penalties.unsocialHour +
      criteria.laterDays * penalties.laterDay;
    const time = (criteria.durationMinutes / 60) * hour;
    return criteria.price + (nuisances + time) * travellers * minorPerDollar;
  };
}

export const generalisedCost = (criteria: Criteria, trip: Trip, currency: string): number =>
  costFor(trip, currency)(criteria);

/** Whether one is at least as good in every criterion and better in one. */
export function dominates(a: Criteria, b: Criteria): boolean {
  let better = false;
  for (const name of Object.keys(a) as (keyof Criteria)[]) {
    if (a[name] > b[name]) return false;
    better ||= a[name] < b[name];
  }
  return better;
}
