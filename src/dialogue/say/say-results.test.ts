import { expect, it } from 'vitest';
import type { Ranking } from '../../domain/ranked.ts';
import { emptyTrip, noFilters, type Trip } from '../../domain/trip.ts';
import { suggestActions } from '../actions.ts';
import { formatsFor } from '../format.ts';
import { sayResults } from './say-results.ts';

const place = (code: string, name: string) =>
  ({ kind: 'airport', code, name, country: 'US', region: null, airports: [code] }) as const;
const day = { earliest: '2026-12-04', latest: '2026-12-04', timeFrom: null, timeTo: null };
const trip: Trip = {
  ...emptyTrip,
  tripType: 'one_way',
  legs: [{ origin: place('BOS', 'Boston'), destination: place('LIS', 'Lisbon'), departure: day }],
};
const nothing = { cards: [], flagged: [], relaxations: [] } as unknown as Ranking;
const facts = { failed: [], waitingFor: [], stale: [], skipped: [], asked: 1, daysLeftOut: 0, demo: false };
const said = (of: Trip): string => sayResults(of, nothing, facts, formatsFor('en-US', 2026));

it('where sources have nothing, another day is proposed', () => {
  expect(said(trip)).toContain(
    'the sources answered and have none. Another day or a nearby airport may help.',
  );
});

it('where sources were asked with filters, giving them up is proposed as well', () => {
  const narrow = {
    ...trip,
    filters: { ...noFilters, maxStops: 0, airlines: { include: ['LH'], exclude: [] } },
  };
  expect(said(narrow)).toContain(
    'They were asked with the choice of airlines and the limit on stops: giving up some of that may help, and so may another day or a nearby airport.',
  );
  expect(suggestActions({ kind: 'search' }, narrow, nothing)).toEqual([
    'Any airline',
    'Any number of stops',
    'A day earlier',
    'A day later',
  ]);
});
