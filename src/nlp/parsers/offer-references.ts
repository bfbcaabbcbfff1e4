import { asksAdvice } from './advice.ts';
import { numberWords } from '../number-words.ts';
import { readExtreme } from './offer-extremes.ts';
import { readListReference } from './offer-list.ts';
import { readPricedOffers } from './priced-offer.ts';
import { withoutOrder } from './sort.ts';
import type { OfferReference } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  last: -1,
  top: 1,
  'second last': -2,
};
export const ordinal =
  '(?:second last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|top|(?:[1-9]|[1-9]\\d)(?:st|nd|rd|th))';
const placeOf = (word: string): number | undefined =>
  ordinals[word] ?? (/^\d/.test(word) ? Number.parseInt(word, 10) : undefined);
export const thing =
  '(?:one|ones|flight|flights|option|options|offer|offers|result|results|card|cards|choice|ticket|itinerary)';
export const count = '(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';

const range = new Pattern(
  `\\b(first|top|last) (two|three|four|five|2|3|4|5)\\b(?! (?:weeks?|days?|months?|hours?|people|class))`,
);
/** What stands behind an offer that is pointed at: the end, or what is said or asked of it. */
const goesOn =
  '$|[.,!?]| (?:please|looks|sounds|is|seems|works|then|instead|has|would|with|and|or|thanks|vs|still|really|available|sold|gone|includes?|included|comes?|come with|leaves?|arrives?|lands?|departs?|costs?|takes?|gets?|any|again)\\b';
