import { describe, expect, it } from 'vitest';
import { emptyTrip, noFilters, type Trip } from '../domain/trip.ts';
import { hintsOf, newConversation, searchKeyOf, type Conversation } from '../domain/conversation.ts';
import type { Offer } from '../domain/offer.ts';
import type { Understood } from '../domain/understood.ts';
import { decide, needsNewSearch } from './decide.ts';

const today = '2026-11-23';
const now = '2026-11-23T15:10:00Z';
const context = { today, now, news: false };
const place = (code: string, name: string) => ({
  kind: 'airport' as const,
  code,
  name,
  country: 'US',
  region: null,
  airports: [code],
});
const day = (date: string) => ({ earliest: date, latest: date, timeFrom: null, timeTo: null });
const trip: Trip = {
  ...emptyTrip,
  tripType: 'one_way',
  legs: [
    { origin: place('BOS', 'Boston'), destination: place('LIS', 'Lisbon'), departure: day('2026-12-04') },
  ],
};
const heard = (change: Partial<Understood> = {}): Understood => ({
  intent: 'refine_search',
  trip,
  missing: [],
  ambiguous: [],
  unresolved: [],
  unsearchable: [],
  changed: [],
  stated: [],
  currency: null,
  references: [],
  topic: null,
  engine: 'rules',
  ...change,
});
const fresh = newConversation('en-US', 'USD', null);
/** Offers are opaque to the decision: only their carriers count. */
const offerOf = (carrier: string) =>
  ({ id: carrier, carrier, expiresAt: null, legs: [{ segments: [{ carrier }] }] }) as unknown as Offer;
const holding: Conversation = {
  ...fresh,
  trip,
  shown: ['TP'],
  focus: 'TP',
  held: {
    offers: [offerOf('TP')],
    searchKey: searchKeyOf(trip, 'USD'),
    hints: hintsOf(trip),
    searchedAt: '2026-11-23T15:00:00Z',
    complete: true,
    waitingFor: [],
    failed: [],
  },
};
const waiting: Conversation = {
  ...holding,
  held: { ...holding.held!, complete: false, waitingFor: ['duffel'] },
};
const failed: Conversation = { ...holding, held: { ...holding.held!, complete: false, failed: ['duffel'] } };
const kindOf = (conversation: Conversation, change: Partial<Understood>) => {
  const move = decide(conversation, heard(change), context);
  return move.kind === 'talk' ? move.about : move.kind;
};

