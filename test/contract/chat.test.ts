import { describe, expect, it } from 'vitest';
import type { CardsAnswer } from '../../src/contract/session.ts';
import type { TurnEvent } from '../../src/contract/events.ts';
import { aircraftName } from '../../src/domain/reference/aircraft.ts';
import { setUpContractApp } from './contract-setup.ts';

const whole = { message: 'Boston to Lisbon on 4 December 2026, one way' };

const setup = setUpContractApp();

describe.each([
  ['/chat', 'async'],
  ['/chat/async', 'async'],
  ['/chat/sync', 'sync'],
])('POST %s', (path, mode) => {
  it('answers a whole wish with cards and says the mode twice', async () => {
    const { headers } = await setup.client.send({ method: 'POST', url: path, payload: whole });
    const answer = await setup.client.chat(whole, path);
    expect(headers['x-search-mode']).toBe(mode);
    expect(answer.search).toMatchObject({ mode, complete: true, empty_reason: null });
    expect(answer.flight_cards.length).toBeGreaterThan(0);
    expect(answer.notices).toContainEqual(expect.objectContaining({ code: 'price_is_demo' }));
    expect(answer.flight_cards.every(({ demo }) => demo)).toBe(true);
  });

  it('streams the events of a search in their order and ends with the whole answer', async () => {
    const { headers, events } = await setup.client.chatEvents(whole, path);
    expect(headers['x-search-mode']).toBe(mode);
    expect(headers['cache-control']).toContain('no-cache');
    expect(namesOf(events)).toEqual([
      'turn-start',
      'understanding-ready',
      'search-start',
      'provider-answered',
      'offers-ranked',
      'text-delta',
      'turn-end',
    ]);
    expect(dataOf(events, 'turn-start').mode).toBe(mode);
  });

  it('streams no event of a search where it asks for what is missing', async () => {
    const { events } = await setup.client.chatEvents({ message: 'Boston to Lisbon' }, path);
    expect(namesOf(events)).toEqual(['turn-start', 'understanding-ready', 'text-delta', 'turn-end']);
    expect(dataOf(events, 'turn-end')).toMatchObject({ missing: ['departure_date'], search: null });
  });
});

describe('a stream', () => {
  it('tells the same conversation, cards and words as its last event', async () => {
    const { events } = await setup.client.chatEvents(whole);
    const start = dataOf(events, 'turn-start');
    const end = dataOf(events, 'turn-end');
    expect([end.session_id, end.turn_id]).toEqual([start.session_id, start.turn_id]);
    expect(dataOf(events, 'understanding-ready')).toEqual({ trip: end.state_summary, missing: end.missing });
    expect(dataOf(events, 'search-start').providers).toEqual(['demo']);
    expect(end.search?.providers).toEqual([dataOf(events, 'provider-answered')]);
    expect(dataOf(events, 'offers-ranked').flight_cards).toEqual(end.flight_cards);
    const said = events.flatMap(({ event, data }) => (event === 'text-delta' ? [data.text] : []));
    expect(said.join('')).toBe(end.reply);
  });

  it('is the same answer as the plain one', async () => {
    const plain = await setup.client.chat(whole);
    const { events } = await setup.client.chatEvents(whole);
    const { flight_cards: cards, reply, actions } = dataOf(events, 'turn-end');
    expect({ cards, reply, actions }).toEqual({
      cards: plain.flight_cards,
      reply: plain.reply,
      actions: plain.actions,
    });
  });

  it('is refused as a plain problem where the conversation is unknown', async () => {
    const problem = await setup.client.refused({
      method: 'POST',
      url: '/chat',
      payload: { ...whole, session_id: 'unknown' },
      headers: { accept: 'text/event-stream' },
    });
    expect(problem).toMatchObject({ status: 404, code: 'session_not_found' });
  });
});

