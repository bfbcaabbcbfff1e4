import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import type { Trip } from '../../domain/trip.ts';
import { createLanguage } from '../create-language.ts';
import type { Language } from '../language.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

function tripAfter(...messages: string[]): Trip | null {
  let trip: Trip | null = null;
  for (const message of messages)
    trip = language.understand(message, {
      ...{ trip, asked: [], pending: [], locale: 'en-US', hasOffers: false },
      now: Temporal.PlainDateTime.from('2026-11-23T09:00'),
    }).trip;
  return trip;
}

describe('airports to avoid', () => {
  it('leave out the ends of the trip where a country is avoided', () => {
    for (const message of ['London to Orlando, no US connections', 'LGW to MCO, no connection in the US']) {
      const avoided = tripAfter(message)?.filters.avoidAirports;
      expect(avoided).toEqual(expect.arrayContaining(['JFK', 'ATL']));
      expect(avoided).not.toContain('MCO');
    }
  });

  it('are those of a city that are not wanted, and the others will do', () => {
    const trip = tripAfter('LHR to JFK on December 10', 'not Heathrow');
    expect(trip?.legs[0]?.origin?.code).toBe('LON');
    expect(trip?.legs[0]?.destination?.code).toBe('JFK');
    expect(trip?.filters.avoidAirports).toEqual(['LHR']);
  });

  it('add up until one is allowed again', () => {
    const said = ['London to Tokyo on December 10', 'not Narita', 'nothing from Luton'];
    expect(tripAfter(...said)?.filters.avoidAirports).toEqual(['NRT', 'LTN']);
    expect(tripAfter(...said, 'Narita is ok after all, just not Stansted')?.filters.avoidAirports).toEqual([
      'LTN',
      'STN',
    ]);
  });
});
