import { money, type Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { FilterName, Relaxation } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { limitedPrice, measureOf } from './filters/flags.ts';
import { countFlights, type LeftOut } from './left-out.ts';

/** Giving up more filters than this at a time is no advice. */
const mostTogether = 2;

/**
 * The smallest sets of filters that bring offers back, those that bring back most first. Pairs are looked at only where no single filter
 * is enough.
 */
export function relaxationsOf(leftOut: readonly LeftOut[], trip: Trip): Relaxation[] {
  if (leftOut.length === 0) return [];
  for (let together = 1; together <= mostTogether; together += 1) {
    const groups = Map.groupBy(
      leftOut.filter(({ flags }) => flags.length === together),
      ({ flags }) => flags.map(({ filter }) => filter).join(),
    );
    const found = [...groups.values()].flatMap((group) => relaxationOf(group, trip) ?? []);
    if (found.length > 0)
      return found.toSorted(
        (a, b) => b.flights - a.flights || b.offers - a.offers || (namesOf(a) < namesOf(b) ? -1 : 1),
      );
  }
  return [];
}

const namesOf = ({ filter, also }: Relaxation): string => [filter, ...also].join();

function relaxationOf(group: readonly LeftOut[], trip: Trip): Relaxation | undefined {
  const [filter, ...also] = group[0]?.flags.map((flag) => flag.filter) ?? [];
  if (!filter) return undefined;
  return {
    filter,
    also,
    offers: group.length,
    flights: countFlights(group),
    nearest: nearestOf(group, filter, trip),
  };
}

function nearestOf(group: readonly LeftOut[], filter: FilterName, trip: Trip): Relaxation['nearest'] {
  const nearest = group
    .flatMap(({ offer }) => {
      const measure = measureOf(offer, filter, trip);
      return measure === null ? [] : [{ measure, offer, abroad: isAbroad(offer, filter, trip) }];
    })
    .reduce<Nearest | undefined>((best, each) => (best && !isNearer(each, best) ? best : each), undefined);
  if (!nearest) return { kind: 'none' };
  const { measure: least, offer } = nearest;
  const { maxPrice, maxDurationMinutes, maxLayoverMinutes } = trip.filters;
  switch (filter) {
    case 'max_price':
      return maxPrice ? priceOver(maxPrice, offer, trip) : { kind: 'none' };
    case 'max_stops':
      return { kind: 'stops', value: least };
    case 'max_duration':
      return { kind: 'minutes', value: least, over: least - (maxDurationMinutes ?? 0) };
    case 'max_layover':
      return { kind: 'minutes', value: least, over: least - (maxLayoverMinutes ?? 0) };
    default:
      return { kind: 'none' };
  }
}

interface Nearest {
  readonly measure: number;
  readonly offer: Offer;
  /** Whether it was converted to be measured. */
  readonly abroad: boolean;
}

const isAbroad = (offer: Offer, filter: FilterName, { filters }: Trip): boolean =>
  filter === 'max_price' && offer.total.currency !== filters.maxPrice?.currency;

/** Of two that measure the same, an amount as the source said it is nearer than a converted one; which of them came first does not count. */
function isNearer(one: Nearest, other: Nearest): boolean {
  if (one.measure !== other.measure) return one.measure < other.measure;
  if (one.abroad !== other.abroad) return other.abroad;
  return one.offer.id < other.offer.id;
}

function priceOver(limit: Money, offer: Offer, trip: Trip): Relaxation['nearest'] {
  const value = limitedPrice(offer, trip);
  const over = value.currency === limit.currency ? money(value.minor - limit.minor, limit.currency) : null;
  return { kind: 'money', value, over, ...(value !== offer.total && { withBags: true }) };
}
