import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { tripAfter } from '../corpus/trip-after.ts';
import { createLanguage } from '../create-language.ts';
import type { Language } from '../language.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

/** The days to leave on and the latest arrival after messages one after another. */
function afterwards(...messages: readonly string[]): readonly (string | null | undefined)[] {
  const { legs, filters } = tripAfter(language, messages) ?? {};
  return [legs?.[0]?.departure?.earliest, legs?.[0]?.departure?.latest, filters?.arriveBy];
}

const deadline = 'I need to be in Tokyo by 10am on June 3 from LA';

describe('a day to have arrived by', () => {
  it('moves with a day that is said without a role', () => {
    expect(afterwards(deadline, 'make it June 10')).toEqual(['2027-06-08', '2027-06-09', '2027-06-10T10:00']);
  });

  it('leaves its time behind where the flight is to leave later', () => {
    expect(afterwards(deadline, 'leave on June 10')).toEqual(['2027-06-10', '2027-06-10', '10:00']);
    expect(afterwards('Boston to Rome, must be there by May 5', 'leave on May 7')).toEqual([
      '2027-05-07',
      '2027-05-07',
      null,
    ]);
  });

  it('stays where the flight is to leave sooner', () => {
    expect(afterwards(deadline, 'a day earlier')).toEqual(['2027-05-31', '2027-06-01', '2027-06-03T10:00']);
  });
});
