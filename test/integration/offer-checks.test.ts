import { beforeAll, describe, expect, it } from 'vitest';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import type { OfferCheckAnswer } from '../../src/contract/offer-check.ts';
import type { CardsAnswer } from '../../src/contract/session.ts';
import { loadAirports, type Airports } from '../../src/domain/reference/airports.ts';
import { faults } from '../simulators/behaviour.ts';
import { expectations } from './fault-table.ts';
import { sourceNames, startTwoSources, wishIn, type SourceName, type TwoSources } from './two-sources.ts';

const displayed: Readonly<Record<SourceName, string>> = { amadeus: 'Amadeus', duffel: 'Duffel' };
const modes = ['async', 'sync'] as const;
const cells = sourceNames.flatMap((source) => modes.map((mode) => ({ source, mode })));

let airports: Airports;
beforeAll(async () => {
  airports = await loadAirports();
});

/** A conversation with cards of one source only, so that “the first one” is an offer of it. */
async function startWith(source: SourceName, mode: string, env: Readonly<Record<string, string>> = {}) {
  const setup = await startTwoSources(airports, { SEARCH_MODE: mode, ...env });
  const other = source === 'amadeus' ? 'duffel' : 'amadeus';
  setup.simulators[other].behaviour.fault = 'empty';
  const found = await setup.client.chat({ message: wishIn(40) }, `/chat/${mode}`);
  const [first] = found.flight_cards;
  if (first?.provider !== source) throw new Error(`${source} gave no card`);
  return { setup, found, first };
}

const say = (setup: TwoSources, { session_id }: ChatAnswer, message: string, mode: string) =>
  setup.client.chat({ message, session_id }, `/chat/${mode}`);

async function check(setup: TwoSources, { session_id }: ChatAnswer, offerId: string) {
  const url = `/offers/${encodeURIComponent(offerId)}?session_id=${session_id}`;
  const { status, json } = await setup.client.send({ url });
  expect(status).toBe(200);
  return json as OfferCheckAnswer;
}

async function cardsOf(setup: TwoSources, { session_id }: ChatAnswer) {
  const { json } = await setup.client.send({ url: `/sessions/${session_id}/cards` });
  return (json as CardsAnswer).flight_cards;
}

const times = ({ amount, currency }: { amount: string; currency: string }, factor: number) => ({
  amount: (Number(amount) * factor).toFixed(2),
  currency,
});

const minutesFrom = (was = '', now = ''): number => (Date.parse(now) - Date.parse(was)) / 60_000;

describe.each(cells)('an offer of $source asked for again in $mode', ({ source, mode }) => {
  it('is confirmed', async () => {
    const { setup, found, first } = await startWith(source, mode);
    await using _closed = setup;
    const answer = await check(setup, found, first.offer_id);
    expect(answer).toMatchObject({ status: 'confirmed', reason: null, was: first.price.total });
    expect(answer.now).toEqual(first.price.total);
    expect(answer.card).toMatchObject({ offer_id: first.offer_id, legs: first.legs, badges: first.badges });

    const told = await say(setup, found, 'is it still available?', mode);
    expect(told.search).toBeNull();
    expect(told.reply).toMatch(/^Still available: /u);
    expect(told.reply).toContain(`${displayed[source]} has just confirmed that price`);
    expect(told.flight_cards.map(({ offer_id: id }) => id)).toEqual([first.offer_id]);
  });

  it('costs more, and the list has the new price', async () => {
    const { setup, found, first } = await startWith(source, mode);
    await using _closed = setup;
    setup.simulators[source].behaviour.priceFactor = 1.5;
    const told = await say(setup, found, 'has the price changed?', mode);
    expect(told.reply).toMatch(/^Still available, but the price has changed: /u);
    expect(told.reply).toContain('The list has the new price.');
    expect(told.results?.listed).toBe(told.flight_cards.length);
    const listed = await cardsOf(setup, found);
    expect(told.flight_cards).toEqual(listed.slice(0, told.flight_cards.length));
    const card = listed.find(({ offer_id: id }) => id === first.offer_id);
    expect(card).toMatchObject({ offer_id: first.offer_id, price: { total: times(first.price.total, 1.5) } });

    setup.simulators[source].behaviour.priceFactor = 3;
    const answer = await check(setup, found, first.offer_id);
    expect(answer).toMatchObject({ status: 'price_changed', was: card?.price.total });
    expect(Number(answer.now?.amount)).toBeGreaterThan(Number(answer.was.amount));
    expect(answer.card.price.total).toEqual(answer.now);
  });

  it('leaves at another time at the same price, which is no confirmation', async () => {
    const { setup, found, first } = await startWith(source, mode);
    await using _closed = setup;
    const { behaviour } = setup.simulators[source];
    behaviour.movedMinutes = 45;
    const answer = await check(setup, found, first.offer_id);
    expect(answer).toMatchObject({ status: 'price_changed', was: first.price.total, now: first.price.total });
    const [was, now] = [first.legs[0], answer.card.legs[0]].map((leg) => leg?.departs_at ?? '');
    expect(answer.changes[0]).toEqual({ what: 'departure', leg: 0, airport: null, was, now });
    expect(minutesFrom(was, now)).toBe(45);

    // Amadeus is sent what it has priced last.
    behaviour.movedMinutes = source === 'amadeus' ? 45 : 90;
    const told = await say(setup, found, 'is it still available?', mode);
    expect(told.reply).toMatch(/^Still available, but it leaves at .+ now instead of .+ and it arrives /u);
    expect(told.reply).toContain('the same price as before');
    expect(told.reply).not.toContain('confirmed');
    const card = (await cardsOf(setup, found)).find(({ offer_id: id }) => id === first.offer_id);
    expect(minutesFrom(was, card?.legs[0]?.departs_at)).toBe(90);
  });

  it('is sold out, off the list and chosen no more', async () => {
    const { setup, found, first } = await startWith(source, mode);
    await using _closed = setup;
    await say(setup, found, 'the first one', mode);
    setup.simulators[source].behaviour.priceFactor = 0;
    const told = await say(setup, found, 'is it still available?', mode);
    expect(told.reply).toMatch(/^Sold out: /u);
    expect(told.reply).toContain('It is off the list, and nothing is chosen any more.');
    expect(told.actions[0]).toBe('Search again');
    const listed = await cardsOf(setup, found);
    expect(listed.some(({ offer_id: id }) => id === first.offer_id)).toBe(false);
    expect(listed.length).toBeGreaterThan(0);
    expect(told.flight_cards).toEqual(listed.slice(0, told.flight_cards.length));
    expect(told.results?.listed).toBe(told.flight_cards.length);
    const { code } = await setup.client.refused({
      url: `/offers/${encodeURIComponent(first.offer_id)}?session_id=${found.session_id}`,
    });
    expect(code).toBe('offer_not_found');

    // The answer that others share is older, and the simulator would sell it again.
    setup.simulators[source].behaviour.priceFactor = 1;
    const again = await say(setup, found, 'Search again', mode);
    expect(again.search).toMatchObject({ complete: true });
    const isCached = again.search?.providers.find(({ provider }) => provider === source)?.cached;
    expect(isCached).toBe(mode === 'async');
    const anew = await cardsOf(setup, found);
    expect(anew.some(({ offer_id: id }) => id === first.offer_id)).toBe(
      mode === 'sync' && source === 'amadeus',
    );
  });
});

