import { isIndifferent } from './indifference.ts';
import { cabinNames, type Cabin } from '../../domain/cabin.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** `any` says that the class does not matter. */
export type CabinSaid = Cabin | 'any';

const patterns: readonly (readonly [Cabin, Pattern])[] = [
  [
    'premium_economy',
    new Pattern(
      /\b(?:prem(?:ium)?\.?[- ]?(?:economy|econ?|coach)|w[- ]class|economy[- ](?:premium|plus)|comfort ?\+|premium(?: (?:class|cabin|seats?|please)|$))/g,
    ),
  ],
  [
    'economy',
    new Pattern(
      /\b(?:economy|y[- ]class|eco(?: class|(?=[.,!?]|$| (?:please|is|instead|only|out|back|home)\b))|coach(?: class)?|main cabin|tourist class|standard class|second class)\b/g,
    ),
  ],
  [
    'business',
    new Pattern(
      /\b(?:business[- ]class|upper[- ]class|[jc][- ]class|(?:class|cabin): ?(?:business|biz)|(?<!\b(?:on|doing|for|of|my|our|do|travel) )business(?= on \ue001| \ue001(?:[.,!]|$))|biz(?: class)?(?! trip| travel| meeting)|club (?:class|world)|(?:in|chance of|(?:how|what) about|make (?:it|that|this|them)|it|meant|mean|rather|fly|flying|to|or|and|prefer|want|only|please|with|by|for|instead of|not|no|never|without|avoid|hate|afford|forget|travel|travell?ing) (?:business|biz)|(?<=[,;] ?|[\ue000-\ue002] |(?:\d|[$€£]) |\b(?:dollars?|euros?|pounds?|bucks|usd|eur|gbp|non-?stop|direct|refundable|stops?|bags?|adults?|infants?|bab(?:y|ies)|kids?|child(?:ren)?|people|persons?|passengers?|pax|return|round ?trip|one[- ]way) )(?:business|biz)(?=[.,!]|$)|(?:^|cheap(?:est)?|best|fastest|any) ?(?:business|biz)(?=[.,!?]|$)|(?:in|make (?:it|that)|fly|want|prefer|only|or) j(?=[.,!?]|$| (?:please|instead|then|class)\b)|(?<=[\ue000-\ue002] )j(?=[.,!?]|$)|business (?:seats?|tickets?|cabin|fares?|flights?|instead|please|only|or|and|is|would|then|(?:out|there) and back|both ways|each way))\b/g,
    ),
  ],
  [
    'first',
    new Pattern(
      /\b(?:first[- ]class|f[- ]class|(?:class|cabin): ?first|(?<=# |#\/)first(?=[.,!?]|$| (?:is|please|would|only)\b)|(?:in|make (?:it|that|this|them)|fly|flying|prefer|business or) first(?=[.,!?]|$| (?:please|instead|then)\b)|(?:in|make (?:it|that)|fly|want|prefer|or) f(?=[.,!?]|$| (?:please|instead|then)\b)|(?<=[\ue000-\ue002] )f(?=[.,!?]|$)|first cabin|first or business)/g,
    ),
  ],
];

/** "Business trip" is why somebody travels, not where they sit. */
const errand =
  /^ ?(?:business|biz) (?:trip|travel|tour|meeting|conference|visit|purposes?|reasons?|people|partners?|days?|hours?|school|associate|event|matter)/;
const rejected =
  /(?:\bnot|\bno|\bneither|\bnor|\bwithout|\bavoid(?:ing)?|\bhate|\binstead of|\bthan|\bdon't (?:want|need|like)|\b(?:can't|cannot|can not) afford|\b(?:never ?mind|forget|drop|skip)|\b(?:needn't|n't have to|n't need to|not have to|not need to) be|\bnever|\b(?:anything|everything|any class|any cabin) (?:but|except)|\bupgrade from|\bdowngrade from|\bnot in|\bnot fly) (?:a |an |the |in |any |basic ){0,2}$/;

/** "Business is too much". */
const rejectedBehind =
  /^(?: class)?,?(?: ?(?:is|'s|was|would be|costs?|seems|looks))?(?: (?:just|way|far|really|a bit|so|simply)){0,2} (?:too (?:much|expensive|dear|pricey|costly|high)|(?:out of|over|beyond|above) (?:my|our|the) (?:budget|reach|price range)|not worth it|overkill)\b/;

const indifferent = new Pattern(
  /\b(?:any|whatever|whichever|which ever) (?:ticket |travel |seat(?:ing)? |cabin |flight )?(?:class(?:es)?|cabins?)\b|\b(?:ticket |travel |seat(?:ing)? )?(?:class|cabin|seating|seat type) (?:does ?n[o']t|does not|is not|isn't|won't) (?:really |actually )?(?:matter|important|an issue|a concern)|\b(?:don't|do not|dont) (?:really |actually )?(?:care|mind) (?:about |which |what )?(?:the |my )?(?:ticket |travel |seat(?:ing)? |cabin )?(?:class|cabin|seating)|\bno (?:class|cabin|seating) preference|\bno preference (?:on|for|about|in|of|as to) (?:the )?(?:ticket |travel |seating )?(?:class|cabin|seating)|\ball classes\b/,
);

/** What a message says of the cabin. */
export interface CabinWords {
  /** What it asks for; null where it asks for none. Two cabins offered as equal are `any`. */
  readonly wanted: CabinSaid | null;
  /** "Not in economy": what it does not want, where it asks for nothing else. */
  readonly refused: readonly Cabin[];
  /** "Business out, economy back", "business for us, economy for the kids": the words that ask for one cabin and another beside it. */
  readonly twoCabins: { readonly phrase: string; readonly cabins: readonly [Cabin, Cabin] } | null;
}

/** Reads a message's words on the cabin; `asked` where it answers which one. */
export function readCabin(passage: Passage, asked: boolean): CabinWords {
  const { cabins, refused } = namedCabins(passage);
  const wanted = wantedOf(cabins, passage, asked);
  const twoCabins = readTwoCabins(passage) ?? (refused.length > 0 ? null : eitherOf(cabins, passage));
  return { wanted, refused: wanted === null ? refused : [], twoCabins };
}

/** Where a cabin is named in a text, `end` exclusive. */
interface NamedCabin {
  readonly cabin: Cabin;
  readonly start: number;
  readonly end: number;
}

function namedCabins(passage: Passage): {
  readonly cabins: readonly Cabin[];
  readonly refused: readonly Cabin[];
} {
  const { text } = passage;
  const named: NamedCabin[] = [];
  let left = text;
  for (const [cabin, pattern] of patterns) {
    if (!pattern.mayMatch(passage)) continue;
    left = left.replace(pattern.regex, (phrase: string, offset: number) => {
      // "Not business": the word itself begins behind what shows that it is a cabin, and what refuses it may be just that.
      const start = offset + Math.max(phrase.search(cabinItself), 0);
      if (cabin === 'business' && errand.test(text.slice(start))) return phrase;
      named.push({ cabin, start, end: offset + phrase.length });
      return '#'.repeat(phrase.length);
    });
  }
  const cabins: Cabin[] = [];
  const refused: Cabin[] = [];
  let previous: { readonly end: number; readonly isRefused: boolean } | undefined;
  for (const { cabin, start, end } of named.sort((one, other) => one.start - other.start)) {
    const lead = text.slice(Math.max(0, start - 30), start);
    const isRefused =
      rejected.test(lead) ||
      rejectedBehind.test(text.slice(end, end + 40)) ||
      (previous?.isRefused === true && /^,? (?:n?or )(?:in )?$/.test(text.slice(previous.end, start)));
    // Basic economy is a fare: who does not want that may well sit there.
    const list = !isRefused ? cabins : / ?basic $/.test(lead) ? [] : refused;
    if (!list.includes(cabin)) list.push(cabin);
    previous = { end, isRefused };
  }
  return { cabins, refused };
}

/** A cabin's name within what a pattern of it matches. */
const cabinItself =
  /\b(?:prem|w[- ]|economy|y[- ]|eco|coach|main|tourist|standard|second|business|upper|[jc](?![a-z])|biz|club|first|f(?![a-z]))/;

function wantedOf(cabins: readonly Cabin[], passage: Passage, asked: boolean): CabinSaid | null {
  const [only, ...others] = cabins;
  if (only && others.length === 0) return only;
  if (!only && asked) {
    const [, bare] =
      /^(?:in |the |maybe |um |i'd like |i would like |i'll take |i prefer |let's do |please )?(business|first|premium)\b/.exec(
        passage.text,
      ) ?? [];
    if (bare) return cabinOf(bare);
  }
  return only || indifferent.test(passage) || (asked && isIndifferent(passage)) ? 'any' : null;
}

const either = new Pattern(
  /\b(?:first(?: class)? or (?:business|biz)|(?:business|biz)(?: class)? or first)\b/,
);

/** "Business or first": one of two that hardly any search is for together; beside economy anything will do. */
function eitherOf(cabins: readonly Cabin[], passage: Passage): CabinWords['twoCabins'] {
  const [one, other] = either.test(passage) ? (['business', 'first'] as const) : cabins;
  if (cabins.length > 2 || !one || !other || cabins.includes('economy')) return null;
  return { phrase: `${cabinNames[one]} or ${cabinNames[other]}`, cabins: [one, other] };
}

const cabinOf = (word: string): Cabin =>
  /^(?:business|biz)/.test(word)
    ? 'business'
    : word.startsWith('first')
      ? 'first'
      : word.startsWith('premium')
        ? 'premium_economy'
        : 'economy';

const cabinWord = '(economy|eco|coach|premium(?: eco(?:nomy)?)?|business|biz|first)(?: class)?';
const there =
  '(?:out|outbound|outward|over|there|going|(?:on|for) the (?:way out|way there|outbound|outward|first leg|flight out|flight there))';
const back =
  '(?:back|return|returning|home|inbound|(?:on|for) the (?:way back|way home|return|inbound|flight back|flight home|second leg))';
const ways = '(?:flight |leg )?';
const number = '(?:one|two|three|four|\\d)';
const travellers =
  '(?:us|me|myself|him|her|them|one of us|(?:the )?(?:two|three|four|\\d|rest|others?)(?: of us)?(?: adults?)?|(?:the|my|our|his|her|their) [a-z]{3,12}(?: of us)?)(?![a-z])';
const between = '[^.?!]{1,25}?';
const beside = [
  // "Business out, economy back", "economy on the way home and business there".
  new Pattern(`\\b${cabinWord} ${there}\\b${between}\\b${cabinWord}(?: for)? ${back}\\b`),
  new Pattern(`\\b${cabinWord} ${back}\\b${between}\\b${cabinWord}(?: for)? ${there}\\b`),
  // "Out in business and back in economy".
  new Pattern(`\\b${there} ${ways}in ${cabinWord}${between}\\b${back} ${ways}in ${cabinWord}`),
  new Pattern(`\\b${back} ${ways}in ${cabinWord}${between}\\b${there} ${ways}in ${cabinWord}`),
  // "Business for my parents, economy for us", "my parents in business and the rest of us in economy".
  new Pattern(`\\b${cabinWord} for ${travellers}${between}\\b${cabinWord} for ${travellers}`),
  new Pattern(
    `\\b${travellers} (?:fly |flying |sit |sitting |go |going )?in ${cabinWord}${between}\\b${travellers} (?:fly |flying |sit |sitting |go |going )?in ${cabinWord}`,
  ),
  // "Two in business and two in economy".
  new Pattern(
    `\\b${number} (?:in )?${cabinWord}(?: seats?| tickets?)?(?:,| and|, and| plus)? ${number} (?:in )?${cabinWord}`,
  ),
  // "Outbound in business, return economy", "business out on ◇ and back on ◇ in economy".
  new Pattern(`\\b${there},? ${ways}(?:in )?${cabinWord}${between}\\b${back},? ${ways}(?:in )?${cabinWord}`),
  new Pattern(`\\b${cabinWord}\\b[^.?!]{1,45}?\\b${back}(?: (?:on )?\ue001)?,? (?:in )?${cabinWord}\\b`),
];

/** "Business on the way there only": the other way is in the cabin that most fly in. */
const oneWayOnly = [
  new Pattern(`\\b${cabinWord} (?:just |only )?(?:${there}|${back})(?:,? (?:only|and not back)\\b)`),
  new Pattern(`\\b${cabinWord},? (?:but )?(?:only|just) (?:${there}|${back})\\b`),
  new Pattern(`\\b(?:only|just) ${cabinWord} (?:${there}|${back})\\b`),
];

/** The words themselves, unless a day or a place stands among them. */
const inWords = (phrase: string, [out, back]: readonly [Cabin, Cabin]): string =>
  /\p{Co}/u.test(phrase) ? `${cabinNames[out]} out and ${cabinNames[back]} back` : phrase;

function readTwoCabins(passage: Passage): CabinWords['twoCabins'] {
  for (const pattern of beside) {
    const [phrase, one, other] = pattern.exec(passage) ?? [];
    if (phrase === undefined || one === undefined || other === undefined) continue;
    const cabins = [cabinOf(one), cabinOf(other)] as const;
    if (cabins[0] !== cabins[1]) return { phrase: inWords(phrase, cabins), cabins };
  }
  for (const pattern of oneWayOnly) {
    const [phrase, said] = pattern.exec(passage) ?? [];
    if (phrase === undefined || said === undefined) continue;
    const cabin = cabinOf(said);
    if (cabin !== 'economy') return { phrase, cabins: [cabin, 'economy'] };
  }
  return null;
}
