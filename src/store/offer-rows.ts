import type { Money } from '../domain/money.ts';
import type { OfferReference } from '../domain/offer-reference.ts';
import type { Fare, Offer, OfferLeg, Segment } from '../domain/offer.ts';

/** An offer without its reference as nested lists of values, which are written and read several times faster than objects with names. */
export type OfferRow = readonly [
  id: string,
  provider: string,
  carrier: string,
  legs: readonly LegRow[],
  total: Money,
  perTraveller: Money | null,
  fare: FareRow,
  co2Kg: number | null,
  seatsLeft: number | null,
  separateTickets: boolean,
  observedAt: string,
  expiresAt: string | null,
  booking: Offer['booking'],
  demo: boolean,
];
type LegRow = readonly [durationMinutes: number, segments: readonly SegmentRow[]];
type FareRow = readonly [
  brand: Fare['brand'],
  cabin: Fare['cabin'],
  refundable: Fare['refundable'],
  changeable: Fare['changeable'],
  carryOnBags: Fare['carryOnBags'],
  checkedBags: Fare['checkedBags'],
  extraBagPrice: Fare['extraBagPrice'],
];
type SegmentRow = readonly [
  carrier: string,
  number: string,
  operatedBy: string | null,
  origin: string,
  destination: string,
  departure: number,
  departureOffset: number,
  arrival: number,
  arrivalOffset: number,
  durationMinutes: number,
  aircraft: string | null,
  cabin: Segment['cabin'],
  technicalStops: number | null,
];

export const toRow = (offer: Offer): OfferRow => [
  offer.id,
  offer.provider,
  offer.carrier,
  offer.legs.map((leg) => [leg.durationMinutes, leg.segments.map(segmentRow)]),
  offer.total,
  offer.perTraveller,
  fareRow(offer.fare),
  offer.co2Kg,
  offer.seatsLeft,
  offer.separateTickets,
  offer.observedAt,
  offer.expiresAt,
  offer.booking,
  offer.demo,
];

const fareRow = (fare: Fare): FareRow => [
  fare.brand,
  fare.cabin,
  fare.refundable,
  fare.changeable,
  fare.carryOnBags,
  fare.checkedBags,
  fare.extraBagPrice,
];

const segmentRow = (segment: Segment): SegmentRow => [
  segment.carrier,
  segment.number,
  segment.operatedBy,
  segment.origin,
  segment.destination,
  segment.departsAt.epochMinutes,
  segment.departsAt.offsetMinutes,
  segment.arrivesAt.epochMinutes,
  segment.arrivesAt.offsetMinutes,
  segment.durationMinutes,
  segment.aircraft,
  segment.cabin,
  segment.technicalStops ?? null,
];

/** The inverse of toRow. */
export function fromRow(row: OfferRow, reference: OfferReference): Offer {
  return {
    id: row[0],
    provider: row[1],
    carrier: row[2],
    legs: row[3].map(readLeg) as unknown as Offer['legs'],
    total: row[4],
    perTraveller: row[5],
    fare: readFare(row[6]),
    co2Kg: row[7],
    seatsLeft: row[8],
    separateTickets: row[9],
    observedAt: row[10],
    expiresAt: row[11],
    booking: row[12],
    demo: row[13],
    reference,
  };
}

const readLeg = ([durationMinutes, segments]: LegRow): OfferLeg => ({
  segments: segments.map(readSegment) as unknown as OfferLeg['segments'],
  durationMinutes,
});

const readFare = (row: FareRow): Fare => ({
  brand: row[0],
  cabin: row[1],
  refundable: row[2],
  changeable: row[3],
  carryOnBags: row[4],
  checkedBags: row[5],
  extraBagPrice: row[6],
});

function readSegment(row: SegmentRow): Segment {
  const segment = {
    carrier: row[0],
    number: row[1],
    operatedBy: row[2],
    origin: row[3],
    destination: row[4],
    departsAt: { epochMinutes: row[5], offsetMinutes: row[6] },
    arrivesAt: { epochMinutes: row[7], offsetMinutes: row[8] },
    durationMinutes: row[9],
    aircraft: row[10],
    cabin: row[11],
  };
  return row[12] === null ? segment : { ...segment, technicalStops: row[12] };
}
