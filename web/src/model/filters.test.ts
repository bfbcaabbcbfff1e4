import { describe, expect, it } from 'vitest';
import { cardOf } from '../card-of.ts';
import { holds } from './card-set.ts';
import { createFilterIndex } from './filter-index.ts';
import { countSet, noFilters } from './filters.ts';
import { orderCards, ordersBeside, type Order } from './order-cards.ts';

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
const index = createFilterIndex(cards);
const ids = (filters: Partial<typeof noFilters>): string[] => {
  const left = index.passing({ ...noFilters, ...filters });
  return cards.filter((_, at) => holds(left, at)).map((card) => card.offer_id);
};

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
    expect(ids({ connections: ['EWR'] })).toEqual(['one']);
    expect(ids({ airlines: ['UA'] })).toEqual(['one']);
    expect(ids({ alliances: ['star'] })).toEqual(['nonstop', 'one', 'wait']);
    expect(ids({ alliances: ['oneworld'] })).toEqual([]);
  });

  it('count a card under every airline that sells it or flies a part of it', () => {
    const there = cardOf({ id: 'there', airline: 'B6', seller: 'TP' });
    const flown = cardOf({ id: 'flown', airline: 'UA' });
    flown.legs[0]!.segments[0]!.operated_by = 'B6';
    const held = [there, flown, nonstop];
    const some = createFilterIndex(held);
    const left = (...airlines: string[]) => {
      const passing = some.passing({ ...noFilters, airlines });
      return held.filter((_, at) => holds(passing, at)).map((card) => card.offer_id);
    };
    expect(left('B6')).toEqual(['there', 'flown']);
    expect(left('TP')).toEqual(['there', 'nonstop']);
    expect(left('UA', 'TP')).toEqual(['there', 'flown', 'nonstop']);
  });

  it('hold a price against what it costs with the bags asked for', () => {
    const bare = cardOf({ id: 'bare', price: '300', withBags: '390' });
    const full = cardOf({ id: 'full', price: '350', withBags: '350' });
    const some = createFilterIndex([bare, full]);
    expect(some.countWith(noFilters, 'price', 350)).toBe(1);
    expect(orderCards([bare, full], 'cheapest', 'best')).toEqual([1, 0]);
  });

  it('promise for an option what choosing it leaves', () => {
    const filters = { ...noFilters, price: 400 };
    expect(index.countWith(filters, 'layover', 120)).toBe(1);
    expect(countSet(filters)).toBe(1);
  });

  it('count right in a list that is longer than one number has bits', () => {
    const many = Array.from({ length: 100 }, (_, at) => cardOf({ id: String(at), price: String(100 + at) }));
    const long = createFilterIndex(many);
    for (const limit of [99, 100, 131, 132, 163, 199])
      expect(long.countWith(noFilters, 'price', limit)).toBe(Math.max(0, limit - 99));
    const left = long.passing({ ...noFilters, price: 164 });
    expect(many.filter((_, at) => holds(left, at)).length).toBe(65);
  });

  it('do not promise bags that a source is silent about', () => {
    const silent = cardOf({ id: 'silent', carryOn: null });
    expect(createFilterIndex([silent]).countWith(noFilters, 'carryOn', true)).toBe(0);
  });
});

describe('the order of the cards', () => {
  const order = (by: Order, told: Order = 'best') =>
    orderCards(cards, by, told).map((at) => cards[at]?.offer_id);

  it('follows price, duration, or the answer', () => {
    expect(order('best')).toEqual(['nonstop', 'one', 'wait']);
    expect(order('cheapest')).toEqual(['wait', 'one', 'nonstop']);
    expect(order('fastest')).toEqual(['nonstop', 'one', 'wait']);
  });

  it('is the best by its score where the answer has another one, which has a tab of its own', () => {
    const scored = cards.map((card, at) => ({ ...card, score: [0.2, 0.9, 0.5][at] ?? 0 }));
    expect(orderCards(scored, 'best', 'cheapest')).toEqual([1, 2, 0]);
    expect(order('cheapest', 'cheapest')).toEqual(['nonstop', 'one', 'wait']);
    expect(order('latest', 'best')).toEqual(['wait', 'one', 'nonstop']);
    const equals = [0.2, 0.9, 0.5].map((score, at) => ({ ...nonstop, offer_id: String(at), score }));
    expect(orderCards(equals, 'fastest', 'cheapest')).toEqual([1, 2, 0]);
    equals[2]!.badges = ['fastest'];
    expect(orderCards(equals, 'fastest', 'cheapest')).toEqual([2, 1, 0]);
    expect(ordersBeside('cheapest')).toEqual(['best', 'cheapest', 'fastest']);
    expect(ordersBeside('earliest')).toEqual(['best', 'cheapest', 'fastest', 'earliest']);
  });
});
