import { describe, expect, it } from 'vitest';
import { setUpContractApp } from './contract-setup.ts';
import { faultsBy, findOperation } from './description.ts';

const setup = setUpContractApp();

const lisbon = { kind: 'airport', code: 'LIS', name: 'Lisbon', country: 'PT', airports: ['LIS'] };
const newYork = {
  kind: 'city',
  code: 'NYC',
  name: 'New York',
  country: 'US',
  airports: ['JFK', 'LGA', 'EWR'],
};
const leg = {
  origin: newYork,
  destination: lisbon,
  departure: { earliest: '2026-12-04', latest: '2026-12-04', time_from: '06:00', time_to: '23:00' },
};
/** The example of the contract. */
const trip = {
  trip_type: 'one_way',
  legs: [leg],
  stay_nights: null,
  passengers: { adults: 2, children: [5], infants: 0 },
  cabin: null,
  filters: {
    max_stops: 0,
    max_price: { amount: '700', currency: 'USD' },
    max_duration_minutes: null,
    airlines: { include: ['TP'], exclude: ['FR'] },
    alliances: [],
    avoid_airports: ['LHR'],
    arrive_by: null,
    min_layover_minutes: null,
    max_layover_minutes: null,
    no_overnight_layover: true,
    checked_bags: 1,
    refundable_only: false,
  },
  sort: 'best',
};
const bareTrip = { legs: [{ ...leg, departure: { earliest: '2026-12-04', latest: '2026-12-04' } }] };

const bodyOf = (url: string): object =>
  findOperation('POST', url)?.requestBody?.content['application/json']?.schema ?? {};
const answerOf = (url: string, type = 'application/json'): object =>
  findOperation('POST', url)?.responses['200']?.content?.[type]?.schema ?? {};

describe('what the description says of requests', () => {
  it.each<[string, string, object]>([
    ['the whole trip of the contract', '/search', { trip }],
    ['a trip of nothing but legs', '/search', { trip: bareTrip }],
    ['a trip with a field of tomorrow', '/search', { trip: { ...bareTrip, pets: 1 }, mode: 'sync' }],
    ['a message', '/chat', { message: 'to Lisbon' }],
    [
      'a message with all that may stand beside it',
      '/chat',
      {
        message: 'to Lisbon',
        locale: 'en-US',
        currency: 'USD',
        time_zone: 'America/New_York',
        trip: bareTrip,
      },
    ],
    [
      'words without a conversation',
      '/understand',
      { message: 'to Porto', trip: bareTrip, asked: ['destination'] },
    ],
  ])('%s fits, as the server takes it', async (_what, url, payload) => {
    expect((await setup.client.send({ method: 'POST', url, payload })).status).toBe(200);
    expect(faultsBy(bodyOf(url), payload)).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['no message', '/chat', {}],
    ['a number as message', '/chat', { message: 7 }],
    ['no trip', '/search', {}],
    ['no legs', '/search', { trip: { legs: [] } }],
    [
      'a code in lower case',
      '/search',
      { trip: { legs: [{ ...leg, origin: { ...newYork, code: 'nyc' } }] } },
    ],
    ['a mode that is none', '/search', { trip: bareTrip, mode: 'fast' }],
    ['a slot that is none', '/understand', { message: 'to Porto', asked: ['seat'] }],
  ])('%s does not fit, as the server refuses it', async (_what, url, payload) => {
    expect((await setup.client.send({ method: 'POST', url, payload })).status).toBe(400);
    expect(faultsBy(bodyOf(url), payload)).not.toEqual([]);
  });
});

describe('what the description says of answers', () => {
  it('they may gain fields, and lose none', async () => {
    const answer = await setup.client.chat({ message: 'Boston to Lisbon on 4 December, one way' });
    const card = { ...answer.flight_cards[0], lounge: true };
    expect(faultsBy(answerOf('/chat'), { ...answer, flight_cards: [card], weather: 'fair' })).toEqual([]);
    const { reply: _reply, ...mute } = answer;
    expect(faultsBy(answerOf('/chat'), mute)).not.toEqual([]);
  });

  it.each(['/chat', '/search'])('the events of %s are described one by one', (url) => {
    const { contentSchema } = answerOf(url, 'text/event-stream') as { contentSchema: object };
    expect(faultsBy(contentSchema, [{ event: 'search-start', data: { providers: ['demo'] } }])).toEqual([]);
    expect(faultsBy(contentSchema, [{ event: 'search-start', data: {} }])).not.toEqual([]);
    expect(faultsBy(contentSchema, [{ event: 'no-such-event', data: {} }])).not.toEqual([]);
  });

  it.each(['/chat', '/chat/async', '/chat/sync'])(
    '%s may be refused in each way that a turn can be',
    (url) => {
      expect(Object.keys(findOperation('POST', url)?.responses ?? {})).toEqual(
        expect.arrayContaining(['400', '401', '404', '409', '413', '415', '429', '500', '503', 'default']),
      );
    },
  );
});
