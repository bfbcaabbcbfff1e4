import { addMoney, money, type Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { Trip } from '../domain/trip.ts';

/** What the bags asked for cost on top: nothing where they are included; null for the price where the source does not say. */
export interface BagCost {
  readonly missing: number;
  readonly price: Money | null;
  /** The fare does not say how many bags it includes. */
  readonly unknown: boolean;
}

const noBags: BagCost = { missing: 0, price: null, unknown: false };

/** Whether bags were asked for. */
export const wantsBags = ({ filters }: Trip): boolean => (filters.checkedBags ?? 0) > 0;

export function bagCostOf(offer: Offer, trip: Trip): BagCost {
  const wanted = trip.filters.checkedBags ?? 0;
  if (wanted === 0) return noBags;
  const included = offer.fare.checkedBags;
  const missing = Math.max(0, wanted - (included ?? 0));
  const each = offer.fare.extraBagPrice;
  return {
    missing,
    price: each && missing > 0 ? money(each.minor * missing * seatsOf(trip), each.currency) : null,
    unknown: included === null,
  };
}

/** Infants travel on a lap and have no bags of their own. */
export const seatsOf = ({ passengers }: Trip): number => passengers.adults + passengers.children.length;

/**
 * What the party pays with the bags that were asked for, which is the total where none were. Null where the source does not say what they
 * cost or whether they are included, and where it sells them in another currency than the seats.
 */
export function totalWithBags(offer: Offer, trip: Trip): Money | null {
  const { missing, price, unknown } = bagCostOf(offer, trip);
  if (missing === 0) return offer.total;
  return !unknown && price?.currency === offer.total.currency ? addMoney(offer.total, price) : null;
}

/** The total with the bags, for a trip that asks for bags; null where it asks for none, too. */
export const withBagsOf = (offer: Offer, trip: Trip): Money | null =>
  wantsBags(trip) ? totalWithBags(offer, trip) : null;
