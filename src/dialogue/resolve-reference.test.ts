import { describe, expect, it } from 'vitest';
import type { RankedOffer } from '../domain/ranked.ts';
import type { OfferReference } from '../domain/understood.ts';
import { resolveReference } from './resolve-reference.ts';

/** Only what references look at. */
const card = (id: string, dollars: number, minutes: number, badges: readonly string[] = []): RankedOffer =>
  ({
    offer: {
      id,
      total: { minor: dollars * 100, currency: 'USD' },
      legs: [
        { durationMinutes: minutes, segments: [{ departsAt: { epochMinutes: minutes, offsetMinutes: 0 } }] },
      ],
    },
    compared: { minor: dollars * 100, currency: 'USD' },
    fares: [{ id: `${id} flexible` }],
    badges,
  }) as unknown as RankedOffer;
const cards = [
  card('a', 200, 600),
  card('b', 300, 300, ['fastest']),
  card('c', 250, 400),
  card('d', 100, 900, ['cheapest']),
];
const shown = cards.map(({ offer }) => offer.id);
const resolve = (reference: OfferReference, discussed?: readonly string[]): string | undefined =>
  resolveReference(reference, cards, { shown, focus: 'a', chosen: null, ...(discussed && { discussed }) })
    ?.offer.id;
const better = (superlative: 'cheapest' | 'fastest' | 'latest'): OfferReference => ({
  by: 'superlative',
  superlative,
  among: 'discussed',
});

describe('the better of two', () => {
  it('is one of those that were talked about last', () => {
    expect(resolve(better('cheapest'), ['b', 'c', 'd'])).toBe('c');
    expect(resolve(better('fastest'), ['c', 'a', 'b'])).toBe('c');
    expect(resolve(better('latest'), ['c', 'a'])).toBe('a');
  });

  it('is one of the first two of the list where fewer were talked about', () => {
    expect(resolve(better('cheapest'))).toBe('a');
    expect(resolve(better('cheapest'), ['c'])).toBe('a');
    expect(resolve(better('fastest'), ['gone', 'c'])).toBe('b');
  });

  it('may be known by one of its fares', () => {
    expect(resolve(better('cheapest'), ['b', 'c flexible'])).toBe('c');
  });
});

it('the best of all is looked for among all', () => {
  expect(resolve({ by: 'superlative', superlative: 'cheapest' }, ['b', 'c'])).toBe('d');
});

it.each([
  ['cheapest', 2, 'a'],
  ['cheapest', 4, 'b'],
  ['fastest', 2, 'c'],
  ['latest', 2, 'a'],
  ['cheapest', 5, undefined],
] as const)('in the order of the %s, number %i', (superlative, nth, id) => {
  expect(resolve({ by: 'superlative', superlative, nth })).toBe(id);
});

it.each([
  [300, 'b'],
  [203, 'a'],
  [252, 'c'],
  [100, 'd'],
  [275, undefined],
  [1000, undefined],
])('an offer that is said to cost %s is the one that costs about that', (amount, id) => {
  expect(resolve({ by: 'price', amount })).toBe(id);
});

it('the other one is the last that was talked about before the one in question', () => {
  expect(resolve({ by: 'other' }, ['a', 'c', 'b'])).toBe('c');
  expect(resolve({ by: 'other' }, ['a'])).toBeUndefined();
  expect(resolve({ by: 'other' })).toBeUndefined();
});

it('of a part of the day it is the first of the list that leaves in it', () => {
  expect(resolve({ by: 'departure', minuteOfDay: 450, within: 160 })).toBe('a');
  expect(resolve({ by: 'departure', minuteOfDay: 1200, within: 120 })).toBeUndefined();
});
