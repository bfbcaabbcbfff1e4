import type { OfferReference } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { asksAdvice } from './advice.ts';
import { readExtreme } from './offer-extremes.ts';
import { readListReference } from './offer-list.ts';
import { namesNumber, readPositions } from './offer-positions.ts';
import { readTimedOffers, type TimeMentioned } from './offers-at-times.ts';
import { readMostAlone, readMosts, readPossible } from './offers-most.ts';
import { readNamedOffers } from './offers-named.ts';
import { readPricedOffers } from './priced-offer.ts';
import { withoutOrder } from './sort.ts';

/** What was chosen before. */
const chosen = new Pattern(
  /\b(?:what|which(?: one| flight| option)?) i(?:'ve| have)? (?:just )?(?:chose|chosen|picked|selected|took)\b|\b(?:what|which(?: one| flight| option)?) (?:did|have) i (?:choose|chose|chosen|pick|picked|select|selected|take|taken)\b|\b(?:what(?:'?s| is| was)|show(?: me)?|see|about|repeat|tell me(?: about)?) (?:my|the) (?:choice|selection|pick|chosen (?:one|flight|option)|selected (?:one|flight|option))\b|^my (?:choice|selection|pick)[?.!]*$/,
);
const other = new Pattern(/\bthe other (?:one|flight|option|offer|ticket)\b|\bthe other(?:'s)?(?=$|[.,!?])/);
const focus = new Pattern(
  /\b(?:that|this)(?: (?:one|flight|option|offer|ticket|itinerary|fare))(?! (?:to|from|leaving|on))\b|\b(?:book|take|choose|pick|buy|select|reserve|hold|get|want|like|love|about|compare|have|confirm|go with|go for|going with|going for|do) (?:it|that|this)\b(?! (?:is|to|if|on|would|week|sunday|monday|tuesday|wednesday|thursday|friday|saturday|month|weekend))|\b(?:is|does|will|would|do|can|did|has|was|are) (?:it|that|this)\b|\bits? (?:refundable|direct|non-?stop|price|baggage)\b|^(?:yes,? )?(?:that|this) (?:one|works|is (?:great|perfect|fine|good)|sounds|looks|will)|\bit (?:include|come with|have|leave|arrive|land|cost|take|depart)s?\b|\bthe (?:selected|chosen|same) (?:one|flight|offer)\b/,
);

export interface ReferenceMentions {
  /** Whether a figure alone points at an offer, because nothing else was asked. */
  readonly figures: boolean;
  /** Airlines at their marks. */
  readonly airlines: readonly { readonly at: number; readonly code: string }[];
  readonly times: readonly TimeMentioned[];
}

/** The offers a message points at, in the order named. */
export function readReferences(
  whole: Passage,
  { airlines, times, figures }: ReferenceMentions,
): readonly OfferReference[] {
  const passage = withoutOrder(whole);
  const possible = readPossible(passage);
  if (possible) return [possible];
  const most = readExtreme(passage);
  const ofList = readListReference(passage);
  const isOne = most !== null || namesNumber(passage) || asksAdvice(passage);
  if (ofList && !(ofList.by === 'all' && !ofList.among && isOne)) return [ofList];
  if (chosen.test(passage)) return [{ by: 'chosen' }];
  if (most) return [most.reference];
  const alone = readMostAlone(passage);
  if (alone) return alone;
  const found = [
    ...readPositions(passage, figures),
    ...readMosts(passage, airlines),
    ...readNamedOffers(passage, airlines),
    ...readTimedOffers(passage, times),
    ...readPricedOffers(passage),
  ];
  if (found.length > 0) return found.sort((a, b) => a.at - b.at).map(({ reference }) => reference);
  if (asksAdvice(passage)) return [{ by: 'superlative', superlative: 'best' }];
  if (other.test(passage)) return [{ by: 'other' }];
  return focus.test(passage) ? [{ by: 'focus' }] : [];
}
