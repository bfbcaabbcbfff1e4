import { describe, expect, it } from 'vitest';
import { ChatAnswer } from '../../../src/contract/chat.ts';
import { SessionAnswer } from '../../../src/contract/session.ts';
import { Trip } from '../../../src/contract/trip.ts';
import { cardOf } from '../card-of.ts';
import { emptyConversation, type Conversation } from './conversation.ts';
import { reduceConversation } from './reduce-conversation.ts';

const tripTo = (code: string): Trip =>
  Trip.parse({
    legs: [
      {
        origin: { kind: 'city', code: 'BOS', name: 'Boston', country: 'US', airports: ['BOS'] },
        destination: { kind: 'city', code, name: code, country: 'PT', airports: [code] },
        departure: { earliest: '2026-12-04', latest: '2026-12-04' },
      },
    ],
  });
const answerAbout = (trip: Trip, cards: string[], listed: number): ChatAnswer =>
  ChatAnswer.parse({
    session_id: 's',
    turn_id: 't',
    reply: 'Said.',
    state_summary: trip,
    missing: [],
    actions: [],
    flight_cards: cards.map((id) => cardOf({ id })),
    search: null,
    results:
      listed > 0
        ? { offers: listed, cards: listed, listed, left_out: [], relaxations: [], median_co2_kg: null }
        : null,
    order: null,
    notices: [],
  });
const after = (before: Conversation, answer: ChatAnswer): Conversation =>
  reduceConversation(before, { type: 'told', event: { event: 'turn-end', data: answer } });

describe('an answer', () => {
  const listed = after(emptyConversation, answerAbout(tripTo('LIS'), ['a', 'b'], 2));

  it('that is about a few of the flights leaves the list as it is', () => {
    const talked = after(listed, answerAbout(tripTo('LIS'), ['b'], 0));
    expect(talked.cards.map((card) => card.offer_id)).toEqual(['a', 'b']);
    expect(talked.pointedAt).toEqual(['b']);
  });

  it('brings what is known now of the flights that it is about', () => {
    const about = answerAbout(tripTo('LIS'), [], 0);
    const seen = { ...cardOf({ id: 'b' }), observed_at: '2026-12-01T12:00:00Z' };
    const asked = after(listed, { ...about, flight_cards: [seen, cardOf({ id: 'c' })] });
    expect(asked.cards).toEqual([listed.cards[0], seen]);
  });

  it('that asks about another route leaves nothing of the one before', () => {
    const asked = after(listed, answerAbout(tripTo('OPO'), [], 0));
    expect(asked.cards).toEqual([]);
    expect(asked.results).toBeNull();
    expect(asked.trip?.legs[0]?.destination?.code).toBe('OPO');
  });
});

describe('a conversation that is taken up again', () => {
  it('knows how many of its lines are not kept any more', () => {
    const session = SessionAnswer.parse({
      session_id: 's',
      transcript: [{ role: 'traveller', text: 'Thanks', at: '2026-12-01T12:00:00Z' }],
      earlier_lines: 14,
      trip: null,
    });
    const resumed = reduceConversation(emptyConversation, {
      type: 'resumed',
      session,
      view: null,
      awaiting: false,
    });
    expect([resumed.lines.length, resumed.earlierLines]).toEqual([1, 14]);
  });
});
