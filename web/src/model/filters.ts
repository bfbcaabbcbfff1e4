import type { Alliance } from './alliances.ts';
import type { FilterFacts } from './filter-facts.ts';

/** From and to, both ends in. */
export type Span = readonly [number, number];

/** What the traveller ticked. Null and an empty list let everything through. */
export interface Filters {
  readonly stops: number | null;
  readonly airlines: readonly string[];
  readonly alliances: readonly Alliance[];
  /** Minutes after midnight on the wall clock of the first airport. */
  readonly departs: Span | null;
  readonly arrives: Span | null;
  readonly duration: number | null;
  readonly layover: number | null;
  readonly price: number | null;
  readonly checkedBag: boolean;
  readonly carryOn: boolean;
  readonly connections: readonly string[];
}
export type FilterName = keyof Filters;

export const noFilters: Filters = {
  stops: null,
  airlines: [],
  alliances: [],
  departs: null,
  arrives: null,
  duration: null,
  layover: null,
  price: null,
  checkedBag: false,
  carryOn: false,
  connections: [],
};
export const filterNames = Object.keys(noFilters) as FilterName[];

const within = (value: number, span: Span | null): boolean =>
  span === null || (value >= span[0] && value <= span[1]);
const atMost = (value: number, limit: number | null): boolean => limit === null || value <= limit;

const tests: { readonly [Name in FilterName]: (facts: FilterFacts, wanted: Filters[Name]) => boolean } = {
  stops: ({ stops }, wanted) => atMost(stops, wanted),
  // Any part of it will do, as with changes: a card is headed by an airline that may fly one way only.
  airlines: ({ airlines }, wanted) =>
    wanted.length === 0 || airlines.some((airline) => wanted.includes(airline)),
  // Every flight of an alliance: that is what miles and lounges hang on.
  alliances: ({ alliances }, wanted) =>
    wanted.length === 0 || alliances.every((alliance) => alliance !== undefined && wanted.includes(alliance)),
  departs: ({ departs }, wanted) => within(departs, wanted),
  arrives: ({ arrives }, wanted) => within(arrives, wanted),
  duration: ({ duration }, wanted) => atMost(duration, wanted),
  layover: ({ layover }, wanted) => atMost(layover, wanted),
  price: ({ price }, wanted) => atMost(price, wanted),
  checkedBag: ({ checkedBag }, wanted) => !wanted || checkedBag,
  carryOn: ({ carryOn }, wanted) => !wanted || carryOn,
  connections: ({ connections }, wanted) =>
    wanted.length === 0 || connections.some((airport) => wanted.includes(airport)),
};

/** Whether a card passes one filter that is set to a value. */
export const passes = <Name extends FilterName>(
  facts: FilterFacts,
  name: Name,
  wanted: Filters[Name],
): boolean => tests[name](facts, wanted);

/** Whether a filter takes part: it is not as it was at the start. */
export const isSet = (filters: Filters, name: FilterName): boolean =>
  JSON.stringify(filters[name]) !== JSON.stringify(noFilters[name]);

export const countSet = (filters: Filters): number =>
  filterNames.filter((name) => isSet(filters, name)).length;
