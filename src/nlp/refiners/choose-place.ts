import { kilometresBetween } from '../../domain/kilometres-between.ts';
import type { PlaceCandidate, PlaceReading } from '../gazetteer/place-reading.ts';

export interface ChosenPlace {
  readonly candidate: PlaceCandidate;
  /** The readings to ask about, likeliest first; empty where one clearly stands out. */
  readonly rivals: readonly PlaceCandidate[];
}

/** What being in the other end's country is worth, in orders of e of a place's traffic. */
const sameCountryBonus = 1.5;
/** So many kilometres cost one order of e. */
const kilometresPerOrder = 2500;
/** By how much the best must lead not to be asked about. */
const clearLead = 2;

/** The likeliest of a phrase's readings, given where the other end of the leg is. */
export function choosePlace(
  reading: PlaceReading,
  otherEnd: PlaceCandidate | undefined,
): ChosenPlace | undefined {
  const { candidates, ambiguous } = reading;
  const [named] = candidates;
  if (reading.alternatives && named) return { candidate: named, rivals: candidates };
  const possible = candidates.filter(({ place }) => place.code !== otherEnd?.place.code);
  const likeliest = possible[0] ?? candidates[0];
  if (!likeliest || (ambiguous && possible.length > 0)) return chooseCandidate(possible, otherEnd);
  return { candidate: likeliest, rivals: [] };
}

/** The best of several places, and its rivals where it does not lead clearly. */
export function chooseCandidate(
  candidates: readonly PlaceCandidate[],
  otherEnd: PlaceCandidate | undefined,
): ChosenPlace | undefined {
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, otherEnd) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return undefined;
  const isClear = !second || (otherEnd && best.score - second.score >= clearLead);
  return { candidate: best.candidate, rivals: isClear ? [] : scored.map(({ candidate }) => candidate) };
}

function scoreOf(candidate: PlaceCandidate, otherEnd: PlaceCandidate | undefined): number {
  const traffic = Math.log(Math.max(candidate.likelihood, 0.05));
  if (!otherEnd) return traffic;
  const near = candidate.place.country === otherEnd.place.country ? sameCountryBonus : 0;
  return traffic + near - kilometresBetween(candidate, otherEnd) / kilometresPerOrder;
}
