import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOfDays } from '../domain/departure-days.ts';
import { emptyTrip, type Leg, type Trip } from '../domain/trip.ts';
import { dayOfIsoDate, isoDateOfDay } from '../domain/zoned-minute.ts';
import { expandRequests } from './expand-requests.ts';
import { requestKey } from './request-key.ts';
import { samplePlace } from './samples.ts';

const leg = (from: string, to: string, earliest: string, latest = earliest): Leg => ({
  origin: samplePlace(from),
  destination: samplePlace(to),
  departure: { earliest, latest, timeFrom: '06:00', timeTo: null },
});
const there = (earliest: string, latest = earliest): Trip => ({
  ...emptyTrip,
  legs: [leg('BOS', 'LIS', earliest, latest)],
});
const thereAndBack = (
  out: readonly [string, string],
  back: readonly [string, string],
  stayNights: Trip['stayNights'] = null,
): Trip => ({
  ...emptyTrip,
  tripType: 'round_trip',
  legs: [leg('BOS', 'LIS', ...out), leg('LIS', 'BOS', ...back)],
  stayNights,
});
const datesOf = (trip: Trip): string[][] =>
  expandRequests(trip, 'USD').requests.map(({ legs }) => legs.map(({ date }) => date));
const nightsOf = (trip: Trip): number[] =>
  datesOf(trip).map(([out = '', back = '']) => dayOfIsoDate(back) - dayOfIsoDate(out));

describe('the requests of a trip', () => {
  it('are one where the days are fixed, with everything a source can be told', () => {
    const trip: Trip = { ...there('2027-03-04'), passengers: { adults: 2, children: [5], infants: 1 } };
    const { requests, leftOut } = expandRequests(trip, 'EUR');
    expect(leftOut).toBe(0);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      legs: [{ date: '2027-03-04', timeFrom: '06:00', timeTo: null }],
      passengers: trip.passengers,
      currency: 'EUR',
    });
  });

  it('are one for a city with many airports', () => {
    const london = samplePlace('LON', ['LHR', 'LGW', 'STN', 'LTN', 'LCY', 'SEN']);
    const newYork = samplePlace('NYC', ['JFK', 'LGA', 'EWR']);
    const trip = { ...there('2027-03-04') };
    const [first] = trip.legs;
    const { requests } = expandRequests(
      { ...trip, legs: [{ ...first!, origin: newYork, destination: london }] },
      'USD',
    );
    expect(requests.map(({ legs }) => legs.map(({ destination }) => destination.code))).toEqual([['LON']]);
  });

  it('take the day of a way back that has none from the stay', () => {
    const { legs, ...trip } = thereAndBack(['2027-03-04', '2027-03-04'], ['2027-03-04', '2027-03-04'], {
      min: 3,
      max: 4,
    });
    const open = { ...trip, legs: [legs[0]!, { ...legs[1]!, departure: null }] };
    expect(datesOf(open)).toEqual([
      ['2027-03-04', '2027-03-07'],
      ['2027-03-04', '2027-03-08'],
    ]);
    expect(datesOf({ ...open, stayNights: null })).toEqual([]);
  });

  it('are one a day for a few flexible days', () => {
    expect(datesOf(there('2027-03-04', '2027-03-06'))).toEqual([
      ['2027-03-04'],
      ['2027-03-05'],
      ['2027-03-06'],
    ]);
  });

  it('are seven spread over a month, its first and last day among them, and say how many days are left out', () => {
    const trip = there('2027-03-01', '2027-03-31');
    const dates = datesOf(trip).flat();
    expect(dates).toEqual([
      '2027-03-01',
      '2027-03-06',
      '2027-03-11',
      '2027-03-16',
      '2027-03-21',
      '2027-03-26',
      '2027-03-31',
    ]);
    expect(expandRequests(trip, 'USD').leftOut).toBe(24);
  });

  it('asks for no other days than those that are named', () => {
    const [first] = there('2026-12-04', '2026-12-18').legs;
    const departure = windowOfDays([dayOfIsoDate('2026-12-04'), dayOfIsoDate('2026-12-18')]);
    const trip: Trip = { ...emptyTrip, legs: [{ ...first, departure } as Leg] };
    expect(datesOf(trip)).toEqual([['2026-12-04'], ['2026-12-18']]);
  });

  it('looks at a bounded number of combinations where six legs leave a year open each', () => {
    const year = ['2026-12-01', '2027-11-20'] as const;
    const legs = [0, 1, 2].flatMap(() => [leg('BOS', 'LIS', ...year), leg('LIS', 'BOS', ...year)]);
    const { requests, leftOut } = expandRequests({ ...emptyTrip, tripType: 'multi_city', legs }, 'USD');
    expect(requests).toHaveLength(7);
    expect(leftOut).toBeLessThan(1_000_000);
    for (const { legs: dated } of requests)
      expect(dated.map(({ date }) => date)).toEqual(dated.map(({ date }) => date).toSorted());
  });

  it('are none where a leg lacks something', () => {
    const trip = there('2027-03-04');
    const [first] = trip.legs;
    for (const missing of ['origin', 'destination', 'departure'] as const)
      expect(
        expandRequests({ ...trip, legs: [{ ...first!, [missing]: null }] }, 'USD').requests,
        missing,
      ).toEqual([]);
  });

  it('keep to the nights that were said', () => {
    const trip = thereAndBack(['2027-03-01', '2027-03-03'], ['2027-03-01', '2027-03-31'], { min: 7, max: 7 });
    expect(nightsOf(trip)).toEqual([7, 7, 7]);
  });

  it('keep to the nights that were said when any day of a year will do', () => {
    const year = ['2027-01-01', '2027-12-31'] as const;
    expect(nightsOf(thereAndBack(year, year, { min: 13, max: 13 }))).toEqual([13, 13, 13, 13, 13, 13, 13]);
  });

  it('believe a return day that was said outright more than nights that do not fit it', () => {
    const trip = thereAndBack(['2027-03-01', '2027-03-01'], ['2027-03-05', '2027-03-05'], { min: 7, max: 7 });
    expect(datesOf(trip)).toEqual([['2027-03-01', '2027-03-05']]);
  });

  it('are bounded, different, inside their windows and in order, whatever the windows', () => {
    const window = fc
      .tuple(fc.integer({ min: 20_800, max: 21_100 }), fc.integer({ min: 0, max: 500 }))
      .map(([first, days]): [string, string] => [isoDateOfDay(first), isoDateOfDay(first + days)]);
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 4 }), (windows) => {
        const trip: Trip = {
          ...emptyTrip,
          tripType: 'multi_city',
          legs: windows.map(([earliest, latest]) => leg('BOS', 'LIS', earliest, latest)),
        };
        const { requests, leftOut } = expandRequests(trip, 'USD');
        expect(requests.length).toBeLessThanOrEqual(7);
        expect(new Set(requests.map(requestKey)).size).toBe(requests.length);
        if (leftOut > 0) expect(requests).toHaveLength(7);
        for (const { legs } of requests) {
          const dates = legs.map(({ date }) => date);
          expect(dates).toEqual(dates.toSorted());
          for (const [index, [earliest, latest]] of windows.entries())
            expect(dates[index]! >= earliest && dates[index]! <= latest).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
