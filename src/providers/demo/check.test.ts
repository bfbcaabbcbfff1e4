import { beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../domain/offer.ts';
import { ask, contextAt, question, startDemoWorld } from './arbitrary-question.ts';
import type { DemoProvider } from './index.ts';

let demo: DemoProvider;
beforeAll(async () => {
  ({ demo } = await startDemoWorld());
});

const search = (legs: string[], changes: Parameters<typeof question>[1] = {}) =>
  ask(demo, question(legs, changes));

describe('the check of an offer', () => {
  const offerOn = async (day: string) => (await search([`LHR JFK ${day}`], { maxStops: 0 }))[0]!;
  const check = async (offer: Offer, now: string) =>
    demo.check!(offer, contextAt(Temporal.Instant.from(now)));

  it('confirms on the day of asking and tells a new price the day after', async () => {
    const offer = await offerOn('2027-02-10');
    expect(await check(offer, '2026-11-25T20:00:00Z')).toMatchObject({
      status: 'confirmed',
      offer: { id: offer.id, total: offer.total, legs: offer.legs },
    });
    const later = await check(offer, '2026-12-20T09:00:00Z');
    expect(later.status).toBe('price_changed');
  });

  it('tells of seats that are gone, and of flights that have left', async () => {
    const offers = await search(['LHR JFK 2027-02-10'], {
      maxStops: 0,
      passengers: { adults: 4, children: [2], infants: 0 },
    });
    const statuses = await Promise.all(offers.map((offer) => check(offer, '2027-02-10T05:00:00Z')));
    expect(new Set(statuses.map(({ status }) => status))).toContain('sold_out');
    expect(await check(offers[0]!, '2027-02-12T09:00:00Z')).toEqual({ status: 'expired' });
  });
});
