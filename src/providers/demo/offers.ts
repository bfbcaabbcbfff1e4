import { hash } from 'node:crypto';
import type { Cabin } from '../../domain/cabin.ts';
import { convertApproximately, knownCurrencies } from '../../domain/exchange-rates.ts';
import { currencyDigits, fromMajorUnits, majorUnits, money, type Money } from '../../domain/money.ts';
import type { Offer, OfferLeg, Segment } from '../../domain/offer.ts';
import { airlines } from '../../domain/reference/airlines.ts';
import type { Party } from '../../domain/trip.ts';
import { minutesBetween, type ZonedMinute } from '../../domain/zoned-minute.ts';
import { fleet } from './aircraft.ts';
import { brandsOf } from './brands.ts';
import { isOneTicket } from './connections.ts';
import { adultFare, partyFare, seatsLeft } from './fares.ts';
import { carrierCode, type Journey } from './journeys.ts';
import { momentOf, offsetAtNoon } from './local-time.ts';
import type { Timetable } from './timetable.ts';

/** What is needed to price the same offer again: plain data. */
export interface DemoReference {
  /** Flights and local departure days of each leg. */
  readonly legs: readonly (readonly (readonly [flight: number, day: number])[])[];
  readonly brand: number;
  readonly cabin: Cabin;
  readonly party: Party;
  readonly currency: string;
}

export interface Pricing {
  readonly cabin: Cabin;
  readonly party: Party;
  readonly currency: string;
  /** Day of asking, days since 1970-01-01. */
  readonly today: number;
  readonly observedAt: string;
  readonly expiresAt: string;
}

/** Directions bought together are cheaper than one by one. */
const sameCarrierDiscount = 0.12;
const partnerDiscount = 0.06;
const cabinEmissions: Readonly<Record<Cabin, number>> = {
  economy: 1,
  premium_economy: 1.5,
  business: 2.9,
  first: 4,
};

/** How many fare families the journeys' seller has. */
export const brandCount = (table: Timetable, journeys: readonly Journey[], cabin: Cabin): number =>
  brandsOf(sellerOf(table, journeys), cabin).length;

/** One offer for one journey a leg, in one fare family. */
export function offerOf(
  table: Timetable,
  journeys: readonly [Journey, ...Journey[]],
  brandIndex: number,
  pricing: Pricing,
): Offer | undefined {
  const seller = sellerOf(table, journeys);
  const brand = brandsOf(seller, pricing.cabin)[brandIndex];
  const [first, ...rest] = journeys.flatMap((journey) => legOf(table, journey, pricing.cabin) ?? []);
  if (!brand || !first) return undefined;
  const currency = knownCurrencies.has(pricing.currency) ? pricing.currency : 'USD';
  const adult = journeysFare(table, journeys, pricing) * brand.factor;
  const round = (dollars: number) => roundedIn(dollars, currency);
  const seats = Math.min(...journeys.map((journey) => seatsLeft(journey, pricing.today) ?? 99));
  const reference: DemoReference = {
    legs: journeys.map(({ rides }) => rides.map(({ flight, day }) => [flight, day] as const)),
    brand: brandIndex,
    cabin: pricing.cabin,
    party: pricing.party,
    currency,
  };
  return {
    id: `demo:${hash('sha1', JSON.stringify(reference), 'base64url').slice(0, 20)}`,
    provider: 'demo',
    carrier: seller.code,
    legs: [first, ...rest],
    total: money(partyFare(adult, pricing.party, round), currency),
    perTraveller: money(round(adult), currency),
    fare: {
      brand: brand.name,
      cabin: pricing.cabin,
      refundable: brand.refundable,
      changeable: brand.changeable,
      carryOnBags: brand.carryOnBags,
      checkedBags: brand.checkedBags,
      extraBagPrice: money(round(brand.extraBag * journeys.length), currency),
    },
    co2Kg: emissions(table, journeys, pricing.cabin),
    seatsLeft: seats > 9 ? null : seats,
    separateTickets:
      !areSoldTogether(table, journeys) || journeys.some(({ rides }) => !isOneTicket(table, rides)),
    observedAt: pricing.observedAt,
    expiresAt: pricing.expiresAt,
    booking: { kind: 'none', url: null },
    demo: true,
    reference: { value: reference },
  };
}

/** Whether one ticket holds all directions: low-cost carriers sell their own flights only, others also their partners'. */
export function areSoldTogether(table: Timetable, [first, ...others]: readonly Journey[]): boolean {
  const seller = (journey: Journey | undefined) =>
    airlines.get(carrierCode(table, journey?.rides[0]?.flight ?? 0));
  const one = seller(first);
  return others.every((journey) => {
    const other = seller(journey);
    if (one?.code === other?.code) return true;
    return (
      one?.lowCost === false &&
      other?.lowCost === false &&
      one.alliance !== null &&
      one.alliance === other.alliance
    );
  });
}

