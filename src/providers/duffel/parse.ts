import { cabins, type Cabin } from '../../domain/cabin.ts';
import { readFlightTimes } from '../../domain/flight-times.ts';
import { isInOrder } from '../../domain/itinerary.ts';
import { parseMoney } from '../../domain/money.ts';
import type { Fare, Offer, OfferLeg, Segment } from '../../domain/offer.ts';
import type { AirportZones } from '../../domain/reference/airports.ts';
import { isTimeZone, minutesBetween } from '../../domain/zoned-minute.ts';
import { DuffelOffer, DuffelSeating } from './schema.ts';

type Slice = DuffelOffer['slices'][number];
type SliceSegment = Slice['segments'][number];

const carrierCode = /^[A-Z0-9]{2}$/;

/** One offer of theirs as one of ours, or in a word why not. */
export function parseOffer(raw: unknown, airports: AirportZones, observedAt: string): Offer | string {
  try {
    return readOffer(raw, airports, observedAt);
  } catch (error) {
    // A time that no clock shows costs only its own offer; any other error is a bug.
    if (error instanceof RangeError) return `unreadable: ${error.message}`;
    throw error;
  }
}

function readOffer(raw: unknown, airports: AirportZones, observedAt: string): Offer | string {
  const read = DuffelOffer.safeParse(raw);
  if (!read.success) return `unreadable: ${read.error.issues[0]?.path.join('.') ?? ''}`;
  const source = read.data;
  const legs: OfferLeg[] = [];
  for (const slice of source.slices) {
    const leg = parseLeg(slice, airports);
    if (typeof leg === 'string') return leg;
    legs.push(leg);
  }
  if (!isInOrder(legs)) return 'flights out of order';
  const [firstLeg, ...otherLegs] = legs;
  const total = parseMoney(source.total_amount, source.total_currency);
  if (!firstLeg || !total || total.minor <= 0) return 'no price';
  return {
    id: `duffel:${source.id}`,
    provider: 'duffel',
    carrier: source.owner.iata_code ?? firstLeg.segments[0].carrier,
    legs: [firstLeg, ...otherLegs],
    total,
    perTraveller: source.passengers.length === 1 ? total : null,
    fare: parseFare(source, raw),
    co2Kg: parseEmissions(source),
    seatsLeft: null,
    separateTickets: false,
    observedAt,
    expiresAt: source.expires_at ?? null,
    booking: { kind: 'none', url: null },
    demo: false,
    reference: { value: source.id },
  };
}

function parseLeg(slice: Slice, airports: AirportZones): OfferLeg | string {
  const segments: Segment[] = [];
  for (const source of slice.segments) {
    const segment = parseSegment(source, airports);
    if (typeof segment === 'string') return segment;
    segments.push(segment);
  }
  const [first, ...rest] = segments;
  if (!first) return 'no segments';
  const last = rest.at(-1) ?? first;
  return { segments: [first, ...rest], durationMinutes: minutesBetween(first.departsAt, last.arrivesAt) };
}

function parseSegment(source: SliceSegment, airports: AirportZones): Segment | string {
  const { origin, destination } = source;
  const originZone = zoneOf(origin, airports);
  const destinationZone = zoneOf(destination, airports);
  if (!originZone || !destinationZone) return 'airport without a time zone';
  const carrier = source.marketing_carrier.iata_code ?? '';
  const number = source.marketing_carrier_flight_number ?? '';
  if (!carrierCode.test(carrier) || number === '') return 'no flight number';
  const { departsAt, arrivesAt, durationMinutes } = readFlightTimes(
    { at: source.departing_at, timeZone: originZone },
    { at: source.arriving_at, timeZone: destinationZone },
    source.duration,
  );
  if (durationMinutes <= 0) return 'arrives before it departs';
  const technicalStops = source.stops?.length ?? 0;
  return {
    carrier,
    number: number.replace(/^0+(?=\d)/, ''),
    operatedBy: source.operating_carrier?.iata_code ?? null,
    origin: origin.iata_code,
    destination: destination.iata_code,
    departsAt,
    arrivesAt,
    durationMinutes,
    aircraft: source.aircraft?.iata_code ?? null,
    cabin: parseCabin(source.passengers?.[0]?.cabin_class),
    ...(technicalStops > 0 ? { technicalStops } : {}),
  };
}

