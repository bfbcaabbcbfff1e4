import type { FlightCard } from '../contract/flight-card.ts';
import { describeReason, describeWarning } from '../dialogue/say/describe-ranking.ts';
import type { Formats } from '../dialogue/format.ts';
import { dayShiftOf, firstSegment, lastSegment, layoversOf, stopsOf } from '../domain/itinerary.ts';
import type { Fare, Offer, OfferLeg } from '../domain/offer.ts';
import type { RankedOffer } from '../domain/ranked.ts';
import { airlineName } from '../domain/reference/airlines.ts';
import { toIso } from '../domain/zoned-minute.ts';
import { toWireMoney } from './wire-money.ts';

/** A ranked offer as a card; reasons and warnings in the traveller's formats. `travellers` counts the party. */
export function toFlightCard(ranked: RankedOffer, travellers: number, formats: Formats): FlightCard {
  const { offer } = ranked;
  return {
    offer_id: offer.id,
    provider: offer.provider,
    airline: { code: offer.carrier, name: airlineName(offer.carrier) },
    legs: offer.legs.map(toCardLeg),
    price: {
      total: toWireMoney(offer.total),
      per_traveller: perTraveller(offer, travellers),
      includes: 'all travellers, taxes',
    },
    fare: toCardFare(offer.fare),
    fares: ranked.fares.map((fare) => ({
      ...toCardFare(fare.fare),
      offer_id: fare.id,
      total: toWireMoney(fare.total),
    })),
    sources: ranked.sources.map(({ provider, offerId, total }) => ({
      provider,
      offer_id: offerId,
      total: toWireMoney(total),
    })),
    co2_kg: offer.co2Kg,
    seats_left: offer.seatsLeft,
    badges: [...ranked.badges],
    score: Math.round(ranked.score * 1000) / 1000,
    reasons: ranked.reasons.map((reason) => describeReason(reason, formats)),
    warnings: ranked.warnings.map((warning) => describeWarning(warning, offer.legs.length, formats)),
    demo: offer.demo,
    observed_at: offer.observedAt,
    expires_at: offer.expiresAt,
    booking: { kind: offer.booking.kind, url: offer.booking.url },
  };
}

/** What one adult pays where the source says so; the total where there is only one traveller. */
const perTraveller = (offer: Offer, travellers: number) => {
  if (offer.perTraveller) return toWireMoney(offer.perTraveller);
  return travellers === 1 ? toWireMoney(offer.total) : null;
};

function toCardLeg(leg: OfferLeg): FlightCard['legs'][number] {
  const [first, last] = [firstSegment(leg), lastSegment(leg)];
  return {
    origin: first.origin,
    destination: last.destination,
    departs_at: toIso(first.departsAt),
    arrives_at: toIso(last.arrivesAt),
    duration_minutes: leg.durationMinutes,
    stops: stopsOf(leg),
    day_shift: dayShiftOf(leg),
    segments: leg.segments.map((segment) => ({
      flight: `${segment.carrier} ${segment.number}`,
      operated_by: segment.operatedBy,
      origin: segment.origin,
      destination: segment.destination,
      departs_at: toIso(segment.departsAt),
      arrives_at: toIso(segment.arrivesAt),
      aircraft: segment.aircraft,
      cabin: segment.cabin,
    })),
    layovers: layoversOf(leg).map(({ airport, minutes, overnight, changesAirport }) => ({
      airport,
      minutes,
      overnight,
      changes_airport: changesAirport,
    })),
  };
}

const toCardFare = (fare: Fare): FlightCard['fare'] => ({
  brand: fare.brand,
  cabin: fare.cabin,
  refundable: fare.refundable,
  changeable: fare.changeable,
  carry_on_bags: fare.carryOnBags,
  checked_bags: fare.checkedBags,
  extra_bag_price: fare.extraBagPrice && toWireMoney(fare.extraBagPrice),
});
