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
  const offer = read(rawOffer(first, second));
  if (typeof offer === 'string') throw new Error(offer);
  return offer;
}

function rawOffer(first: SegmentParts, second: SegmentParts = first, leaves = '2026-12-05T07:00:00') {
  const segments = [
    { from: 'BOS', at: '2026-12-04T18:05:00', to: 'LIS', until: '2026-12-05T05:40:00', parts: first },
    { from: 'LIS', at: leaves, to: 'OPO', until: '2026-12-05T08:00:00', parts: second },
  ];
  return {
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
}

const read = (raw: object) =>
  parseOffer(raw, {
    airports: { find: (iata) => (zones[iata] ? { iata, timeZone: zones[iata] } : undefined) },
    observedAt: '2026-10-01T00:00:00Z',
    provider: 'amadeus',
    reference: { value: null },
  });

const refundable = (isChargeable?: boolean): SegmentParts => ({
  amenities: [{ description: 'REFUNDABLE TICKET', ...(isChargeable === undefined ? {} : { isChargeable }) }],
});
const meal: SegmentParts = { amenities: [{ description: 'MEAL', isChargeable: false }] };
const emitting = (weight: unknown): SegmentParts => ({ co2Emissions: [{ weight, weightUnit: 'KG' }] });

describe('what Amadeus does not say', () => {
  it.each([
    ['free on both segments', [refundable(false)], true],
    ['at a charge on one of them', [refundable(false), refundable(true)], true],
    ['at a charge on both', [refundable(true)], true],
    ['at a cost that nobody tells', [refundable()], true],
    ['not mentioned on one', [refundable(false), {}], null],
    ['not mentioned on one that says something else', [refundable(false), meal], null],
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

it('an offer of Amadeus whose second flight leaves before the first has landed is none', () => {
  expect(read(rawOffer({}, {}, '2026-12-05T05:39:00'))).toBe('flights out of order');
  expect(read(rawOffer({}, {}, '2026-12-05T05:40:00'))).toBeTypeOf('object');
});

it.each([
  ['the fewest of those with a seat', { ADULT: 2, CHILD: 1, HELD_INFANT: 0 }, 1],
  ['unknown where somebody with a seat has none told', { ADULT: 2, CHILD: undefined }, null],
  ['not those of infants on a lap', { HELD_INFANT: 0, ADULT: 2, SENIOR: 2 }, 2],
])('the bags of an offer of Amadeus are %s', (_what, party, expected) => {
  const raw = rawOffer({});
  const travelerPricings = Object.entries(party).map(([travelerType, quantity]) => ({
    travelerType,
    fareDetailsBySegment: ['0', '1'].map((segmentId) => ({
      segmentId,
      ...(quantity === undefined ? {} : { includedCheckedBags: { quantity } }),
    })),
  }));
  expect(read({ ...raw, travelerPricings })).toMatchObject({ fare: { checkedBags: expected } });
});