describe('a click on a card', () => {
  const chosenBy = async (session_id: string, offer_id: string) =>
    setup.client.chat({ message: 'This one', session_id, offer_id });

  it('chooses that offer, whatever its message says', async () => {
    const { session_id, flight_cards: cards } = await setup.client.chat(whole);
    const { offer_id, price } = cards[3]!;
    const answer = await setup.client.chat({ message: 'to Rome, the second one', session_id, offer_id });
    expect(answer.reply).toMatch(/^Chosen: /u);
    expect(answer.reply).toContain(price.total.amount.replace('.00', ''));
    expect(answer.flight_cards.map((card) => card.offer_id)).toEqual([offer_id]);
    expect(answer.state_summary?.legs[0]?.destination?.code).toBe('LIS');
  });

  it('chooses nothing where the list holds the offer no more', async () => {
    const { session_id, flight_cards: cards } = await setup.client.chat(whole);
    await setup.client.chat({ message: 'to Rome', session_id });
    const answer = await chosenBy(session_id, cards[1]!.offer_id);
    expect(answer.reply).toMatch(/not in the list any more/u);
    expect(answer.flight_cards).toEqual([]);
    expect(answer.results?.cards).toBeGreaterThan(0);
    expect(answer.state_summary?.legs[0]?.destination?.name).toBe('Rome');
  });

  it('chooses nothing where nothing was searched', async () => {
    const { session_id } = await setup.client.chat({ message: 'Boston to Lisbon' });
    expect((await chosenBy(session_id, 'any')).reply).toMatch(/not on the table any more/u);
  });

  it('belongs to a conversation', async () => {
    const problem = await setup.client.refused({
      method: 'POST',
      url: '/chat',
      payload: { message: 'This one', offer_id: 'any' },
    });
    expect(problem).toMatchObject({ status: 400, errors: [{ field: 'offer_id' }] });
  });
});

