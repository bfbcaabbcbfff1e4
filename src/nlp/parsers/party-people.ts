import { Pattern } from '../patterns/pattern.ts';
import { countOf, countPattern } from './count.ts';
import { agesBefore, agesBehind, readAges } from './party-ages.ts';
import {
  children,
  countNoun,
  noWord,
  ofEach,
  repeated,
  some,
  wordStart,
  type PartyItem,
  type Reader,
} from './party-item.ts';
import {
  adults,
  before,
  child,
  elder,
  infant,
  inLaw,
  married,
  pairs,
  people,
  relative,
  size,
  whose,
  youth,
} from './party-words.ts';

/** "Girls trip", "child seat": no people of their own. */
const noThing =
  "(?!'? (?:trip|weekend|night|getaway|holiday|vacation|seats?|fares?|discounts?|meals?|menu|club|strollers?|friendly)(?![a-z]))";
/** Figures behind somebody who need not be a child are ages where a word says so. */
const saysAges = /\(|\b(?:aged?|ages|old|who)\b|\d ?[ym]/;
const isMore = (said: string): boolean =>
  /^(?:another|an additional|an extra|\S{1,5} more|\S{1,5} additional|\S{1,5} extra) /.test(said);
const withMore = (item: PartyItem, said: string): PartyItem =>
  isMore(said) ? { ...item, more: true } : item;
/** Behind "couple" and "me plus two" nothing else is counted. */
const endsCount =
  '(?=$|[.,!?;:()\ue000-\ue002]| (?:with|and|plus|from|to|travell?ing|flying|going|leaving|departing|in|on|want|wants|looking|need|needs|who|next|this|please|others?|more)(?![a-z])| ?[\ue000-\ue002])';
const noName =
  '(?!(?:you|we|i|it|this|that|me|he|she|they|help|please|now|economy|business|first|nonstop|direct|one|two|both|yes|no|ok|okay|hi|hello|thanks|cheap)(?![a-z]))';

const unknownName = `${noName}(?:[a-z]{2,12}|\ue000)`;

/** Whoever speaks, and those of whom only the age is said. */
export const selves: readonly Reader[] = [
  // "Me plus two".
  [
    new Pattern(
      `${wordStart}(?:me|myself|i)(?:,? plus| and| ?\\+| with) ?(${countPattern})${endsCount}(?: others?| more)?`,
      'y',
    ),
    ([, count]) => [some('self', 1), some('people', countNoun(count))],
  ],
  [new Pattern(/(?<![a-z0-9])(?:me|myself|i)(?![a-z']| am| would)/y), () => some('self', 1)],
  [
    new Pattern(
      `${wordStart}(?:(?:my|our|the|his|her|their|with) )?(?:(twin|an?|another|${countPattern}) )?(${agesBefore})(?: (${child}|${infant}|${relative}|${adults}|${people})(?![a-z]))?`,
      'y',
    ),
    ([said, count, list = '', noun = '']) => {
      const listed = readAges(list);
      const [only] = listed;
      const several = count === 'twin' || noun === 'twins' ? 2 : noun === 'triplets' ? 3 : countNoun(count);
      const item = some(
        'child',
        1,
        listed.length === 1 && only !== undefined ? repeated(only, several) : listed,
      );
      return withMore(item, said);
    },
  ],
];

/** Those who are named by what they are. */
export const named: readonly Reader[] = [
  [
    new Pattern(
      `${wordStart}(?:(?:my|our|his|her|their) ${size}${relative}|(?:the |a )?(?:single )?(?:${elder}|parent|wife|husband|hubby|missus)|${inLaw}|(?<=\\b(?:me|myself)(?:,| and| &| ?\\+| n| plus| with) ?)${relative}|(?<=\\b(?:my|our|his|her) [a-z]{3,12}(?:,| and| &) )${relative})${noWord}(?: ${unknownName}(?= (?:and|&) (?:i|me|myself)(?![a-z'])))?(?:${agesBehind})?`,
      'y',
    ),
    ([said, digits, inWords]) => {
      const ages = digits ?? inWords;
      return ages !== undefined && saysAges.test(said)
        ? some('child', 1, readAges(ages))
        : some('relative', 1);
    },
  ],
  [
    new Pattern(
      `${wordStart}(?:(?:both )?(?:my|our|his|her|their|the) (?:two |2 )?${pairs}|(?:two |2 )?(?:grand)?parents)${noWord}(?: ?\\((?:${agesBehind})\\)?)?`,
      'y',
    ),
    () => some('relative', 2),
  ],
  [
    new Pattern(`${wordStart}${whose}${before}?${size}(${infant})${noWord}${noThing}(?:${agesBehind})?`, 'y'),
    ([said, figure, count, noun, digits, inWords]) => {
      const number = countNoun(figure ?? count, noun);
      const ages = digits ?? inWords;
      // Who is called a toddler may be two already.
      const item =
        ages !== undefined && saysAges.test(said)
          ? some('child', number, readAges(ages))
          : some('infant', number);
      return withMore(item, said);
    },
  ],
  // Without a word on whose they are or how old.
  [
    new Pattern(
      `${wordStart}(?:(\\d{1,2}) ?|(${countPattern}) )(${youth})${noWord}${noThing}(?:${agesBehind})?`,
      'y',
    ),
    ([said, figure, count, noun = '', digits, inWords, limit]) => {
      const number = countNoun(figure ?? count);
      const listed = digits ?? inWords ?? limit;
      const teenage = noun.startsWith('teen');
      const isOfAge = listed === undefined || (teenage && readAges(listed).every((age) => age >= 12));
      if (!isOfAge) return children(said, number, noun, listed);
      const item = some('youth', number, readAges(listed ?? ''));
      return teenage ? { ...item, teenage } : item;
    },
  ],
  [
    new Pattern(`${wordStart}${whose}${before}?(${size}${child})${noWord}${noThing}(?:${agesBehind})?`, 'y'),
    ([said, figure, count, noun = '', digits, inWords, limit]) => {
      const listed = digits ?? inWords ?? limit;
      const number = figure ?? count;
      const counted =
        number === undefined && listed !== undefined && !ofEach.test(noun)
          ? readAges(listed).length
          : countNoun(number, noun);
      return withMore(children(said, counted, noun, listed), said);
    },
  ],
  [
    new Pattern(`${wordStart}${before}${size}(?:${adults})${noWord}`, 'y'),
    ([said, figure, count]) => withMore(some('adults', countNoun(figure ?? count)), said),
  ],
  [
    new Pattern(
      `${wordStart}(?:an? |the |(two|three|four|[2-4]) )?(?:elderly |old |older |retired |young |married |senior |newlywed |honeymoon(?:ing)? )?(?:couples?|newlyweds|honeymooners)${endsCount}`,
      'y',
    ),
    ([, count]) => some('adults', 2 * (countOf(count) ?? 1)),
  ],
  [new Pattern(`${wordStart}${married}(?![a-z])`, 'y'), () => some('adults', 2)],
  [
    new Pattern(
      `${wordStart}(?:my |our )?${before}(?:of my |of our )?${size}(?:${people}|${relative})${noWord}`,
      'y',
    ),
    ([said, figure, count]) => withMore(some('people', countNoun(figure ?? count)), said),
  ],
  // "Can Tom and I fly", "for Tom and me".
  [
    new Pattern(
      `(?:(?<=\\b(?:can|could|should|may) )${unknownName}(?= (?:and|&) i(?![a-z']))|(?<=\\bfor )${unknownName}(?= (?:and|&) (?:me|myself)(?![a-z'])))`,
      'y',
    ),
    () => some('relative', 1),
    new Pattern(/\b(?:can|could|should|may|for) \S{1,12} (?:and|&) (?:i|me|myself)\b/),
  ],
];
