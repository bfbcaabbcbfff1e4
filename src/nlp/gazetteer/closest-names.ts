import { foldName } from './fold.ts';
import { editDistance } from '../spelling/speller.ts';
import type { Gazetteer } from './place-reading.ts';

/** As far as a name is looked for: those that begin with the same letters. */
const sameLetters = 2;
const mostLookedAt = 60;
const mostSuggested = 3;

/** Names of places that somebody may have meant who wrote another: at most one letter in three differs. */
export function closestNames(phrase: string, gazetteer: Gazetteer): readonly string[] {
  const key = foldName(phrase);
  const farthest = Math.floor(key.length / 3);
  return gazetteer
    .suggest(key.slice(0, sameLetters), mostLookedAt)
    .map(({ name }) => ({ name, distance: editDistance(key, foldName(name)) }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, mostSuggested)
    .map(({ name }) => name);
}
