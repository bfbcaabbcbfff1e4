import { describe, expect, it } from 'vitest';
import type { Ranking } from '../../domain/ranked.ts';
import { emptyTrip, noFilters, type Trip } from '../../domain/trip.ts';
import { suggestActions } from '../actions.ts';
import { amountOf, legOf, offerOf, plainLeg } from '../../ranking/example-offer.ts';
import { rank } from '../../ranking/rank.ts';
import { formatsFor } from '../format.ts';
import { sayResults, type SearchFacts } from './say-results.ts';

const place = (code: string, name: string) =>
  ({ kind: 'airport', code, name, country: 'US', region: null, airports: [code] }) as const;
const day = { earliest: '2026-12-04', latest: '2026-12-04', timeFrom: null, timeTo: null };
const trip: Trip = {
  ...emptyTrip,
  tripType: 'one_way',
  legs: [{ origin: place('BOS', 'Boston'), destination: place('LIS', 'Lisbon'), departure: day }],
};
const nothing: Ranking = rank([], trip, { currency: 'USD' });
const facts = {
  failed: [],
  partly: [],
  waitingFor: [],
  stale: [],
  skipped: [],
  asked: 1,
  daysLeftOut: 0,
  demo: false,
};
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

const found = rank(
  [offerOf('a', '400 USD', legOf('TP 1 BOS 2026-12-04T18:05-05:00 LIS 2026-12-05T05:40+00:00'))],
  trip,
  { currency: 'USD' },
);
const saidOf = (of: Trip, ranking: Ranking): string =>
  sayResults(of, ranking, facts, formatsFor('en-US', 2026));

it('where days were left open, each flight is said with its day', () => {
  const open = trip.legs.map((leg) => ({ ...leg, departure: { ...day, latest: '2026-12-06' } }));
  expect(saidOf({ ...trip, legs: open }, found)).toContain(
    '**TAP Air Portugal TP 1**, Fri, Dec 4, 6:05 PM to',
  );
  expect(saidOf(trip, found)).toContain('**TAP Air Portugal TP 1**, 6:05 PM to');
});

it('a time to arrive by that only the next day can keep is said to be of the next day', () => {
  const morning = { ...trip, filters: { ...noFilters, arriveBy: '12:00' } };
  const ranking = rank([...found.cards.map(({ offer }) => offer)], morning, { currency: 'USD' });
  expect(saidOf(morning, ranking)).toContain(
    'No flight arrives by 12:00 PM on the day that it leaves: these fly through the night and arrive by then on the next day.',
  );
});

describe('what was left out', () => {
  const later = legOf('TP 3 BOS 2026-12-04T20:05-05:00 LIS 2026-12-05T07:40+00:00');
  const refundable = (yes: boolean) => ({ fare: { refundable: yes } });
  const fares = [
    offerOf('a:1', '400 USD', plainLeg, refundable(false)),
    offerOf('a:2', '450 USD', plainLeg, refundable(true)),
    offerOf('a:3', '600 USD', plainLeg, refundable(true)),
    offerOf('b:1', '700 USD', later, refundable(true)),
    offerOf('b:2', '800 USD', later, refundable(true)),
  ];
  const saidWith = (filters: Partial<Trip['filters']>): string => {
    const of = { ...trip, filters: { ...noFilters, ...filters } };
    return saidOf(of, rank(fares, of, { currency: 'USD' }));
  };

  it('is counted in flights, which have several fares each', () => {
    expect(saidWith({ maxPrice: amountOf('500 USD') })).toContain(
      'The only flight that fits. Nonstop.\n\nLeft out by your wishes: 1 over your price limit.',
    );
    expect(saidWith({ maxPrice: amountOf('300 USD') })).toContain(
      '2 flights found, none left after the filters. What would help: without the price limit there are 2 flights, from $400 ($100 over).\n\nLeft out: 2 over your price limit.',
    );
  });

  it('is called fares where another fare of the same flights is shown', () => {
    expect(saidWith({ refundableOnly: true, maxPrice: amountOf('700 USD') })).toContain(
      'Left out by your wishes: 1 fare over your price limit and 1 fare that cannot be refunded.',
    );
  });
});

describe('a price limit in another currency', () => {
  const limited = { ...trip, filters: { ...noFilters, maxPrice: amountOf('200 EUR') } };
  const said = (...totals: readonly string[]) =>
    saidOf(
      limited,
      rank(
        totals.map((total, index) => offerOf(`a:${index}`, total)),
        limited,
        { currency: 'USD' },
      ),
    );

  it('is said in that of the prices, with how they were compared', () => {
    expect(said('230 USD', '240 USD')).toContain(
      'Left out by your wishes: 1 fare over your price limit. Your limit of €200 is compared at about $233, by a reference rate.',
    );
    expect(said('230 USD')).toContain(
      '\n\nYour limit of €200 is compared at about $233, by a reference rate.',
    );
    expect(said('230 USD', '100 GBP')).toContain('at about £174 and $233, by a reference rate.');
  });

  it('is as it was said where the prices are in its currency', () => {
    expect(said('180 EUR', '240 EUR')).not.toContain('Your limit');
  });
});

const part = (provider: string, ...missingDates: string[]) =>
  ({ provider, status: 'error', missingDates }) as const;
const saidWith = (more: Partial<SearchFacts>, ranking = found): string =>
  sayResults(trip, ranking, { ...facts, ...more }, formatsFor('en-US', 2026));

it('a source that answered in part is not said to have said nothing', () => {
  const half = saidWith({ partly: [part('duffel')] });
  expect(half).toContain('Duffel answered only in part, so some flights are missing here.');
  expect(half).not.toContain('did not answer');
  const days = [part('amadeus', '2026-12-05'), part('duffel', '2026-12-05')];
  expect(saidWith({ partly: days })).toContain(
    'Amadeus and Duffel answered only in part: nothing has come for Sat, Dec 5.',
  );
});

it('older flights that fill a part of an answer do not make the rest of it old', () => {
  const text = saidWith({ partly: [part('duffel', '2026-12-05')], stale: ['duffel'] });
  expect(text).toContain('Some flights of Duffel are from an earlier search and may have changed.');
  expect(text).not.toContain('did not answer');
});

it('days that could not be looked at are never “no flights”', () => {
  const failed = saidWith({ partly: [part('duffel', '2026-12-05')] }, nothing);
  expect(failed).toContain('I could not find out: Duffel did not answer properly.');
  expect(failed).toContain('nothing has come for Sat, Dec 5');
  const spent = saidWith({ skipped: [part('duffel', '2026-12-05')] }, nothing);
  expect(spent).toContain('used up the searches');
  expect(spent).toContain('Duffel was not asked for Sat, Dec 5: the budget of searches is spent for now.');
  expect(failed + spent).not.toContain('I found no flights');
});
