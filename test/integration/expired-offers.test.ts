import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { createContractClient, type ContractClient } from '../contract/contract-client.ts';
import { present, startContractApp } from '../contract/contract-app.ts';

const state = { now: present };
let app: App;
let client: ContractClient;
beforeAll(async () => {
  app = await startContractApp({ now: () => state.now, practised: false });
  client = createContractClient(app.server);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(() => {
  state.now = present;
});

const wish = 'Boston to Lisbon on 4 December, one way';

it('offers whose time is over are searched anew before they are filtered, and those that hold are not', async () => {
  const { session_id } = await client.chat({ message: wish });
  state.now = present.add({ minutes: 29 });
  expect((await client.chat({ message: 'cheapest first', session_id })).search).toBeNull();
  state.now = present.add({ minutes: 30 });
  const anew = await client.chat({ message: 'only nonstop', session_id });
  expect(anew.search).toMatchObject({ complete: true });
  for (const { observed_at, expires_at } of anew.flight_cards) {
    expect(observed_at).toBe(state.now.toString());
    expect(Date.parse(expires_at!)).toBeGreaterThan(state.now.epochMilliseconds);
  }
});

it('what is asked about them is answered with when they were seen, on the clock of the traveller', async () => {
  const { session_id } = await client.chat({ message: wish, time_zone: 'America/New_York' });
  const fresh = await client.chat({ message: 'what about bags?', session_id });
  expect(fresh.notices.map(({ code }) => code)).toEqual(['price_is_demo']);
  state.now = present.add({ hours: 20 });
  for (const message of ['what about bags?', 'the first one']) {
    const old = await client.chat({ message, session_id });
    expect(old.search).toBeNull();
    expect(old.notices.map(({ code }) => code)).toEqual(['price_is_demo', 'stale_results']);
    expect(old.reply).toContain('seen on Monday, November 23 at 10:00 AM and may have changed');
  }
  const anew = await client.chat({ message: 'Search again', session_id });
  expect(anew.search).toMatchObject({ complete: true });
  expect(anew.notices.map(({ code }) => code)).toEqual(['price_is_demo']);
});
