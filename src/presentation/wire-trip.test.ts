import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trip as WireTrip } from '../contract/trip.ts';
import { money } from '../domain/money.ts';
import { emptyTrip, noFilters } from '../domain/trip.ts';
import { arbitraryTrip } from './arbitrary-trip.ts';
import { fromWireTrip, toWireAmbiguity, toWireTrip } from './wire-trip.ts';

describe('a trip on the wire', () => {
  it('comes back as it left, through JSON and the schema', () => {
    fc.assert(
      fc.property(arbitraryTrip, (trip) => {
        const wire = toWireTrip(trip);
        const received = WireTrip.parse(JSON.parse(JSON.stringify(wire)));
        expect(received).toEqual(wire);
        expect(fromWireTrip(received)).toEqual(trip);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['2027-06-03T10:00:59', '2027-06-03T10:00'],
    ['2027-06-03T10:00', '2027-06-03T10:00'],
    ['10:00', '10:00'],
  ])('arrives by the minute: %s', (arrive_by, arriveBy) => {
    const wire = toWireTrip(emptyTrip);
    const received = WireTrip.parse({ ...wire, filters: { ...wire.filters, arrive_by } });
    expect(fromWireTrip(received).filters.arriveBy).toBe(arriveBy);
  });

  it('is what the contract shows', () => {
    const trip = {
      ...emptyTrip,
      passengers: { adults: 2, children: [5], infants: 0 },
      filters: { ...noFilters, maxStops: 0, maxPrice: money(70_000, 'USD'), checkedBags: 1 },
    };
    expect(toWireTrip(trip)).toEqual({
      trip_type: 'one_way',
      legs: [{ origin: null, destination: null, departure: null }],
      stay_nights: null,
      passengers: { adults: 2, children: [5], infants: 0 },
      cabin: null,
      filters: {
        max_stops: 0,
        max_price: { amount: '700.00', currency: 'USD' },
        max_duration_minutes: null,
        airlines: { include: [], exclude: [] },
        alliances: [],
        avoid_airports: [],
        via_airports: [],
        arrive_by: null,
        arrive_after: null,
        return_arrive_by: null,
        min_layover_minutes: null,
        max_layover_minutes: null,
        no_overnight_layover: false,
        checked_bags: 1,
        refundable_only: false,
      },
      sort: 'best',
    });
  });

  it('is empty where a client sends no more than an empty leg', () => {
    expect(fromWireTrip(WireTrip.parse({ legs: [{}] }))).toEqual(emptyTrip);
  });

  it('keeps a ceiling that is written without decimals, or with more than the currency has', () => {
    const ceiling = (amount: string) =>
      fromWireTrip(WireTrip.parse({ legs: [{}], filters: { max_price: { amount, currency: 'USD' } } }))
        .filters.maxPrice;
    expect(ceiling('700')).toEqual(money(70_000, 'USD'));
    expect(ceiling('700.005')).toEqual(money(70_001, 'USD'));
  });
});

describe('a doubt on the wire', () => {
  it('carries its candidates, places and dates alike', () => {
    const place = {
      kind: 'airport',
      code: 'PDX',
      name: 'Portland',
      country: 'US',
      region: 'Oregon',
      airports: ['PDX'],
    } as const;
    const candidates = [
      { label: 'Portland, Oregon', place, date: null },
      { label: 'Friday', place: null, date: '2026-12-04' },
    ];
    expect(toWireAmbiguity({ phrase: 'Portland', slot: 'origin', leg: 0, candidates })).toEqual({
      phrase: 'Portland',
      slot: 'origin',
      leg: 0,
      candidates,
    });
  });
});