describe('decide', () => {
  it.each<[string, Conversation, Partial<Understood>, string]>([
    ['greets', fresh, { intent: 'greet' }, 'greet'],
    [
      'greets, but goes on where a trip comes with it',
      fresh,
      { intent: 'greet', changed: ['origin'] },
      'search',
    ],
    ['helps', fresh, { intent: 'help' }, 'help'],
    ['declines what is not its trade', holding, { intent: 'out_of_scope' }, 'out_of_scope'],
    ['starts over', holding, { intent: 'start_over' }, 'start_over'],
    ['has nothing to cancel', holding, { intent: 'cancel_order' }, 'no_order'],
    ['searches a whole trip', fresh, { intent: 'search_flights' }, 'search'],
    ['asks for what is missing', fresh, { intent: 'search_flights', missing: ['departure_date'] }, 'ask'],
    [
      'refines what it holds',
      holding,
      { trip: { ...trip, filters: { ...noFilters, maxStops: 0 } } },
      'refine',
    ],
    ['answers about what it holds', holding, { intent: 'ask_about_offer', topic: 'bags' }, 'answer'],
    ['searches where nothing is held to ask about', fresh, { intent: 'ask_about_offer' }, 'search'],
    ['chooses', holding, { intent: 'choose_offer', references: [{ by: 'position', position: 1 }] }, 'choose'],
    ['chooses what it is told to book', holding, { intent: 'book' }, 'choose'],
    [
      'has no more to book than the choice',
      { ...holding, chosen: 'TP' },
      { intent: 'book' },
      'booking_later',
    ],
    ['takes yes for the choice', { ...holding, chosen: 'TP' }, { intent: 'affirm' }, 'booking_later'],
    ['asks what else after a bare yes', holding, { intent: 'affirm' }, 'what_else'],
    ['asks what else after a bare no', holding, { intent: 'deny' }, 'what_else'],
    [
      'goes on asking after a no in the middle',
      { ...fresh, trip },
      { intent: 'deny', missing: ['origin'] },
      'ask',
    ],
  ])('%s', (_what, conversation, understood, expected) => {
    expect(kindOf(conversation, understood)).toBe(expected);
  });

  it('shows what has come in from a source that was still being asked, whatever is said', () => {
    const idle = ['affirm', 'thank', 'greet', 'deny', 'out_of_scope'] as const;
    for (const intent of idle)
      expect(decide(waiting, heard({ intent }), { ...context, news: true }).kind, intent).toBe('refine');
    expect(kindOf(waiting, { intent: 'start_over' })).toBe('start_over');
  });

  it('waits for nobody where nothing has come in, unless it is told to ask again', () => {
    expect(kindOf(waiting, { intent: 'thank' })).toBe('thank');
    expect(kindOf(waiting, { intent: 'refine_search', changed: ['sort'], stated: ['sort'] })).toBe('refine');
    expect(kindOf(waiting, { intent: 'out_of_scope' })).toBe('search');
    for (const missing of [waiting, failed]) {
      expect(kindOf(missing, { intent: 'refine_search', stated: ['sort'] })).toBe('refine');
      expect(kindOf(missing, { intent: 'refine_search' })).toBe('search');
      expect(kindOf(missing, { intent: 'search_flights', stated: ['origin', 'destination'] })).toBe('search');
    }
    expect(kindOf(holding, { intent: 'search_flights' })).toBe('refine');
  });

  it('asks one thing at a time: what cannot be before what is unclear before what is missing', () => {
    const unresolved = [
      { kind: 'unknown' as const, phrase: 'Xyz', slot: 'origin' as const, suggestions: [] },
    ];
    const ambiguous = [{ phrase: 'Portland', slot: 'destination' as const, leg: 0, candidates: [] }];
    const all = { missing: ['origin' as const], ambiguous, unresolved };
    const past = { ...trip, legs: [{ ...trip.legs[0]!, departure: day('2026-11-01') }] };
    expect(kindOf(fresh, { ...all, trip: past })).toBe('problem');
    expect(kindOf(fresh, all)).toBe('ask_again');
    expect(kindOf(fresh, { ...all, unresolved: [] })).toBe('ask_which');
    expect(kindOf(fresh, { missing: ['origin', 'departure_date'] })).toBe('ask');
    expect(decide(fresh, heard({ missing: ['origin', 'departure_date'] }), context)).toEqual({
      kind: 'ask',
      slot: 'origin',
    });
  });

  it('asks for a month where no day is settled, once nothing else has to be asked before', () => {
    const open = { intent: 'out_of_scope', anyDay: true } as const;
    expect(decide(fresh, heard({ ...open, missing: ['departure_date'] }), context)).toEqual({
      kind: 'ask',
      slot: 'departure_date',
      roughly: true,
    });
    expect(kindOf(fresh, { ...open, missing: ['origin', 'departure_date'] })).toBe('out_of_scope');
  });
});

