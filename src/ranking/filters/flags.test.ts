import { describe, expect, it } from 'vitest';
import { filterNames, type FilterName } from '../../domain/ranked.ts';
import type { Trip } from '../../domain/trip.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from '../example-offer.ts';
import { flaggerFor, listContextOf } from './flags.ts';

/** Each filter that the offer fails by name, and by name and "?" where the source does not say enough. */
const flagged = (trip: Trip, ...offer: Parameters<typeof offerOf>): string[] =>
  flaggerFor(trip)(offerOf(...offer)).map(({ filter, certain }) => `${filter}${certain ? '' : '?'}`);

// Boston 06:00 to London 12:00, 90 minutes, Lisbon 16:10: 610 minutes and one stop.
const viaLondon = legOf(
  'BA 1 BOS 2026-12-04T01:00-05:00 LHR 2026-12-04T12:00+00:00',
  'BA 2 LHR 2026-12-04T13:30+00:00 LIS 2026-12-04T16:10+00:00',
);
const acrossLondon = legOf(
  'BA 1 BOS 2026-12-04T01:00-05:00 LHR 2026-12-04T12:00+00:00',
  'U2 2 LGW 2026-12-04T16:30+00:00 LIS 2026-12-04T19:10+00:00',
);
const overnight = legOf(
  'BA 1 BOS 2026-12-04T10:00-05:00 LHR 2026-12-04T23:00+00:00',
  'BA 2 LHR 2026-12-05T07:00+00:00 LIS 2026-12-05T09:40+00:00',
);

