import { describe, expect, it } from 'vitest';
import { farthestDays } from '../domain/departure-days.ts';
import { emptyTrip, type Trip } from '../domain/trip.ts';
import { findProblem, withoutPastDays } from './trip-problems.ts';

const today = '2026-11-23';
const place = (code: string, ...airports: string[]) => ({
  kind: 'city' as const,
  code,
  name: code,
  country: 'US',
  region: null,
  airports: airports.length > 0 ? airports : [code],
});
const leg = (from: string, to: string, earliest: string, latest = earliest) => ({
  origin: place(from),
  destination: place(to),
  departure: { earliest, latest, timeFrom: null, timeTo: null },
});
const tripOf = (legs: Trip['legs'], party: Partial<Trip['passengers']> = {}): Trip => ({
  ...emptyTrip,
  legs,
  passengers: { ...emptyTrip.passengers, ...party },
});
const plain = [leg('BOS', 'LIS', '2026-12-04')];

describe('findProblem', () => {
  it.each<[string, Trip, string | undefined]>([
    ['nothing', tripOf(plain), undefined],
    ['today', tripOf([leg('BOS', 'LIS', today)]), undefined],
    ['yesterday', tripOf([leg('BOS', 'LIS', '2026-11-22')]), 'past_date'],
    ['a window that has begun', tripOf([leg('BOS', 'LIS', '2026-11-20', '2026-11-25')]), undefined],
    [
      'a way back that is past',
      tripOf([leg('BOS', 'LIS', today), leg('LIS', 'BOS', '2026-11-01')]),
      'past_date',
    ],
    ['a way back before the way out', tripOf([...plain, leg('LIS', 'BOS', '2026-12-03')]), 'wrong_order'],
    ['back on the same day', tripOf([...plain, leg('LIS', 'BOS', '2026-12-04')]), undefined],
    ['the same place twice', tripOf([leg('BOS', 'BOS', '2026-12-04')]), 'same_place'],
    ['ten seats', tripOf(plain, { adults: 8, children: [5, 6] }), 'too_many_seats'],
    ['nine seats and a lap', tripOf(plain, { adults: 9, infants: 1 }), undefined],
    ['children alone', tripOf(plain, { adults: 0, children: [9] }), 'no_adult'],
    ['two infants on one lap', tripOf(plain, { adults: 1, infants: 2 }), 'too_many_infants'],
    [
      'an infant and a child of one on one lap',
      tripOf(plain, { adults: 1, children: [1], infants: 1 }),
      'too_many_infants',
    ],
  ])('of %s', (_what, trip, kind) => {
    expect(findProblem(trip, today)?.kind).toBe(kind);
  });

  it('knows how far ahead airlines sell, to the day', () => {
    const at = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
    expect(findProblem(tripOf([leg('BOS', 'LIS', at(farthestDays))]), today)).toBeUndefined();
    expect(findProblem(tripOf([leg('BOS', 'LIS', at(farthestDays + 1))]), today)?.kind).toBe('too_far_ahead');
  });

  it('takes an airport and the city it serves for the same place', () => {
    const trip = tripOf([
      { ...plain[0]!, origin: place('JFK'), destination: place('NYC', 'JFK', 'LGA', 'EWR') },
    ]);
    expect(findProblem(trip, today)).toEqual({ kind: 'same_place', name: 'NYC' });
  });
});

describe('withoutPastDays', () => {
  it('begins a window today that has partly passed, and leaves others as they are', () => {
    const begun = tripOf([leg('BOS', 'LIS', '2026-11-20', '2026-11-25')]);
    expect(withoutPastDays(begun, today).legs[0]?.departure).toMatchObject({
      earliest: today,
      latest: '2026-11-25',
    });
    const gone = tripOf([leg('BOS', 'LIS', '2026-11-20', '2026-11-21')]);
    expect(withoutPastDays(gone, today)).toBe(gone);
    const ahead = tripOf(plain);
    expect(withoutPastDays(ahead, today)).toBe(ahead);
  });
});
