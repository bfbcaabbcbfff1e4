import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import { fromIso } from '../domain/zoned-minute.ts';
import type { SearchRequest } from './provider.ts';

/** For tests: an airport that stands for itself. */
export const samplePlace = (code: string, airports: readonly string[] = [code]): Place => ({
  kind: airports.length > 1 ? 'city' : 'airport',
  code,
  name: code,
  country: 'XX',
  region: null,
  airports,
});

/** For tests: Boston to Lisbon, one way, one adult. */
export const sampleRequest = (date = '2027-03-04'): SearchRequest => ({
  legs: [{ origin: samplePlace('BOS'), destination: samplePlace('LIS'), date, timeFrom: null, timeTo: null }],
  passengers: { adults: 1, children: [], infants: 0 },
  cabin: null,
  currency: 'USD',
  maxStops: null,
  includeAirlines: [],
  excludeAirlines: [],
  refundableOnly: false,
  maxOffers: 100,
});

/** For tests: a nonstop offer, observed at noon of the first day of 2027. */
export const sampleOffer = (id: string, changes: Partial<Offer> = {}): Offer => ({
  id,
  provider: id.split(':')[0] ?? '',
  carrier: 'TP',
  legs: [
    {
      segments: [
        {
          carrier: 'TP',
          number: '218',
          operatedBy: null,
          origin: 'BOS',
          destination: 'LIS',
          departsAt: fromIso('2027-03-04T18:05:00-05:00'),
          arrivesAt: fromIso('2027-03-05T05:40:00+00:00'),
          durationMinutes: 395,
          aircraft: null,
          cabin: 'economy',
        },
      ],
      durationMinutes: 395,
    },
  ],
  total: { minor: 41_230, currency: 'USD' },
  perTraveller: null,
  fare: {
    brand: null,
    cabin: 'economy',
    refundable: null,
    changeable: null,
    carryOnBags: null,
    checkedBags: null,
    extraBagPrice: null,
  },
  co2Kg: null,
  seatsLeft: null,
  separateTickets: false,
  observedAt: '2027-01-01T12:00:00Z',
  expiresAt: null,
  booking: { kind: 'none', url: null },
  demo: false,
  reference: { value: null },
  ...changes,
});

/** For tests: the same offer on the day that is asked for. */
export function sampleAnswer(id: string, { legs: [{ date }] }: SearchRequest): Offer {
  const offer = sampleOffer(id);
  const [{ segments, ...leg }] = offer.legs;
  const departsAt = fromIso(`${date}T18:05:00-05:00`);
  const { durationMinutes } = segments[0];
  const arrivesAt = { epochMinutes: departsAt.epochMinutes + durationMinutes, offsetMinutes: 0 };
  return { ...offer, legs: [{ ...leg, segments: [{ ...segments[0], departsAt, arrivesAt }] }] };
}

/** For tests: lists of offers as bytes, without any packing. */
export const samplePacker = {
  pack: (offers: readonly Offer[]): Uint8Array => Buffer.from(JSON.stringify(offers)),
  unpack: (packed: Uint8Array) => JSON.parse(Buffer.from(packed).toString()) as readonly Offer[],
};