/** The adult's lowest fare for all directions, US dollars: their sum, less the discount for buying them together. */
export function journeysFare(
  table: Timetable,
  journeys: readonly Journey[],
  { cabin, today }: Pick<Pricing, 'cabin' | 'today'>,
): number {
  const sum = journeys.reduce((total, journey) => total + adultFare(table, journey, cabin, today), 0);
  if (journeys.length === 1 || !areSoldTogether(table, journeys)) return sum;
  const carriers = new Set(
    journeys.map(({ rides }) => (rides[0] ? table.carrier[rides[0].flight] : undefined)),
  );
  return sum * (1 - (carriers.size === 1 ? sameCarrierDiscount : partnerDiscount));
}

/** The carrier of the longest flight sells the ticket. */
function sellerOf(table: Timetable, journeys: readonly Journey[]): { code: string; kind: string } {
  const rides = journeys.flatMap((journey) => journey.rides);
  const longest = rides.reduce(
    (best, ride) => ((table.distance[ride.flight] ?? 0) > (table.distance[best.flight] ?? 0) ? ride : best),
    rides[0] ?? { flight: 0 },
  );
  return table.carriers[table.carrier[longest.flight] ?? 0] ?? { code: '', kind: 'network' };
}

function legOf(table: Timetable, { rides }: Journey, cabin: Cabin): OfferLeg | undefined {
  const segments = rides.map(({ flight, day }): Segment => {
    const [from, to] = [table.airports[table.from[flight] ?? 0], table.airports[table.to[flight] ?? 0]];
    const departsAt = momentOf(from?.timeZone ?? 'UTC', day, table.departs[flight] ?? 0);
    const block = table.block[flight] ?? 0;
    return {
      carrier: carrierCode(table, flight),
      number: String(table.flightNumber[flight]),
      operatedBy: carrierCode(table, flight),
      origin: from?.iata ?? '',
      destination: to?.iata ?? '',
      departsAt,
      arrivesAt: arrivalAt(to?.timeZone ?? 'UTC', departsAt.epochMinutes + block),
      durationMinutes: block,
      aircraft: fleet[table.aircraft[flight] ?? 0]?.code ?? null,
      cabin,
    };
  });
  const [first, ...rest] = segments;
  if (!first) return undefined;
  return {
    segments: [first, ...rest],
    durationMinutes: minutesBetween(first.departsAt, (rest.at(-1) ?? first).arrivesAt),
  };
}

/** The offset of the moment itself, found through the local time that the day's offset gives. */
function arrivalAt(timeZone: string, epochMinutes: number): ZonedMinute {
  const day = Math.floor(epochMinutes / 1440);
  const guess = offsetAtNoon(timeZone, day);
  const neighbours = [offsetAtNoon(timeZone, day - 1), offsetAtNoon(timeZone, day + 1)];
  if (neighbours.every((offset) => offset === guess)) return { epochMinutes, offsetMinutes: guess };
  const exact = Temporal.Instant.fromEpochMilliseconds(epochMinutes * 60_000).toZonedDateTimeISO(timeZone);
  return { epochMinutes, offsetMinutes: Math.round(exact.offsetNanoseconds / 60e9) };
}

function emissions(table: Timetable, journeys: readonly Journey[], cabin: Cabin): number {
  let kilograms = 0;
  for (const { rides } of journeys)
    for (const { flight } of rides)
      kilograms += (table.distance[flight] ?? 0) * (fleet[table.aircraft[flight] ?? 0]?.co2 ?? 0.09) + 12;
  return Math.round(kilograms * cabinEmissions[cabin]);
}

/** Whole units of most currencies, tens or hundreds where a unit is worth little: in the smallest unit. */
function roundedIn(dollars: number, currency: string): number {
  const exact: Money =
    convertApproximately(fromMajorUnits(dollars, 'USD'), currency) ?? fromMajorUnits(dollars, currency);
  const units = majorUnits(exact);
  const step = unitStep(currency);
  return Math.max(step, Math.round(units / step) * step) * 10 ** currencyDigits(currency);
}

function unitStep(currency: string): number {
  const dollar = convertApproximately(money(100, 'USD'), currency);
  const units = dollar ? majorUnits(dollar) : 1;
  return units > 500 ? 1000 : units > 50 ? 100 : units > 5 ? 5 : 1;
}
