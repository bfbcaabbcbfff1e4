import { parseMoney, type Money } from '../domain/money.ts';
import type { Offer, OfferLeg, Segment } from '../domain/offer.ts';
import { emptyTrip, noFilters, type Trip, type TripFilters } from '../domain/trip.ts';
import { fromIso, minutesBetween } from '../domain/zoned-minute.ts';

/** "412.30 EUR" as money, for the examples of tests. */
export function amountOf(text: string): Money {
  const [amount = '', currency = ''] = text.split(' ');
  const found = parseMoney(amount, currency);
  if (!found) throw new RangeError(`not an amount: ${text}`);
  return found;
}

/** A flight as a test writes it: "TP 218 BOS 2026-12-04T18:05-05:00 LIS 2026-12-05T05:40+00:00". */
export function flightOf(text: string): Segment {
  const [carrier = '', number = '', origin = '', departs = '', destination = '', arrives = ''] =
    text.split(' ');
  const [departsAt, arrivesAt] = [fromIso(departs), fromIso(arrives)];
  return {
    carrier,
    number,
    operatedBy: null,
    origin,
    destination,
    departsAt,
    arrivesAt,
    durationMinutes: minutesBetween(departsAt, arrivesAt),
    aircraft: null,
    cabin: null,
  };
}

/** Flights in a row as one leg. */
export function legOf(...flights: readonly [string, ...string[]]): OfferLeg {
  const [first, ...others] = flights;
  const segments = [flightOf(first), ...others.map(flightOf)] as const;
  const last = segments.at(-1) ?? segments[0];
  return { segments, durationMinutes: minutesBetween(segments[0].departsAt, last.arrivesAt) };
}

/** A nonstop by day, which no filter and no nuisance touches. */
export const plainLeg = legOf('TP 218 BOS 2026-12-04T09:00-05:00 LIS 2026-12-04T20:30+00:00');

/** An offer of which the source said as little as it may. */
export function offerOf(
  id: string,
  total: string,
  leg: OfferLeg | Offer['legs'] = plainLeg,
  more: Partial<Omit<Offer, 'fare'>> & { fare?: Partial<Offer['fare']> } = {},
): Offer {
  const legs: Offer['legs'] = 'segments' in leg ? [leg] : leg;
  return {
    id,
    provider: id.split(':')[0] ?? id,
    carrier: legs[0].segments[0].carrier,
    legs,
    total: amountOf(total),
    perTraveller: null,
    co2Kg: null,
    seatsLeft: null,
    separateTickets: false,
    observedAt: '2026-11-24T09:00:00Z',
    expiresAt: null,
    booking: { kind: 'none', url: null },
    demo: false,
    reference: { value: null },
    ...more,
    fare: {
      brand: null,
      cabin: null,
      refundable: null,
      changeable: null,
      carryOnBags: null,
      checkedBags: null,
      extraBagPrice: null,
      ...more.fare,
    },
  };
}

/** A trip with these filters and nothing else. */
export const tripWith = (filters: Partial<TripFilters>, more: Partial<Trip> = {}): Trip => ({
  ...emptyTrip,
  ...more,
  filters: { ...noFilters, ...filters },
});
