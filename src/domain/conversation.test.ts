import { describe, expect, it } from 'vitest';
import {
  discussing,
  haveExpired,
  hintsOf,
  newConversation,
  showing,
  type HeldOffers,
} from './conversation.ts';
import type { Offer } from './offer.ts';
import { emptyTrip } from './trip.ts';

const fresh = newConversation('en-US', 'USD', null);

it('the offers that were talked about are remembered, the last one first and each once', () => {
  const one = discussing(fresh, ['a'], 'bags');
  expect(one).toMatchObject({ focus: 'a', discussed: ['a'], topic: 'bags' });
  const more = discussing(discussing(one, ['b', 'c'], 'compare'), ['a']);
  expect(more).toMatchObject({ focus: 'a', discussed: ['a', 'b', 'c'], topic: 'compare' });
});

it('another list on the table begins with its first offer and nothing talked about', () => {
  const shown = showing(discussing(fresh, ['a'], 'bags'), ['x', 'y']);
  expect(shown).toMatchObject({ shown: ['x', 'y'], focus: 'x', discussed: [] });
  expect(shown).not.toHaveProperty('topic');
  expect(showing(fresh, []).focus).toBeNull();
});

describe('prices', () => {
  const searchedAt = '2026-11-23T15:00:00Z';
  const held = (...ends: (string | null)[]): HeldOffers => ({
    offers: ends.map((expiresAt) => ({ expiresAt }) as Offer),
    searchKey: '',
    hints: hintsOf(emptyTrip),
    searchedAt,
    complete: true,
    failed: [],
  });

  it.each<[string, HeldOffers, string]>([
    ['half an hour where no source says', held(null), '2026-11-23T15:30:00Z'],
    ['half an hour at most', held('2026-11-23T18:00:00Z'), '2026-11-23T15:30:00Z'],
    [
      'until the first offer ends',
      held(null, '2026-11-23T15:20:00Z', '2026-11-23T15:10:00Z'),
      '2026-11-23T15:10:00Z',
    ],
    ['whatever stand-ins say that had ended before', held('2026-11-23T14:00:00Z'), '2026-11-23T15:30:00Z'],
  ])('hold for %s', (_how, offers, end) => {
    const before = Temporal.Instant.from(end).subtract({ milliseconds: 1 }).toString();
    expect([haveExpired(offers, before), haveExpired(offers, end)]).toEqual([false, true]);
  });
});
