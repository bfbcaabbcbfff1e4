import { cabinNames, cabins, type Cabin } from '../../domain/cabin.ts';
import { refine, withUnresolved, type Draft } from '../draft.ts';
import type { CabinWords } from '../parsers/cabin.ts';

/**
 * Sets the one cabin that a trip is searched in. What one cabin cannot stand for, another on the way back or for some of the travellers, or
 * "anything but economy", is said back instead of being left out.
 */
export function refineCabin(draft: Draft, { wanted, refused, twoCabins }: CabinWords): Draft {
  if (twoCabins)
    return withUnresolved(refine(draft, {}, 'cabin'), {
      kind: 'two_cabins',
      phrase: twoCabins.phrase,
      slot: 'cabin',
      suggestions: twoCabins.cabins.map(nameOf),
    });
  if (wanted) return refine(draft, { cabin: wanted === 'any' ? null : wanted }, 'cabin');
  const now = draft.trip.cabin ?? usual;
  if (!refused.includes(now)) return draft;
  if (now !== usual) return refine(draft, { cabin: null }, 'cabin');
  return withUnresolved(draft, {
    kind: 'refused_cabin',
    phrase: refused.map(nameOf).join(' or '),
    slot: 'cabin',
    suggestions: cabins.filter((cabin) => !refused.includes(cabin)).map(nameOf),
  });
}

/** What sources sell first where nobody names a cabin. */
const usual: Cabin = 'economy';

const nameOf = (cabin: Cabin): string => cabinNames[cabin];
