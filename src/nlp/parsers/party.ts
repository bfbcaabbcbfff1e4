import { agesAlone, findAgesOfKnown } from './ages-of-known.ts';
import { countOf, countPattern } from './count.ts';
import { usualAge, usualAgeOfTeenagers } from './party-ages.ts';
import { findPartyGroups, type PartyGroup } from './party-groups.ts';
import type { PartyItem } from './party-item.ts';
import { findPartyItems } from './party-items.ts';
import { findPartyTotal } from './party-total.ts';
import { partOf, passageOf, readOnce, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** Who travels, as a message says it. */
export interface PartySaid {
  /**
   * `set` is the whole party and `part` some kinds of it, `add` comes to it, `remove` leaves it; `among` says who some of it are and `ages`
   * how old its children are.
   */
  readonly mode: 'set' | 'part' | 'add' | 'remove' | 'among' | 'ages';
  /** Everybody, where a number of heads was said; null where only names were. */
  readonly heads: number | null;
  /** 0 where only children were named, whose company is known already. */
  readonly adults: number;
  /** Ages in years. */
  readonly children: readonly number[];
  /** Of `ages`: the age that one was said to be instead. */
  readonly insteadOf?: number;
  /** Of `ages`: comes along where no child is known. */
  readonly isNamed?: true;
  /** Which of the children leaves, of several. */
  readonly leaver?: 'youngest' | 'oldest';
  /** None of the children's ages was said. */
  readonly agesUnsaid?: true;
  /** Under two years. */
  readonly infants: number;
  /** Those who come are all who travel, where nobody was named before. */
  readonly areAll?: true;
  /** Teenagers by themselves, counted as adults. */
  readonly teenagersAsAdults?: true;
  /** No adult goes along. */
  readonly noAdults?: true;
  /** All children leave, however many there are. */
  readonly noChildren: boolean;
  /** A child is named as the only one who travels; `surely` where that was said outright. */
  readonly unaccompanied?: 'surely' | 'maybe';
}

const more = new Pattern(
  /\b(?:(\d{1,2}|one|two|three|four|five|six) (?:more|other|additional|extra) (?:people|persons?|adults?|passengers?|travell?ers?|tickets?|seats?)|(?:another|an additional|an extra) (?:person|adult|passenger|travell?er|ticket|seat)|add(?:ing)? (?:just )?(?:a (?:second|third|fourth|fifth) )?(\d|an?|one|two|three|four)? ?(?:people|persons?|passengers?|travell?ers?|tickets?|seats?))\b/,
);
const plusSome = new Pattern(
  `^(?:(?:and |also )?(?:plus |\\+ ?)(${countPattern})(?: more| others?)?|(?:(?:oh|ok|and|wait|sorry|no),? ){0,2}(?:make (?:it|that) )?(${countPattern}) more(?: of us)?)[.!]?$`,
);
/** "I'm coming with him", beside children who were named alone. */
const withMe = new Pattern(
  /\b(?:i'm|i am|i'll|i will)(?: be)?(?: also)? (?:come|coming|go|going|travel|travell?ing|fly|flying|join|joining)(?: along)? (?:with (?:him|her|them)|too|as well|along)\b/,
);
const fewer = new Pattern(
  new RegExp(
    `\\b(?:(${countPattern}) (?:less|fewer)(?: people| persons?| adults?| passengers?)?|(?:(${countPattern}) of us|one person|someone|somebody|he|she) (?:(?:isn't|is not|aren't|are not|won't be|'s not) (?:coming|joining|travell?ing|flying|going)|(?:can't|won't|cannot|can not|couldn't|will not) (?:come|be coming|make it|join|travel|fly|go)|(?:is|are) (?:staying|out)|dropped out|cancell?ed|bailed|had to cancel))\\b`,
  ),
);
/** "One of the kids isn't coming", "the youngest stays at home". */
const childLeaves = new Pattern(
  new RegExp(
    `\\b(?:(${countPattern}) of (?:the|my|our) (?:kids|children|boys|girls|sons|daughters|little ones)|(?:the|my|our) (?:(youngest|younger one|little one|smaller one|smallest)|(oldest|older one|eldest|bigger one))(?: (?:kid|child|son|daughter|boy|girl))?)(?:(?: (?:isn't|is not|aren't|are not|won't be|will not be)|'s not) (?:coming|joining|travell?ing|flying|going)| (?:can't|won't|cannot|can not|couldn't|will not) (?:come|be coming|make it|join|travel|fly|go)|(?: (?:is|are|will be)|'s) staying| stays?| will stay| dropped out)\\b`,
  ),
);
const childless = new Pattern(
  /\b(?:no|without(?: the| my| our| any)?|minus the|leav(?:e|ing) the) (?:kids|children)(?! (?:alone|seats?))\b|\bleav(?:e|ing) (?:the|our|my) (?:kids|children|little ones) (?:at home|behind|with )|\b(?:kids|children) (?:are |will be |will )?(?:stay(?:ing)? (?:with|at) (?:my|our|the|their) [a-z]{3,12}|stay(?:ing)?|not coming|aren't coming|won't be coming)\b|\b(?:adults only|(?:just|only) (?:the )?adults)\b/g,
);
const noAdult = new Pattern(/\b(?:no|without(?: an| any)?) (?:adults?|grown[- ]?ups?)\b/g);
const noInfant = new Pattern(
  /\b(?:no|without(?: the| our| any)?|minus the) (?:bab(?:y|ies)|infants?|toddlers?)\b/g,
);
const alone = new Pattern(
  /\b(?:just|only) (?:for )?(?:me|myself)\b|\bby myself\b|\b(?:travell?ing|going|flying|fly|travel|go|i'm|am|trip) (?:alone|solo)\b|^(?:for )?(?:me|myself|solo|alone)[.!]?$|\bsolo (?:trip|travell?er|flight)|\bon my own\b/,
);
const unaccompanied = new Pattern(
  /\bunaccompanied\b|\b(?:travel(?:s|l?ing)?|fl(?:y|ies|ying)|go(?:es|ing)?) (?:all )?(?:alone|solo|by (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own|without (?:an adult|adults|me|us|(?:his|her|their) parents))\b/,
);

/** "One of them is a baby". */
const some = new Pattern(
  /\b(\d|one|two|three|four|five|six) of (?:them|us|those|the (?:people|passengers|travell?ers|adults|others|\d|two|three|four|five|six))(?: is| are| will be|'s|'re)? /g,
);
const nobody: PartySaid = {
  mode: 'set',
  heads: null,
  adults: 0,
  children: [],
  infants: 0,
  noChildren: false,
};
const headsOnly = (count: number): PartySaid => ({ ...nobody, heads: count });

/** What a message says of the party, to be done one after another: who travels, and how old they are. `asked` reads a bare number as the number of travellers. */
export const readParty = (passage: Passage, asked: boolean): readonly PartySaid[] =>
  readOnce(passage, asked ? askedReader : reader, () => {
    const known = findAgesOfKnown(passage);
    if (!known) return readWho(passage, asked);
    const { ages, insteadOf, isNamed, rest } = known;
    const said: PartySaid = {
      ...nobody,
      mode: 'ages',
      children: ages,
      ...(insteadOf === undefined ? {} : { insteadOf }),
      ...(isNamed ? { isNamed } : {}),
    };
    return [...readWho(rest, asked), said];
  });

/** "8 and 11": the ages of so many children, where the message says nothing else. */
export function readAgesAlone(passage: Passage, count: number): readonly PartySaid[] {
  const ages = agesAlone(passage);
  return count > 1 && ages.length === count ? [{ ...nobody, mode: 'ages', children: ages }] : [];
}

const reader = {};
const askedReader = {};

function readWho(passage: Passage, asked: boolean): readonly PartySaid[] {
  if (childless.test(passage)) {
    const others = readWho(childless.blankIn(passage), asked);
    return [...others, { ...nobody, mode: 'remove', noChildren: true }];
  }
  if (noAdult.test(passage)) {
    const others = readWho(noAdult.blankIn(passage), asked);
    return [...others, { ...nobody, mode: 'remove', noAdults: true }];
  }
  if (noInfant.test(passage)) {
    const others = readWho(noInfant.blankIn(passage), asked);
    return [...others, { ...nobody, mode: 'remove', infants: Infinity }];
  }
  const leaver = childLeaves.exec(passage);
  if (leaver) {
    const count = countOf(leaver[1]) ?? 1;
    const which = leaver[2] ? 'youngest' : leaver[3] ? 'oldest' : undefined;
    const children = Array.from({ length: count }, () => usualAge);
    return [{ ...nobody, mode: 'remove', children, ...(which ? { leaver: which } : {}) }];
  }
  const total = findPartyTotal(passage, asked);
  const groups = findPartyGroups(passage);
  const among = youngAmong(passage, groups);
  if (among) return [among];
  const extra = more.exec(passage) ?? plusSome.exec(passage);
  if (extra) return [withMore(countOf(extra[1] ?? extra[2]) ?? 1, passage.text.slice(0, extra.index), total)];
  if (withMe.test(passage)) return [{ ...nobody, mode: 'part' }];
  if (groups.length > 0) return named(groups, passage, total);
  const less = fewer.exec(passage);
  if (less) return [{ ...nobody, mode: 'remove', adults: countOf(less[1] ?? less[2]) ?? 1 }];
  if (total !== null) return [headsOnly(total)];
  return alone.test(passage) ? [headsOnly(1)] : [];
}

/** Who some are of those who are known, or of as many as the message says there are in all. */
function youngAmong(passage: Passage, groups: readonly PartyGroup[]): PartySaid | null {
  for (const match of some.matches(passage)) {
    const count = countOf(match[1]) ?? 0;
    const rest = partOf(passage, match.index + match[0].length);
    const [placed] = findPartyItems(rest);
    const [item] = placed?.items ?? [];
    const age = Number(/^\d{1,2}(?=$|[.,!]| years?\b)/.exec(rest.text)?.[0] ?? NaN);
    if (age < 18) return { ...countItems([{ kind: 'child', count, ages: [age] }]), mode: 'among' };
    if (placed?.start !== 0 || (item?.kind !== 'child' && item?.kind !== 'infant')) continue;
    const young = countItems([{ ...item, count }]);
    // "3 adults, one of them a child": whoever was counted first.
    const adults = groups.flatMap(({ items }) => items).filter(({ kind }) => kind === 'adults');
    const { index } = match;
    const around = passage.text.slice(0, index) + ' '.repeat(match[0].length) + rest.text;
    const heads =
      findPartyTotal(passageOf(around), false) ?? adults.reduce((sum, each) => sum + each.count, 0);
    return heads > count ? { ...young, heads } : { ...young, mode: 'among' };
  }
  return null;
}

const ofUsAnd = new Pattern(
  `\\b(?:${countPattern}|both|the pair) of us(?:,| and|, and| plus|, plus) (?:a|an|our|my|the|one|two|three|\\d)\\b`,
);

/** "Myself and two more people" is three; "two more people" comes to whoever travels already. */
function withMore(others: number, before: string, total: number | null): PartySaid {
  if (total !== null && total !== others) return headsOnly(total);
  if (/\b(?:me|myself|i|with)(?:,? and| &|,? plus|,? with|)? $/.test(before)) return headsOnly(others + 1);
  return { ...nobody, mode: 'add', adults: others };
}

/** Whoever is set first, then who leaves, then who comes. */
function named(groups: readonly PartyGroup[], passage: Passage, total: number | null): readonly PartySaid[] {
  const inRole = (role: PartyGroup['role']): PartyGroup[] =>
    withoutRepeats(groups.filter((group) => group.role === role));
  const counted = (role: PartyGroup['role']): PartySaid =>
    grownUp(countItems(inRole(role).flatMap(({ items }) => items)), passage);
  const said: PartySaid[] = [];
  const coming = inRole('add');
  const areAll = coming.length > 0 && coming.every((group) => group.areAll);
  const added: PartySaid = { ...counted('add'), mode: 'add', ...(areAll ? { areAll } : {}) };
  const isSet = inRole('set').length > 0;
  if (isSet) said.push(settled(inRole('set'), passage, total));
  // "Two tickets plus an infant".
  else if (total !== null && added.adults === 0 && inRole('add').length > 0) said.push(headsOnly(total));
  if (inRole('remove').length > 0) said.push({ ...counted('remove'), mode: 'remove' });
  if (inRole('add').length > 0) said.push(added);
  return said;
}

/** "2 adults and 3 kids. The kids are 12, 10 and 5": those whose ages are said are those who were counted. */
function withoutRepeats(groups: PartyGroup[]): PartyGroup[] {
  const young = ({ items }: PartyGroup): number =>
    items.reduce((sum, { kind, count }) => sum + (kind === 'child' || kind === 'infant' ? count : 0), 0);
  const isUnaged = ({ kind, ages }: PartyItem): boolean => kind === 'child' && ages.length === 0;
  const counting = groups.find(
    ({ items }) => items.some(isUnaged) && items.some(({ kind }) => kind === 'adults'),
  );
  const naming = groups.find(
    (group) => group !== counting && !group.items.some(isUnaged) && young(group) > 0,
  );
  if (!counting || !naming || young(counting) !== young(naming)) return groups;
  return groups.map((group) =>
    group === counting ? { ...group, items: group.items.filter((item) => !isUnaged(item)) } : group,
  );
}

/** "My son is flying home from college": sons and daughters who are no children any more. */
const studies = new Pattern(
  /\b(?:son|daughter|sons|daughters|grandson|granddaughter|he|she)\b[^.!?]{0,50}\b(?:college|university|uni|grad school)\b/,
);

const grownUp = (said: PartySaid, passage: Passage): PartySaid => {
  if (said.adults > 0 || !said.agesUnsaid || !studies.test(passage)) return said;
  const { agesUnsaid: _, ...others } = said;
  return { ...others, adults: said.children.length, children: [] };
};

/** The party that a message sets out, or as much of it as it speaks of. */
function settled(groups: readonly PartyGroup[], passage: Passage, total: number | null): PartySaid {
  const items = groups.flatMap((group) => group.items);
  const people = grownUp(countItems(items), passage);
  const isYoung =
    people.children.length + people.infants > 0 &&
    items.every(({ kind }) => kind === 'child' || kind === 'infant');
  if (total !== null && isYoung && ofUsAnd.test(passage)) return { ...people, adults: total };
  const count = people.adults + people.children.length + people.infants;
  const together = /\b(?:family|party|group) of\b/.test(passage.text);
  if (total !== null && (total > count || together)) return { ...people, heads: total };
  if (isYoung && people.adults === 0) {
    const isAlone = unaccompanied.test(passage)
      ? 'surely'
      : groups.every(({ isFor }) => isFor)
        ? 'maybe'
        : null;
    return { ...people, mode: 'part', ...(isAlone ? { unaccompanied: isAlone } : {}) };
  }
  if (items.every(({ kind }) => kind === 'adults') && !/\b(?:just|only)\b/.test(passage.text))
    return { ...people, mode: 'part' };
  const follows =
    groups.some((group) => group.follows) && !items.some(({ kind }) => kind === 'self' || kind === 'adults');
  return follows ? { ...people, adults: people.adults + 1 } : people;
}

function countItems(items: readonly PartyItem[]): PartySaid {
  let adults = 0;
  let infants = 0;
  const children: number[] = [];
  const isByThemselves = items.every(({ kind }) => kind === 'youth');
  for (const { kind, count, ages, teenage } of items) {
    if (kind === 'infant') infants += count;
    else if (kind !== 'child' && (kind !== 'youth' || isByThemselves)) adults += count;
    else {
      const assumed = teenage ? usualAgeOfTeenagers : usualAge;
      for (const age of Array.from({ length: count }, (_, index) => ages[index] ?? assumed)) {
        if (age >= 18) adults += 1;
        else if (age < 2) infants += 1;
        else children.push(age);
      }
    }
  }
  const agesUnsaid = children.length > 0 && items.every(({ ages }) => ages.length === 0);
  const teenagersAsAdults = isByThemselves && items.some(({ teenage }) => teenage);
  return {
    ...nobody,
    adults,
    children,
    infants,
    ...(agesUnsaid ? { agesUnsaid } : {}),
    ...(teenagersAsAdults ? { teenagersAsAdults } : {}),
  };
}
