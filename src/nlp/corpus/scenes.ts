import type { Trip } from '../../domain/trip.ts';
import type { Ambiguity } from '../../domain/understood.ts';
import type { Language, UnderstandContext } from '../language.ts';
import type { Row, Scene } from './row.ts';

/** When the corpora are read: a Monday. */
export const corpusNow = Temporal.PlainDateTime.from('2026-11-23T09:00');

/** What was said before, in one message. */
const openings: Readonly<Record<Exclude<Scene, 'new'>, string>> = {
  offers: 'Boston to Lisbon on December 4, back on December 13',
  'one way': 'one way from Boston to Lisbon on December 4',
  'in January': 'one way from Boston to Lisbon on January 16 in the morning',
  'weekend away': 'Boston to Lisbon on December 4, back on December 6',
  'not via Heathrow': 'Boston to Lisbon, avoid Heathrow',
  'via Madrid': 'Boston to Lisbon on December 4 via Madrid',
  nonstop: 'Boston to Lisbon on December 4, only nonstop',
  'to Lisbon': 'to Lisbon',
  'from Boston': 'from Boston',
  undated: 'Boston to Lisbon',
  'no return': 'round trip from Boston to Lisbon on December 4',
  'too far ahead': 'Boston to Lisbon on the morning of December 4, 2028',
  'back too far ahead': 'Boston to Lisbon on December 4, back on December 13, 2028',
  'which Portland': 'New York to Portland',
  'to Birmingham': 'from SJO to Birmingham, Alabama on December 4',
  family: 'one way from Boston to Lisbon on December 4, 2 adults and 2 kids 3 and 7',
  'family, ages unsaid': 'one way from Boston to Lisbon on December 4, 2 adults and 2 kids',
  'three adults': 'one way from Boston to Lisbon on December 4, 3 adults',
  'child alone': 'one way from Boston to Lisbon on December 4, my 10 year old is flying alone',
  limited:
    'two adults from Boston to Denver on December 4, back on December 12, with Delta, no Southwest, under £700 each',
};

const withOffers: ReadonlySet<Scene> = new Set([
  'offers',
  'one way',
  'in January',
  'weekend away',
  'to Birmingham',
  'limited',
  'via Madrid',
  'nonstop',
]);

/** Plays the openings and answers the context that a row is read in. */
export function stage(language: Language): (row: Row) => UnderstandContext {
  const scenes = new Map<Scene, { trip: Trip | null; pending: readonly Ambiguity[] }>();
  for (const [scene, opening] of Object.entries(openings) as [Scene, string][]) {
    const { trip, ambiguous } = language.understand(opening, contextAt(null, []));
    scenes.set(scene, { trip, pending: ambiguous });
  }
  return ({ scene = 'new', asked = [], locale = 'en-US' }) => {
    const { trip, pending } = scenes.get(scene) ?? { trip: null, pending: [] };
    return {
      ...contextAt(trip, pending),
      asked,
      locale,
      hasOffers: withOffers.has(scene),
    };
  };
}

const contextAt = (trip: Trip | null, pending: readonly Ambiguity[]): UnderstandContext => ({
  trip,
  pending,
  asked: [],
  now: corpusNow,
  locale: 'en-US',
  hasOffers: false,
});
