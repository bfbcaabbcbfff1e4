import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../domain/reference/airports.ts';
import { noFilters, type Slot, type Trip } from '../domain/trip.ts';
import type { Understood } from '../domain/understood.ts';
import { english } from '../dialogue/texts/en.ts';
import type { FilterName } from '../domain/ranked.ts';
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

  it('take no offer off the list, also where there are none', () => {
    for (const words of ['clear the filters', 'get rid of all limits']) {
      const { intent, discards } = talk('Boston to Rome on March 3', words);
      expect([intent, discards]).toEqual(['refine_search', undefined]);
    }
  });

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

/** Each filter of the ranking by words that ask for it, with whether a trip has it. */
const asking: Readonly<Record<FilterName, readonly [string, (trip: Trip) => boolean]>> = {
  max_stops: ['at most one stop', ({ filters }) => filters.maxStops !== null],
  max_price: ['under $500', ({ filters }) => filters.maxPrice !== null],
  max_duration: ['at most 20 hours', ({ filters }) => filters.maxDurationMinutes !== null],
  airlines: ['only TAP', ({ filters }) => filters.airlines.include.length > 0],
  alliances: ['only Star Alliance', ({ filters }) => filters.alliances.length > 0],
  avoid_airports: ['not through Heathrow', ({ filters }) => filters.avoidAirports.length > 0],
  via_airports: ['via London or Paris', ({ filters }) => filters.viaAirports.length > 0],
  arrive_by: ['arrive before 6pm', ({ filters }) => filters.arriveBy !== null],
  arrive_after: ['arrive after 9am', ({ filters }) => filters.arriveAfter !== null],
  return_arrive_by: ['get me home before 10pm', ({ filters }) => filters.returnArriveBy !== null],
  departure_time: ['leaving after 5pm', ({ legs }) => Boolean(legs[0]?.departure?.timeFrom)],
  min_layover: ['layovers of at least 2 hours', ({ filters }) => filters.minLayoverMinutes !== null],
  max_layover: ['layovers of at most 4 hours', ({ filters }) => filters.maxLayoverMinutes !== null],
  overnight_layover: ['no overnight layovers', ({ filters }) => filters.noOvernightLayover],
  checked_bags: ['one checked bag', ({ filters }) => (filters.checkedBags ?? 0) > 0],
  refundable: ['refundable only', ({ filters }) => filters.refundableOnly],
  cabin: ['business class', ({ cabin }) => cabin === 'business'],
};

describe('the words that are offered to give a filter up', () => {
  it.each(Object.entries(asking))('are understood: %s', (filter, [words, isSet]) => {
    const trip = 'Boston to Rome on March 3, back on March 10';
    expect(isSet(talk(trip, words).trip)).toBe(true);
    const { intent, trip: without } = talk(trip, words, english.dropFilter[filter as FilterName]);
    expect([intent, isSet(without)]).toEqual(['refine_search', false]);
  });
});

it.each([
  ['one way please', 'one_way'],
  ['Boston to Rome on February 3, one way', 'one_way'],
  ['Boston to Rome on March 3, then Rome to Athens on March 6', 'multi_city'],
])('a time to be home by leaves with the way back: %s', (words, tripType) => {
  const { trip } = talk('Boston to Rome on March 3, back on March 10', 'get me home before 10pm', words);
  expect([trip.tripType, trip.filters.returnArriveBy]).toEqual([tripType, null]);
});