describe('needsNewSearch', () => {
  const filtered = (filters: Partial<Trip['filters']>): Trip => ({
    ...trip,
    filters: { ...noFilters, ...filters },
  });
  it.each<[string, Conversation, Trip, boolean]>([
    ['nothing is held', fresh, trip, true],
    ['the same trip', holding, trip, false],
    ['only nonstop of all', holding, filtered({ maxStops: 0 }), false],
    ['a price limit', holding, filtered({ maxPrice: { minor: 50_000, currency: 'USD' } }), false],
    ['without an airline', holding, filtered({ airlines: { include: [], exclude: ['TP'] } }), false],
    ['an airline that is held', holding, filtered({ airlines: { include: ['TP'], exclude: [] } }), false],
    ['an airline that is not held', holding, filtered({ airlines: { include: ['UA'], exclude: [] } }), true],
    ['another sort', holding, { ...trip, sort: 'fastest' }, false],
    ['another cabin', holding, { ...trip, cabin: 'business' }, true],
    ['another party', holding, { ...trip, passengers: { adults: 2, children: [], infants: 0 } }, true],
    ['another day', holding, { ...trip, legs: [{ ...trip.legs[0]!, departure: day('2026-12-05') }] }, true],
    ['another currency', { ...holding, currency: 'EUR' }, trip, true],
    ['an answer of which a source is missing', failed, trip, false],
  ])('%s', (_what, conversation, wanted, expected) => {
    expect(needsNewSearch(conversation, wanted, now)).toBe(expected);
  });

  it('asks again where the sources were told to leave out what is wanted now', () => {
    const nonstop = filtered({ maxStops: 0 });
    const narrow = { ...holding, held: { ...holding.held!, hints: hintsOf(nonstop) } };
    expect(needsNewSearch(narrow, nonstop, now)).toBe(false);
    expect(needsNewSearch(narrow, trip, now)).toBe(true);
    expect(needsNewSearch(narrow, filtered({ maxStops: 1 }), now)).toBe(true);
  });
});

describe('a question without its subject', () => {
  const third = { by: 'position', position: 3 } as const;
  const asking = (change: Partial<Conversation>, references: Understood['references'] = [third]) =>
    decide({ ...holding, ...change }, heard({ intent: 'ask_about_offer', references }), context);

  it('asks of another flight what was asked before', () => {
    expect(asking({ topic: 'bags' })).toEqual({ kind: 'answer', topic: 'bags', references: [third] });
  });

  it('is about the whole flight where nothing was asked before, or flights were compared', () => {
    expect(asking({})).toMatchObject({ topic: 'details' });
    expect(asking({ topic: 'compare' })).toMatchObject({ topic: 'details' });
    expect(asking({ topic: 'bags' }, [{ by: 'focus' }])).toMatchObject({ topic: 'details' });
  });
});

describe('what is said beside the matter', () => {
  const say = (change: Partial<Understood>, conversation: Conversation = holding) =>
    decide(conversation, heard(change), context);

  it('is answered as what it is, and asks no source again', () => {
    for (const remark of ['postpones', 'upset', 'musing', 'farewell'] as const)
      expect(say({ intent: 'out_of_scope', remark })).toEqual({ kind: 'talk', about: remark });
    const waiting = { ...holding, held: { ...holding.held!, waitingFor: ['demo'] } };
    expect(say({ intent: 'out_of_scope', unclear: true }, waiting)).toEqual({ kind: 'search' });
    expect(say({ intent: 'out_of_scope', remark: 'musing' }, waiting)).toMatchObject({ about: 'musing' });
  });

  it('gives way to an answer that is waited for, to thanks and to a wish', () => {
    expect(say({ intent: 'affirm', remark: 'musing' }, { ...holding, asked: ['confirm'] })).toMatchObject({
      about: 'what_else',
    });
    expect(say({ intent: 'thank', remark: 'upset' })).toMatchObject({ about: 'thank' });
    expect(say({ intent: 'deny', remark: 'postpones', changed: ['max_stops'] })).toMatchObject({
      kind: 'refine',
    });
  });

  it('takes the choice back where there is one', () => {
    const chosen = { ...holding, chosen: 'TP' };
    expect(say({ intent: 'deny', unchooses: true }, chosen)).toMatchObject({ about: 'unchosen' });
    expect(say({ intent: 'deny', unchooses: true })).toMatchObject({ about: 'what_else' });
  });
});