it('a price that passes the limit takes the offer off the list, and the answer says so', async () => {
  const { setup, found, first } = await startWith('duffel', 'async');
  await using _closed = setup;
  const most = Math.ceil(Number(first.price.total.amount) * 1.2);
  const under = await say(setup, found, `under $${most}`, 'async');
  const place = under.flight_cards.findIndex(({ offer_id: id }) => id === first.offer_id);
  setup.simulators.duffel.behaviour.priceFactor = 1.5;
  const told = await say(setup, found, `is number ${place + 1} still available?`, 'async');
  expect(told.reply).toContain('Your wishes leave it out of the list now.');
  expect(told.flight_cards.some(({ offer_id: id }) => id === first.offer_id)).toBe(false);
});

it('a price that rises above that of another source for the same flights is told with that one', async () => {
  await using setup = await startTwoSources(airports);
  const found = await setup.client.chat({ message: wishIn(40) });
  const place = found.flight_cards.findIndex(
    ({ provider, sources }) => provider === 'duffel' && sources.length > 1,
  );
  const other = found.flight_cards[place]?.sources[1];
  if (!other) throw new Error('no flights are sold by both');
  setup.simulators.duffel.behaviour.priceFactor = 2;
  const told = await say(setup, found, `is number ${place + 1} still available?`, 'async');
  expect(told.reply).toContain('Amadeus sells the same flights for ');
  expect(told.reply).toContain('That is what the list has now.');
  const taken = await say(setup, found, 'I’ll take it', 'async');
  expect(taken.flight_cards[0]?.price.total).toEqual(other.total);
});

describe('a source that misbehaves when it is asked again', () => {
  const failing = faults.filter((fault) => fault !== 'malformed_offers' && fault !== 'empty');
  it.concurrent.each(failing.flatMap((fault) => cells.map((cell) => ({ fault, ...cell }))))(
    '$fault of $source in $mode is no word about the offer',
    async ({ fault, source, mode }) => {
      const { status, endless } = expectations[fault];
      const { setup, found, first } = await startWith(source, mode, {
        SEARCH_BUDGET_MS: endless ? '3000' : '25000',
      });
      await using _closed = setup;
      setup.simulators[source].behaviour.fault = fault;
      const answer = await check(setup, found, first.offer_id);
      expect(answer).toMatchObject({ status: 'check_failed', reason: status, now: null });
      expect(answer.was).toEqual(first.price.total);
      expect(answer.card.price.total).toEqual(first.price.total);
      const told = await say(setup, found, 'is it still available?', mode);
      expect(told.reply).toContain(`I could not check `);
      expect(told.reply).toContain('That does not mean that it is sold out');
      expect((await cardsOf(setup, found)).length).toBe(found.results?.offers);
    },
  );
});
