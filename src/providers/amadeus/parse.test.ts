import { describe, expect, it } from 'vitest';
import { parseOffer } from './parse.ts';

const zones: Readonly<Record<string, string>> = {
  BOS: 'America/New_York',
  LIS: 'Europe/Lisbon',
  OPO: 'Europe/Lisbon',
};

interface SegmentParts {
  readonly amenities?: readonly object[];
  readonly co2Emissions?: readonly object[];
}

/** Boston to Porto with a stop in Lisbon: two segments, each with what it says of itself. */
function parse(first: SegmentParts, second: SegmentParts = first) {
  const segments = [
    { from: 'BOS', at: '2026-12-04T18:05:00', to: 'LIS', until: '2026-12-05T05:40:00', parts: first },
    { from: 'LIS', at: '2026-12-05T07:00:00', to: 'OPO', until: '2026-12-05T08:00:00', parts: second },
  ];
  const raw = {
    itineraries: [
      {
        segments: segments.map(({ from, at, to, until, parts: { co2Emissions } }, index) => ({
          id: String(index),
          departure: { iataCode: from, at },
          arrival: { iataCode: to, at: until },
          carrierCode: 'TP',
          number: '218',
          ...(co2Emissions ? { co2Emissions } : {}),
        })),
      },
    ],
    price: { currency: 'EUR', grandTotal: '100.00' },
    travelerPricings: [
      {
        travelerType: 'ADULT',
        fareDetailsBySegment: segments.map(({ parts: { amenities } }, index) => ({
          segmentId: String(index),
          ...(amenities ? { amenities } : {}),
        })),
      },
    ],
  };
  const offer = parseOffer(raw, {
    airports: { find: (iata) => (zones[iata] ? { iata, timeZone: zones[iata] } : undefined) },
    observedAt: '2026-10-01T00:00:00Z',
    provider: 'amadeus',
    reference: { value: null },
  });
  if (typeof offer === 'string') throw new Error(offer);
  return offer;
}

const refundable = (isChargeable?: boolean): SegmentParts => ({
  amenities: [{ description: 'REFUNDABLE TICKET', ...(isChargeable === undefined ? {} : { isChargeable }) }],
});
const emitting = (weight: unknown): SegmentParts => ({ co2Emissions: [{ weight, weightUnit: 'KG' }] });

describe('what Amadeus does not say', () => {
  it.each([
    ['free on both segments', [refundable(false)], true],
    ['at a charge on one of them', [refundable(false), refundable(true)], false],
    ['at a charge on one, unknown on the other', [refundable(), refundable(true)], false],
    ['unknown on one of them', [refundable(false), refundable()], null],
    ['unknown on both', [refundable()], null],
    ['not mentioned on one', [refundable(false), {}], null],
  ] as const)('is not taken for a “no”: a refund %s', (_what, [first, second], expected) => {
    expect(parse(first, second).fare.refundable).toBe(expected);
  });

  it.each([
    ['numbers', [emitting(400), emitting(50)], 450],
    ['numbers as text', [emitting('400'), emitting('50')], 450],
    ['null on one segment', [emitting(400), emitting(null)], null],
    ['an empty text on one segment', [emitting(''), emitting(50)], null],
    ['nothing at all', [{}], null],
  ] as const)('is not taken for a weight of 0 kg: %s', (_what, [first, second], expected) => {
    expect(parse(first, second).co2Kg).toBe(expected);
  });
});
