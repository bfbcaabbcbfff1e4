import { describe, expect, it } from 'vitest';
import { emptyLeg, emptyTrip, noFilters, type Leg, type Trip } from '../domain/trip.ts';
import { changedParts } from './changed-parts.ts';

const place = (code: string) => ({
  kind: 'airport' as const,
  code,
  name: code,
  country: 'US',
  region: null,
  airports: [code],
});

const leg = (origin: string, destination: string, day: string | null = null): Leg => ({
  origin: place(origin),
  destination: place(destination),
  departure: day === null ? null : { earliest: day, latest: day, timeFrom: null, timeTo: null },
});

const oneWay: Trip = { ...emptyTrip, legs: [leg('BOS', 'LIS', '2026-12-01')] };
const roundTrip: Trip = { ...oneWay, tripType: 'round_trip', legs: [...oneWay.legs, leg('LIS', 'BOS')] };

describe('changedParts', () => {
  it('names nothing for trips that are made of the same values', () => {
    expect(changedParts(roundTrip, structuredClone(roundTrip))).toEqual([]);
  });

  it('tells a way back that has no day from its day', () => {
    expect(changedParts(oneWay, roundTrip)).toEqual(['trip_type']);
    const dated: Trip = { ...roundTrip, legs: [...oneWay.legs, leg('LIS', 'BOS', '2026-12-08')] };
    expect(changedParts(roundTrip, dated)).toEqual(['return_date']);
  });

  it('takes a leg of which nothing is known for none', () => {
    const longer: Trip = { ...oneWay, legs: [...oneWay.legs, emptyLeg] };
    expect(changedParts(oneWay, longer)).toEqual([]);
  });

  it.each<[string, Partial<Trip>, string[]]>([
    ['legs', { legs: [leg('BOS', 'OPO', '2026-12-02')] }, ['destination', 'departure_date']],
    ['a stay', { stayNights: { min: 3, max: 4 } }, ['stay']],
    ['children', { passengers: { adults: 1, children: [4], infants: 0 } }, ['passengers']],
    ['a ceiling', { filters: { ...noFilters, maxPrice: { minor: 5, currency: 'USD' } } }, ['max_price']],
    ['airlines', { filters: { ...noFilters, airlines: { include: [], exclude: ['UA'] } } }, ['airlines']],
    ['nights between flights', { filters: { ...noFilters, noOvernightLayover: true } }, ['layover']],
    ['an order', { sort: 'cheapest' }, ['sort']],
  ])('names what %s change', (_, change, parts) => {
    expect(changedParts(oneWay, { ...oneWay, ...change })).toEqual(parts);
  });
});
