import type { Airport, Airports } from '../../src/domain/reference/airports.ts';
import {
  adultFare,
  itineraryOf,
  kilometresBetween,
  pick,
  remembered,
  type SimulatedItinerary,
} from './flights.ts';
import { jsonTemplate, type Places } from './json-template.ts';

export interface OfferQuestion {
  readonly legs: readonly { readonly from: Airport; readonly to: Airport; readonly date: string }[];
  readonly adults: number;
  readonly children: number;
  readonly infants: number;
  /** Amadeus travel class. */
  readonly cabin: string;
  readonly currency: string;
  readonly nonStop: boolean;
}

export const carrierNames: Readonly<Record<string, string>> = {
  TP: 'TAP PORTUGAL',
  LH: 'LUFTHANSA',
  BA: 'BRITISH AIRWAYS',
  AF: 'AIR FRANCE',
  UA: 'UNITED AIRLINES',
  DL: 'DELTA AIR LINES',
  KL: 'KLM ROYAL DUTCH AIRLINES',
  IB: 'IBERIA',
  AY: 'FINNAIR',
  SK: 'SCANDINAVIAN AIRLINES',
};

type Template = ReturnType<typeof jsonTemplate>;

/** Offers of the same routes and party differ from day to day in their times and amounts only. */
const templatesOf = remembered<Template[]>();

/** Where a value stands in an offer. Two for each kind of traveller and each flight follow on the named ones. */
const place = { date: 0, seats: 1, total: 2, base: 3, travellers: 4, flights: 10 } as const;

const travellerTypes = [
  { type: 'ADULT', share: 1 },
  { type: 'CHILD', share: 0.75 },
  { type: 'HELD_INFANT', share: 0.1 },
] as const;

/** Offers for a question as JSON in the shape of Flight Offers Search v2, with the fields that real answers carry: the pieces of the nth on each call. */
export function amadeusOffers(
  airports: Airports,
  question: OfferQuestion,
  priceFactor: number,
): (nth: number) => readonly string[] {
  const { legs, currency, cabin, nonStop } = question;
  const party = [question.adults, question.children, question.infants];
  const seed = legs.map(({ from, to, date }) => from.iata + to.iata + date).join();
  const kilometres = legs.reduce((sum, { from, to }) => sum + kilometresBetween(from, to), 0);
  const routes = legs.map(({ from, to }) => from.iata + to.iata).join();
  const templates = templatesOf(`${routes} ${party.join()} ${cabin} ${currency} ${nonStop}`, () => []);
  return (nth) => {
    const ways = legs.map(({ from, to, date }) =>
      itineraryOf(airports, from, to, date, nonStop ? nth * 3 : nth),
    );
    const adult = adultFare(seed, nth, kilometres, currency, cabin) * priceFactor;
    const amounts = travellerTypes.map(({ share }) => Math.round(adult * share * 100) / 100);
    const total = amounts.reduce((sum, amount, kind) => sum + amount * (party[kind] ?? 0), 0).toFixed(2);
    const template = (templates[nth] ??= jsonTemplate((places) => offerShape(question, ways, nth, places)));
    return template([
      legs[0]?.date ?? '',
      String(1 + pick(seed, nth + 50, 9)),
      total,
      (Number(total) * 0.8).toFixed(2),
      ...amounts.flatMap((amount) => [amount.toFixed(2), (amount * 0.8).toFixed(2)]),
      ...segmentsOf(ways).flatMap(({ departs, arrives }) => [departs, arrives]),
    ]);
  };
}

const segmentsOf = (ways: readonly SimulatedItinerary[]) => ways.flatMap(({ segments }) => segments);

/** Who flies, one by one, with the place of the type among `travellerTypes`. */
const travellersOf = ({ adults, children, infants }: OfferQuestion) =>
  [adults, children, infants].flatMap((count, kind) =>
    Array.from({ length: count }, () => ({ type: travellerTypes[kind]?.type, kind })),
  );

function offerShape(
  question: OfferQuestion,
  ways: readonly SimulatedItinerary[],
  nth: number,
  { text, number }: Places,
): object {
  const segments = segmentsOf(ways);
  const carrier = segments[0]?.carrier ?? 'TP';
  return {
    type: 'flight-offer',
    id: String(nth + 1),
    source: 'GDS',
    instantTicketingRequired: false,
    nonHomogeneous: false,
    oneWay: false,
    isUpsellOffer: false,
    lastTicketingDate: text(place.date),
    lastTicketingDateTime: text(place.date),
    numberOfBookableSeats: number(place.seats),
    itineraries: formatItineraries(ways, text),
    price: {
      currency: question.currency,
      total: text(place.total),
      base: text(place.base),
      fees: [
        { amount: '0.00', type: 'SUPPLIER' },
        { amount: '0.00', type: 'TICKETING' },
      ],
      grandTotal: text(place.total),
    },
    pricingOptions: { fareType: ['PUBLISHED'], includedCheckedBagsOnly: nth % 2 === 0 },
    validatingAirlineCodes: [carrier],
    travelerPricings: travellersOf(question).map(({ type, kind }, index) => ({
      travelerId: String(index + 1),
      fareOption: 'STANDARD',
      travelerType: type,
      price: {
        currency: question.currency,
        total: text(place.travellers + 2 * kind),
        base: text(place.travellers + 2 * kind + 1),
      },
      fareDetailsBySegment: segments.map((_, position) => ({
        segmentId: String(position + 1),
        cabin: question.cabin,
        fareBasis: `${carrier}${nth % 2 === 0 ? 'CLS' : 'LGT'}0`,
        brandedFare: nth % 2 === 0 ? 'CLASSIC' : 'LIGHT',
        brandedFareLabel: nth % 2 === 0 ? 'Classic' : 'Light',
        class: 'Y',
        includedCheckedBags: { quantity: nth % 2 === 0 ? 1 : 0 },
        includedCabinBags: { quantity: 1 },
        amenities: [
          { description: 'REFUNDABLE TICKET', isChargeable: nth % 2 === 1, amenityType: 'BRANDED_FARES' },
          { description: 'CHANGEABLE TICKET', isChargeable: true, amenityType: 'BRANDED_FARES' },
        ],
      })),
    })),
  };
}

function formatItineraries(ways: readonly SimulatedItinerary[], text: Places['text']): object[] {
  let position = -1;
  return ways.map(({ segments, minutes }) => ({
    duration: period(minutes),
    segments: segments.map((segment) => {
      position += 1;
      return {
        departure: { iataCode: segment.from.iata, terminal: '1', at: text(place.flights + 2 * position) },
        arrival: { iataCode: segment.to.iata, terminal: '2', at: text(place.flights + 2 * position + 1) },
        carrierCode: segment.carrier,
        number: segment.number,
        aircraft: { code: segment.aircraft },
        operating: { carrierCode: segment.carrier },
        duration: period(segment.minutes),
        id: String(position + 1),
        numberOfStops: 0,
        blacklistedInEU: false,
      };
    }),
  }));
}

const period = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
