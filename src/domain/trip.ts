import type { Cabin } from './cabin.ts';
import type { Money } from './money.ts';
import type { Place } from './place.ts';

export const tripTypes = ['one_way', 'round_trip', 'multi_city'] as const;
export type TripType = (typeof tripTypes)[number];

export const sortOrders = ['best', 'cheapest', 'fastest', 'earliest', 'latest'] as const;
export type SortOrder = (typeof sortOrders)[number];

export const alliances = ['star', 'oneworld', 'skyteam'] as const;
export type Alliance = (typeof alliances)[number];

/** The days on which a leg may leave, both included, and the local time of day; a single day has both ends equal. */
export interface DepartureWindow {
  /** ISO date. */
  readonly earliest: string;
  readonly latest: string;
  /** ISO dates in order, the first and the last among them, where not every day between is meant; `departure-days.ts` makes and reads them. */
  readonly days?: readonly string[];
  /** "HH:MM", local to the origin; null where the traveller did not say. */
  readonly timeFrom: string | null;
  readonly timeTo: string | null;
}

/** Whether a local time, "HH:MM", lies in a window; one over midnight ("after ten at night, before five") wraps. */
export function isWithinTimes(
  time: string,
  { timeFrom, timeTo }: Pick<DepartureWindow, 'timeFrom' | 'timeTo'>,
): boolean {
  const [late, early] = [timeFrom === null || time >= timeFrom, timeTo === null || time <= timeTo];
  return timeFrom !== null && timeTo !== null && timeFrom > timeTo ? late || early : late && early;
}

/** One direction of travel; what is not known yet is null. */
export interface Leg {
  readonly origin: Place | null;
  readonly destination: Place | null;
  readonly departure: DepartureWindow | null;
  /** Of several flights: nights at the destination, where they were said. */
  readonly nights?: number;
}

export interface Party {
  readonly adults: number;
  /** Ages in years, 2 to 17. */
  readonly children: readonly number[];
  /** Under two years, on a lap. */
  readonly infants: number;
}

export interface TripFilters {
  readonly maxStops: number | null;
  /** Ceiling for the whole party, all legs. */
  readonly maxPrice: Money | null;
  readonly maxDurationMinutes: number | null;
  /** IATA airline codes. */
  readonly airlines: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly alliances: readonly Alliance[];
  /** IATA airport codes not to fly through, from or to. */
  readonly avoidAirports: readonly string[];
  /**
   * IATA airport codes to change planes at: there and back each change at one of them, since "via Tokyo" is said of both ways, and of several
   * flights at least one does, since the others lie elsewhere. Empty where anywhere will do.
   */
  readonly viaAirports: readonly string[];
  /** Latest local arrival of the first leg, "HH:MM" on the departure day or an ISO local date and time, "2027-06-03T10:00". */
  readonly arriveBy: string | null;
  /** Earliest local arrival of the first leg, "HH:MM" on whichever day. */
  readonly arriveAfter: string | null;
  /** Latest local arrival of the way back, "HH:MM" on the day that it leaves or after a night on board. */
  readonly returnArriveBy: string | null;
  readonly minLayoverMinutes: number | null;
  readonly maxLayoverMinutes: number | null;
  readonly noOvernightLayover: boolean;
  /** Bags to check per traveller; null where not said. */
  readonly checkedBags: number | null;
  readonly refundableOnly: boolean;
}

/** What a traveller wants, as understood so far. */
export interface Trip {
  readonly tripType: TripType;
  /** One for one way, outward and return for a round trip, two to six for multi-city. */
  readonly legs: readonly Leg[];
  readonly stayNights: { readonly min: number; readonly max: number } | null;
  readonly passengers: Party;
  readonly cabin: Cabin | null;
  readonly filters: TripFilters;
  readonly sort: SortOrder;
}

export const noFilters: TripFilters = {
  maxStops: null,
  maxPrice: null,
  maxDurationMinutes: null,
  airlines: { include: [], exclude: [] },
  alliances: [],
  avoidAirports: [],
  viaAirports: [],
  arriveBy: null,
  arriveAfter: null,
  returnArriveBy: null,
  minLayoverMinutes: null,
  maxLayoverMinutes: null,
  noOvernightLayover: false,
  checkedBags: null,
  refundableOnly: false,
};

export const emptyLeg: Leg = { origin: null, destination: null, departure: null };

/** Nobody sells a way back that is later than that. */
export const mostNights = 365;

/** A trip of which nothing is known: one way for one adult, until the traveller says otherwise. */
export const emptyTrip: Trip = {
  tripType: 'one_way',
  legs: [emptyLeg],
  stayNights: null,
  passengers: { adults: 1, children: [], infants: 0 },
  cabin: null,
  filters: noFilters,
  sort: 'best',
};

/** How many people travel, lap infants included. */
export const travellerCount = ({ adults, children, infants }: Party): number =>
  adults + children.length + infants;

/** What a conversation can be asked about; the wire names them the same. */
export const slots = [
  'origin',
  'destination',
  'departure_date',
  'return_date',
  'passengers',
  'cabin',
  'airline',
  'confirm',
] as const;
export type Slot = (typeof slots)[number];
