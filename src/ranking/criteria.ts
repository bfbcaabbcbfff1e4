import { convertApproximately } from '../domain/exchange-rates.ts';
import {
  dayShiftOf,
  layoversOf,
  firstSegment,
  lastSegment,
  stopsOf,
  totalDurationMinutes,
} from '../domain/itinerary.ts';
import { fromMajorUnits, majorUnits, money, type Money } from '../domain/money.ts';
import type { Layover, Offer } from '../domain/offer.ts';
import { travellerCount, type Trip } from '../domain/trip.ts';
import { localMinuteOfDay, type ZonedMinute } from '../domain/zoned-minute.ts';
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
  readonly separateTickets: number;
  readonly unsocialHours: number;
  /** Calendar days between leaving and arriving, over all legs. */
  readonly laterDays: number;
}

/** What the bags asked for cost on top: nothing where they are included; null for the price where the source does not say. */
export interface BagCost {
  readonly missing: number;
  readonly price: Money | null;
  /** The fare does not say how many bags it includes. */
  readonly unknown: boolean;
}

export function bagCostOf(offer: Offer, trip: Trip): BagCost {
  const wanted = trip.filters.checkedBags ?? 0;
  const included = offer.fare.checkedBags;
  const missing = Math.max(0, wanted - (included ?? 0));
  const each = offer.fare.extraBagPrice;
  const seats = trip.passengers.adults + trip.passengers.children.length;
  return {
    missing,
    price: each && missing > 0 ? money(each.minor * missing * seats, each.currency) : null,
    unknown: included === null && wanted > 0,
  };
}

export function criteriaOf(offer: Offer, trip: Trip, currency: string): Criteria {
  const bags = bagCostOf(offer, trip);
  const seats = trip.passengers.adults + trip.passengers.children.length;
  const estimated =
    bags.missing > 0 && !bags.price ? usualBagPrice * bags.missing * seats * offer.legs.length : 0;
  const layovers = offer.legs.flatMap(layoversOf);
  return {
    price:
      priceOf(offer.total, currency) +
      (bags.price ? priceOf(bags.price, currency) : 0) +
      priceOf(fromMajorUnits(estimated, 'USD'), currency),
    durationMinutes: totalDurationMinutes(offer),
    stops: offer.legs.reduce((sum, leg) => sum + stopsOf(leg), 0),
    ...nuisancesOf(layovers),
    separateTickets: offer.separateTickets ? 1 : 0,
    unsocialHours: offer.legs.filter(
      (leg) => isUnsocial(firstSegment(leg).departsAt) || isUnsocial(lastSegment(leg).arrivesAt),
    ).length,
    laterDays: offer.legs.reduce((sum, leg) => sum + Math.max(0, dayShiftOf(leg)), 0),
  };
}

function nuisancesOf(layovers: readonly Layover[]) {
  let [tightConnections, longLayovers, overnightLayovers, airportChanges] = [0, 0, 0, 0];
  for (const { minutes, overnight, changesAirport } of layovers) {
    if (minutes < tightMinutes) tightConnections += 1;
    if (overnight) overnightLayovers += 1;
    else if (minutes > longMinutes) longLayovers += 1;
    if (changesAirport) airportChanges += 1;
  }
  return { tightConnections, longLayovers, overnightLayovers, airportChanges };
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
export function generalisedCost(criteria: Criteria, trip: Trip, currency: string): number {
  const travellers = travellerCount(trip.passengers);
  const nuisances =
    criteria.stops * penalties.stop +
    criteria.tightConnections * penalties.tightConnection +
    criteria.longLayovers * penalties.longLayover +
    criteria.overnightLayovers * penalties.overnightLayover +
    criteria.airportChanges * penalties.airportChange +
    criteria.separateTickets * penalties.separateTickets +
    criteria.unsocialHours * penalties.unsocialHour +
    criteria.laterDays * penalties.laterDay;
  const time = (criteria.durationMinutes / 60) * hourValue[trip.cabin ?? 'economy'];
  return criteria.price + (nuisances + time) * travellers * minorPerDollar(currency);
}

const minorPerDollar = (currency: string): number => priceOf(money(100_000, 'USD'), currency) / 1000;

/** Whether one is at least as good in every criterion and better in one. */
export function dominates(a: Criteria, b: Criteria): boolean {
  let better = false;
  for (const name of Object.keys(a) as (keyof Criteria)[]) {
    if (a[name] > b[name]) return false;
    better ||= a[name] < b[name];
  }
  return better;
}
