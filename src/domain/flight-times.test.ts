import { expect, it } from 'vitest';
import { readFlightTimes } from './flight-times.ts';
import { toIso } from './zoned-minute.ts';

const chicago = 'America/Chicago';
const newYork = 'America/New_York';
const lisbon = 'Europe/Lisbon';
const end = (at: string, timeZone: string) => ({ at, timeZone });

/** Clocks are put back on 7 November 2027 in the United States, on 31 October in Portugal, both at 2 o'clock or less. */
it.each([
  ['of no change', end('2027-11-05T23:20', chicago), end('2027-11-06T01:40', newYork), 'PT2H20M', 80],
  ['in the first hour', end('2027-11-06T23:20', chicago), end('2027-11-07T01:40', newYork), 'PT1H20M', 80],
  ['in the second hour', end('2027-11-06T23:20', chicago), end('2027-11-07T01:40', newYork), 'PT2H20M', 140],
  ['with seconds', end('2027-11-06T23:20', chicago), end('2027-11-07T01:40:00', newYork), 'PT140M0S', 140],
  ['from one to the other', end('2027-11-07T01:50', newYork), end('2027-11-07T01:55', newYork), 'PT1H5M', 65],
  ['from the second hour', end('2027-10-31T01:30', lisbon), end('2027-10-31T04:00', lisbon), 'PT2H30M', 150],
  ['from the first hour', end('2027-10-31T01:30', lisbon), end('2027-10-31T04:00', lisbon), 'PT3H30M', 210],
  ['of a day and more', end('2027-10-30T01:30', lisbon), end('2027-10-31T01:30', lisbon), 'P1DT1H', 1500],
  ['that fits neither', end('2027-11-06T23:20', chicago), end('2027-11-07T01:40', newYork), 'PT5H', 80],
  ['that is no duration', end('2027-11-06T23:20', chicago), end('2027-11-07T01:40', newYork), '2:20', 80],
  ['that nobody tells', end('2027-11-06T23:20', chicago), end('2027-11-07T01:40', newYork), null, 80],
])('a flight takes as long as its source says where the clock leaves two readings: %s', (...flight) => {
  const [, departure, arrival, stated, minutes] = flight;
  expect(readFlightTimes(departure, arrival, stated).durationMinutes).toBe(minutes);
});

it('a flight arrives at the offset of the hour that was chosen', () => {
  const times = readFlightTimes(
    end('2027-11-06T23:20', chicago),
    end('2027-11-07T01:40', newYork),
    'PT2H20M',
  );
  expect([times.departsAt, times.arrivesAt].map(toIso)).toEqual([
    '2027-11-06T23:20:00-05:00',
    '2027-11-07T01:40:00-05:00',
  ]);
});
