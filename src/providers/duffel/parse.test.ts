import { describe, expect, it } from 'vitest';
import { parseOffer } from './parse.ts';

interface Flying {
  readonly type: string;
  /** As the segments name the traveller; as the offer does where nothing else is said. */
  readonly flownAs?: string;
  readonly bags: readonly object[];
}

const bag = (checked: number) => [
  { type: 'carry_on', quantity: 1 },
  { type: 'checked', quantity: checked },
];
const adult: Flying = { type: 'adult', bags: bag(1) };
const infant: Flying = { type: 'infant_without_seat', bags: bag(0) };

const flight = (ends: string, departs: string, arrives: string) => {
  const [from, to] = ends.split('-');
  return { from, to, departs, arrives };
};
const toNewYork = flight('BOS-JFK', '2027-03-04T10:00:00', '2027-03-04T12:00:00');

function parse(party: readonly Flying[], ways: readonly (readonly ReturnType<typeof flight>[])[]) {
  const airport = (code: string | undefined) => ({ iata_code: code, time_zone: 'America/New_York' });
  const raw = {
    id: 'off_1',
    owner: { iata_code: 'AA' },
    total_amount: '100.00',
    total_currency: 'USD',
    passengers: party.map(({ type }, index) => ({ id: `pas_${index}`, type })),
    slices: ways.map((flights) => ({
      segments: flights.map(({ from, to, departs, arrives }) => ({
        origin: airport(from),
        destination: airport(to),
        departing_at: departs,
        arriving_at: arrives,
        marketing_carrier: { iata_code: 'AA' },
        marketing_carrier_flight_number: '0010',
        passengers: party
          .map(({ flownAs, bags }, index) => ({ passenger_id: flownAs ?? `pas_${index}`, baggages: bags }))
          .toReversed(),
      })),
    })),
  };
  return parseOffer(raw, { find: () => undefined }, '2027-01-01T12:00:00Z');
}

describe('the bags of an offer of Duffel', () => {
  it.each([
    ['of those with a seat', [adult, infant], 1],
    ['whatever is told of infants on a lap', [adult, { ...infant, bags: [] }], 1],
    ['the fewest of them', [adult, { type: 'child', bags: bag(0) }], 0],
    ['unknown where nothing is told of one', [adult, { type: 'child', bags: [] }], null],
    [
      'of those with a seat in the order of the offer, where segments name them otherwise',
      [
        { ...infant, flownAs: 'x' },
        { ...adult, flownAs: 'y' },
        { ...infant, flownAs: 'z' },
      ],
      1,
    ],
  ])('are those %s', (_what, party, checkedBags) => {
    expect(parse(party, [[toNewYork]])).toMatchObject({ fare: { checkedBags } });
  });
});

describe('an offer of Duffel that nobody can fly', () => {
  it.each([
    ['a connection', [[toNewYork, flight('JFK-MIA', '2027-03-04T11:00:00', '2027-03-04T14:00:00')]]],
    ['the way back', [[toNewYork], [flight('JFK-BOS', '2027-03-03T11:00:00', '2027-03-03T13:00:00')]]],
  ])('is none: %s leaves too early', (_what, ways) => {
    expect(parse([adult], ways)).toBe('flights out of order');
  });
});
