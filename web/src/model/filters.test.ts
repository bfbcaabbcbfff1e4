import { describe, expect, it } from 'vitest';
import { cardOf } from '../card-of.ts';
import { countSet, countWith, filterCards, noFilters, orderCards } from './filters.ts';

const nonstop = cardOf({ id: 'nonstop', price: '600', minutes: [400], departs: '08:00' });
const oneStop = cardOf({
  id: 'one',
  price: '400',
  minutes: [700],
  via: ['EWR'],
  waits: [90],
  departs: '19:30',
  airline: 'UA',
});
const longWait = cardOf({
  id: 'wait',
  price: '350',
  minutes: [1200],
  via: ['IAD'],
  waits: [500],
  departs: '22:00',
});
const cards = [nonstop, oneStop, longWait];
const ids = (filters: Partial<typeof noFilters>): string[] =>
  filterCards(cards, { ...noFilters, ...filters }).map((card) => card.offer_id);

describe('filters over the cards that are held', () => {
  it('let everything through until one is set', () => {
    expect(ids({})).toEqual(['nonstop', 'one', 'wait']);
    expect(countSet(noFilters)).toBe(0);
  });

  it('look at stops, price, waits, the clock and airports', () => {
    expect(ids({ stops: 0 })).toEqual(['nonstop']);
    expect(ids({ price: 400 })).toEqual(['one', 'wait']);
    expect(ids({ layover: 120 })).toEqual(['nonstop', 'one']);
    expect(ids({ departs: [0, 12 * 60] })).toEqual(['nonstop']);
    expect(ids({ duration: 700 })).toEqual(['nonstop', 'one']);
    expect(ids({ connections: ['EWR'] })).toEqual(['nonstop', 'one']);
    expect(ids({ airlines: ['UA'] })).toEqual(['one']);
    expect(ids({ alliances: ['star'] })).toEqual(['nonstop', 'one', 'wait']);
    expect(ids({ alliances: ['oneworld'] })).toEqual([]);
  });

  it('promise for an option what choosing it leaves', () => {
    const filters = { ...noFilters, price: 400 };
    expect(countWith(cards, filters, 'layover', 120)).toBe(1);
    expect(countSet(filters)).toBe(1);
  });

  it('do not promise bags that a source is silent about', () => {
    const silent = cardOf({ id: 'silent', carryOn: null });
    expect(filterCards([silent], { ...noFilters, carryOn: true })).toEqual([]);
  });
});

describe('the order of the cards', () => {
  it('follows price, duration, or the answer', () => {
    const order = (by: Parameters<typeof orderCards>[1]) =>
      orderCards(cards, by).map((card) => card.offer_id);
    expect(order('best')).toEqual(['nonstop', 'one', 'wait']);
    expect(order('cheapest')).toEqual(['wait', 'one', 'nonstop']);
    expect(order('fastest')).toEqual(['nonstop', 'one', 'wait']);
  });
});
