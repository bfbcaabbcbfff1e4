import { describe, expect, it } from 'vitest';
import { setUpContractApp } from './contract-setup.ts';
import { wireAirport } from './wire-airport.ts';

const setup = setUpContractApp();

const leg = {
  origin: wireAirport('BOS', 'US'),
  destination: wireAirport('LIS', 'PT'),
  departure: { earliest: '2026-12-04', latest: '2026-12-04' },
};
const trip = { legs: [leg] };
const wayBack = { origin: leg.destination, destination: leg.origin, departure: null };
const arrivingBy = (time: string) => ({ ...trip, filters: { arrive_by: time } });

describe('POST /understand', () => {
  it('reads a message and fills in everything else', async () => {
    const answer = await setup.client.understand({
      message: 'Boston to Lisbon on 4 December, 2 adults, nonstop',
    });
    expect(answer).toMatchObject({
      intent: 'search_flights',
      engine: 'rules',
      unresolved: [],
      trip: {
        legs: [
          { origin: { code: 'BOS' }, destination: { code: 'LIS' }, departure: { earliest: '2026-12-04' } },
        ],
        passengers: { adults: 2, children: [], infants: 0 },
        filters: { max_stops: 0 },
      },
    });
  });

  it('reads against the present it is given', async () => {
    const { trip: read } = await setup.client.understand({
      message: 'to Lisbon tomorrow',
      now: '2027-03-01T10:00:00',
    });
    expect(read.legs[0]?.departure?.earliest).toBe('2027-03-02');
  });

  it('reads against the day of the time zone it is given', async () => {
    const day = async (zone: string) =>
      (await setup.client.understand({ message: 'to Lisbon today', time_zone: zone })).trip.legs[0]?.departure
        ?.earliest;
    expect(await day('Pacific/Kiritimati')).toBe('2026-11-24');
    expect(await day('America/New_York')).toBe('2026-11-23');
  });

  it('takes a bare answer as the slot that was asked for', async () => {
    const { trip: so } = await setup.client.understand({ message: 'Boston to Lisbon on 4 December' });
    const { trip: next } = await setup.client.understand({
      message: 'Porto',
      trip: so,
      asked: ['destination'],
    });
    expect(next.legs[0]).toMatchObject({ origin: { code: 'BOS' }, destination: { code: 'OPO' } });
  });

  it('gives back a trip that it was given and did not change', async () => {
    const { trip: first } = await setup.client.understand({
      message: 'Boston to Lisbon on 4 December, back on the 9th',
    });
    const { trip: again } = await setup.client.understand({ message: 'thank you', trip: first });
    expect(again).toEqual(first);
  });

  it('lists the readings of an ambiguous city', async () => {
    const { ambiguous } = await setup.client.understand({
      message: 'from Chicago to Portland on 4 December',
    });
    expect(ambiguous).toHaveLength(1);
    expect(ambiguous[0]).toMatchObject({ slot: 'destination', leg: 0 });
    expect(ambiguous[0]!.candidates.map(({ place }) => place?.code)).toEqual(
      expect.arrayContaining(['PDX', 'PWM']),
    );
  });
});

describe('what POST /understand refuses', () => {
  it.each<[string, object, string]>([
    ['a moment of UTC for the present', { now: '2026-12-04T10:00:00Z' }, 'now'],
    ['a present finer than clocks', { now: '2026-12-04T10:00:00.1234567890' }, 'now'],
    ['a present before all calendars', { now: '0001-01-01T00:00:00' }, 'now'],
    [
      'a day after all calendars',
      { trip: { legs: [{ ...leg, departure: { earliest: '9999-12-31', latest: '9999-12-31' } }] } },
      'trip.legs.0.departure.earliest',
    ],
  ])('%s, by the name of the field', async (_what, more, field) => {
    const payload = { message: 'a day later', ...more };
    const problem = await setup.client.refused({ method: 'POST', url: '/understand', payload });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors.map((error) => error.field)).toContain(field);
  });
});

