import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setUpContractApp } from './contract-setup.ts';

const setup = setUpContractApp();
const runs = { numRuns: 60 };

const code = fc.constantFrom('BOS', 'LIS', 'LAX', 'SYD', 'LHR', 'QQQ');
const place = fc.record({
  kind: fc.constantFrom('city', 'airport'),
  code,
  name: fc.constantFrom('Boston', '', 'x'.repeat(200), '__proto__'),
  country: fc.constantFrom('US', '', 'zz'),
  airports: fc.array(code, { minLength: 1, maxLength: 30 }),
});
const date = fc.constantFrom(
  '1970-01-01',
  '2026-11-22',
  '2026-11-23',
  '2026-12-04',
  '2027-02-28',
  '2028-02-29',
  '2199-12-31',
);
const time = fc.constantFrom(null, '00:00', '12:30', '23:59');
const window = fc
  .record({ one: date, other: date, time_from: time, time_to: time })
  .map(({ one, other, ...times }) => ({
    earliest: one < other ? one : other,
    latest: one < other ? other : one,
    ...times,
  }));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const leg = fc.record({ origin: orNull(place), destination: orNull(place), departure: orNull(window) });
const minutes = orNull(fc.constantFrom(0, 1, 600, 20_000));
const filters = fc.record(
  {
    max_stops: orNull(fc.integer({ min: 0, max: 5 })),
    max_price: orNull(
      fc.record({
        amount: fc.constantFrom(
          '0',
          '-5',
          '500',
          '99999999999.99',
          '999999999999.99',
          '1.123456789012345678901',
        ),
        currency: fc.constantFrom('USD', 'JPY', 'KWD', 'SLE', 'XOF'),
      }),
    ),
    max_duration_minutes: minutes,
    min_layover_minutes: minutes,
    max_layover_minutes: minutes,
    airlines: fc.record({
      include: fc.constantFrom([], ['TP'], ['00']),
      exclude: fc.constantFrom([], ['TP']),
    }),
    alliances: fc.subarray(['star', 'oneworld', 'skyteam']),
    avoid_airports: fc.array(code, { maxLength: 3 }),
    arrive_by: fc.constantFrom(
      null,
      '00:00',
      '2026-12-04T23:00',
      '1970-01-01T00:00:00',
      '2199-12-31T23:59:59.123456789',
    ),
    arrive_after: time,
    return_arrive_by: time,
    no_overnight_layover: fc.boolean(),
    checked_bags: orNull(fc.integer({ min: 0, max: 9 })),
    refundable_only: fc.boolean(),
  },
  { requiredKeys: [] },
);
const stay = fc
  .tuple(fc.constantFrom(0, 1, 7, 365), fc.constantFrom(0, 1, 7, 365))
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const trip = fc
  .record({
    trip_type: fc.constantFrom('one_way', 'round_trip', 'multi_city'),
    legs: fc.array(leg, { minLength: 1, maxLength: 6 }),
    stay_nights: orNull(stay),
    passengers: fc.record({
      adults: fc.integer({ min: 0, max: 9 }),
      children: fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 9 }),
      infants: fc.integer({ min: 0, max: 9 }),
    }),
    cabin: orNull(fc.constantFrom('economy', 'premium_economy', 'business', 'first')),
    filters,
    sort: fc.constantFrom('best', 'cheapest', 'fastest', 'earliest', 'latest'),
  })
  .map((whole) =>
    whole.trip_type === 'round_trip' ? { ...whole, legs: [...whole.legs, ...whole.legs].slice(0, 2) } : whole,
  );

const words = fc.constantFrom(
  'a day later', 'a day earlier', 'a year later', 'in 300 years', 'cheapest first', 'back a week later', 'only nonstop', 'hello', 'for 5 nights', 'undo that',
); // prettier-ignore
const locale = fc.constantFrom(
  'en-US',
  'und',
  'i-klingon',
  'ar-EG',
  'th-TH-u-ca-buddhist',
  'en-u-nu-arab',
  'de',
);
const zone = fc.constantFrom(
  'UTC',
  '+23:59',
  '-00:00',
  'Etc/GMT+5',
  'america/new_york',
  'EST',
  'CST6CDT',
  'GMT+0',
  'Pacific/Kiritimati',
);
const now = fc.constantFrom('1970-01-01T00:00:00', '2026-02-28T23:59', '2199-12-31T23:59:59.999999999');
const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'SLE', 'XCG');

/** What the schemas take the code can handle: each request is answered or refused, with the shapes of the contract. */
async function isHandled(url: string, payload: object): Promise<void> {
  const { status, text } = await setup.client.send({ method: 'POST', url, payload });
  expect(status, text).toBeLessThan(500);
}

it.each<[string, fc.Arbitrary<object>]>([
  [
    '/search',
    fc.record({ trip, currency, mode: fc.constantFrom('async', 'sync') }, { requiredKeys: ['trip'] }),
  ],
  [
    '/chat',
    fc.record({ message: words, trip, currency, locale, time_zone: zone }, { requiredKeys: ['message'] }),
  ],
  [
    '/understand',
    fc.record({ message: words, trip, now, locale, time_zone: zone }, { requiredKeys: ['message', 'trip'] }),
  ],
])('POST %s handles whatever its schema takes', async (url, requests) => {
  await fc.assert(
    fc.asyncProperty(requests, (request) => isHandled(url, request)),
    runs,
  );
});
