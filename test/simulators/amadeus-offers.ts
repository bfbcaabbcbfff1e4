import type { Airport, Airports } from '../../src/domain/reference/airports.ts';
import { adultFare, itineraryOf, kilometresBetween, pick, type SimulatedItinerary } from './flights.ts';

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

/** The nth offer for a question in the shape of Flight Offers Search v2, with the fields that real answers carry. */
export function amadeusOffer(
  airports: Airports,
  question: OfferQuestion,
  nth: number,
  priceFactor: number,
): object {
  const ways = question.legs.map(({ from, to, date }) =>
    itineraryOf(airports, from, to, date, question.nonStop ? nth * 3 : nth),
  );
  const seed = question.legs.map(({ from, to, date }) => from.iata + to.iata + date).join();
  const kilometres = question.legs.reduce((sum, { from, to }) => sum + kilometresBetween(from, to), 0);
  const adult = adultFare(seed, nth, kilometres, question.currency, question.cabin) * priceFactor;
  const travelers = [
    ...Array.from({ length: question.adults }, () => ({ travelerType: 'ADULT', amount: adult })),
    ...Array.from({ length: question.children }, () => ({ travelerType: 'CHILD', amount: adult * 0.75 })),
    ...Array.from({ length: question.infants }, () => ({ travelerType: 'HELD_INFANT', amount: adult * 0.1 })),
  ].map((traveler) => ({ ...traveler, amount: Math.round(traveler.amount * 100) / 100 }));
  const total = travelers.reduce((sum, { amount }) => sum + amount, 0).toFixed(2);
  const segments = ways.flatMap((way) => way.segments);
  const carrier = segments[0]?.carrier ?? 'TP';
  return {
    type: 'flight-offer',
    id: String(nth + 1),
    source: 'GDS',
    instantTicketingRequired: false,
    nonHomogeneous: false,
    oneWay: false,
    isUpsellOffer: false,
    lastTicketingDate: question.legs[0]?.date,
    lastTicketingDateTime: question.legs[0]?.date,
    numberOfBookableSeats: 1 + pick(seed, nth + 50, 9),
    itineraries: formatItineraries(ways),
    price: {
      currency: question.currency,
      total,
      base: (Number(total) * 0.8).toFixed(2),
      fees: [
        { amount: '0.00', type: 'SUPPLIER' },
        { amount: '0.00', type: 'TICKETING' },
      ],
      grandTotal: total,
    },
    pricingOptions: { fareType: ['PUBLISHED'], includedCheckedBagsOnly: nth % 2 === 0 },
    validatingAirlineCodes: [carrier],
    travelerPricings: travelers.map(({ travelerType, amount }, index) => ({
      travelerId: String(index + 1),
      fareOption: 'STANDARD',
      travelerType,
      price: { currency: question.currency, total: amount.toFixed(2), base: (amount * 0.8).toFixed(2) },
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

function formatItineraries(ways: readonly SimulatedItinerary[]): object[] {
  let id = 0;
  return ways.map(({ segments, minutes }) => ({
    duration: period(minutes),
    segments: segments.map((segment) => ({
      departure: { iataCode: segment.from.iata, terminal: '1', at: segment.departs },
      arrival: { iataCode: segment.to.iata, terminal: '2', at: segment.arrives },
      carrierCode: segment.carrier,
      number: segment.number,
      aircraft: { code: segment.aircraft },
      operating: { carrierCode: segment.carrier },
      duration: period(segment.minutes),
      id: String((id += 1)),
      numberOfStops: 0,
      blacklistedInEU: false,
    })),
  }));
}

const period = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
