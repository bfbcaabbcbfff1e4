import { describe, expect, it } from 'vitest';
import { ChatAnswer, type ChatRequest } from '../../../src/contract/chat.ts';
import { Trip } from '../../../src/contract/trip.ts';
import type { Ask } from '../api/access.ts';
import { cardOf } from '../card-of.ts';
import { nothingKept, type Kept } from '../model/kept.ts';
import { createConversationStore } from './conversation-store.ts';

const tripTo = (code: string, origin = 'BOS'): Trip =>
  Trip.parse({
    legs: [
      {
        origin: { kind: 'city', code: origin, name: origin, country: 'US', airports: [origin] },
        destination: { kind: 'city', code, name: code, country: 'PT', airports: [code] },
        departure: { earliest: '2026-12-04', latest: '2026-12-04' },
      },
    ],
  });
const toLisbon = tripTo('LIS');

const answerOf = (reply: string, trip: Trip | null, cards: readonly string[]): ChatAnswer =>
  ChatAnswer.parse({
    session_id: 's',
    turn_id: 't',
    reply,
    state_summary: trip,
    missing: [],
    actions: [`after ${reply}`],
    flight_cards: cards.map((id) => cardOf({ id })),
    search: null,
    results:
      cards.length > 0
        ? {
            offers: cards.length,
            cards: cards.length,
            listed: cards.length,
            left_out: [],
            relaxations: [],
            median_co2_kg: null,
          }
        : null,
    order: null,
    notices: [],
  });

interface Turn {
  readonly request: ChatRequest;
  readonly end: (answer: ChatAnswer) => Promise<void>;
  readonly fail: (error: Error) => void;
}

/** A server whose turns end when the test says so, and a browser that keeps things in memory. */
function setUp(kept: Kept = nothingKept) {
  const turns: Turn[] = [];
  const sessions: { transcript: { role: string; text: string; at: string }[]; trip: Trip | null } = {
    transcript: [],
    trip: null,
  };
  let held = ['a', 'b'];
  let sessionsAnswer = Promise.resolve();
  const told = (event: string, data: object): Uint8Array =>
    new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const ask: Ask = async (path, init) => {
    if (path.endsWith('/cards'))
      return Response.json({ flight_cards: held.map((id) => cardOf({ id })), results: null });
    if (path.startsWith('/sessions/')) {
      await sessionsAnswer;
      return Response.json({ session_id: 's', ...sessions });
    }
    return new Promise((resolve, reject) => {
      const request = JSON.parse(init?.body as string) as ChatRequest;
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      turns.push({
        request,
        fail: reject,
        end: async (answer) => {
          const events = [
            told('turn-start', { session_id: 's', turn_id: 't', mode: 'async' }),
            told('turn-end', answer),
          ];
          resolve(new Response(new Blob(events as BlobPart[])));
          await settled();
        },
      });
    });
  };
  let memory = kept;
  const store = createConversationStore({
    ask,
    preferences: () => ({ currency: 'USD' }),
    read: () => memory,
    keep: (next) => (memory = next),
    end: () => (memory = nothingKept),
    leave: () => (memory = nothingKept),
    today: () => '2026-11-23',
    isOnline: () => true,
    restarted: () => 'restarted',
  });
  return {
    store,
    turns,
    sessions,
    kept: () => memory,
    hold: (ids: string[]) => (held = ids),
    delaySessions: (wait: Promise<void>) => (sessionsAnswer = wait),
    said: () => store.get().lines.map(({ text }) => text),
  };
}

/** Until everything that can happen without the test has happened. */
const settled = async (): Promise<void> => {
  for (let round = 0; round < 50; round += 1) await new Promise((done) => setImmediate(done));
};

describe('messages', () => {
  it('that are written during a turn wait for its answer, and none is lost', async () => {
    const { store, turns, said, kept } = setUp();
    void store.send('first');
    void store.send('second');
    await settled();
    expect(turns).toHaveLength(1);
    expect(store.get().queued).toEqual([{ text: 'second', offerId: null }]);
    expect(kept().queued).toEqual([{ text: 'second', offerId: null }]);
    await turns[0]?.end(answerOf('one', toLisbon, ['a']));
    expect(turns[1]?.request.message).toBe('second');
    await turns[1]?.end(answerOf('two', toLisbon, ['a']));
    expect(said()).toEqual(['first', 'one', 'second', 'two']);
    expect(kept()).toMatchObject({ pending: null, queued: [] });
  });

  it('that follow one without an answer are sent after it', async () => {
    const { store, turns, said } = setUp();
    void store.send('first');
    await settled();
    turns[0]?.fail(new TypeError('no network'));
    await settled();
    expect(store.get().trouble?.kind).toBe('dropped');
    void store.send('second');
    await settled();
    expect(turns[1]?.request.message).toBe('first');
    await turns[1]?.end(answerOf('one', toLisbon, ['a']));
    await turns[2]?.end(answerOf('two', toLisbon, ['a']));
    expect(said()).toEqual(['first', 'one', 'second', 'two']);
  });

  it('that waited for a turn that was stopped are marked as not sent', async () => {
    const { store, turns } = setUp();
    void store.send('first');
    void store.send('second');
    await settled();
    store.stop();
    await settled();
    expect(turns).toHaveLength(1);
    expect(store.get().lines.at(-1)).toMatchObject({ text: 'second', unsent: true });
  });

  it('that are written while the conversation is brought back follow it', async () => {
    let answer = (): void => undefined;
    const { store, turns, sessions, delaySessions, said } = setUp({ ...nothingKept, sessionId: 's' });
    void delaySessions(new Promise((done) => (answer = done)));
    sessions.transcript.push(
      { role: 'traveller', text: 'before', at: '' },
      { role: 'agent', text: 'said', at: '' },
    );
    void store.resume();
    void store.send('after');
    await settled();
    expect(turns).toHaveLength(0);
    answer();
    await settled();
    expect(said()).toEqual(['before', 'said', 'after']);
    expect(turns[0]?.request).toMatchObject({ message: 'after', session_id: 's' });
  });
});

