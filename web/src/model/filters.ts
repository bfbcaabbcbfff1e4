import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { allianceOf, type Alliance } from './alliances.ts';
import { airlinesOf, connectionsOf, durationOf, longestLayoverOf, priceOf, stopsOf } from './card-facts.ts';
import { minuteOfDay } from './local-time.ts';

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

const within = (value: number, span: Span | null): boolean =>
  span === null || (value >= span[0] && value <= span[1]);
const atMost = (value: number, limit: number | null): boolean => limit === null || value <= limit;
const someIn = (wanted: readonly string[], has: readonly string[]): boolean =>
  wanted.length === 0 || has.some((one) => wanted.includes(one));

const first = (card: FlightCard) => card.legs[0] as FlightCard['legs'][number];

const passes: { readonly [Name in FilterName]: (card: FlightCard, wanted: Filters[Name]) => boolean } = {
  stops: (card, wanted) => atMost(stopsOf(card), wanted),
  airlines: (card, wanted) => someIn(wanted, [card.airline.code]),
  // Every flight of an alliance: that is what miles and lounges hang on.
  alliances: (card, wanted) =>
    wanted.length === 0 ||
    airlinesOf(card).every((airline) => wanted.some((alliance) => alliance === allianceOf(airline))),
  departs: (card, wanted) => within(minuteOfDay(first(card).departs_at), wanted),
  arrives: (card, wanted) => within(minuteOfDay(first(card).arrives_at), wanted),
  duration: (card, wanted) => card.legs.every((leg) => atMost(leg.duration_minutes, wanted)),
  layover: (card, wanted) => atMost(longestLayoverOf(card), wanted),
  price: (card, wanted) => atMost(priceOf(card), wanted),
  // What a source does not say is not promised.
  checkedBag: (card, wanted) => !wanted || card.fares.some((fare) => (fare.checked_bags ?? 0) > 0),
  carryOn: (card, wanted) => !wanted || (card.fare.carry_on_bags ?? 0) > 0,
  connections: (card, wanted) =>
    wanted.length === 0 || connectionsOf(card).every((airport) => wanted.includes(airport)),
};
const names = Object.keys(passes) as FilterName[];

const passesOne = (card: FlightCard, name: FilterName, filters: Filters): boolean =>
  // Name and value belong together; TypeScript loses that over a union of names.
  (passes[name] as (card: FlightCard, wanted: Filters[FilterName]) => boolean)(card, filters[name]);

/** The cards that pass every filter, in their order. */
export const filterCards = (cards: readonly FlightCard[], filters: Filters): FlightCard[] =>
  cards.filter((card) => names.every((name) => passesOne(card, name, filters)));

/** How many cards there would be with one filter set to a value and the others as they are. */
export const countWith = <Name extends FilterName>(
  cards: readonly FlightCard[],
  filters: Filters,
  name: Name,
  value: Filters[Name],
): number => filterCards(cards, { ...filters, [name]: value }).length;

/** Whether a filter takes part: it is not as it was at the start. */
export const isSet = (filters: Filters, name: FilterName): boolean =>
  JSON.stringify(filters[name]) !== JSON.stringify(noFilters[name]);

export const countSet = (filters: Filters): number => names.filter((name) => isSet(filters, name)).length;

export type Order = 'best' | 'cheapest' | 'fastest';

/** The cards in the order of a tab; `best` is the order of the answer. */
export function orderCards(cards: readonly FlightCard[], order: Order): FlightCard[] {
  if (order === 'cheapest') return cards.toSorted((a, b) => priceOf(a) - priceOf(b));
  if (order === 'fastest') return cards.toSorted((a, b) => durationOf(a) - durationOf(b));
  return [...cards];
}
