import { hash } from 'node:crypto';
import type { Cabin } from '../../domain/cabin.ts';
import { cabins } from '../../domain/cabin.ts';
import { parseMoney } from '../../domain/money.ts';
import { readFlightTimes } from '../../domain/flight-times.ts';
import { isInOrder } from '../../domain/itinerary.ts';
import type { OfferReference } from '../../domain/offer-reference.ts';
import type { Fare, Offer, OfferLeg, Segment } from '../../domain/offer.ts';
import type { AirportZones } from '../../domain/reference/airports.ts';
import { minutesBetween } from '../../domain/zoned-minute.ts';
import { fitsSchema } from '../fits-schema.ts';
import { AmadeusOffer } from './schema.ts';

type Itinerary = AmadeusOffer['itineraries'][number];
type FareDetail = AmadeusOffer['travelerPricings'][number]['fareDetailsBySegment'][number];

const cabinNames: Readonly<Record<string, Cabin>> = {
  ECONOMY: 'economy',
  PREMIUM_ECONOMY: 'premium_economy',
  BUSINESS: 'business',
  FIRST: 'first',
};

/** The type of a traveller without a seat. */
const onLap = 'HELD_INFANT';

const fits = fitsSchema(AmadeusOffer);

/** The number of bookable seats stops at nine, so nine means "nine or more". */
const countedSeats = 9;

/** Where and when an offer was read. */
export interface Reading {
  readonly airports: AirportZones;
  /** ISO instant. */
  readonly observedAt: string;
  /** The provider's id. */
  readonly provider: string;
  /** The offer as it was sent, which a price check sends back. */
  readonly reference: OfferReference;
}

/** One offer of theirs as one of ours, or in a word why not. Local times need the airport's zone: an unknown airport is malformed. */
export function parseOffer(raw: unknown, reading: Reading): Offer | string {
  try {
    return readOffer(raw, reading);
  } catch (error) {
    // A time that no clock shows costs only its own offer; any other error is a bug.
    if (error instanceof RangeError) return `unreadable: ${error.message}`;
    throw error;
  }
}

function readOffer(raw: unknown, reading: Reading): Offer | string {
  const { airports, observedAt, provider, reference } = reading;
  if (!fits(raw)) return `unreadable: ${AmadeusOffer.safeParse(raw).error?.issues[0]?.path.join('.') ?? ''}`;
  const source = raw as AmadeusOffer;
  const seated = source.travelerPricings.filter(({ travelerType }) => travelerType !== onLap);
  const details = seated[0]?.fareDetailsBySegment ?? [];
  const legs: OfferLeg[] = [];
  for (const itinerary of source.itineraries) {
    const leg = parseLeg(itinerary, details, airports);
    if (typeof leg === 'string') return leg;
    legs.push(leg);
  }
  if (!isInOrder(legs)) return 'flights out of order';
  const [firstLeg, ...otherLegs] = legs;
  const total = parseMoney(source.price.grandTotal ?? source.price.total ?? '', source.price.currency);
  if (!firstLeg || !total || total.minor <= 0) return 'no price';
  const adult = source.travelerPricings.find((pricing) => pricing.travelerType === 'ADULT')?.price;
  return {
    id: `${provider}:${identify(source)}`,
    provider,
    carrier: source.validatingAirlineCodes?.[0] ?? firstLeg.segments[0].carrier,
    legs: [firstLeg, ...otherLegs],
    total,
    perTraveller: adult?.total ? parseMoney(adult.total, adult.currency ?? source.price.currency) : null,
    fare: parseFare(details, seated, source.pricingOptions?.refundableFare),
    co2Kg: parseEmissions(source.itineraries),
    seatsLeft:
      source.numberOfBookableSeats !== undefined && source.numberOfBookableSeats < countedSeats
        ? source.numberOfBookableSeats
        : null,
    separateTickets: false,
    observedAt,
    expiresAt: null,
    booking: { kind: 'none', url: null },
    demo: false,
    reference,
  };
}

