import type { Ambiguity, AmbiguityCandidate } from '../../domain/understood.ts';
import { refine, type Draft } from '../draft.ts';
import { foldName } from '../gazetteer/fold.ts';
import type { Gazetteer } from '../gazetteer/place-reading.ts';
import { liesIn } from '../gazetteer/place-reading.ts';
import type { Message } from '../message.ts';
import { readReferences } from '../parsers/offer-references.ts';
import { chooseCandidate } from './choose-place.ts';
import type { EndSlot } from './place-slots.ts';
import { withEnd } from './places.ts';

/** Answers what the last message left open: "Maine", "the first one", "the one in Costa Rica", the label itself. */
export function refinePending(
  draft: Draft,
  message: Message,
  pending: readonly Ambiguity[],
  gazetteer: Gazetteer,
): { draft: Draft; answered: readonly Ambiguity[] } {
  let refined = draft;
  const answered: Ambiguity[] = [];
  for (const ambiguity of pending) {
    const { slot, leg } = ambiguity;
    const place =
      (slot === 'origin' || slot === 'destination') &&
      pickOf(ambiguity, message, gazetteer, refined.trip.legs[leg]?.[slot]?.code)?.place;
    if (!place) continue;
    refined = refine(refined, { legs: withEnd(refined.trip, leg, slot, place) }, slot);
    answered.push(ambiguity);
  }
  return { draft: refined, answered };
}

/**
 * What is still open when the other end of the leg becomes known: distance may decide it now, and otherwise it is asked again. Without news
 * the likeliest reading stands.
 */
export function reviewPending(
  draft: Draft,
  pending: readonly Ambiguity[],
  answered: readonly Ambiguity[],
  saidEnds: readonly EndSlot[],
  gazetteer: Gazetteer,
): Draft {
  let refined = draft;
  for (const ambiguity of pending) {
    const { slot, leg, candidates } = ambiguity;
    if (
      (slot !== 'origin' && slot !== 'destination') ||
      answered.includes(ambiguity) ||
      saidEnds.includes(slot)
    )
      continue;
    const other = refined.trip.legs[leg]?.[slot === 'origin' ? 'destination' : 'origin'];
    const stands = candidates.some(({ place }) => place?.code === refined.trip.legs[leg]?.[slot]?.code);
    if (saidEnds.length === 0 || !other || !stands) continue;
    if (ambiguity.alternatives) {
      refined = { ...refined, ambiguous: [...refined.ambiguous, ambiguity] };
      continue;
    }
    const readings = candidates.flatMap(({ place }) => (place && gazetteer.candidateOf(place)) ?? []);
    const chosen = chooseCandidate(readings, gazetteer.candidateOf(other));
    if (!chosen) continue;
    refined = {
      ...refined,
      trip: { ...refined.trip, legs: withEnd(refined.trip, leg, slot, chosen.candidate.place) },
    };
    if (chosen.rivals.length > 1) refined = { ...refined, ambiguous: [...refined.ambiguous, ambiguity] };
  }
  return refined;
}

const theOther = /\bthe other(?: one| city| place)?\b(?! (?:way|direction|day))/i;

function pickOf(
  { candidates }: Ambiguity,
  { normalised, whole, places }: Message,
  gazetteer: Gazetteer,
  current: string | undefined,
): AmbiguityCandidate | undefined {
  const said = ` ${foldName(normalised)} `;
  const labelled = candidates.find(({ label }) => said.includes(` ${foldName(label)} `));
  if (labelled) return labelled;
  const named = places.flatMap(({ span }) =>
    span.value.kind === 'place' && !span.value.ambiguous ? span.value.candidates.slice(0, 1) : [],
  );
  const byPlace = candidates.find(({ place }) =>
    named.some((candidate) => candidate.place.code === place?.code),
  );
  if (byPlace) return byPlace;
  const others = candidates.filter(({ place }) => place?.code !== current);
  if (others.length === 1 && places.length === 0 && theOther.test(normalised)) return others[0];
  const area = gazetteer.findArea(normalised);
  const inArea =
    area &&
    candidates.find(({ place }) => {
      const candidate = place && gazetteer.candidateOf(place);
      return candidate && liesIn(candidate, area);
    });
  if (inArea) return inArea;
  const [reference] =
    normalised.split(' ').length <= 6
      ? readReferences(whole, { airlines: [], times: [], figures: false })
      : [];
  if (reference?.by === 'position')
    return candidates.at(reference.position > 0 ? reference.position - 1 : reference.position);
  const code = /^[a-z]{3}$/i.exec(normalised)?.[0].toUpperCase();
  return candidates.find(
    ({ place }) => place?.code === code || (place && code !== undefined && place.airports.includes(code)),
  );
}
