import { describe, expect, it } from 'vitest';
import type { Place } from '../domain/place.ts';
import { emptyLeg, type Trip } from '../domain/trip.ts';
import { criteriaOf, generalisedCost } from './criteria.ts';
import { legOf, offerOf, tripWith } from './example-offer.ts';
import { rank } from './rank.ts';
import { warningsOf } from './warnings.ts';

const place = (kind: Place['kind'], code: string, ...airports: readonly string[]): Place => ({
  kind,
  code,
  name: code,
  country: 'XX',
  region: null,
  airports: airports.length > 0 ? airports : [code],
});
const [london, paris] = [place('city', 'LON', 'LHR', 'LGW'), place('city', 'PAR', 'CDG', 'ORY')];

const tripBetween = (from: Place, to: Place, backFrom = to, backTo = from): Trip =>
  tripWith(
    {},
    {
      tripType: 'round_trip',
      legs: [
        { ...emptyLeg, origin: from, destination: to },
        { ...emptyLeg, origin: backFrom, destination: backTo },
      ],
    },
  );

const flying = (id: string, [from, to, backFrom, backTo]: readonly [string, string, string, string]) =>
  offerOf(id, '200 USD', [
    legOf(`AF 1 ${from} 2026-12-04T09:00+00:00 ${to} 2026-12-04T11:20+01:00`),
    legOf(`AF 2 ${backFrom} 2026-12-11T15:00+01:00 ${backTo} 2026-12-11T15:20+00:00`),
  ]);
const same = flying('same', ['LHR', 'CDG', 'CDG', 'LHR']);
const fromOrly = flying('orly', ['LHR', 'CDG', 'ORY', 'LHR']);
const toGatwick = flying('gatwick', ['LHR', 'CDG', 'CDG', 'LGW']);
const both = flying('both', ['LHR', 'CDG', 'ORY', 'LGW']);

const told = (offer: Parameters<typeof warningsOf>[0], trip: Trip) => warningsOf(offer, trip, 'USD');

describe('a way back at another airport of the city', () => {
  const trip = tripBetween(london, paris);
  const leaves = { kind: 'returns_from_other_airport', from: 'ORY', instead: 'CDG' };
  const lands = { kind: 'comes_back_elsewhere', to: 'LGW', instead: 'LHR' };

  it('is told, with both airports', () => {
    expect(told(same, trip)).toEqual([]);
    expect(told(fromOrly, trip)).toEqual([leaves]);
    expect(told(toGatwick, trip)).toEqual([lands]);
    expect(told(both, trip)).toEqual([leaves, lands]);
  });

  it('weighs a little, so that of two flights alike the one is first that comes back as it went', () => {
    const cost = (offer: typeof same) => generalisedCost(criteriaOf(offer, trip, 'USD'), trip, 'USD');
    expect(cost(fromOrly) - cost(same)).toBe(2_000);
    expect(cost(both) - cost(same)).toBe(4_000);
    const { cards } = rank([both, toGatwick, fromOrly, same], trip, { currency: 'USD' });
    expect(cards[0]?.offer.id).toBe('same');
    expect(cards.at(-1)?.offer.id).toBe('both');
  });

  it('is no surprise to who named airports, or another city to come back from', () => {
    const airport = (code: string) => place('airport', code);
    const named = tripBetween(airport('LHR'), airport('CDG'), airport('ORY'), airport('LGW'));
    expect(told(both, named)).toEqual([]);
    const half = tripBetween(london, airport('CDG'), airport('ORY'), london);
    expect(told(both, half)).toEqual([lands]);
    const openJaw = tripBetween(london, place('city', 'LYS'), paris, london);
    expect(told(flying('jaw', ['LHR', 'LYS', 'ORY', 'LHR']), openJaw)).toEqual([]);
    expect(criteriaOf(both, named, 'USD').otherAirports).toBe(0);
  });
});
