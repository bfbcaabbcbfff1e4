import type { OfferReference } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';
import {
  count,
  goesOn,
  numberOf,
  ordinal,
  placeOf,
  superlatives,
  thing,
  type Pointed,
} from './offer-words.ts';

/** "The latest flight I could take": not the last one of the list. */
const possible = new Pattern(
  /\bthe (?:(earliest|first)|(latest|last)) (?:flight |one |departure |time |that )*(?:i|we|you) (?:can|could|may|have to|need to|must) (?:leave|depart|fly|go|take|set off)\b/,
);
/** "The second cheapest". */
const ranked = new Pattern(
  `\\b(second|third|fourth|fifth|[2-9](?:nd|rd|th))[ -](?:(cheapest|least expensive|lowest[- ]priced?)|(fastest|quickest|shortest)|(earliest)|(latest)|(best))\\b`,
);
/** "The two cheapest". */
const severalMost = new Pattern(
  `\\bthe (two|three|2|3) (?:(cheapest|least expensive|lowest[- ]priced?)|(fastest|quickest|shortest)|(earliest)|(latest)|(best))\\b`,
);
/** "Is that the cheapest you have", "are you sure that's the best price": which one it is, or whether this is it. */
const isIt = new Pattern(
  `\\b(?:(?:is|was) (?:that|this|it|number ${count}|${ordinal})(?: ${thing})?(?: really)?|(?:sure|certain)(?: that)? (?:that|this|it)(?:'s| is)|(?:that|this|it)(?:'s| is)) (?:the|your) (?:(?:absolute|very) )?(?:(cheapest|least expensive|lowest|best (?:price|deal|fare|rate)|best you can do)|(fastest|quickest|shortest)|(earliest)|(latest))\\b[^.!?]{0,40}\\?`,
);
const superlative = new Pattern(
  `(?:\\b(?:the|your|that) |\\b(?:which|what) (?:day|date|one|flight|airline|option) (?:is|are|was|were|would be|works out) |\\b(?:take|choose|pick|book|select|get|reserve|buy) |(?=\\b[a-z -]{1,20} ${thing}\\b))\\b(?:(cheapest|least expensive|lowest[- ]price[d]?)|(fastest|quickest|shortest)|(earliest)|(latest)|(best|recommended))(?: ${thing}| days?| dates?)?(?=${goesOn}| (?:on|with|by|from) ${marks.airline}| (?:for|of)\\b|(?<=\\b(?:is|are|isn't|aren't) (?:the|your|that) [a-z ]{4,30}) (?:refundable|changeable|non-?stop|direct)(?:$|[.,!?]))`,
);
/** "The cheapest on", before an airline. */
const ofAirline = /^ (?:on|with|by|from) $/;
/** "The cheaper of those two", "the faster one": of what was last talked about. */
const comparative = new Pattern(
  `\\bthe (?:(cheaper)|(faster|quicker|shorter)|(earlier)|(later)|(better)) (?:${thing}\\b|of (?:the|those|these|them|both)\\b(?: two)?(?: ${thing})?)`,
);

/** Of the patterns' groups, which count from `first`. */
const superlativeIn = (match: RegExpExecArray, first: number) =>
  superlatives[match.slice(first).findIndex(Boolean)] ?? 'best';

/** "The second cheapest", "the latest I can take": what a message points at and at nothing else. */
export function readMostAlone(passage: Passage): OfferReference[] | null {
  const nth = ranked.exec(passage);
  if (nth)
    return [{ by: 'superlative', superlative: superlativeIn(nth, 2), nth: placeOf(nth[1] ?? '') ?? 2 }];
  const several = severalMost.exec(passage);
  if (several) {
    const superlative = superlativeIn(several, 2);
    const nths = Array.from({ length: numberOf(several[1]) ?? 2 }, (_, index) => index + 1);
    return nths.map((each) => ({ by: 'superlative', superlative, nth: each }));
  }
  const most = isIt.exec(passage);
  return most && [{ by: 'superlative', superlative: superlativeIn(most, 1) }];
}

/** "The latest flight I could take". */
export function readPossible(passage: Passage): OfferReference | null {
  const match = possible.exec(passage);
  return match && { by: 'superlative', superlative: match[1] === undefined ? 'latest' : 'earliest' };
}

/** "The cheapest", "the cheaper of the two", among others that are pointed at. */
export function readMosts(
  passage: Passage,
  airlines: readonly { readonly at: number; readonly code: string }[],
): Pointed[] {
  const found: Pointed[] = [];
  const best = superlative.exec(passage);
  if (best) {
    const end = best.index + best[0].length;
    const carrier = airlines.find(({ at }) => ofAirline.test(passage.text.slice(end, at)))?.code;
    found.push({
      at: best.index,
      reference: { by: 'superlative', superlative: superlativeIn(best, 1), ...(carrier && { carrier }) },
    });
  }
  const better = comparative.exec(passage);
  if (better)
    found.push({
      at: better.index,
      reference: { by: 'superlative', superlative: superlativeIn(better, 1), among: 'discussed' },
    });
  return found;
}
