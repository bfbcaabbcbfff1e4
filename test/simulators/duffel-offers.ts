import type { Airport, Airports } from '../../src/domain/reference/airports.ts';
import { carrierNames } from './amadeus-offers.ts';
import { adultFare, itineraryOf, kilometresBetween, type SimulatedSegment } from './flights.ts';

export interface DuffelQuestion {
  readonly legs: readonly { readonly from: Airport; readonly to: Airport; readonly date: string }[];
  readonly passengers: readonly { readonly type?: string; readonly age?: number }[];
  /** Duffel cabin class. */
  readonly cabin: string;
  readonly nonStop: boolean;
}

/** Duffel sells in the currency of the account. */
const accountCurrency = 'USD';
const offerMinutes = 30;

/** The nth offer for a question in the shape of Duffel's API v2. */
export function duffelOffer(
  airports: Airports,
  question: DuffelQuestion,
  nth: number,
  id: string,
  priceFactor: number,
): { readonly id: string; readonly [field: string]: unknown } {
  const ways = question.legs.map(({ from, to, date }) =>
    itineraryOf(airports, from, to, date, question.nonStop ? nth * 3 : nth),
  );
  const seed = question.legs.map(({ from, to, date }) => from.iata + to.iata + date).join();
  const kilometres = question.legs.reduce((sum, { from, to }) => sum + kilometresBetween(from, to), 0);
  const fare = adultFare(`duffel ${seed}`, nth, kilometres, accountCurrency, question.cabin) * priceFactor;
  const shares = question.passengers.map(({ type, age }) =>
    type === 'infant_without_seat' ? 0.1 : (age ?? 18) < 12 ? 0.75 : 1,
  );
  const total = (fare * shares.reduce((sum, share) => sum + share, 0)).toFixed(2);
  const carrier = ways[0]?.segments[0]?.carrier ?? 'TP';
  const now = Date.now();
  return {
    id: `off_${id}`,
    live_mode: false,
    owner: carrierOf(carrier),
    total_amount: total,
    total_currency: accountCurrency,
    base_amount: (Number(total) * 0.8).toFixed(2),
    base_currency: accountCurrency,
    tax_amount: (Number(total) * 0.2).toFixed(2),
    tax_currency: accountCurrency,
    total_emissions_kg: String(Math.round(kilometres * 0.08 * question.passengers.length)),
    created_at: new Date(now).toISOString(),
    updated_at: new Date(now).toISOString(),
    expires_at: new Date(now + offerMinutes * 60_000).toISOString(),
    conditions: {
      refund_before_departure:
        nth % 2 === 0 ? { allowed: true, penalty_amount: '0.00', penalty_currency: accountCurrency } : null,
      change_before_departure: { allowed: nth % 3 === 0, penalty_amount: null, penalty_currency: null },
    },
    payment_requirements: {
      requires_instant_payment: true,
      price_guarantee_expires_at: null,
      payment_required_by: null,
    },
    passengers: question.passengers.map((passenger, index) => ({ id: `pas_${id}_${index}`, ...passenger })),
    slices: ways.map((way, index) => ({
      id: `sli_${id}_${index}`,
      fare_brand_name: nth % 2 === 0 ? 'Classic' : 'Light',
      duration: `PT${way.minutes}M`,
      segments: way.segments.map((segment, position) =>
        segmentOf(segment, `seg_${id}_${index}_${position}`, id, question, nth),
      ),
    })),
  };
}

function segmentOf(
  segment: SimulatedSegment,
  id: string,
  offer: string,
  question: DuffelQuestion,
  nth: number,
): object {
  return {
    id,
    origin: placeOf(segment.from),
    destination: placeOf(segment.to),
    origin_terminal: '1',
    destination_terminal: null,
    departing_at: segment.departs,
    arriving_at: segment.arrives,
    duration: `PT${segment.minutes}M`,
    distance: String(kilometresBetween(segment.from, segment.to)),
    marketing_carrier: carrierOf(segment.carrier),
    marketing_carrier_flight_number: segment.number.padStart(4, '0'),
    operating_carrier: carrierOf(segment.carrier),
    operating_carrier_flight_number: segment.number,
    aircraft: { id: `arc_${segment.aircraft}`, iata_code: segment.aircraft, name: segment.aircraft },
    stops: [],
    passengers: question.passengers.map((_, index) => ({
      passenger_id: `pas_${offer}_${index}`,
      cabin_class: question.cabin,
      cabin_class_marketing_name: question.cabin,
      fare_basis_code: 'YSIM',
      baggages: [
        { type: 'carry_on', quantity: 1 },
        { type: 'checked', quantity: nth % 2 === 0 ? 1 : 0 },
      ],
    })),
  };
}

const placeOf = ({ iata, name, city, country, timeZone, latitude, longitude }: Airport): object => ({
  type: 'airport',
  id: `arp_${iata.toLowerCase()}_${country.toLowerCase()}`,
  iata_code: iata,
  iata_country_code: country,
  name,
  city_name: city,
  time_zone: timeZone,
  latitude,
  longitude,
});

const carrierOf = (code: string): object => ({
  id: `arl_${code}`,
  iata_code: code,
  name: carrierNames[code] ?? code,
});
