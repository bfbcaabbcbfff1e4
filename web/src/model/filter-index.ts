import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { cardSet, intersect, sizeOf, type CardSet } from './card-set.ts';
import { filterFacts, type FilterFacts } from './filter-facts.ts';
import { filterNames, passes, type FilterName, type Filters } from './filters.ts';

/** Answers for one list of cards which of them filters leave, without looking at a card twice for the same wish. */
export interface FilterIndex {
  readonly facts: readonly FilterFacts[];
  /** The places of the cards that pass every filter. */
  readonly passing: (filters: Filters) => CardSet;
  /** How many cards there would be with one filter set to a value and the others as they are. */
  readonly countWith: <Name extends FilterName>(filters: Filters, name: Name, value: Filters[Name]) => number;
}

export function createFilterIndex(cards: readonly FlightCard[]): FilterIndex {
  const facts = cards.map(filterFacts);
  const all = cardSet(facts.length, () => true);
  // A slider has some dozens of places and a list as many options: what was asked once stays.
  const known = new Map<string, CardSet>();
  const setFor = <Name extends FilterName>(name: Name, value: Filters[Name]): CardSet => {
    const key = `${name} ${JSON.stringify(value)}`;
    const found = known.get(key);
    if (found) return found;
    const made = cardSet(facts.length, (at) => passes(facts[at] as FilterFacts, name, value));
    known.set(key, made);
    return made;
  };
  const setsOf = (filters: Filters, except: FilterName | null): CardSet[] =>
    filterNames.filter((name) => name !== except).map((name) => setFor(name, filters[name]));
  return {
    facts,
    passing: (filters) => intersect(all, setsOf(filters, null)),
    countWith: (filters, name, value) => sizeOf(intersect(setFor(name, value), setsOf(filters, name))),
  };
}
