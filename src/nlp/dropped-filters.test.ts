import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../domain/reference/airports.ts';
import { noFilters, type Slot, type Trip } from '../domain/trip.ts';
import type { Understood } from '../domain/understood.ts';
import { createLanguage } from './create-language.ts';
import type { Language } from './language.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

/** What the last of several messages comes to. */
function talk(...messages: string[]): Understood {
  let trip: Trip | null = null;
  let asked: readonly Slot[] = [];
  let understood: Understood | undefined;
  for (const message of messages) {
    understood = language.understand(message, {
      trip,
      asked,
      pending: [],
      now: Temporal.PlainDateTime.from('2026-12-01T10:00'),
      locale: 'en-US',
      hasOffers: true,
    });
    ({ trip } = understood);
    asked = understood.unresolved.map(({ slot }) => slot);
  }
  if (!understood) throw new Error('nothing was said');
  return understood;
}

const many =
  'Boston to Rome on March 3 after 5pm under $500, only TAP, at most one stop, at most 20 hours, layovers of at most 4 hours, refundable only, one checked bag';

describe('filters that are dropped without a name', () => {
  it.each(['remove all filters', 'clear the filters', 'no restrictions please', 'without any limits'])(
    'are lifted all: %s',
    (words) => {
      const before = talk(many).trip;
      expect(before.filters).not.toEqual(noFilters);
      const { intent, trip, changed } = talk(many, words);
      expect(intent).toBe('refine_search');
      expect(trip.filters).toEqual(noFilters);
      expect(trip.legs[0]).toEqual({
        ...before.legs[0],
        departure: { ...before.legs[0]?.departure, timeFrom: null, timeTo: null },
      });
      expect(changed).toContain('max_price');
    },
  );

  it('are lifted where there is one only', () => {
    expect(talk('Boston to Rome on March 3 under $500', 'drop that filter').trip.filters).toEqual(noFilters);
  });

  it('stay where there are several, and each is offered by words that lift it', () => {
    const { trip, unresolved } = talk(many, 'drop that filter');
    expect(trip.filters).toEqual(talk(many).trip.filters);
    expect(unresolved).toMatchObject([{ kind: 'which_filter' }]);
    const offered = unresolved[0]?.suggestions ?? [];
    expect(offered.length).toBeGreaterThan(4);
    for (const words of offered) expect(talk(many, 'drop that filter', words).trip, words).not.toEqual(trip);
  });

  it('are lifted one at a time by the words that were offered', () => {
    const { filters } = talk(many, 'drop that filter', 'any time').trip;
    expect(filters).toEqual({ ...talk(many).trip.filters, arriveBy: null });
  });

  it.each([
    ['remove the airline filter', { airlines: noFilters.airlines }],
    ['drop the price limit', { maxPrice: null }],
    ['clear the stops and price filters', { maxStops: null, maxPrice: null }],
    ['without the layover limit', { maxLayoverMinutes: null }],
    ['forget about the bag filter', { checkedBags: null }],
    ['remove the refundable filter', { refundableOnly: false }],
  ])('are lifted by their name: %s', (words, lifted) => {
    const before = talk(many).trip;
    const { trip, intent } = talk(many, words);
    expect(intent).toBe('refine_search');
    expect(trip.filters).toEqual({ ...before.filters, ...lifted });
    expect(trip.legs).toEqual(before.legs);
  });

  it('are lifted by their name where they are times', () => {
    const { legs, filters } = talk(many, 'remove the time filter').trip;
    expect(legs[0]?.departure).toMatchObject({ timeFrom: null, timeTo: null });
    expect(filters).toEqual(talk(many).trip.filters);
  });
});
