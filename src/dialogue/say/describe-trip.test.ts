import { describe, expect, it } from 'vitest';
import { windowOfDays } from '../../domain/departure-days.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { formatsFor } from '../format.ts';
import { emptyTrip, noFilters, type Trip } from '../../domain/trip.ts';
import { describeTrip, describeWindow } from './describe-trip.ts';

const formats = formatsFor('en-US', 2026);
const say = (days: readonly string[], times = { timeFrom: null, timeTo: null } as const) =>
  describeWindow(windowOfDays(days.map(dayOfIsoDate), times), formats);

describe('the days of a leg in words', () => {
  it('are one day, or a stretch', () => {
    expect(say(['2026-12-04'])).toBe('Friday, December 4');
    expect(say(['2026-12-04', '2026-12-05'])).toBe('between Friday, December 4 and Saturday, December 5');
  });

  it('are named one by one where they are few', () => {
    expect(say(['2026-12-03', '2026-12-06'])).toBe('Thursday, December 3 or Sunday, December 6');
  });

  it('are days of the week where they follow such a rule', () => {
    expect(say(['2026-12-04', '2026-12-11', '2026-12-18'])).toBe(
      'a Friday between Friday, December 4 and Friday, December 18',
    );
    expect(say([1, 3, 4, 5, 6, 7, 8].map((day) => `2026-12-0${day}`))).toBe(
      'any day but a Wednesday between Tuesday, December 1 and Tuesday, December 8',
    );
    const weekdays = [7, 8, 9, 10, 11, 14, 15].map((day) => `2026-12-${String(day).padStart(2, '0')}`);
    expect(say(weekdays)).toBe('a weekday between Monday, December 7 and Tuesday, December 15');
  });

  it('are told by their number where there are many', () => {
    const days = [1, 3, 4, 5, 6, 7, 9].map((day) => `2026-12-0${day}`);
    expect(say(days)).toBe('one of 7 days between Tuesday, December 1 and Wednesday, December 9');
  });
});

describe('the arrival in words', () => {
  it.each([
    [{ arriveBy: '12:00' }, 'arriving by 12:00 PM'],
    [{ arriveAfter: '17:00', arriveBy: '22:00' }, 'arriving 5:00 PM to 10:00 PM'],
    [{ arriveBy: '2026-12-04T10:00' }, 'arriving by 10:00 AM on Friday, December 4'],
    [{ arriveBy: '2026-12-04T23:59' }, 'arriving by Friday, December 4'],
    [
      { arriveAfter: '08:00', arriveBy: '2026-12-04T10:00' },
      'arriving 8:00 AM to 10:00 AM, by Friday, December 4',
    ],
  ])('%j: %s', (filters, said) => {
    const trip: Trip = { ...emptyTrip, filters: { ...noFilters, ...filters } };
    expect(describeTrip(trip, formats).split('; ')).toContain(said);
  });
});

describe('where to change planes in words', () => {
  it.each([
    ['one_way', ['HND', 'NRT'], 'via Tokyo'],
    ['one_way', ['DUB', 'LHR'], 'via Dublin or LHR'],
    ['round_trip', ['KEF', 'RKV'], 'via Reykjavik each way'],
    ['multi_city', ['DOH'], 'via Doha on one of the flights'],
  ] as const)('is said as a city, and of which flights: %s %j', (tripType, viaAirports, said) => {
    const trip: Trip = { ...emptyTrip, tripType, filters: { ...noFilters, viaAirports } };
    expect(describeTrip(trip, formats).split('; ')).toContain(said);
  });
});
