import { expect, it } from 'vitest';
import { createContractClient } from '../contract/contract-client.ts';
import { startContractApp } from '../contract/contract-app.ts';
import { wireAirport } from '../contract/wire-airport.ts';

const tripOn = (origin: object, destination: object, day: string) => ({
  trip: { legs: [{ origin, destination, departure: { earliest: day, latest: day } }] },
});

it('sells the day that it is where the flight leaves, and not the one that has passed there', async () => {
  let now = Temporal.Instant.from('2026-12-05T01:00:00Z');
  await using app = await startContractApp({ now: () => now, practised: false });
  const client = createContractClient(app.server);
  const [losAngeles, newYork] = [wireAirport('LAX', 'US'), wireAirport('JFK', 'US')];
  const tonight = await client.search(tripOn(losAngeles, newYork, '2026-12-04'));
  expect(tonight.search.empty_reason).toBeNull();
  expect(tonight.flight_cards.length).toBeGreaterThan(0);

  const [sydney, melbourne] = [wireAirport('SYD', 'AU'), wireAirport('MEL', 'AU')];
  now = Temporal.Instant.from('2026-12-04T15:00:00Z');
  const yesterday = await client.search(tripOn(sydney, melbourne, '2026-12-04'));
  expect(yesterday.search.empty_reason).toBe('past_date');

  const { json } = await client.send({ url: '/calendar?origin=SYD&destination=MEL&month=2026-12' });
  const { days } = json as { days: { date: string; price: unknown }[] };
  expect(days.find(({ date }) => date === '2026-12-04')?.price).toBeNull();
  expect(days.find(({ date }) => date === '2026-12-05')?.price).not.toBeNull();
});
