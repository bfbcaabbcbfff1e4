import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import type { Slot, Trip } from '../../domain/trip.ts';
import type { Ambiguity } from '../../domain/understood.ts';
import { createLanguage } from '../create-language.ts';
import type { Language } from '../language.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

/** The route after some messages, the trip before the last change at hand, what is missing asked for. */
function routeAfter(...messages: string[]): string {
  let trip: Trip | null = null;
  let previous: Trip | null = null;
  let pending: readonly Ambiguity[] = [];
  let asked: readonly Slot[] = [];
  for (const message of messages) {
    const understood = language.understand(message, {
      ...{ trip, previous, pending, asked, locale: 'en-US', hasOffers: trip !== null && asked.length === 0 },
      now: Temporal.PlainDateTime.from('2026-11-23T09:00'),
    });
    if (understood.changed.length > 0) previous = trip;
    ({ trip, ambiguous: pending, missing: asked } = understood);
  }
  return (trip?.legs ?? [])
    .map(({ origin, destination }) => `${origin?.code ?? '?'}-${destination?.code ?? '?'}`)
    .join(' ');
}

const denver = 'Boston to Denver on Dec 10 back Dec 17';

describe('a place without a cue', () => {
  it.each([
    [[denver, 'how about from Hartford', 'no, Boston is fine'], 'BOS-DEN DEN-BOS'],
    [[denver, 'from New York', 'actually no, Boston'], 'BOS-DEN DEN-BOS'],
    [[denver, 'to Aspen instead', 'never mind, Denver'], 'BOS-DEN DEN-BOS'],
    [['Cleveland to Denver on Dec 10', 'Akron instead?'], 'CAK-DEN'],
    [['Cleveland to Denver on Dec 10', 'Akron instead?', 'nope cleveland is fine'], 'CLE-DEN'],
    [['Boston to Denver on Dec 10', 'or Providence'], 'PVD-DEN'],
    [['Boston to Denver on Dec 10', 'Chicago instead?'], 'BOS-CHI'],
  ])('is the end that it was before, or beside: %j is %s', (messages, route) => {
    expect(routeAfter(...messages)).toBe(route);
  });

  it.each([
    [['a trip to Oslo', 'oops, I meant Bergen'], '?-BGO'],
    [['I need to leave from Cleveland', 'sorry, I mean Akron'], 'CAK-?'],
    [['to Denver', 'Boston', 'my mistake, I meant Hartford'], 'BDL-DEN'],
    [['to Denver', 'Boston', 'I meant to Aspen'], 'BOS-ASE'],
    [['Boston to Denver on Dec 10', 'no, i meant milan'], 'BOS-MIL'],
    [['Newark to Denver on Dec 10', 'I meant JFK'], 'JFK-DEN'],
    [['Boston to Denver on Dec 10', 'I meant Providence'], 'PVD-DEN'],
  ])('is instead of what was said last: %j is %s', (messages, route) => {
    expect(routeAfter(...messages)).toBe(route);
  });

  it.each([
    [['New York to Portland on Dec 10', 'the other Portland'], 'NYC-PWM'],
    [['New York to Portland on Dec 10', 'the other one'], 'NYC-PWM'],
    [['Portland, Maine to Denver on Dec 10', 'no, I meant the other Portland'], 'PDX-DEN'],
  ])('is the other of its name: %j is %s', (messages, route) => {
    expect(routeAfter(...messages)).toBe(route);
  });

  it('takes the place of another in all of several flights', () => {
    const cities = 'Boston to Denver on May 3, Denver to Chicago on May 8, then home May 12';
    expect(routeAfter(cities, 'swap Denver for Dallas')).toBe('BOS-QDF QDF-CHI CHI-BOS');
    expect(routeAfter(cities, 'replace Chicago with Austin')).toBe('BOS-DEN DEN-AUS AUS-BOS');
    expect(routeAfter(cities, 'Dallas instead of Denver')).toBe('BOS-QDF QDF-CHI CHI-BOS');
    expect(routeAfter(cities, 'I meant Austin, not Denver')).toBe('BOS-AUS AUS-CHI CHI-BOS');
    expect(routeAfter(cities, 'milan instead of chicago')).toBe('BOS-DEN DEN-MIL MIL-BOS');
    expect(routeAfter(cities, 'from Austin instead of Chicago')).toBe('BOS-DEN DEN-CHI AUS-BOS');
  });

  it('comes with the day that is said with it', () => {
    const now = Temporal.PlainDateTime.from('2026-11-23T09:00');
    const context = { asked: [], pending: [], now, locale: 'en-US', hasOffers: false } as const;
    const cities = 'Boston to Denver on May 3, Denver to Chicago on May 8, then home May 12';
    const { trip } = language.understand(cities, { ...context, trip: null });
    const changed = language.understand('Austin instead of Chicago on May 10', { ...context, trip });
    expect(changed.trip.legs.map(({ departure }) => departure?.earliest)).toEqual([
      '2027-05-03',
      '2027-05-10',
      '2027-05-12',
    ]);
  });

  it('takes the place of the stop of several flights that was said last', () => {
    const cities = 'Boston to Denver on May 3, Denver to Chicago on May 8, then home May 12';
    expect(routeAfter(cities, 'I meant Austin')).toBe('BOS-DEN DEN-AUS AUS-BOS');
    expect(routeAfter(cities, 'Dallas instead of Denver', 'oops, I meant Houston')).toBe(
      'BOS-HOU HOU-CHI CHI-BOS',
    );
  });

  it('is where the way back ends where that is said, and the way there stays', () => {
    expect(routeAfter(denver, 'return to Providence instead')).toBe('BOS-DEN DEN-PVD');
    expect(routeAfter(denver, 'fly back to Hartford instead')).toBe('BOS-DEN DEN-BDL');
    expect(routeAfter(denver, 'back to Boston')).toBe('BOS-DEN DEN-BOS');
  });
});
