import { decimalAmount } from '../../domain/money.ts';
import type { DepartureWindow } from '../../domain/trip.ts';
import type { Understood } from '../../domain/understood.ts';
import type { Expected } from './row.ts';

const days = (window: DepartureWindow | null | undefined): string | null =>
  window
    ? window.earliest === window.latest
      ? window.earliest
      : (window.days?.join(' ') ?? `${window.earliest}..${window.latest}`)
    : null;
const times = (window: DepartureWindow | null | undefined): string =>
  `${window?.timeFrom ?? ''}-${window?.timeTo ?? ''}`;

/** A reading in the short forms of a row's expectation. */
export function summaryOf({ trip, ...understood }: Understood): Required<Expected> {
  const { filters, legs, stayNights } = trip;
  const [out, back] = legs;
  return {
    intent: understood.intent,
    type: trip.tripType,
    from: out?.origin?.code ?? null,
    to: out?.destination?.code ?? null,
    legs: legs.map(
      (leg) => `${leg.origin?.code ?? '?'}-${leg.destination?.code ?? '?'} ${days(leg.departure) ?? '?'}`,
    ),
    leave: days(out?.departure),
    back: days(back?.departure),
    leaveTime: times(out?.departure),
    backTime: times(back?.departure),
    stay:
      stayNights &&
      (stayNights.min === stayNights.max
        ? String(stayNights.min)
        : `${String(stayNights.min)}-${String(stayNights.max)}`),
    party: [trip.passengers.adults, trip.passengers.children, trip.passengers.infants],
    cabin: trip.cabin,
    with: filters.airlines.include,
    without: filters.airlines.exclude,
    alliances: filters.alliances,
    stops: filters.maxStops,
    price:
      filters.maxPrice && `${String(Number(decimalAmount(filters.maxPrice)))} ${filters.maxPrice.currency}`,
    hours: filters.maxDurationMinutes === null ? null : filters.maxDurationMinutes / 60,
    layover: `${String(filters.minLayoverMinutes ?? '')}-${String(filters.maxLayoverMinutes ?? '')}`,
    overnight: filters.noOvernightLayover,
    avoid: filters.avoidAirports,
    via: filters.viaAirports,
    bags: filters.checkedBags,
    refundable: filters.refundableOnly,
    arriveBy: filters.arriveBy,
    arriveAfter: filters.arriveAfter,
    returnArriveBy: filters.returnArriveBy,
    sort: trip.sort,
    missing: understood.missing,
    stated: [...understood.stated].sort(),
    changed: [...understood.changed].sort(),
    ambiguous: understood.ambiguous.map(({ phrase }) => phrase),
    unresolved: understood.unresolved.map(({ phrase }) => phrase),
    unsearchable: understood.unsearchable,
    references: understood.references,
    topic: understood.topic,
    remark: understood.remark ?? null,
    unchooses: understood.unchooses ?? false,
    currency: understood.currency,
  };
}

/** Whether a reading is what a row expects, part by part: the parts that are not. */
export function mismatches(understood: Understood, expected: Expected): string[] {
  const summary = summaryOf(understood);
  const plain = (value: unknown): string => JSON.stringify(value);
  return (Object.keys(expected) as (keyof Expected)[])
    .filter((key) => plain(inOrder(key, summary[key])) !== plain(inOrder(key, expected[key])))
    .map((key) => `${key}: expected ${plain(expected[key])}, read ${plain(summary[key])}`);
}

/** Lists of parts have no order of their own. */
const inOrder = (key: keyof Expected, value: unknown): unknown =>
  (key === 'stated' || key === 'changed') && Array.isArray(value) ? [...(value as string[])].sort() : value;
