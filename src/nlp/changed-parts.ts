import type { Leg, Trip } from '../domain/trip.ts';
import { tripParts, type TripPart } from '../domain/understood.ts';

type Comparison = (before: Trip, after: Trip) => boolean;

/** Whether two trips differ in a part. */
const differs: Readonly<Record<TripPart, Comparison>> = {
  trip_type: (before, after) => before.tripType !== after.tripType,
  origin: (before, after) => legsDiffer(before, after, originOf),
  destination: (before, after) => legsDiffer(before, after, destinationOf),
  departure_date: (before, after) => legsDiffer(before, after, daysOf),
  departure_time: (before, after) =>
    legsDiffer(before, after, timeFromOf) || legsDiffer(before, after, timeToOf),
  return_date: (before, after) => returnsDiffer(before, after, daysOf),
  return_time: (before, after) =>
    returnsDiffer(before, after, timeFromOf) || returnsDiffer(before, after, timeToOf),
  stay: ({ stayNights: before }, { stayNights: after }) =>
    before?.min !== after?.min || before?.max !== after?.max,
  passengers: ({ passengers: before }, { passengers: after }) =>
    before.adults !== after.adults ||
    before.infants !== after.infants ||
    listsDiffer(before.children, after.children),
  cabin: (before, after) => before.cabin !== after.cabin,
  max_stops: ({ filters: before }, { filters: after }) => before.maxStops !== after.maxStops,
  max_price: ({ filters: { maxPrice: before } }, { filters: { maxPrice: after } }) =>
    before?.minor !== after?.minor || before?.currency !== after?.currency,
  max_duration: ({ filters: before }, { filters: after }) =>
    before.maxDurationMinutes !== after.maxDurationMinutes,
  airlines: ({ filters: { airlines: before } }, { filters: { airlines: after } }) =>
    listsDiffer(before.include, after.include) || listsDiffer(before.exclude, after.exclude),
  alliances: ({ filters: before }, { filters: after }) => listsDiffer(before.alliances, after.alliances),
  avoid_airports: ({ filters: before }, { filters: after }) =>
    listsDiffer(before.avoidAirports, after.avoidAirports),
  via_airports: ({ filters: before }, { filters: after }) =>
    listsDiffer(before.viaAirports, after.viaAirports),
  arrive_by: ({ filters: before }, { filters: after }) =>
    before.arriveBy !== after.arriveBy ||
    before.arriveAfter !== after.arriveAfter ||
    before.returnArriveBy !== after.returnArriveBy,
  layover: ({ filters: before }, { filters: after }) =>
    before.minLayoverMinutes !== after.minLayoverMinutes ||
    before.maxLayoverMinutes !== after.maxLayoverMinutes ||
    before.noOvernightLayover !== after.noOvernightLayover,
  bags: ({ filters: before }, { filters: after }) => before.checkedBags !== after.checkedBags,
  refundable: ({ filters: before }, { filters: after }) => before.refundableOnly !== after.refundableOnly,
  sort: (before, after) => before.sort !== after.sort,
};

/** Parts in which two trips differ. A list that only grows by a mirrored leg has not changed. */
export function changedParts(before: Trip, after: Trip): TripPart[] {
  return before === after ? [] : tripParts.filter((part) => differs[part](before, after));
}

type ValueOfLeg = (leg: Leg | undefined) => string | null;

const originOf: ValueOfLeg = (leg) => leg?.origin?.code ?? null;
const destinationOf: ValueOfLeg = (leg) => leg?.destination?.code ?? null;
const daysOf: ValueOfLeg = (leg) =>
  leg?.departure
    ? (leg.departure.days?.join() ?? `${leg.departure.earliest}..${leg.departure.latest}`)
    : null;
const timeFromOf: ValueOfLeg = (leg) => leg?.departure?.timeFrom ?? null;
const timeToOf: ValueOfLeg = (leg) => leg?.departure?.timeTo ?? null;

/** A leg that one trip lacks and one that came without a value of its own are the same. */
function legsDiffer(before: Trip, after: Trip, valueOf: ValueOfLeg): boolean {
  const count = Math.max(before.legs.length, after.legs.length);
  for (let leg = 0; leg < count; leg += 1)
    if (valueOf(ownLeg(before, leg)) !== valueOf(ownLeg(after, leg))) return true;
  return false;
}

/** The way back of a round trip has no ends of its own. */
const ownLeg = ({ tripType, legs }: Trip, leg: number): Leg | undefined =>
  tripType === 'round_trip' && leg === 1 ? undefined : legs[leg];

const returnsDiffer = (before: Trip, after: Trip, valueOf: ValueOfLeg): boolean =>
  valueOf(wayBack(before)) !== valueOf(wayBack(after));

const wayBack = ({ tripType, legs }: Trip): Leg | undefined =>
  tripType === 'round_trip' ? legs[1] : undefined;

function listsDiffer<Item>(before: readonly Item[], after: readonly Item[]): boolean {
  if (before === after) return false;
  return before.length !== after.length || before.some((item, index) => item !== after[index]);
}
