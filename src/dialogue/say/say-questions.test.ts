import { describe, expect, it } from 'vitest';
import { emptyLeg, emptyTrip, type Leg, type Trip } from '../../domain/trip.ts';
import { formatsFor } from '../format.ts';
import { sayAsk } from './say-questions.ts';

const formats = formatsFor('en-US', 2026);
const place = (name: string) => ({
  kind: 'city' as const,
  code: name,
  name,
  country: 'GB',
  region: null,
  airports: [name],
});
const day = (date: string) => ({ earliest: date, latest: date, timeFrom: null, timeTo: null });
const flights = (...legs: readonly Partial<Leg>[]): Trip => ({
  ...emptyTrip,
  tripType: 'multi_city',
  legs: legs.map((leg) => ({ ...emptyLeg, ...leg })),
});
const [london, rome, milan] = [place('London'), place('Rome'), place('Milan')];

describe('the question for what is missing', () => {
  it('says nothing of a trip of which nothing is known', () => {
    expect(sayAsk('destination', emptyTrip, formats)).toBe('Where would you like to fly to?');
  });

  it('says what is known of the one flight there is', () => {
    const trip = { ...emptyTrip, legs: [{ origin: london, destination: rome, departure: null }] };
    expect(sayAsk('departure_date', trip, formats)).toBe(
      'London to Rome. Which day would you like to leave?',
    );
  });

  it('asks for a month or a week of whoever has no day', () => {
    const trip = { ...emptyTrip, legs: [{ origin: london, destination: rome, departure: null }] };
    expect(sayAsk('departure_date', trip, formats, true)).toBe(
      'London to Rome. Roughly when? Name a month or a week, such as “in March”, and I look at days all through it.',
    );
  });

  it('tells of every one of several flights, and names the one whose day is missing', () => {
    const trip = flights(
      { origin: london, destination: rome, departure: day('2026-12-03') },
      { origin: milan, destination: london },
    );
    expect(sayAsk('departure_date', trip, formats)).toBe(
      'London to Rome, Thursday, December 3; then Milan to London. Which day would you like to leave Milan?',
    );
  });

  it('asks for the first day first', () => {
    const trip = flights({ origin: london, destination: rome }, { origin: milan, destination: london });
    expect(sayAsk('departure_date', trip, formats)).toBe(
      'London to Rome; then Milan to London. Which day would you like to leave?',
    );
  });

  it('knows of flights that begin nowhere yet', () => {
    expect(sayAsk('origin', flights({ destination: rome }, { origin: milan }), formats)).toBe(
      'To Rome; then from Milan. Where will you be flying from?',
    );
  });
});