describe('the filters', () => {
  it('pass everything that was not asked about', () => {
    expect(flagged(tripWith({}), 'a', '9999 XTS', overnight, { separateTickets: true })).toEqual([]);
  });

  it.each([
    [0, viaLondon, ['max_stops']],
    [1, viaLondon, []],
    [0, plainLeg, []],
  ])('hold each leg to %i stops', (maxStops, leg, flags) => {
    expect(flagged(tripWith({ maxStops }), 'a', '1 USD', leg)).toEqual(flags);
    expect(flagged(tripWith({ maxStops }), 'a', '1 USD', [plainLeg, leg])).toEqual(flags);
  });

  it('count a landing on the way as a stop', () => {
    const [segment] = plainLeg.segments;
    const landing = { ...plainLeg, segments: [{ ...segment, technicalStops: 1 }] as const };
    expect(flagged(tripWith({ maxStops: 0 }), 'a', '1 USD', landing)).toEqual(['max_stops']);
  });

  it.each([
    ['500.00 USD', '500 USD', []],
    ['500.01 USD', '500 USD', ['max_price']],
    // 430 euros are 500 dollars at the reference rate.
    ['430 EUR', '500 USD', []],
    ['430.01 EUR', '500 USD', ['max_price']],
    ['75000 JPY', '430 EUR', []],
    ['75100 JPY', '430 EUR', ['max_price']],
    ['1 XTS', '500 USD', ['max_price?']],
  ])('hold %s against a ceiling of %s', (total, ceiling, flags) => {
    expect(flagged(tripWith({ maxPrice: amountOf(ceiling) }), 'a', total)).toEqual(flags);
  });

  it.each([
    ['with the bags at the limit', { checkedBags: 0, extraBagPrice: amountOf('25 USD') }, []],
    ['with the bags over it', { checkedBags: 0, extraBagPrice: amountOf('25.01 USD') }, ['max_price']],
    ['with the bags included', { checkedBags: 1, extraBagPrice: amountOf('90 USD') }, []],
    ['with bags at a price that nobody knows', { checkedBags: 0 }, []],
    ['not known to include bags', { extraBagPrice: amountOf('90 USD') }, []],
  ])('hold a fare %s against a ceiling for everybody', (_what, fare, flags) => {
    const filters = { maxPrice: amountOf('500 USD'), checkedBags: 1 };
    const party = { passengers: { adults: 1, children: [5], infants: 1 } };
    expect(flagged(tripWith(filters, party), 'a', '450 USD', plainLeg, { fare })).toEqual(flags);
    expect(
      flagged(tripWith({ ...filters, checkedBags: null }, party), 'a', '450 USD', plainLeg, { fare }),
    ).toEqual([]);
  });

  it.each([
    [610, []],
    [609, ['max_duration']],
  ])('hold each leg to %i minutes', (maxDurationMinutes, flags) => {
    expect(flagged(tripWith({ maxDurationMinutes }), 'a', '1 USD', [viaLondon, viaLondon])).toEqual(flags);
  });

  const mixed = legOf(
    'BA 1 BOS 2026-12-04T01:00-05:00 LHR 2026-12-04T12:00+00:00',
    'TP 2 LHR 2026-12-04T13:30+00:00 LIS 2026-12-04T16:10+00:00',
  );
  const flownByTap = {
    ...viaLondon,
    segments: [
      { ...viaLondon.segments[0], operatedBy: 'TP' },
      { ...viaLondon.segments[0], operatedBy: 'TP' },
    ] as const,
  };

  it.each([
    ['an airline that sells every flight', viaLondon, ['BA'], [], []],
    ['an airline that flies every flight', flownByTap, ['TP'], [], []],
    ['an airline of half the way', mixed, ['BA'], [], []],
    ['an airline of no part of the way', mixed, ['FR'], [], ['airlines']],
    ['airlines that share the way', mixed, ['BA', 'TP'], [], []],
    ['without an airline of half the way', mixed, [], ['TP'], ['airlines']],
    ['without the airline that flies', flownByTap, [], ['TP'], ['airlines']],
    ['without an airline that has no part in it', mixed, [], ['FR'], []],
  ])('know %s', (_what, leg, include, exclude, flags) => {
    expect(flagged(tripWith({ airlines: { include, exclude } }), 'a', '1 USD', leg)).toEqual(flags);
  });

  it('want a part of the way there and of the way back from an airline, or all of it sold by that', () => {
    const wanted = tripWith({ airlines: { include: ['TP'], exclude: [] } });
    expect(flagged(wanted, 'a', '1 USD', [mixed, viaLondon])).toEqual(['airlines']);
    expect(flagged(wanted, 'a', '1 USD', [viaLondon, viaLondon], { carrier: 'TP' })).toEqual([]);
    const refused = tripWith({ airlines: { include: [], exclude: ['TP'] } });
    expect(flagged(refused, 'a', '1 USD', viaLondon, { carrier: 'TP' })).toEqual(['airlines']);
  });

  it.each([
    ['TP', ['star'], []],
    ['TP', ['oneworld', 'star'], []],
    ['BA', ['star'], ['alliances']],
    ['FR', ['star'], ['alliances']],
    ['9Z', ['star'], ['alliances?']],
  ] as const)('place %s in the alliances or say that they do not know', (carrier, alliances, flags) => {
    const leg = legOf(`${carrier} 1 BOS 2026-12-04T09:00-05:00 LIS 2026-12-04T20:30+00:00`);
    expect(flagged(tripWith({ alliances: [...alliances] }), 'a', '1 USD', leg)).toEqual(flags);
  });

  it('are sure of an outsider even beside a carrier nobody knows', () => {
    const leg = legOf(
      '9Z 1 BOS 2026-12-04T01:00-05:00 LHR 2026-12-04T12:00+00:00',
      'BA 2 LHR 2026-12-04T13:30+00:00 LIS 2026-12-04T16:10+00:00',
    );
    expect(flagged(tripWith({ alliances: ['star'] }), 'a', '1 USD', leg)).toEqual(['alliances']);
  });

  it.each([
    ['LHR', ['avoid_airports']],
    ['BOS', ['avoid_airports']],
    ['LIS', ['avoid_airports']],
    ['LGW', []],
  ])('look for %s everywhere on the way', (airport, flags) => {
    expect(flagged(tripWith({ avoidAirports: [airport] }), 'a', '1 USD', viaLondon)).toEqual(flags);
  });

  it.each([
    ['where it changes', ['LHR'], [viaLondon], []],
    ['at one of several', ['LGW', 'LHR'], [viaLondon], []],
    ['at the airport that the way goes on from', ['LGW'], [acrossLondon], []],
    ['elsewhere', ['MAD'], [viaLondon], ['via_airports']],
    ['where it lands for good', ['LIS'], [viaLondon], ['via_airports']],
    ['on a nonstop flight', ['LHR'], [plainLeg], ['via_airports']],
    ['there and back', ['LHR'], [viaLondon, acrossLondon], []],
    ['there, but not back', ['LHR'], [viaLondon, plainLeg], ['via_airports']],
  ] as const)('look for a change of planes %s', (_what, viaAirports, legs, flags) => {
    expect(flagged(tripWith({ viaAirports }), 'a', '1 USD', [...legs])).toEqual(flags);
  });

  it('look for a change of planes on one of several flights', () => {
    const via = (airport: string) => tripWith({ viaAirports: [airport] }, { tripType: 'multi_city' });
    expect(flagged(via('LHR'), 'a', '1 USD', [viaLondon, plainLeg])).toEqual([]);
    expect(flagged(via('MAD'), 'a', '1 USD', [viaLondon, plainLeg])).toEqual(['via_airports']);
  });

  it.each([
    ['16:10', viaLondon, []],
    ['16:09', viaLondon, ['arrive_by']],
    ['23:00', overnight, ['arrive_by']],
    ['2026-12-05T09:40', overnight, []],
    ['2026-12-05T09:40:30', overnight, []],
    ['2026-12-05T09:39', overnight, ['arrive_by']],
    ['2026-12-05T00:00', viaLondon, []],
  ])('expect the first leg by %s', (arriveBy, leg, flags) => {
    expect(flagged(tripWith({ arriveBy }), 'a', '1 USD', [leg, overnight])).toEqual(flags);
  });

  it.each([
    ['09:00', '09:00', []],
    ['09:01', null, ['departure_time']],
    [null, '08:59', ['departure_time']],
    // Over midnight: from ten in the evening, and from eight in the evening until nine in the morning.
    ['22:00', '05:00', ['departure_time']],
    ['20:00', '09:00', []],
    ['20:00', '08:59', ['departure_time']],
  ])('let a leg leave at nine between %s and %s', (timeFrom, timeTo, flags) => {
    const day = { earliest: '2026-12-04', latest: '2026-12-04', timeFrom: null, timeTo: null };
    const leg = (departure: NonNullable<Trip['legs'][number]['departure']>) => ({
      origin: null,
      destination: null,
      departure,
    });
    const back = tripWith({}, { legs: [leg(day), leg({ ...day, timeFrom, timeTo })] });
    expect(flagged(back, 'a', '1 USD', [viaLondon, plainLeg])).toEqual(flags);
  });

  it.each([
    [{ minLayoverMinutes: 90 }, []],
    [{ minLayoverMinutes: 91 }, ['min_layover']],
    [{ maxLayoverMinutes: 90 }, []],
    [{ maxLayoverMinutes: 89 }, ['max_layover']],
  ])('hold a wait of 90 minutes to %j', (filters, flags) => {
    expect(flagged(tripWith(filters), 'a', '1 USD', [plainLeg, viaLondon])).toEqual(flags);
    expect(flagged(tripWith(filters), 'a', '1 USD')).toEqual([]);
  });

  it('take nights in an airport out where nobody wants them', () => {
    const trip = tripWith({ noOvernightLayover: true });
    expect(flagged(trip, 'a', '1 USD', [plainLeg, overnight])).toEqual(['overnight_layover']);
    expect(flagged(trip, 'a', '1 USD', viaLondon)).toEqual([]);
  });

  it.each([
    [true, []],
    [false, ['refundable']],
    [null, ['refundable?']],
  ])('take a fare whose refund is %s for what it is', (refundable, flags) => {
    expect(
      flagged(tripWith({ refundableOnly: true }), 'a', '1 USD', plainLeg, { fare: { refundable } }),
    ).toEqual(flags);
  });

  it.each([0, 1, null])('never hide a fare with %s bags: a bag can be bought', (checkedBags) => {
    expect(flagged(tripWith({ checkedBags: 2 }), 'a', '1 USD', plainLeg, { fare: { checkedBags } })).toEqual(
      [],
    );
  });

  const inCabins = (...cabins: Parameters<typeof withCabin>[0][]) => {
    const [first, ...others] = cabins.map(withCabin);
    return { ...viaLondon, segments: [first ?? withCabin(null), ...others] as const };
  };
  const withCabin = (cabin: Trip['cabin']) => ({ ...viaLondon.segments[0], cabin });

  it.each([
    ['business', 'business', [null], []],
    ['business', 'first', [null], []],
    ['business', 'economy', ['business'], ['cabin']],
    ['business', null, [null], ['cabin?']],
    ['business', null, ['business', 'first'], []],
    ['business', null, ['business', null], ['cabin?']],
    ['business', null, ['economy', null], ['cabin']],
    ['economy', null, [null], []],
    [null, 'economy', [null], []],
  ] as const)('asked for %s, judge a fare in %s on flights in %j', (cabin, sold, flown, flags) => {
    expect(
      flagged(tripWith({}, { cabin }), 'a', '1 USD', inCabins(...flown), { fare: { cabin: sold } }),
    ).toEqual(flags);
  });

  it('name everything that an offer fails', () => {
    const everything = tripWith(
      {
        maxStops: 0,
        maxPrice: amountOf('10 USD'),
        maxDurationMinutes: 60,
        airlines: { include: ['TP'], exclude: [] },
        alliances: ['star'],
        avoidAirports: ['LHR'],
        viaAirports: ['MAD'],
        arriveBy: '08:00',
        arriveAfter: '10:00',
        returnArriveBy: '08:00',
        minLayoverMinutes: 600,
        maxLayoverMinutes: 30,
        noOvernightLayover: true,
        refundableOnly: true,
      },
      {
        cabin: 'first',
        legs: [
          {
            origin: null,
            destination: null,
            departure: { earliest: '2026-12-04', latest: '2026-12-04', timeFrom: '12:00', timeTo: null },
          },
        ],
      },
    );
    const but = (name: FilterName) => name !== 'checked_bags';
    expect(
      flagged(everything, 'a', '99 USD', [overnight, overnight], {
        fare: { refundable: false, cabin: 'economy' },
      }),
    ).toEqual(filterNames.filter(but));
  });
});

