import { emptyTrip, type Party } from '../../domain/trip.ts';
import { refine, withAssumed, withUnresolved, type Draft } from '../draft.ts';
import type { PartySaid } from '../parsers/party.ts';
import { usualAge } from '../parsers/party-ages.ts';

/** Airlines and sources sell at most nine seats in one go. */
const mostTravellers = 9;

/** From this age on most airlines let somebody travel without an adult and ask an adult's fare. */
const leastAgeAlone = 12;

/** Sets who travels; `isFirst` where a trip begins with it. More people than can be booked together are said back instead. */
export function refineParty(draft: Draft, said: readonly PartySaid[], isFirst: boolean): Draft {
  if (said.length === 0) return draft;
  const begins = isFirst && (said[0]?.mode === 'set' || said[0]?.mode === 'part' || said[0]?.areAll === true);
  const party = said.reduce(
    (known, each) => partyAfter(known, each, isFirst),
    !begins ? draft.trip.passengers : said[0]?.areAll ? nobody : emptyTrip.passengers,
  );
  const count = party.adults + party.children.length;
  if (count > mostTravellers || party.infants > mostTravellers) {
    return withUnresolved(draft, {
      kind: 'limit',
      phrase: `${String(count)} travellers`,
      slot: 'passengers',
      suggestions: [`${String(mostTravellers)} travellers`],
    });
  }
  if (count + party.infants < 1) return draft;
  const refined = refine(draft, { passengers: party }, 'passengers');
  return said.some(({ teenagersAsAdults }) => teenagersAsAdults)
    ? withAssumed(refined, 'teenagers')
    : refined;
}

const nobody: Party = { adults: 0, children: [], infants: 0 };

/** Without adults those of the children travel who may, at an adult's fare, and else it has to be said that one is needed. */
function withoutAdults(known: Party): Party {
  if (known.children.length === 0) return known;
  const mayFly = known.infants === 0 && known.children.every((age) => age >= leastAgeAlone);
  return mayFly ? { adults: known.children.length, children: [], infants: 0 } : { ...known, adults: 0 };
}

function partyAfter(known: Party, said: PartySaid, isFirst: boolean): Party {
  const { adults, infants, noChildren } = said;
  if (said.noAdults) return withoutAdults(known);
  const children = isRepeat(said) ? agesKnown(known, said.children) : said.children;
  if (noChildren) return { adults: Math.max(known.adults, 1), children: [], infants: 0 };
  switch (said.mode) {
    case 'add':
      return {
        adults: known.adults + adults,
        children: [...known.children, ...children],
        infants: known.infants + infants,
      };
    case 'remove':
      return without(known, said);
    case 'ages':
      return aged(known, children, said);
    case 'among':
      if (known.children.includes(usualAge) && children.length === 1) return aged(known, children);
      return {
        adults: Math.max(known.adults - children.length - infants, 1),
        children: [...known.children, ...children],
        infants: known.infants + infants,
      };
    case 'part':
      return partly(known, { ...said, children }, isFirst);
    case 'set':
      if (said.heads !== null) return ofHeads(known, { ...said, children }, said.heads);
      // Children alone were asked who travels with them.
      return known.adults === 0 && children.length + infants === 0
        ? { ...known, adults }
        : { adults: Math.max(adults, 1), children, infants };
  }
}

const isRepeat = ({ mode, agesUnsaid }: PartySaid): boolean =>
  agesUnsaid === true && (mode === 'set' || mode === 'part');

/** Children who are counted once more are as old as they were. */
const agesKnown = (known: Party, children: readonly number[]): readonly number[] =>
  children.map((assumed, index) => known.children[index] ?? assumed);

/** Of as many as there are in all, the young who are named or known, and adults. */
function ofHeads(known: Party, { children, infants }: PartySaid, heads: number): Party {
  const named = children.length + infants;
  if (named > 0) return { adults: Math.max(heads - named, 1), children, infants };
  const young = known.children.length + known.infants;
  if (known.adults === 0) return { ...known, adults: heads > young ? heads - young : heads };
  return young > 0 && heads > young
    ? { ...known, adults: heads - young }
    : { adults: heads, children: [], infants: 0 };
}

/** The kinds of travellers that are named, and whoever is known of the others. */
function partly(
  known: Party,
  { adults, children, infants, unaccompanied }: PartySaid,
  isFirst: boolean,
): Party {
  const isAlone = unaccompanied === 'surely' || (unaccompanied === 'maybe' && isFirst);
  return {
    adults: isAlone ? 0 : adults > 0 ? adults : Math.max(known.adults, 1),
    children: children.length > 0 ? children : known.children,
    infants: infants > 0 ? infants : known.infants,
  };
}

/** A child leaves by its age where that is said, else whoever was named last; adults leave before children where nobody is named. */
function without(known: Party, { adults, children, infants, leaver }: PartySaid): Party {
  const left = [...known.children];
  for (const age of children) {
    const at = left.indexOf(
      leaver === 'youngest' ? Math.min(...left) : leaver === 'oldest' ? Math.max(...left) : age,
    );
    left.splice(at < 0 ? left.length - 1 : at, 1);
  }
  return {
    adults: Math.max(known.adults - adults, Math.min(known.adults, 1)),
    children: left,
    infants: Math.max(known.infants - infants, 0),
  };
}

/** Children whose ages are said after them. One age is that of the child it is nearest to, if that one's was not said. */
function aged(known: Party, ages: readonly number[], { insteadOf, isNamed }: Partial<PartySaid> = {}): Party {
  const [age = 0] = ages;
  if (isNamed && known.children.length === 0)
    return withAges({ ...known, adults: Math.max(known.adults, 1) }, ages);
  if (isNamed && known.children.length > 1 && age < 18) {
    const one =
      insteadOf !== undefined && known.children.includes(insteadOf)
        ? insteadOf
        : nearestOf(known.children, age);
    const at = known.children.indexOf(one);
    return withAges(
      known,
      known.children.map((each, index) => (index === at ? age : each)),
    );
  }
  if (ages.length > 1 || known.children.length === 1)
    return ages.length === known.children.length ? withAges(known, ages) : known;
  if (age >= 18) return known;
  const before = known.children.indexOf(age - 1);
  const at = before < 0 ? known.children.indexOf(usualAge) : before;
  return at < 0
    ? known
    : withAges(
        known,
        known.children.map((each, index) => (index === at ? age : each)),
      );
}

/** A child whose age was not said, or else the one whose age it is nearest to. */
function nearestOf(ages: readonly number[], age: number): number {
  const [nearest = age] = ages.toSorted((one, other) => Math.abs(one - age) - Math.abs(other - age));
  return ages.includes(usualAge) && Math.abs(nearest - age) > 1 ? usualAge : nearest;
}

const withAges = ({ adults, infants }: Party, ages: readonly number[]): Party => ({
  adults: adults + ages.filter((age) => age >= 18).length,
  children: ages.filter((age) => age >= 2 && age < 18),
  infants: infants + ages.filter((age) => age < 2).length,
});
