import type { Trip } from '../../../src/contract/trip.ts';

type TripFilters = Trip['filters'];
export type TripFilterName =
  | 'stops'
  | 'price'
  | 'duration'
  | 'airlines'
  | 'alliances'
  | 'avoid'
  | 'via'
  | 'arrival'
  | 'layover'
  | 'overnight'
  | 'bags'
  | 'refundable'
  | 'time';

interface TripFilter {
  readonly name: TripFilterName;
  /** The words that give it up, as the agent itself proposes them. */
  readonly drop: string;
}

/** The filters that are part of the trip as understood, with the words that take each away. */
export function listTripFilters({ filters, legs }: Trip): TripFilter[] {
  const set: readonly (readonly [boolean, TripFilterName, string])[] = [
    [filters.max_stops !== null, 'stops', 'Any number of stops'],
    [filters.max_price !== null, 'price', 'Drop the price limit'],
    [filters.max_duration_minutes !== null, 'duration', 'Any duration'],
    [hasAirlines(filters), 'airlines', 'Any airline'],
    [filters.alliances.length > 0, 'alliances', 'Any alliance'],
    [filters.avoid_airports.length > 0, 'avoid', 'Any airport'],
    [filters.via_airports.length > 0, 'via', 'Any connection'],
    [
      (filters.arrive_by ?? filters.arrive_after ?? filters.return_arrive_by) !== null,
      'arrival',
      'Any arrival time',
    ],
    [filters.min_layover_minutes !== null || filters.max_layover_minutes !== null, 'layover', 'Any layover'],
    [filters.no_overnight_layover, 'overnight', 'Overnight layovers are fine'],
    [(filters.checked_bags ?? 0) > 0, 'bags', 'No checked bags'],
    [filters.refundable_only, 'refundable', 'Not only refundable fares'],
    [
      legs.some(({ departure }) => Boolean(departure?.time_from ?? departure?.time_to)),
      'time',
      'Any time of day',
    ],
  ];
  return set.filter(([on]) => on).map(([, name, drop]) => ({ name, drop }));
}

const hasAirlines = ({ airlines }: TripFilters): boolean =>
  airlines.include.length + airlines.exclude.length > 0;
