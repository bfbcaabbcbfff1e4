import { describe, expect, it } from 'vitest';
import type { AirportZones } from '../domain/reference/airports.ts';
import { toIso } from '../domain/zoned-minute.ts';
import type { AnswerFormat } from '../search/provider.ts';
import { readAnswer } from './answer-reader.ts';

const zones: Readonly<Record<string, string>> = { BOS: 'America/New_York', LIS: 'Europe/Lisbon' };
const airports: AirportZones = {
  find: (iata) => (zones[iata] ? { iata, timeZone: zones[iata] } : undefined),
};

const departure = '2026-12-04T18:05:00';
interface Flight {
  readonly at: string;
  readonly zone: string;
}
const usual: Flight = { at: departure, zone: 'America/New_York' };

const duffelOffer = ({ at, zone }: Flight, nth: number) => ({
  id: `off_${nth}`,
  owner: { iata_code: 'TP' },
  total_amount: '100.00',
  total_currency: 'EUR',
  passengers: [{ id: 'p' }],
  slices: [
    {
      segments: [
        {
          origin: { iata_code: 'BOS', time_zone: zone },
          destination: { iata_code: 'LIS', time_zone: 'Europe/Lisbon' },
          departing_at: at,
          arriving_at: '2026-12-05T05:40:00',
          marketing_carrier: { iata_code: 'TP' },
          marketing_carrier_flight_number: '218',
        },
      ],
    },
  ],
});

const amadeusOffer = ({ at }: Flight) => ({
  itineraries: [
    {
      segments: [
        {
          id: '1',
          departure: { iataCode: 'BOS', at },
          arrival: { iataCode: 'LIS', at: '2026-12-05T05:40:00' },
          carrierCode: 'TP',
          number: '218',
        },
      ],
    },
  ],
  price: { currency: 'EUR', grandTotal: '100.00' },
  travelerPricings: [{ travelerType: 'ADULT', fareDetailsBySegment: [{ segmentId: '1' }] }],
});

const answers: Readonly<Record<AnswerFormat, (flights: readonly Flight[]) => unknown>> = {
  duffel: (flights) => ({ data: { id: 'orq_1', remaining_batches: 0, offers: flights.map(duffelOffer) } }),
  amadeus: (flights) => ({ data: flights.map(amadeusOffer) }),
};

const read = (format: AnswerFormat, ...changes: readonly Partial<Flight>[]) => {
  const answer = answers[format](changes.map((change) => ({ ...usual, ...change })));
  const body = Uint8Array.from(Buffer.from(JSON.stringify(answer)));
  return readAnswer({ format, body, provider: format, observedAt: '2026-10-01T00:00:00Z' }, airports);
};

describe.each(Object.keys(answers) as AnswerFormat[])('an answer of %s', (format) => {
  it.each([
    ['a month that no year has', '2026-13-04T18:05:00'],
    ['a day that its month does not have', '2026-11-31T18:05:00'],
    ['an hour that no clock shows', '2026-12-04T25:00:00'],
  ])('loses only the offer with %s', (_what, at) => {
    const answer = read(format, {}, { at });
    expect(answer?.offers.map(({ legs }) => toIso(legs[0].segments[0].departsAt))).toEqual([
      `${departure}-05:00`,
    ]);
    expect(answer?.dropped).toEqual([`unreadable: not a local time: ${at}`]);
  });
});

it('an airport in a zone that nobody knows keeps the clock of our own table', () => {
  const answer = read('duffel', { zone: 'America/Newly_Made' });
  expect(answer?.dropped).toEqual([]);
  expect(answer?.offers.map(({ legs }) => toIso(legs[0].segments[0].departsAt))).toEqual([
    `${departure}-05:00`,
  ]);
});
