import { describe, expect, it } from 'vitest';
import type { CalendarAnswer } from '../../src/contract/calendar.ts';
import { setUpContractApp } from './contract-setup.ts';

const setup = setUpContractApp();

async function calendar(query: string): Promise<CalendarAnswer> {
  const { status, json, text } = await setup.client.send({ url: `/calendar?${query}` });
  expect(status, text).toBe(200);
  return json as CalendarAnswer;
}

describe('GET /calendar', () => {
  it('answers every day of a month, and prices those that are still ahead', async () => {
    const { days, demo, currency } = await calendar('origin=BOS&destination=LIS&month=2026-12');
    expect(days).toHaveLength(31);
    expect([demo, currency]).toEqual([true, 'USD']);
    expect(days.every(({ price }) => price !== null)).toBe(true);
    expect(new Set(days.map(({ price }) => price?.amount)).size).toBeGreaterThan(5);
  });

  it('knows no price of the past', async () => {
    const { days } = await calendar('origin=BOS&destination=LIS&month=2026-11');
    expect(days.filter(({ date }) => date < '2026-11-23').every(({ price }) => price === null)).toBe(true);
    expect(days.at(-1)?.price).not.toBeNull();
  });

  it('says what a search of that day says', async () => {
    const { days } = await calendar(
      'origin=BOS&destination=LIS&month=2026-12&return_after=7&currency=EUR&adults=2',
    );
    const { flight_cards: cards } = await setup.client.chat({
      message: '2 adults, Boston to Lisbon on 4 December, back on 11 December, cheapest first',
      currency: 'EUR',
    });
    expect(days[3]).toEqual({ date: '2026-12-04', price: cards[0]?.price.total });
  });

  it.each([
    ['', 'origin'],
    ['origin=BOS&destination=LIS&month=2026-13', 'month'],
    ['origin=BOS&destination=LIS&month=9999-12', 'month'],
    ['origin=BOS&destination=LIS&month=2026-12&currency=ZZZ', 'currency'],
    ['origin=bos&destination=LIS&month=2026-12', 'origin'],
    ['origin=BOS&destination=BOS&month=2026-12', 'destination'],
    ['origin=BOS&destination=LIS&month=2026-12&return_after=-1', 'return_after'],
    ['origin=BOS&destination=LIS&month=2026-12&adults=10', 'adults'],
    ['origin=BOS&destination=LIS&month=2026-12&return_after=', 'return_after'],
    ['origin=BOS&destination=LIS&month=2026-12&return_after=%20', 'return_after'],
    ['origin=BOS&destination=LIS&month=2026-12&adults=', 'adults'],
  ])('refuses %j and names %s', async (query, field) => {
    const problem = await setup.client.refused({ url: `/calendar?${query}` });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors.map((error) => error.field)).toContain(field);
  });

  it('does not know every code', async () => {
    const problem = await setup.client.refused({ url: '/calendar?origin=QQQ&destination=LIS&month=2026-12' });
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
  });
});
