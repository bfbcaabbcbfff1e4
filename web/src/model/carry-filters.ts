import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { comparedOf, flightsOf, priceOf } from './card-facts.ts';
import type { Filters } from './filters.ts';

/**
 * Filters that were set for one list, for another. A limit of money means the same in another currency: what it costs there is told by the
 * flights that stand in both lists, and without any it is given up.
 */
export function carryFilters(
  filters: Filters,
  before: readonly FlightCard[],
  after: readonly FlightCard[],
): Filters {
  const { price: limit } = filters;
  const [from, to] = [before, after].map(([card]) => card && comparedOf(card).currency);
  if (limit === null || from === to) return filters;
  const now = new Map(after.map((card) => [flightsOf(card), priceOf(card)]));
  const pairs = before.flatMap((card) => {
    const there = now.get(flightsOf(card));
    return there === undefined ? [] : [{ was: priceOf(card), is: there }];
  });
  const [pair] = pairs;
  if (!pair) return { ...filters, price: null };
  const within = pairs.filter(({ was }) => was <= limit).map(({ is }) => is);
  return { ...filters, price: Math.ceil(Math.max((limit * pair.is) / pair.was, ...within)) };
}
