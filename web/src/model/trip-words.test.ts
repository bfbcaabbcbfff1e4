import { describe, expect, it } from 'vitest';
import { Place } from '../../../src/contract/place.ts';
import { cardOf } from '../card-of.ts';
import { sayCabin, sayChoice, sayDates, sayFrom, sayParty, sayWindow } from './trip-words.ts';

const today = '2026-11-23';

describe('edits in words', () => {
  it('name days, and the year where it is not this one', () => {
    expect(sayDates('2026-12-04', null, false, today)).toBe('leave on December 4');
    expect(sayDates('2026-12-04', null, true, today)).toBe('one way, leave on December 4');
    expect(sayDates('2026-12-30', '2027-01-08', true, today)).toBe('leave December 30, back January 8, 2027');
  });

  it('name every day that a window means', () => {
    const say = (earliest: string, latest: string, days?: string[]) =>
      sayWindow({ earliest, latest, time_from: null, time_to: null, ...(days && { days }) }, today);
    expect(say('2026-12-04', '2026-12-04')).toBe('on December 4');
    expect(say('2026-12-04', '2026-12-09')).toBe('between December 4 and December 9');
    expect(say('2026-12-04', '2026-12-18', ['2026-12-04', '2026-12-11', '2026-12-18'])).toBe(
      'on December 4, December 11 or December 18',
    );
    const thursdays = ['06-04', '06-11', '06-18', '06-25', '07-02', '07-09', '07-16'].map(
      (day) => `2026-${day}`,
    );
    expect(say('2026-06-04', '2026-07-16', thursdays)).toBe('on a Thursday between June 4 and July 16');
  });

  it('count the party with the ages of children', () => {
    expect(sayParty({ adults: 1, children: [], infants: 0 })).toBe('1 adult');
    expect(sayParty({ adults: 2, children: [5], infants: 1 })).toBe('2 adults, one child aged 5, 1 infant');
    expect(sayParty({ adults: 2, children: [5, 7, 9], infants: 0 })).toBe(
      '2 adults, 3 children aged 5, 7 and 9',
    );
  });

  it('name places so that nothing else of that name or code is meant', () => {
    const place = (
      kind: 'city' | 'airport',
      code: string,
      name: string,
      country: string,
      airports = [code],
      region?: string,
    ) => Place.parse({ kind, code, name, country, airports, region });
    expect(sayFrom(place('airport', 'EWR', 'Newark Liberty', 'US'))).toBe('from EWR');
    expect(sayFrom(place('city', 'NYC', 'New York', 'US', ['JFK', 'LGA', 'EWR']))).toBe('from NYC');
    expect(sayFrom(place('city', 'PWM', 'Portland', 'US', ['PWM'], 'Maine'))).toBe('from Portland, Maine');
    expect(sayFrom(place('city', 'LIS', 'Lisbon', 'PT', ['LIS'], 'Lisbon District'))).toBe(
      'from Lisbon, Portugal',
    );
  });

  it('name a cabin, or give the choice of one up', () => {
    expect(sayCabin('first')).toBe('first class');
    expect(sayCabin(null)).toBe('any cabin class');
  });

  it('name the flight that is chosen', () => {
    expect(sayChoice(cardOf({ id: 'a', price: '375.00' }))).toBe('Choose TAP Air Portugal TP 1, 375 USD');
    expect(sayChoice(cardOf({ id: 'a', airline: 'B6', seller: 'TP', price: '375' }))).toBe(
      'Choose JetBlue B6 1, sold by TAP Air Portugal, 375 USD',
    );
  });
});
