import type { PlaceCandidate, PlaceReading } from './place-reading.ts';

/** A second reading with less than this share of the first one's passengers is not worth a question. */
const worthAsking = 0.08;

/** What a name means: its readings that are likely enough, and whether to ask which. */
export function readingOf(
  candidates: readonly PlaceCandidate[],
  matchedBy: PlaceReading['matchedBy'],
  weak: boolean,
  narrowed: boolean,
): PlaceReading {
  const [first, second] = candidates;
  const worth = (first?.likelihood ?? 0) * (narrowed ? 0.3 : worthAsking);
  const isRival = ({ likelihood, place }: PlaceCandidate): boolean =>
    likelihood >= worth && place.kind === first?.place.kind;
  const ambiguous = second !== undefined && isRival(second);
  const kept = second === undefined ? candidates : candidates.filter(isRival);
  return {
    kind: 'place',
    candidates: kept.length > 0 ? kept : candidates.slice(0, 1),
    ambiguous,
    matchedBy,
    weak,
    area: null,
  };
}
