import type { Cabin } from './cabin.ts';
import type { Money } from './money.ts';
import type { OfferReference } from './offer-reference.ts';
import type { ZonedMinute } from './zoned-minute.ts';

/** One flight number from take-off to landing, as the timetable has it. */
export interface Segment {
  /** Marketing carrier, IATA code. */
  readonly carrier: string;
  /** Flight number without the carrier: "218". */
  readonly number: string;
  /** Operating carrier's IATA code; null where the source does not say. */
  readonly operatedBy: string | null;
  /** IATA airport codes. */
  readonly origin: string;
  readonly destination: string;
  readonly departsAt: ZonedMinute;
  readonly arrivesAt: ZonedMinute;
  readonly durationMinutes: number;
  /** IATA aircraft type code; null where unknown. */
  readonly aircraft: string | null;
  readonly cabin: Cabin | null;
  /** Landings on the way under the same flight number; absent where the source tells of none. */
  readonly technicalStops?: number;
}

/** All segments of one direction, in order; layovers follow from them. */
export interface OfferLeg {
  readonly segments: readonly [Segment, ...Segment[]];
  /** From first departure to last arrival. */
  readonly durationMinutes: number;
}

export interface Fare {
  /** The airline's name for the fare family ("Discount"); null where unknown. */
  readonly brand: string | null;
  readonly cabin: Cabin | null;
  /** Before departure, free or at a fee: which of the two not every source says. */
  readonly refundable: boolean | null;
  readonly changeable: boolean | null;
  /** Pieces per traveller that the price includes. */
  readonly carryOnBags: number | null;
  readonly checkedBags: number | null;
  /** What one more checked bag costs for one traveller over the whole trip; null where the source does not say. */
  readonly extraBagPrice: Money | null;
}

/** How an offer becomes a ticket: an order through us, a link to the seller, or not at all. */
export interface BookingWay {
  readonly kind: 'order' | 'link' | 'none';
  readonly url: string | null;
}

/** Seats on certain flights at a price, as one source offered them at one moment. What the source did not say is null. */
export interface Offer {
  /** Unique over all sources: the provider's id, a colon, the source's own id. */
  readonly id: string;
  readonly provider: string;
  /** Carrier that sells the ticket (validating or owning carrier), IATA code. */
  readonly carrier: string;
  readonly legs: readonly [OfferLeg, ...OfferLeg[]];
  /** For the whole party, taxes included. */
  readonly total: Money;
  /** For one adult where the source says so; null otherwise. */
  readonly perTraveller: Money | null;
  readonly fare: Fare;
  /** For one traveller over all legs. */
  readonly co2Kg: number | null;
  readonly seatsLeft: number | null;
  /** Sold as tickets that do not protect each other's connections. */
  readonly separateTickets: boolean;
  /** ISO instants. */
  readonly observedAt: string;
  readonly expiresAt: string | null;
  readonly booking: BookingWay;
  /** Invented by the demo world; every face must say so. */
  readonly demo: boolean;
  /** For checking or ordering this offer again. */
  readonly reference: OfferReference;
}

/** The wait between two segments of one leg. */
export interface Layover {
  /** Where the first segment lands. */
  readonly airport: string;
  readonly minutes: number;
  /** Includes the small hours: see isOvernight. */
  readonly overnight: boolean;
  readonly changesAirport: boolean;
}