/** Theirs, and ours where they name none or one that is newer than the zones of this machine. */
const zoneOf = (airport: SliceSegment['origin'], airports: AirportZones): string | undefined =>
  airport.time_zone && isTimeZone(airport.time_zone)
    ? airport.time_zone
    : airports.find(airport.iata_code)?.timeZone;

const parseCabin = (name: string | null | undefined): Cabin | null =>
  cabins.find((cabin) => cabin === name) ?? null;

/** What holds on every segment: the lowest cabin and the fewest bags of the way, null as soon as one segment does not say. */
function parseFare(source: DuffelOffer, raw: unknown): Fare {
  const { slices, conditions } = source;
  const segments = slices.flatMap((slice) => slice.segments);
  const allowances = allowancesOf(source, raw);
  const brands = new Set(slices.map((slice) => slice.fare_brand_name ?? null));
  const [brand = null] = brands;
  return {
    brand: brands.size === 1 ? brand : null,
    cabin: lowestCabin(segments),
    refundable: conditions?.refund_before_departure?.allowed ?? null,
    changeable: conditions?.change_before_departure?.allowed ?? null,
    carryOnBags: fewestBags(allowances, 'carry_on'),
    checkedBags: fewestBags(allowances, 'checked'),
    extraBagPrice: null,
  };
}

function lowestCabin(segments: readonly SliceSegment[]): Cabin | null {
  const ranks = segments.map(({ passengers }) => {
    const cabin = parseCabin(passengers?.[0]?.cabin_class);
    return cabin ? cabins.indexOf(cabin) : -1;
  });
  return cabins[Math.min(...ranks)] ?? null;
}

type Allowance = readonly { readonly type: string; readonly quantity: number }[];

/** The bags of everyone with a seat, on every segment: what an infant on a lap may bring says nothing of the fare. */
function allowancesOf({ slices, passengers }: DuffelOffer, raw: unknown): readonly Allowance[] {
  const segments = slices.flatMap((slice) => slice.segments);
  const isOnLap = passengers.map(({ type }) => type === 'infant_without_seat');
  const seating = isOnLap.includes(true) ? DuffelSeating.safeParse(raw).data : undefined;
  const named = seating?.slices.flatMap((slice) => slice.segments);
  // Where the ids on a segment are none of the offer's, its travellers stand in the offer's order.
  const isSeated = (segment: number, place: number): boolean => {
    const id = named?.[segment]?.passengers?.[place]?.passenger_id;
    const known = passengers.findIndex((passenger) => passenger.id === id);
    return !isOnLap[known < 0 ? place : known];
  };
  return segments.flatMap(({ passengers: flying }, segment) =>
    (flying ?? [])
      .filter((_, place) => !seating || isSeated(segment, place))
      .map(({ baggages }) => baggages ?? []),
  );
}

/** A list of bags that lacks a kind includes none of it; an empty or missing list says nothing, as many airlines send none. */
function fewestBags(lists: readonly Allowance[], type: string): number | null {
  if (lists.length === 0 || lists.some((bags) => bags.length === 0)) return null;
  const counts = lists.map((bags) =>
    bags.filter((bag) => bag.type === type).reduce((sum, bag) => sum + bag.quantity, 0),
  );
  return Math.min(...counts);
}

/** Kilograms for one traveller; Duffel gives the sum for all of them. */
function parseEmissions({ total_emissions_kg: total, passengers }: DuffelOffer): number | null {
  if (total === null || total === undefined || total === '') return null;
  const kilograms = Number(total) / passengers.length;
  return Number.isFinite(kilograms) ? Math.round(kilograms) : null;
}
