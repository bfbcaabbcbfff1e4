import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { countOf, countPattern } from './count.ts';

/** One entry of "me, my wife and our kids aged 5 and 8". */
export interface PartyItem {
  readonly kind: 'self' | 'relative' | 'people' | 'adults' | 'child' | 'infant';
  readonly count: number;
  /** Years, in the order said. */
  readonly ages: readonly number[];
}

export interface PlacedItem {
  readonly item: PartyItem;
  readonly start: number;
  readonly end: number;
}

const relative =
  '(?:wife|husband|partner|spouse|girlfriend|boyfriend|fianc[eé]e?|mother|mom|mum|father|dad|brother|sister|best friend|friend|buddy|colleague|co-?worker|boss|cousin|aunt|uncle|grandmother|grandma|grandfather|grandpa|nephew|niece|roommate|assistant|mother-in-law|father-in-law|(?:other|better) half)';
const people = '(?:friends?|colleagues?|co-?workers?|buddies|mates|brothers|sisters|cousins|others?|guests?)';
const adults = '(?:adults?|grown-?ups?|seniors?(?: citizens?)?|pensioners?|students?|men|women)';
const child =
  '(?:kids?|child(?:ren)?|sons?|daughters?|boys?|girls?|grandkids?|grandchild(?:ren)?|grandsons?|granddaughters?|teenagers?|teens?|minors?|little ones?)';
const infant = '(?:infants?|bab(?:y|ies)|newborns?|toddlers?|lap (?:child(?:ren)?|infants?))';
const whose = '(?:(?:my|our|the|his|her|their) )?';
const size = '(?:other |young |little |small |older |younger |twin )?';
const ages =
  '(?:,? \\(?(?:aged?|ages|of|who (?:is|are)|(?:is|are) (?:aged )?)?:? ?(\\d{1,2}(?:(?:,| and| &|, and|/) ?\\d{1,2}){0,7})(?: years?(?: old| of age)?| yrs?(?: old)?| y/?o)?\\)?(?![\\d:/]| (?:am|pm|people|nights?|days?|bags?|tickets?|adults?|infants?|bab(?:y|ies)|toddlers?|newborns?|child(?:ren)?|kids?|seniors?|students?)\\b))';

type Reader = readonly [pattern: Pattern, read: (match: RegExpExecArray) => PartyItem];

const some = (kind: PartyItem['kind'], count: number, itemAges: readonly number[] = []): PartyItem => ({
  kind,
  count: Math.min(Math.max(count, itemAges.length), 30),
  ages: itemAges,
});

/** "kids" without a number are two, as "our kids aged 5 and 8" and "me and the kids" mostly are. */
const countNoun = (count: string | undefined, noun = ''): number =>
  countOf(count) ?? (/(?:s|ren|babies)$/.test(noun) ? 2 : 1);

const inYears = (figure: string | undefined, unit: string | undefined): number =>
  unit?.startsWith('y') ? Number(figure) : Number(figure) >= 24 && unit === 'month' ? 2 : 0;

const wordStart = '(?<![a-z0-9])';

/** Tried in this order at every word. */
const readers: readonly Reader[] = [
  [new Pattern(/(?<![a-z0-9])(?:me|myself|i)(?![a-z']| am| would)/y), () => some('self', 1)],
  [
    new Pattern(
      `${wordStart}(?:my|our|the|a|an|one|his|her)? ?(\\d{1,2})[- ](year|yr|month|week)s?[- ]?olds?(?: (?:${child}|${infant}))?(?![a-z])`,
      'y',
    ),
    ([, figure, unit]) => some('child', 1, [inYears(figure, unit)]),
  ],
  // "2ADT 1CHD(6) 1INF": as travel agencies write it.
  [new Pattern(`${wordStart}(\\d) ?adts?(?![a-z])`, 'y'), ([, count]) => some('adults', countNoun(count))],
  [
    new Pattern(
      `${wordStart}(\\d) ?(?:chd|cnn)s?(?![a-z])(?: ?\\((\\d{1,2}(?:[,/] ?\\d{1,2}){0,7})\\))?`,
      'y',
    ),
    ([, count, list]) =>
      some(
        'child',
        countNoun(count),
        [...(list ?? '').matchAll(/\d{1,2}/g)].map(([age]) => Number(age)),
      ),
  ],
  [new Pattern(`${wordStart}(\\d) ?infs?(?![a-z])`, 'y'), ([, count]) => some('infant', countNoun(count))],
  [new Pattern(`${wordStart}(?:my|our) ${relative}(?![a-z'])`, 'y'), () => some('relative', 1)],
  [
    new Pattern(/(?<![a-z0-9])(?:my|our|both my|both our) (?:parents|grandparents|in-laws|folks)(?![a-z'])/y),
    () => some('relative', 2),
  ],
  [
    new Pattern(`${wordStart}${whose}(?:(${countPattern}|an?) )?${size}(${infant})(?![a-z'])`, 'y'),
    ([, count, noun]) => some('infant', countNoun(count, noun)),
  ],
  [
    new Pattern(`${wordStart}${whose}(?:(${countPattern}|an?) )?${size}(${child})(?![a-z'])${ages}?`, 'y'),
    ([, count, noun, list]) => {
      const listed = [...(list ?? '').matchAll(/\d{1,2}/g)].map(([age]) => Number(age));
      return some(
        'child',
        count === undefined && listed.length > 0 ? listed.length : countNoun(count, noun),
        listed,
      );
    },
  ],
  [
    new Pattern(`${wordStart}(${countPattern}|an?) ${size}(?:${adults})(?![a-z'])`, 'y'),
    ([, count]) => some('adults', countNoun(count)),
  ],
  [
    new Pattern(
      `${wordStart}(?:my |our )?(${countPattern}|an?) (?:of my |of our )?${size}(?:${people}|${relative})(?![a-z'])`,
      'y',
    ),
    ([, count]) => some('people', countNoun(count)),
  ],
];

const firstLetters = /[a-z0-9]/;

/** Every word group that names somebody, left to right. */
export function findPartyItems(passage: Passage): readonly PlacedItem[] {
  const { text } = passage;
  const open = readers.filter(([pattern]) => pattern.mayMatch(passage));
  const found: PlacedItem[] = [];
  let start = open.length === 0 ? text.length : 0;
  while (start < text.length) {
    const startsWord = firstLetters.test(text[start] ?? '') && !firstLetters.test(text[start - 1] ?? ' ');
    const placed = startsWord ? readAt(text, start, open) : undefined;
    if (placed) found.push(placed);
    start = placed ? placed.end : start + 1;
  }
  return found;
}

function readAt(text: string, start: number, open: readonly Reader[]): PlacedItem | undefined {
  for (const [{ regex }, read] of open) {
    regex.lastIndex = start;
    const match = regex.exec(text);
    if (match && match[0] !== '') return { item: read(match), start, end: start + match[0].length };
  }
  return undefined;
}