describe('GET /places', () => {
  it('completes names, codes and parts of names, likeliest first', async () => {
    expect((await setup.client.places('q=lis'))[0]?.code).toBe('LIS');
    expect((await setup.client.places('q=new%20y'))[0]?.code).toBe('NYC');
    expect((await setup.client.places('q=lond'))[0]?.code).toBe('LON');
  });

  it('gives at most as many as asked for, and eight unless asked', async () => {
    expect(await setup.client.places('q=san')).toHaveLength(8);
    expect(await setup.client.places('q=san&limit=3')).toHaveLength(3);
    expect(await setup.client.places('q=%20lisbon%20&limit=1')).toHaveLength(1);
  });

  it('puts what begins as typed before a code of somewhere small', async () => {
    expect((await setup.client.places('q=M%C3%BCn'))[0]?.name).toBe('Munich');
    expect((await setup.client.places('q=Mun'))[0]?.name).toBe('Munich');
  });

  it('has nothing for what is no place', async () => {
    expect(await setup.client.places('q=%F0%9F%A6%84')).toEqual([]);
    expect(await setup.client.places('q=zzzzqqqq')).toEqual([]);
  });

  it.each([
    '',
    'q=',
    'q=%20',
    'q=lis&limit=0',
    'q=lis&limit=51',
    'q=lis&limit=x',
    `q=${'a'.repeat(101)}`,
    'q=a&q=b',
  ])('refuses %j', async (query) => {
    expect(await setup.client.refused({ url: `/places?${query}` })).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });
});