describe('a conversation', () => {
  it('asks for one thing at a time and searches once it has all', async () => {
    const first = await setup.client.chat({ message: 'Boston to Lisbon, one way' });
    expect(first).toMatchObject({ missing: ['departure_date'], search: null, flight_cards: [] });
    const second = await setup.client.chat({ message: '4 December 2026', session_id: first.session_id });
    expect(second.session_id).toBe(first.session_id);
    expect(second.turn_id).not.toBe(first.turn_id);
    expect(second.missing).toEqual([]);
    expect(second.flight_cards.length).toBeGreaterThan(0);
  });

  it('answers a refinement, a sort and a question from the offers it holds, without a search', async () => {
    const { session_id } = await setup.client.chat(whole);
    for (const message of ['only nonstop', 'sort by price', 'what about bags on the first one?']) {
      const answer = await setup.client.chat({ message, session_id });
      expect(answer.search, message).toBeNull();
      expect(answer.flight_cards.length, message).toBeGreaterThan(0);
    }
  });

  it('can be sent every action it suggests', async () => {
    const { session_id, actions } = await setup.client.chat(whole);
    expect(actions.length).toBeGreaterThan(0);
    for (const message of actions) {
      const { session_id: same } = await setup.client.chat({ message, session_id });
      expect(same).toBe(session_id);
    }
  });

  it('does not search the past and says so', async () => {
    const answer = await setup.client.chat({ message: 'Boston to Lisbon on 4 December 2025, one way' });
    expect(answer).toMatchObject({ flight_cards: [], search: { empty_reason: 'past_date', providers: [] } });
    const { session_id } = answer;
    const { flight_cards: cards } = await setup.client.chat({ message: '4 December 2026 then', session_id });
    expect(cards[0]?.legs[0]?.departs_at).toMatch(/^2026-12-04T/);
  });

  it('speaks the currency and the language tag it is told', async () => {
    const { flight_cards: cards } = await setup.client.chat({ ...whole, currency: 'EUR', locale: 'en-GB' });
    expect(new Set(cards.map(({ price }) => price.total.currency))).toEqual(new Set(['EUR']));
  });

  it('says in which currency it tells prices where a question names another, and how to get those', async () => {
    const found = await setup.client.chat(whole);
    const session = { session_id: found.session_id };
    const asked = await setup.client.chat({ message: 'is it still available, in euros please?', ...session });
    expect(asked.flight_cards[0]?.price.total).toEqual(found.flight_cards[0]?.price.total);
    expect(asked.reply).toContain('found with prices in USD. Say “Search again” for prices in EUR.');
    const [again = ''] = asked.actions;
    const searched = await setup.client.chat({ message: again, ...session });
    expect(searched.flight_cards[0]?.price.total.currency).toBe('EUR');
    const more = await setup.client.chat({ message: 'and the second, in euros?', ...session });
    expect(more.flight_cards[0]?.price.total.currency).toBe('EUR');
    expect(more.reply).not.toContain('Search again');
  });

  it('counts places in the list as the client shows it', async () => {
    const { session_id, flight_cards: cards } = await setup.client.chat(whole);
    const shown = [cards[4]!, cards[2]!, cards[7]!].map(({ offer_id: id }) => id);
    const ids = async (message: string, more: object = {}) => {
      const answer = await setup.client.chat({ message, session_id, ...more });
      return answer.flight_cards.map(({ offer_id: id }) => id);
    };
    expect(await ids('is it refundable?', { shown_offers: shown })).toEqual([shown[0]]);
    expect(await ids('compare the first two', { shown_offers: shown })).toEqual(shown.slice(0, 2));
    expect(await ids('how many bags does the last one include?', { shown_offers: shown })).toEqual([
      shown[2],
    ]);
    expect(await ids('compare the first two', { shown_offers: [] })).toEqual(
      cards.slice(0, 2).map(({ offer_id: id }) => id),
    );
    const unknown = { shown_offers: ['demo:of-another-list'] };
    expect(await ids('the second one', unknown)).toEqual([cards[1]?.offer_id]);
  });

  it('names the aircraft as travellers call it', async () => {
    const { session_id, flight_cards: cards } = await setup.client.chat(whole);
    const told = await setup.client.chat({ message: 'what plane is it?', session_id });
    const [segment] = cards[0]!.legs[0]!.segments;
    expect(told.reply).toContain(`${segment!.flight}: ${aircraftName(segment!.aircraft!)}.`);
    expect(told.reply).not.toContain(`: ${segment!.aircraft}.`);
  });

  it('gives every conversation an id that nobody can guess', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => setup.client.chat({ message: 'hello' })));
    const ids = answers.map(({ session_id: id }) => id);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[\w-]{22,}$/u);
  });

  it('takes turns sent at once one after another and loses none', async () => {
    const { session_id } = await setup.client.chat(whole);
    const messages = ['only nonstop', 'make it business', 'what about bags?', 'thanks'];
    await Promise.all(messages.map((message) => setup.client.chat({ message, session_id })));
    const { transcript } = await setup.client.session(session_id);
    const said = transcript.filter(({ role }) => role === 'traveller').map(({ text }) => text);
    expect(said).toEqual([whole.message, ...messages]);
    expect(transcript.map(({ role }) => role)).toEqual(
      [whole.message, ...messages].flatMap(() => ['traveller', 'agent']),
    );
  });
});

describe('a conversation of many turns', () => {
  it('says how many of its lines are not kept any more, also after a new beginning', async () => {
    const { session_id } = await setup.client.chat({ message: 'hello' });
    for (let turn = 1; turn < 52; turn += 1)
      await setup.client.chat({
        message: turn === 51 ? 'start over' : `hello for the ${turn}th time`,
        session_id,
      });
    const { transcript, earlier_lines } = await setup.client.session(session_id);
    expect([transcript.length, earlier_lines]).toEqual([100, 4]);
    expect(transcript[0]?.text).toBe('hello for the 2th time');
  });
});

