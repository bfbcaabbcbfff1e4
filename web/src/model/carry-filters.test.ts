import { describe, expect, it } from 'vitest';
import { cardOf } from '../card-of.ts';
import { carryFilters } from './carry-filters.ts';
import { noFilters } from './filters.ts';

const inDollars = [
  cardOf({ id: 'a', price: '400', departs: '08:00' }),
  cardOf({ id: 'b', price: '600', departs: '09:00' }),
];
const inYen = inDollars.map((card) => ({
  ...card,
  offer_id: `${card.offer_id} in yen`,
  price: {
    ...card.price,
    total: { amount: String(Number(card.price.total.amount) * 150), currency: 'JPY' },
  },
}));
const upTo = (price: number) => ({ ...noFilters, stops: 1, price });

describe('filters of one list for another', () => {
  it('mean the same money in another currency', () => {
    expect(carryFilters(upTo(540), inDollars, inYen)).toEqual(upTo(81_000));
  });

  it('stay as they are in the same currency', () => {
    const filters = upTo(540);
    expect(carryFilters(filters, inDollars, inDollars.slice(1))).toBe(filters);
  });

  it('let go of a limit that no flight of both lists tells the worth of', () => {
    const others = [
      { ...(inYen[0] as (typeof inYen)[number]), legs: cardOf({ id: 'c', departs: '22:00' }).legs },
    ];
    expect(carryFilters(upTo(540), inDollars, others)).toEqual({ ...noFilters, stops: 1 });
  });
});