describe('POST /search', () => {
  it('finds flights for a trip with nothing but its legs', async () => {
    const { flight_cards: cards, search } = await setup.client.search({ trip });
    expect(search).toMatchObject({ mode: 'async', complete: true, empty_reason: null });
    expect(cards.length).toBeGreaterThan(0);
    for (const { legs } of cards) expect(legs[0]).toMatchObject({ origin: 'BOS', destination: 'LIS' });
  });

  it('takes the trip that POST /understand made', async () => {
    const understood = await setup.client.understand({
      message: 'Boston to Lisbon 4 December, back on the 9th',
    });
    const { flight_cards: cards } = await setup.client.search({
      trip: understood.trip,
      mode: 'sync',
      currency: 'EUR',
    });
    expect(cards.length).toBeGreaterThan(0);
    for (const { legs, price } of cards) {
      expect(legs).toHaveLength(2);
      expect(price.total.currency).toBe('EUR');
    }
  });

  it('streams each source, the cards and the answer', async () => {
    const { events } = await setup.client.searchEvents({ trip });
    expect(events.map(({ event }) => event)).toEqual([
      'search-start',
      'provider-answered',
      'offers-ranked',
      'turn-end',
    ]);
  });

  it('asks nobody about the past or a day too far ahead, and says why', async () => {
    const on = (day: string) =>
      setup.client.search({ trip: { legs: [{ ...leg, departure: { earliest: day, latest: day } }] } });
    expect(await on('2026-11-01')).toMatchObject({ flight_cards: [], search: { empty_reason: 'past_date' } });
    expect(await on('2029-11-01')).toMatchObject({
      flight_cards: [],
      search: { empty_reason: 'too_far_ahead' },
    });
  });

  it('knows a way back by the nights before it, as in the trip that a conversation searched', async () => {
    const { state_summary: chatted, flight_cards: shown } = await setup.client.chat({
      message: 'Boston to Lisbon between 10 and 12 December for 5 nights',
    });
    const { flight_cards: cards } = await setup.client.search({ trip: chatted });
    expect(cards.length).toBeGreaterThanOrEqual(shown.length);
    for (const { legs } of cards) expect(legs).toHaveLength(2);
  });

  it('lets a way back begin somewhere else', async () => {
    const departure = { earliest: '2026-12-09', latest: '2026-12-09' };
    const back = { origin: wireAirport('OPO', 'PT'), destination: leg.origin, departure };
    const { search } = await setup.client.search({ trip: { trip_type: 'round_trip', legs: [leg, back] } });
    expect(search.complete).toBe(true);
  });

  it('names a filter that the sources were asked with where it leaves nothing', async () => {
    const filters = { airlines: { include: ['FR'], exclude: [] } };
    const { search } = await setup.client.search({ trip: { ...trip, filters } });
    expect(search).toMatchObject({
      empty_reason: 'filtered_out',
      by: [{ filter: 'airlines', offers: null }],
    });
  });

  it('says what the filters took out where they leave nothing', async () => {
    const filters = { max_price: { amount: '1', currency: 'USD' } };
    const { flight_cards: cards, search } = await setup.client.search({ trip: { ...trip, filters } });
    expect(cards).toEqual([]);
    expect(search.empty_reason).toBe('filtered_out');
    expect(search.by).toContainEqual({ filter: 'max_price', offers: search.offers_seen });
  });

  it.each<[string, unknown, string]>([
    ['no trip', {}, 'trip'],
    ['no legs', { trip: { legs: [] } }, 'trip.legs'],
    ['seven legs', { trip: { legs: Array.from({ length: 7 }, () => leg) } }, 'trip.legs'],
    ['a leg without a destination', { trip: { legs: [{ ...leg, destination: null }] } }, 'trip.legs.0'],
    [
      'a code in lower case',
      { trip: { legs: [{ ...leg, origin: wireAirport('bos', 'US') }] } },
      'trip.legs.0.origin.code',
    ],
    [
      'a day that is none',
      { trip: { legs: [{ ...leg, departure: { earliest: '2026-02-30', latest: '2026-03-01' } }] } },
      'trip.legs.0.departure.earliest',
    ],
    [
      'days the wrong way round',
      { trip: { legs: [{ ...leg, departure: { earliest: '2026-12-05', latest: '2026-12-04' } }] } },
      'trip.legs.0.departure.latest',
    ],
    [
      'nights the wrong way round',
      { trip: { ...trip, stay_nights: { min: 9, max: 3 } } },
      'trip.stay_nights.max',
    ],
    ['a round trip of one leg', { trip: { ...trip, trip_type: 'round_trip' } }, 'trip.legs'],
    [
      'a way back without a day or nights before it',
      { trip: { trip_type: 'round_trip', legs: [leg, { ...wayBack, departure: null }] } },
      'trip.legs.1',
    ],
    [
      'a code of no airport',
      { trip: { legs: [{ ...leg, origin: wireAirport('QQQ', 'US') }] } },
      'trip.legs.0.origin.code',
    ],
    [
      'a code of no city on the way back',
      {
        trip: {
          trip_type: 'round_trip',
          legs: [
            leg,
            {
              ...wayBack,
              destination: { ...wireAirport('QQQ', 'US'), kind: 'city' },
              departure: { earliest: '2026-12-09', latest: '2026-12-09' },
            },
          ],
        },
      },
      'trip.legs.1.destination.code',
    ],
    [
      'a way back that goes out again',
      {
        trip: {
          trip_type: 'round_trip',
          legs: [leg, { ...leg, departure: { earliest: '2026-12-09', latest: '2026-12-09' } }],
        },
      },
      'trip.legs.1.origin',
    ],
    ['a moment of UTC to arrive by', { trip: arrivingBy('2026-12-04T23:00:00Z') }, 'trip.filters.arrive_by'],
    ['a year that no airline knows', { trip: arrivingBy('9999-12-31T23:00') }, 'trip.filters.arrive_by'],
    [
      'a day after all calendars',
      { trip: { legs: [{ ...leg, departure: { earliest: '2026-12-04', latest: '9999-12-31' } }] } },
      'trip.legs.0.departure.latest',
    ],
    ['a currency that does not exist', { trip, currency: 'ZZZ' }, 'currency'],
    [
      'a limit in a currency that does not exist',
      { trip: { ...trip, filters: { max_price: { amount: '500', currency: 'ZZZ' } } } },
      'trip.filters.max_price.currency',
    ],
    [
      'a limit below nothing',
      { trip: { ...trip, filters: { max_price: { amount: '-5', currency: 'USD' } } } },
      'trip.filters.max_price.amount',
    ],
    ['no traveller', { trip: { ...trip, passengers: { adults: 0 } } }, 'trip'],
    ['a wrong mode', { trip, mode: 'fast' }, 'mode'],
    ['a wrong currency', { trip, currency: 'dollars' }, 'currency'],
  ])('refuses %s and names the field', async (_what, payload, field) => {
    const problem = await setup.client.refused({
      method: 'POST',
      url: '/search',
      payload: payload as object,
    });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors.map((error) => error.field)).toContain(field);
  });

  it('tells a client that wants events of a trip that cannot be searched', async () => {
    const refused = await setup.client.refused({
      method: 'POST',
      url: '/search',
      payload: { trip: { legs: [{ ...leg, destination: null }] } },
      headers: { accept: 'text/event-stream' },
    });
    expect(refused).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});