describe('a trip that comes with the first message', () => {
  it('is what the message refines, filters and all', async () => {
    const linked = await setup.client.chat({
      message: `${whole.message}, with a checked bag, nothing before 6 am`,
    });
    const { state_summary: trip } = linked;
    const answer = await setup.client.chat({ message: 'only nonstop', trip });
    expect(answer.state_summary).toEqual({ ...trip, filters: { ...trip!.filters, max_stops: 0 } });
    expect(answer.state_summary?.filters.checked_bags).toBe(1);
    expect(answer.session_id).not.toBe(linked.session_id);
    expect(answer.search?.complete).toBe(true);
  });

  it('is refused within a conversation, and where it is none', async () => {
    const { session_id, state_summary: trip } = await setup.client.chat(whole);
    const chat = { method: 'POST', url: '/chat' } as const;
    const refused = { status: 400, code: 'invalid_request' };
    expect(await setup.client.refused({ ...chat, payload: { ...whole, session_id, trip } })).toMatchObject(
      refused,
    );
    expect(await setup.client.refused({ ...chat, payload: { ...whole, trip: { legs: [] } } })).toMatchObject(
      refused,
    );
  });
});

describe('GET and DELETE /sessions/{id}', () => {
  it('reads the transcript and the trip', async () => {
    const { session_id, reply, state_summary: trip } = await setup.client.chat(whole);
    expect(await setup.client.session(session_id)).toEqual({
      session_id,
      earlier_lines: 0,
      transcript: [
        { role: 'traveller', text: whole.message, at: '2026-11-23T15:00:00Z' },
        { role: 'agent', text: reply, at: '2026-11-23T15:00:00Z' },
      ],
      trip,
    });
  });

  it('shows every card that it holds, of which an answer carries the first', async () => {
    const { session_id, flight_cards: first, results } = await setup.client.chat(whole);
    const { json } = await setup.client.send({ url: `/sessions/${session_id}/cards` });
    const { flight_cards: all } = json as CardsAnswer;
    expect(all).toHaveLength(results!.cards);
    expect(results!.listed).toBe(first.length);
    const asked = await setup.client.chat({ message: 'what about bags on the first one?', session_id });
    expect(asked.results?.listed).toBe(0);
    expect(all.length).toBeGreaterThan(first.length);
    const ids = all.map(({ offer_id: id }) => id);
    for (const { offer_id: id } of first) expect(ids).toContain(id);
    const chosen = await setup.client.chat({ message: `option ${all.length}`, session_id });
    expect(chosen.flight_cards[0]?.offer_id).toBe(all.at(-1)?.offer_id);
    const fresh = await setup.client.chat({ message: 'hello' });
    const empty = await setup.client.send({ url: `/sessions/${fresh.session_id}/cards` });
    expect(empty.json).toEqual({ flight_cards: [], results: null });
  });

  it('forgets a conversation for good', async () => {
    const { session_id } = await setup.client.chat(whole);
    const url = `/sessions/${session_id}`;
    expect((await setup.client.send({ method: 'DELETE', url })).status).toBe(204);
    const notFound = { status: 404, code: 'session_not_found' };
    expect(await setup.client.refused({ url })).toMatchObject(notFound);
    expect(await setup.client.refused({ method: 'DELETE', url })).toMatchObject(notFound);
    const again = { method: 'POST', url: '/chat', payload: { ...whole, session_id } } as const;
    expect(await setup.client.refused(again)).toMatchObject(notFound);
  });
});

/** The names in order, where several of the same kind in a row count once. */
const namesOf = (events: readonly TurnEvent[]): string[] =>
  events.map(({ event }) => event).filter((name, index, all) => name !== all[index - 1]);

type DataOf<Name extends TurnEvent['event']> = Extract<TurnEvent, { event: Name }>['data'];

function dataOf<Name extends TurnEvent['event']>(events: readonly TurnEvent[], name: Name): DataOf<Name> {
  const found = events.filter(({ event }) => event === name);
  expect(found, name).toHaveLength(1);
  return found[0]!.data as DataOf<Name>;
}
