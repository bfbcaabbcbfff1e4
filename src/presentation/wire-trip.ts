import type { Place as WirePlace } from '../contract/place.ts';
import type { Trip as WireTrip } from '../contract/trip.ts';
import type { UnderstandAnswer } from '../contract/understand.ts';
import { parseMoney, type Money } from '../domain/money.ts';
import type { Place } from '../domain/place.ts';
import type { Trip } from '../domain/trip.ts';
import type { Ambiguity } from '../domain/understood.ts';
import { toWireMoney } from './wire-money.ts';

/** A trip as the contract writes it. */
export function toWireTrip(trip: Trip): WireTrip {
  const { filters } = trip;
  return {
    trip_type: trip.tripType,
    legs: trip.legs.map(({ origin, destination, departure }) => ({
      origin: origin && toWirePlace(origin),
      destination: destination && toWirePlace(destination),
      departure: departure && {
        earliest: departure.earliest,
        latest: departure.latest,
        ...(departure.days && { days: [...departure.days] }),
        time_from: departure.timeFrom,
        time_to: departure.timeTo,
      },
    })),
    stay_nights: trip.stayNights && { ...trip.stayNights },
    passengers: { ...trip.passengers, children: [...trip.passengers.children] },
    cabin: trip.cabin,
    filters: {
      max_stops: filters.maxStops,
      max_price: filters.maxPrice && toWireMoney(filters.maxPrice),
      max_duration_minutes: filters.maxDurationMinutes,
      airlines: { include: [...filters.airlines.include], exclude: [...filters.airlines.exclude] },
      alliances: [...filters.alliances],
      avoid_airports: [...filters.avoidAirports],
      via_airports: [...filters.viaAirports],
      arrive_by: filters.arriveBy,
      arrive_after: filters.arriveAfter,
      return_arrive_by: filters.returnArriveBy,
      min_layover_minutes: filters.minLayoverMinutes,
      max_layover_minutes: filters.maxLayoverMinutes,
      no_overnight_layover: filters.noOvernightLayover,
      checked_bags: filters.checkedBags,
      refundable_only: filters.refundableOnly,
    },
    sort: trip.sort,
  };
}

/** A trip from the wire, already validated by its schema. */
export function fromWireTrip(wire: WireTrip): Trip {
  const { filters } = wire;
  return {
    tripType: wire.trip_type,
    legs: wire.legs.map(({ origin, destination, departure }) => ({
      origin: origin && fromWirePlace(origin),
      destination: destination && fromWirePlace(destination),
      departure: departure && {
        earliest: departure.earliest,
        latest: departure.latest,
        ...(departure.days && { days: departure.days }),
        timeFrom: departure.time_from,
        timeTo: departure.time_to,
      },
    })),
    stayNights: wire.stay_nights,
    passengers: wire.passengers,
    cabin: wire.cabin,
    filters: {
      maxStops: filters.max_stops,
      maxPrice: filters.max_price && fromWireMoney(filters.max_price),
      maxDurationMinutes: filters.max_duration_minutes,
      airlines: filters.airlines,
      alliances: filters.alliances,
      avoidAirports: filters.avoid_airports,
      viaAirports: filters.via_airports,
      arriveBy: filters.arrive_by && withoutSeconds(filters.arrive_by),
      arriveAfter: filters.arrive_after,
      returnArriveBy: filters.return_arrive_by,
      minLayoverMinutes: filters.min_layover_minutes,
      maxLayoverMinutes: filters.max_layover_minutes,
      noOvernightLayover: filters.no_overnight_layover,
      checkedBags: filters.checked_bags,
      refundableOnly: filters.refundable_only,
    },
    sort: wire.sort,
  };
}

/** Flights land by the minute. */
const withoutSeconds = (time: string): string => time.slice(0, '2027-06-03T10:00'.length);

const fromWireMoney = ({ amount, currency }: { amount: string; currency: string }): Money | null =>
  parseMoney(amount, currency);

export const toWirePlace = (place: Place): WirePlace => ({
  kind: place.kind,
  code: place.code,
  name: place.name,
  country: place.country,
  region: place.region,
  airports: [...place.airports],
});

const fromWirePlace = (place: WirePlace): Place => place;

export const toWireAmbiguity = ({
  phrase,
  slot,
  leg,
  candidates,
}: Ambiguity): UnderstandAnswer['ambiguous'][number] => ({
  phrase,
  slot,
  leg,
  candidates: candidates.map(({ label, place, date }) => ({
    label,
    place: place && toWirePlace(place),
    date,
  })),
});
