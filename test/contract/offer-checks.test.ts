import { describe, expect, it } from 'vitest';
import { setUpContractApp } from './contract-setup.ts';

const setup = setUpContractApp();
const wish = { message: 'Boston to Lisbon on 4 December 2026, one way' };
const checkUrl = (offer: string, session: string) =>
  `/offers/${encodeURIComponent(offer)}?session_id=${session}`;

describe('GET /offers/{offer_id}', () => {
  it('says that an offer of the conversation still holds', async () => {
    const { session_id, flight_cards } = await setup.client.chat(wish);
    const [card] = flight_cards;
    const { status, json } = await setup.client.send({ url: checkUrl(card!.offer_id, session_id) });
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'confirmed', reason: null, was: card!.price.total });
    expect(json).toMatchObject({ now: card!.price.total, card: { offer_id: card!.offer_id, demo: true } });
  });

  it('knows every fare of a card, and gives the card of that fare', async () => {
    const { session_id, flight_cards } = await setup.client.chat(wish);
    const fares = flight_cards.find(({ fares: some }) => some.length > 1)!.fares;
    for (const fare of fares) {
      const { json } = await setup.client.send({ url: checkUrl(fare.offer_id, session_id) });
      expect(json).toMatchObject({
        status: 'confirmed',
        now: fare.total,
        card: { offer_id: fare.offer_id, price: { total: fare.total }, fare: { brand: fare.brand } },
      });
    }
  });

  it('keeps an offer that the filters leave out out of the list', async () => {
    const { session_id, flight_cards } = await setup.client.chat(wish);
    const stopping = flight_cards.find(({ legs }) => legs.some(({ stops }) => stops > 0))!;
    await setup.client.chat({ message: 'only nonstop', session_id });
    const { json } = await setup.client.send({ url: checkUrl(stopping.offer_id, session_id) });
    expect(json).toMatchObject({ status: 'confirmed', card: { offer_id: stopping.offer_id, badges: [] } });
    const { json: listed } = await setup.client.send({ url: `/sessions/${session_id}/cards` });
    expect(JSON.stringify(listed)).not.toContain(stopping.offer_id);
  });

  it('knows also those that the hours, the cabin or a bag leave out', async () => {
    const { session_id, flight_cards } = await setup.client.chat(wish);
    for (const message of ['leaving before 5am', 'with two checked bags', 'refundable only']) {
      const { state_summary } = await setup.client.chat({ message, session_id });
      expect(state_summary).not.toBeNull();
      const [card] = flight_cards;
      const { status } = await setup.client.send({ url: checkUrl(card!.offer_id, session_id) });
      expect(status, message).toBe(200);
    }
  });

  it('refuses what it does not know or cannot read', async () => {
    const { session_id, flight_cards } = await setup.client.chat(wish);
    const { offer_id: id } = flight_cards[0]!;
    const codeOf = async (url: string) => (await setup.client.refused({ url })).code;
    expect(await codeOf(checkUrl('demo:unknown', session_id))).toBe('offer_not_found');
    expect(await codeOf(checkUrl(id, 'A'.repeat(24)))).toBe('session_not_found');
    expect(await codeOf(checkUrl(id, ''))).toBe('invalid_request');
    expect(await codeOf(`/offers/${encodeURIComponent(id)}`)).toBe('invalid_request');
    const { session_id: other } = await setup.client.chat({ message: 'hello' });
    expect(await codeOf(checkUrl(id, other))).toBe('offer_not_found');
  });
});

describe('a question whether an offer still holds', () => {
  it('is answered together with what else is asked', async () => {
    const { session_id } = await setup.client.chat(wish);
    const { reply } = await setup.client.chat({
      message: 'is the second one still available, and are bags included?',
      session_id,
    });
    expect(reply).toMatch(/^Still available: /u);
    expect(reply).toMatch(/bag/u);
  });

  it('goes on with “and the third?”', async () => {
    const { session_id, flight_cards } = await setup.client.chat(wish);
    await setup.client.chat({ message: 'is the second one still available?', session_id });
    const answer = await setup.client.chat({ message: 'and the third?', session_id });
    expect(answer.reply).toMatch(/^Still available: /u);
    expect(answer.flight_cards[0]?.offer_id).toBe(flight_cards[2]?.offer_id);
  });
});