describe('a time to arrive by', () => {
  const night = legOf('TP 1 BOS 2026-12-04T18:05-05:00 LIS 2026-12-05T05:40+00:00');
  const lateNight = legOf('TP 3 BOS 2026-12-04T23:55-05:00 LIS 2026-12-05T12:30+00:00');
  const hop = legOf('TP 5 MAD 2026-12-04T23:30+01:00 LIS 2026-12-05T00:20+00:00');
  /** The ids of the offers that pass. */
  const passing = (arriveBy: string, legs: Readonly<Record<string, ReturnType<typeof legOf>>>): string[] => {
    const offers = Object.entries(legs).map(([id, leg]) => offerOf(id, '1 USD', leg));
    const trip = tripWith({ arriveBy });
    const flags = flaggerFor(trip, listContextOf(offers, trip));
    return offers.filter((offer) => flags(offer).length === 0).map(({ id }) => id);
  };

  it('is of the day of leaving where a flight arrives by then', () => {
    expect(passing('21:00', { plainLeg, night, overnight })).toEqual(['plainLeg']);
  });

  it('is of the next day where only flights through the night arrive by then', () => {
    expect(passing('12:00', { plainLeg, night, lateNight, overnight })).toEqual(['night']);
  });

  it('stands on the day that was said with it', () => {
    expect(passing('2026-12-04T12:00', { plainLeg, night })).toEqual([]);
    expect(passing('2026-12-05T12:00', { plainLeg, night })).toEqual(['plainLeg', 'night']);
  });

  it('may be the earliest as well, by the clock of the place', () => {
    const flags = (arriveAfter: string) => flagged(tripWith({ arriveAfter }), 'a', '1 USD', night);
    expect([flags('05:40'), flags('05:41')]).toEqual([[], ['arrive_after']]);
  });

  it('of the way back is that of the last leg', () => {
    const flags = (returnArriveBy: string, ...legs: Parameters<typeof offerOf>[2][]) =>
      flagged(tripWith({ returnArriveBy }), 'a', '1 USD', legs as unknown as [typeof night]);
    expect(flags('20:30', night, plainLeg)).toEqual([]);
    expect(flags('20:29', night, plainLeg)).toEqual(['return_arrive_by']);
    expect(flags('06:00', plainLeg, night)).toEqual([]);
    expect(flags('12:00', plainLeg, overnight)).toEqual(['return_arrive_by']);
    expect(flags('06:00', plainLeg)).toEqual([]);
  });

  it('is not met by a night on the ground, or by a late hop over midnight', () => {
    expect(passing('12:00', { overnight, hop })).toEqual([]);
  });
});