/** Between the places of offers that are pointed at together. */
const beside = '(?:,(?: and| or)?| and| or| &| vs\\.?| versus| with| (?:[a-z]{4,9} )?than)';
const positions = new Pattern(
  `(?<!(?:cheapest|fastest|earliest|latest|best|shortest|quickest) |\\b(?:not|(?:is|isn't|was) (?:it|this|that)|ranked|placed|listed) )\\b(?:the |my |your |that |this )?(${ordinal})${`(?:(?: ${thing})?${beside} (?:the )?(${ordinal}))?`.repeat(3)}(?: ${thing}\\b|(?=${goesOn}| (?:refundable|changeable|non-?stop|direct|cheaper|faster|better)\\b))`,
);
/** "The second cheapest". */
const ranked = new Pattern(
  `\\b(second|third|fourth|fifth|[2-9](?:nd|rd|th))[ -](?:(cheapest|least expensive|lowest[- ]priced?)|(fastest|quickest|shortest)|(earliest)|(latest)|(best))\\b`,
);
/** "The two cheapest". */
const severalMost = new Pattern(
  `\\bthe (two|three|2|3) (?:(cheapest|least expensive|lowest[- ]priced?)|(fastest|quickest|shortest)|(earliest)|(latest)|(best))\\b`,
);
/** "The cheapest on", before an airline. */
const ofAirline = /^ (?:on|with|by|from) $/;
const numbered = new Pattern(
  `\\b(?:number|option|no\\.?(?! (?:${count})[ -](?:hours?|hrs?|h|mins?|minutes?|stops?|stopovers?|lay ?overs?|connections?|changes?|bags?|nights?|days?)\\b)|nr\\.?|offer|flight|result|choice|card|#)(?: number)? ?#?(${count})\\b${`(?:${beside} (?:number |option |#)?(${count})\\b)?`.repeat(3)}`,
);
const compared = new Pattern(
  `\\b(?:between|compar(?:e|ing)) #?(${count})(?:${beside}| to) #?(${count})\\b${`(?:${beside} #?(${count})\\b)?`.repeat(2)}(?! (?:stops?|hours?|people|nights?|days?|bags?))`,
);
const hash = new Pattern(/(?:^| )#(\d{1,2})\b(?:(?:,| and| or| vs\.?| versus) #(\d{1,2})\b)?/);
/** "What about 3", "tell me about 4", "and 2?" */
const aboutFigure = new Pattern(
  /^(?:(?:ok|okay|and|so|hmm+|well|oh|now|wait|please|can you|could you)[,.]? ){0,3}(?:what about|how about|and|or|tell (?:me|us) (?:more )?about|show (?:me|us)|more (?:on|about)|(?:the )?details (?:of|on|for|about)|let me see|let's see|look at|explain|describe) #?(\d{1,2})(?:,? (?:please|then|again|in detail|instead))?[?.!]*$/,
);
const other = new Pattern(/\bthe other (?:one|flight|option|offer|ticket)\b|\bthe other(?:'s)?(?=$|[.,!?])/);
/** "Is that the cheapest you have", "are you sure that's the best price": which one it is, or whether this is it. */
const isIt = new Pattern(
  `\\b(?:(?:is|was) (?:that|this|it|number ${count}|${ordinal})(?: ${thing})?(?: really)?|(?:sure|certain)(?: that)? (?:that|this|it)(?:'s| is)|(?:that|this|it)(?:'s| is)) (?:the|your) (?:(?:absolute|very) )?(?:(cheapest|least expensive|lowest|best (?:price|deal|fare|rate)|best you can do)|(fastest|quickest|shortest)|(earliest)|(latest))\\b[^.!?]{0,40}\\?`,
);
const superlative = new Pattern(
  `(?:\\b(?:the|your|that) |\\b(?:which|what) (?:day|date|one|flight|airline|option) (?:is|are|was|were|would be|works out) |\\b(?:take|choose|pick|book|select|get|reserve|buy) |(?=\\b[a-z -]{1,20} ${thing}\\b))\\b(?:(cheapest|least expensive|lowest[- ]price[d]?)|(fastest|quickest|shortest)|(earliest)|(latest)|(best|recommended))(?: ${thing}| days?| dates?)?(?=${goesOn}| (?:on|with|by|from) ${marks.airline}| (?:for|of)\\b|(?<=\\b(?:is|are|isn't|aren't) (?:the|your|that) [a-z ]{4,30}) (?:refundable|changeable|non-?stop|direct)(?:$|[.,!?]))`,
);
/** "The cheaper of those two", "the faster one": of what was last talked about. */
const comparative = new Pattern(
  `\\bthe (?:(cheaper)|(faster|quicker|shorter)|(earlier)|(later)|(better)) (?:${thing}\\b|of (?:the|those|these|them|both)\\b(?: two)?(?: ${thing})?)`,
);
const saidOfFigure =
  ' (?:(?:really|also|still|actually) )?(?:non-?stop|direct|refundable|changeable|cheaper|faster|better|include|have|has|come|leave|arrive|land|depart|stop|cost|take|go|get|fly|any good|worth|on|with|from|an?|the|available)\\b(?! (?:day|week|month|night|people|adult)s?\\b)';
/** "Is 2 nonstop", "do 1 and 3 have bags": a figure that something is asked of. */
export const askedFigure = `#?\\d{1,2}(?=(?: and #?\\d{1,2})?${saidOfFigure})`;
const ofFigure = new Pattern(
  `\\b(?:is|are|does|do|has|have|can|could|will|would|did|was|were) #?(\\d{1,2})(?: and #?(\\d{1,2}))?(?=${saidOfFigure})`,
);
const alone =
  '^(?:(?:so|then|well|right|alright|fine|hmm+|ok|okay|yes|yeah|no|wait|sorry|actually|oh|um+|great|let me have|rather|i mean|make (?:that|it)|number|the)[,.!:]? ){0,3}';
/** "The latest flight I could take": not the last one of the list. */
const possible = new Pattern(
  /\bthe (?:(earliest|first)|(latest|last)) (?:flight |one |departure |time |that )*(?:i|we|you) (?:can|could|may|have to|need to|must) (?:leave|depart|fly|go|take|set off)\b/,
);
const flightNumber = new Pattern(
  /(?<![a-z0-9.:/-])(?!co ?2\b)([a-z]{2}|[a-z]\d|\d[a-z]) ?(\d{1,4})(?![\d:a-z]|\/|[.,]\d|-\d| ?(?:am|pm|people|adults|tickets|hours?|stops?|nights?|days?|weeks?|minutes|dollars|euros|usd|eur|bags?)\b)/g,
);
const notCarriers: ReadonlySet<string> = new Set([
  'at',
  'to',
  'in',
  'on',
  'by',
  'of',
  'is',
  'or',
  'my',
  'me',
  'we',
  'us',
  'go',
  'no',
  'be',
  'do',
  'so',
  'as',
  'an',
  'am',
  'pm',
  'it',
  'if',
  'up',
  'he',
  'ok',
  'rs',
  'kr',
  'hi',
  'an',
]);
/** What was chosen before. */
const chosen = new Pattern(
  /\b(?:what|which(?: one| flight| option)?) i(?:'ve| have)? (?:just )?(?:chose|chosen|picked|selected|took)\b|\b(?:what|which(?: one| flight| option)?) (?:did|have) i (?:choose|chose|chosen|pick|picked|select|selected|take|taken)\b|\b(?:what(?:'?s| is| was)|show(?: me)?|see|about|repeat|tell me(?: about)?) (?:my|the) (?:choice|selection|pick|chosen (?:one|flight|option)|selected (?:one|flight|option))\b|^my (?:choice|selection|pick)[?.!]*$/,
);
const focus = new Pattern(
  /\b(?:that|this)(?: (?:one|flight|option|offer|ticket|itinerary|fare))(?! (?:to|from|leaving|on))\b|\b(?:book|take|choose|pick|buy|select|reserve|hold|get|want|like|love|about|compare|have|confirm|go with|go for|going with|going for|do) (?:it|that|this)\b(?! (?:is|to|if|on|would|week|sunday|monday|tuesday|wednesday|thursday|friday|saturday|month|weekend))|\b(?:is|does|will|would|do|can|did|has|was|are) (?:it|that|this)\b|\bits? (?:refundable|direct|non-?stop|price|baggage)\b|^(?:yes,? )?(?:that|this) (?:one|works|is (?:great|perfect|fine|good)|sounds|looks|will)|\bit (?:include|come with|have|leave|arrive|land|cost|take|depart)s?\b|\bthe (?:selected|chosen|same) (?:one|flight|offer)\b/,
);

/** "Pick 3", "change my choice to 5", and "3" alone. */
const figure = new Pattern(
  `(?:\\b(?:pick|choose|select|take|go (?:with|for)|going (?:with|for)|switch to|(?:change|switch|move) (?:my|the|that) (?:choice|pick|selection) to|give me|prefer) )(?:number |option |#)?(${count})(?=$|[.,!?]| (?:please|then|instead|thanks|rather)\\b)(?![.,]\\d)|${alone}(\\d{1,2})(?:st|nd|rd|th)?(?:,? (?:please|pls|then|instead|thanks|thank you|it is)){0,2}[.!?]?$`,
);
const behind = new Pattern(
  new RegExp(
    `\\bthe (?:one|option|flight|offer) (?:(?:right |just |directly )?(?:after|below|behind|following)|(before|above)) (?:that|this|it|that one)(?: one)?\\b|\\b(?:next|following|(previous)) (?:one|option|offer|card|result)\\b(?! (?:on|to|from|leaving|after))|^(?:and |ok |okay |then |what about |how about |show me )?(?:the )?(?:next|(previous))[.?!]?$`,
  ),
);

/** "The one at", before a time. */
const atTime =
  /\b(?:the|that) (?:one|option|offer) (?:(?:that|which) )?(?:at|leav(?:es|ing)(?: at)?|depart(?:s|ing)(?: at)?) ?$/;
/** "The flight at", which is of one of the list where no place is named. */
const flightAtTime = /\b(?:the|that) flight (?:(?:that|which) )?(?:(?:at|leav(?:es|ing)(?: at)?) ?)?$/;
/** "I'll take the", before a time and nothing else. */
const takesTime =
  /\b(?:take|choose|pick|book|select|reserve|get|want|prefer|have|go (?:with|for)|going (?:with|for)) the $/;
const nothingElse = /^(?:,? (?:please|then|instead|thanks|one|flight))*[.!]?$/;

const comparing = new Pattern(
  /\bcompar(?:e|ing)\b|\b(?:better|cheaper|faster|nicer|worse|dearer|quicker)(?: than|[,:]? (?:\S{1,8} )?(?:the )?\ue002 or) (?:the )?\ue002/,
);
/** "Why not", "why is there no", before the airline that is missed. */
const missed =
  /\bwhy (?:not(?: show)?|no|isn't|is there no|are there no|isn't there|aren't there|don't i see|do i not see|is|are|did(?:n't)? you (?:not )?(?:show|include))(?: me)?(?: an?| any| the)? $/;

export interface ReferenceMentions {
  /** Whether a figure alone points at an offer, because nothing else was asked. */
  readonly figures: boolean;
  /** Airlines at their marks. */
  readonly airlines: readonly { readonly at: number; readonly code: string }[];
  /** Minutes since midnight of times that the message names, with where they stand. */
  readonly times: readonly {
    readonly start: number;
    readonly end: number;
    readonly minuteOfDay: number;
    /** Of a part of the day, which points by itself: "the morning one". */
    readonly within?: number;
  }[];
}

/** The offers a message points at, in the order named. */
export function readReferences(
  whole: Passage,
  { airlines, times, figures }: ReferenceMentions,
): OfferReference[] {
  const passage = withoutOrder(whole);
  const { text } = passage;
  const found: { at: number; reference: OfferReference }[] = [];
  const add = (at: number, reference: OfferReference) => found.push({ at, reference });
  const addPositions = (match: RegExpExecArray | null, valueOf: (word: string) => number | undefined) => {
    for (const word of match?.slice(1) ?? []) {
      const position = valueOf(word);
      if (position !== undefined && match) add(match.index, { by: 'position', position });
    }
  };
  const extreme = possible.exec(passage);
  if (extreme) return [{ by: 'superlative', superlative: extreme[1] === undefined ? 'latest' : 'earliest' }];
  const most = readExtreme(passage);
  const ofList = readListReference(passage);
  const isOne = most !== null || numbered.test(passage) || asksAdvice(passage);
  if (ofList && !(ofList.by === 'all' && !ofList.among && isOne)) return [ofList];
  if (chosen.test(passage)) return [{ by: 'chosen' }];
  if (most) return [most.reference];
  const nth = ranked.exec(passage);
  if (nth) {
    const superlative = superlatives[nth.slice(2).findIndex(Boolean)] ?? 'best';
    return [{ by: 'superlative', superlative, nth: placeOf(nth[1] ?? '') ?? 2 }];
  }
  const mosts = severalMost.exec(passage);
  if (mosts) {
    const superlative = superlatives[mosts.slice(2).findIndex(Boolean)] ?? 'best';
    return Array.from({ length: numberOf(mosts[1]) ?? 2 }, (_, index) => ({
      by: 'superlative',
      superlative,
      nth: index + 1,
    }));
  }
  const several = range.exec(passage);
  if (several) {
    const many = numberOf(several[2]) ?? 2;
    for (let index = 0; index < many; index += 1) {
      add(several.index, { by: 'position', position: several[1] === 'last' ? index - many : index + 1 });
    }
  } else addPositions(positions.exec(passage), placeOf);
  addPositions(numbered.exec(passage) ?? compared.exec(passage) ?? hash.exec(passage), numberOf);
  if (found.length === 0) addPositions(ofFigure.exec(passage), numberOf);
  if (found.length === 0 && figures) addPositions(aboutFigure.exec(passage), numberOf);
  if (found.length === 0 && figures) addPositions(figure.exec(passage), numberOf);
  const step = found.length === 0 ? behind.exec(passage) : null;
  if (step) add(step.index, { by: 'next', step: step.slice(1).some(Boolean) ? -1 : 1 });
  const isMost = isIt.exec(passage);
  if (isMost)
    return [{ by: 'superlative', superlative: superlatives[isMost.slice(1).findIndex(Boolean)] ?? 'best' }];
  const best = superlative.exec(passage);
  if (best) {
    const index = best.slice(1).findIndex(Boolean);
    const carrier = airlines.find(({ at }) =>
      ofAirline.test(text.slice(best.index + best[0].length, at)),
    )?.code;
    add(best.index, {
      by: 'superlative',
      superlative: superlatives[index] ?? 'best',
      ...(carrier && { carrier }),
    });
  }
  const better = comparative.exec(passage);
  if (better) {
    const index = better.slice(1).findIndex(Boolean);
    add(better.index, {
      by: 'superlative',
      superlative: superlatives[index] ?? 'best',
      among: 'discussed',
    });
  }
  for (const [whole, carrier = '', number = ''] of flightNumber.matches(passage)) {
    if (!notCarriers.has(carrier))
      add(text.indexOf(whole), {
        by: 'flight',
        carrier: carrier.toUpperCase(),
        number: String(Number(number)),
      });
  }
  for (const { at, code } of airlines) {
    if (
      /^(?:'s)? (?:one|flight|option|offer|ticket|fare|itinerary)(?![a-z])/.test(text.slice(at + 1)) &&
      /\b(?:the|that|this) (?:\S{1,12} )?$/.test(text.slice(0, at))
    ) {
      add(at, { by: 'airline', carrier: code });
    }
  }
  for (const { at, code } of airlines)
    if (missed.test(text.slice(0, at))) add(at, { by: 'airline', carrier: code });
  if (airlines.length > 1 && comparing.test(passage))
    for (const { at, code } of airlines) add(at, { by: 'airline', carrier: code });
  for (const { start, end, minuteOfDay, within } of times) {
    if (
      (within !== undefined && /\b(?:the|that) ?$/.test(text.slice(0, start))) ||
      (/^ ?(?:one|flight|option|departure|offer)(?![a-z])/.test(text.slice(end)) &&
        /\b(?:the|that|this|your) ?$/.test(text.slice(0, start))) ||
      isAtTime(text, start, end)
    ) {
      add(start, { by: 'departure', minuteOfDay, ...(within !== undefined && { within }) });
    }
  }
  found.push(...readPricedOffers(passage));
  if (found.length === 0 && asksAdvice(passage)) add(0, { by: 'superlative', superlative: 'best' });
  if (found.length === 0 && other.test(passage)) add(0, { by: 'other' });
  if (found.length === 0 && focus.test(passage)) add(0, { by: 'focus' });
  return found.sort((a, b) => a.at - b.at).map(({ reference }) => reference);
}

function isAtTime(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 50), start);
  if (atTime.test(before)) return true;
  return (
    (flightAtTime.test(before) && !text.includes(marks.place)) ||
    (takesTime.test(before) && nothingElse.test(text.slice(end)))
  );
}

const superlatives = ['cheapest', 'fastest', 'earliest', 'latest', 'best'] as const;

const numberOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : /^\d/.test(word) ? Number(word) : numberWords[word];