describe('a choice', () => {
  it('names the offer that was clicked', async () => {
    const { store, turns } = setUp();
    void store.send('to Lisbon');
    await settled();
    await turns[0]?.end(answerOf('one', toLisbon, ['a', 'b']));
    void store.choose('b', 'this one');
    await settled();
    expect(turns[1]?.request).toMatchObject({ message: 'this one', offer_id: 'b' });
  });

  it('after a stop is made in the conversation as the server has it, and shows its list', async () => {
    const { store, turns, sessions, hold, said } = setUp();
    void store.send('to Lisbon');
    await settled();
    await turns[0]?.end(answerOf('one', toLisbon, ['a', 'b']));
    void store.send('to Porto');
    await settled();
    store.stop();
    expect(store.get().trip).toEqual(toLisbon);
    // The server had finished the turn all the same.
    sessions.transcript.push(
      ...['to Lisbon', 'one', 'to Porto', 'two'].map((text, at) => ({
        role: at % 2 === 0 ? 'traveller' : 'agent',
        text,
        at: '',
      })),
    );
    sessions.trip = tripTo('LIS', 'BOS');
    hold(['c']);
    void store.choose('b', 'this one');
    await settled();
    await turns[2]?.end(answerOf('not in the list', sessions.trip, []));
    expect(said()).toEqual(['to Lisbon', 'one', 'to Porto', 'two', 'this one', 'not in the list']);
    expect(store.get().cards.map((card) => card.offer_id)).toEqual(['c']);
  });
});

describe('a turn that was cut off', () => {
  it('is not asked again where the server had answered it', async () => {
    const { store, turns, sessions, said } = setUp();
    void store.send('to Lisbon');
    await settled();
    await turns[0]?.end(answerOf('one', toLisbon, ['a']));
    void store.send('a day later');
    await settled();
    turns[1]?.fail(new TypeError('broken'));
    await settled();
    sessions.transcript.push(
      { role: 'traveller', text: 'a day later', at: '' },
      { role: 'agent', text: 'two', at: '' },
    );
    sessions.trip = toLisbon;
    void store.retry();
    await settled();
    expect(turns).toHaveLength(2);
    expect(said()).toEqual(['a day later', 'two']);
    expect(store.get()).toMatchObject({ phase: 'idle', trouble: null });
    expect(store.get().cards).toHaveLength(2);
  });
});

describe('a reload', () => {
  it('shows what stood there: suggestions, and no flights of another trip', async () => {
    const before = setUp();
    void before.store.send('to Lisbon');
    await settled();
    await before.turns[0]?.end(answerOf('one', toLisbon, ['a', 'b']));
    void before.store.send('Portland to Paris');
    await settled();
    await before.turns[1]?.end(answerOf('Which Portland?', tripTo('CDG', 'PDX'), []));
    const after = setUp(before.kept());
    after.sessions.transcript.push(
      { role: 'traveller', text: 'Portland to Paris', at: '' },
      { role: 'agent', text: 'Which Portland?', at: '' },
    );
    after.sessions.trip = tripTo('CDG', 'PDX');
    await after.store.resume();
    expect(after.store.get()).toMatchObject({
      phase: 'idle',
      cards: [],
      actions: ['after Which Portland?'],
    });
    expect(after.turns).toHaveLength(0);
  });

  it('brings back the flights, and leaves those away that another tab’s trip does not fly', async () => {
    const kept: Kept = { ...nothingKept, sessionId: 's' };
    const same = setUp(kept);
    same.sessions.trip = toLisbon;
    await same.store.resume();
    expect(same.store.get().cards).toHaveLength(2);
    const other = setUp(kept);
    other.sessions.trip = { ...tripTo('CDG'), legs: [{ ...tripTo('CDG').legs[0]!, departure: null }] };
    await other.store.resume();
    expect(other.store.get().cards).toEqual([]);
  });
});

describe('a link', () => {
  it('that cannot be read says so, and the conversation before it is left as it was', async () => {
    const { store } = setUp();
    await store.openLink(async () => null);
    expect(store.get()).toMatchObject({ begunAnew: 'unreadable', phase: 'idle' });
  });
});
