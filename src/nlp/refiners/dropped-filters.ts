import { noFilters, type TripFilters } from '../../domain/trip.ts';
import type { TripPart } from '../../domain/understood.ts';
import { refine, withUnresolved, type Draft } from '../draft.ts';
import { readDroppedFilters, type FilterPart } from '../parsers/dropped-filters.ts';
import type { Passage } from '../patterns/passage.ts';
import { atAnyTime } from './date-windows.ts';

/** A kind of filter: what a trip has of it, and the words that lift it alone. */
interface FilterKind {
  readonly part: TripPart;
  readonly fields: readonly (keyof TripFilters)[];
  readonly lift?: string;
}

const kinds: readonly FilterKind[] = [
  { part: 'max_stops', fields: ['maxStops'], lift: 'any number of stops' },
  { part: 'max_price', fields: ['maxPrice'], lift: 'drop the price limit' },
  { part: 'max_duration', fields: ['maxDurationMinutes'] },
  { part: 'airlines', fields: ['airlines'], lift: 'any airline' },
  { part: 'alliances', fields: ['alliances'], lift: 'any alliance' },
  { part: 'avoid_airports', fields: ['avoidAirports'] },
  { part: 'via_airports', fields: ['viaAirports'], lift: 'any connection' },
  { part: 'arrive_by', fields: ['arriveBy', 'arriveAfter', 'returnArriveBy'], lift: 'any time' },
  { part: 'layover', fields: ['minLayoverMinutes', 'maxLayoverMinutes', 'noOvernightLayover'] },
  { part: 'bags', fields: ['checkedBags'] },
  { part: 'refundable', fields: ['refundableOnly'], lift: 'refundable or not' },
];

/** Lifts the filters of a trip where a message drops them without saying which: all, or the only one. Of several it has to be said. */
export function dropFilters(draft: Draft, passage: Passage): Draft {
  const dropped = readDroppedFilters(passage, draft.trip.filters.viaAirports.length > 0);
  if (dropped === null) return draft;
  if (typeof dropped === 'object') return withoutFilters(draft, dropped);
  const { trip } = draft;
  const set = kinds.filter(({ fields }) => fields.some((field) => isSet(trip.filters, field)));
  const timed = trip.legs.some(({ departure }) => departure?.timeFrom ?? departure?.timeTo);
  if (dropped === 'one' && set.length + (timed ? 1 : 0) > 1)
    return withUnresolved(draft, {
      kind: 'which_filter',
      phrase: 'that filter',
      slot: 'confirm',
      suggestions: [
        ...set.flatMap(({ lift }) => lift ?? []),
        ...(timed ? ['any time'] : []),
        'remove all filters',
      ],
    });
  const parts = [...set.map(({ part }) => part), ...(timed ? ['departure_time' as const] : [])];
  const said = parts.length > 0 ? parts : kinds.map(({ part }) => part);
  return refine(draft, { filters: noFilters, legs: atAnyTime(trip.legs) }, ...said);
}

/** The filters that were named are lifted, whether the trip has them or not. */
function withoutFilters(draft: Draft, parts: readonly FilterPart[]): Draft {
  const { trip } = draft;
  const fields = kinds.flatMap((kind) => (parts.some((part) => part === kind.part) ? kind.fields : []));
  const lifted = Object.fromEntries(fields.map((field) => [field, noFilters[field]]));
  const legs = parts.includes('departure_time') ? atAnyTime(trip.legs) : trip.legs;
  return refine(draft, { filters: { ...trip.filters, ...lifted }, legs }, ...parts);
}

const isSet = (filters: TripFilters, field: keyof TripFilters): boolean =>
  JSON.stringify(filters[field]) !== JSON.stringify(noFilters[field]);