function parseLeg(
  itinerary: Itinerary,
  details: readonly FareDetail[],
  airports: AirportZones,
): OfferLeg | string {
  const segments: Segment[] = [];
  for (const segment of itinerary.segments) {
    const from = airports.find(segment.departure.iataCode);
    const to = airports.find(segment.arrival.iataCode);
    if (!from || !to)
      return `unknown airport: ${from ? segment.arrival.iataCode : segment.departure.iataCode}`;
    const { departsAt, arrivesAt, durationMinutes } = readFlightTimes(
      { at: segment.departure.at, timeZone: from.timeZone },
      { at: segment.arrival.at, timeZone: to.timeZone },
      segment.duration,
    );
    if (durationMinutes <= 0) return 'arrives before it departs';
    const cabin = details.find((detail) => detail.segmentId === segment.id)?.cabin;
    segments.push({
      carrier: segment.carrierCode,
      number: segment.number,
      operatedBy: segment.operating?.carrierCode ?? null,
      origin: from.iata,
      destination: to.iata,
      departsAt,
      arrivesAt,
      durationMinutes,
      aircraft: segment.aircraft?.code ?? null,
      cabin: cabinNames[cabin ?? ''] ?? null,
      ...(segment.numberOfStops ? { technicalStops: segment.numberOfStops } : {}),
    });
  }
  const [first, ...rest] = segments;
  if (!first) return 'no segments';
  const last = rest.at(-1) ?? first;
  return { segments: [first, ...rest], durationMinutes: minutesBetween(first.departsAt, last.arrivesAt) };
}

/** What holds on every segment: the lowest cabin and the fewest bags of the way, null as soon as one segment does not say. */
function parseFare(
  details: readonly FareDetail[],
  seated: AmadeusOffer['travelerPricings'],
  refundableFare: boolean | undefined,
): Fare {
  const brands = new Set(details.map((detail) => detail.brandedFareLabel ?? detail.brandedFare));
  const [brand] = brands;
  return {
    brand: brands.size === 1 && brand !== undefined ? brand : null,
    cabin: lowestCabin(details),
    refundable: refundableFare === true ? true : allows(details, 'REFUNDABLE TICKET'),
    changeable: allows(details, 'CHANGEABLE TICKET'),
    carryOnBags: fewestBags(seated, 'includedCabinBags'),
    checkedBags: fewestBags(seated, 'includedCheckedBags'),
    extraBagPrice: null,
  };
}

function lowestCabin(details: readonly FareDetail[]): Cabin | null {
  const ranks = details.map(({ cabin }) => (cabin ? cabins.indexOf(cabinNames[cabin] ?? 'economy') : -1));
  const lowest = Math.min(...ranks);
  return cabins[lowest] ?? null;
}

/**
 * Of everyone with a seat, on every segment: a child may have another allowance than an adult, and what an infant on a lap may bring says
 * nothing of the fare. A weight without a count ("30 kg") includes at least one piece.
 */
function fewestBags(
  seated: AmadeusOffer['travelerPricings'],
  kind: 'includedCabinBags' | 'includedCheckedBags',
): number | null {
  let fewest = Infinity;
  for (const { fareDetailsBySegment } of seated) {
    for (const detail of fareDetailsBySegment) {
      const bags = detail[kind];
      const count = bags?.quantity ?? (bags?.weight ? 1 : null);
      if (count === null) return null;
      if (count < fewest) fewest = count;
    }
  }
  return fewest === Infinity ? null : fewest;
}

/** Whether the fare allows something on every segment, free or at a charge; null where some segment does not mention it. */
const allows = (details: readonly FareDetail[], name: string): true | null =>
  details.length > 0 &&
  details.every(({ amenities }) => amenities?.some(({ description }) => description === name))
    ? true
    : null;

/** Kilograms over all segments, or null as soon as one does not say. */
function parseEmissions(itineraries: readonly Itinerary[]): number | null {
  let sum = 0;
  for (const { segments } of itineraries) {
    for (const { co2Emissions } of segments) {
      const emission = co2Emissions?.[0];
      if (!emission || (emission.weightUnit ?? 'KG') !== 'KG') return null;
      const { weight } = emission;
      // An empty text or null would be read as zero.
      if (typeof weight !== 'number' && (typeof weight !== 'string' || weight.trim() === '')) return null;
      sum += Number(weight);
    }
  }
  return sum;
}

/** Their ids count from 1 in every answer; ours say the flights, the fares and the price. */
function identify({ itineraries, travelerPricings, price }: AmadeusOffer): string {
  const flights = itineraries.map(({ segments }) =>
    segments.map((segment) => `${segment.carrierCode}${segment.number}@${segment.departure.at}`).join('+'),
  );
  const fares = travelerPricings.map(({ travelerType, fareDetailsBySegment }) =>
    [
      travelerType,
      ...fareDetailsBySegment.map(
        ({ cabin, fareBasis, brandedFare }) => `${cabin}/${fareBasis}/${brandedFare}`,
      ),
    ].join(','),
  );
  const key = [flights.join('|'), fares.join('|'), price.grandTotal ?? price.total, price.currency].join(' ');
  return hash('sha1', key, 'base64url').slice(0, 16);
}
