import type { FlightCard } from '../contract/flight-card.ts';
import type { Money as WireMoney } from '../contract/money.ts';
import { describeReason, describeWarning, isAgainstFirst } from '../dialogue/say/describe-ranking.ts';
import type { Formats } from '../dialogue/format.ts';
import { dayShiftOf, firstSegment, lastSegment, layoversOf, stopsOf } from '../domain/itinerary.ts';
import type { Money } from '../domain/money.ts';
import type { Fare, Layover, Offer, OfferLeg, Segment } from '../domain/offer.ts';
import type { OfferSource, RankedOffer } from '../domain/ranked.ts';
import { airlineName } from '../domain/reference/airlines.ts';
import { toIso } from '../domain/zoned-minute.ts';
import { inOnePiece } from './in-one-piece.ts';
import { toWireMoney } from './wire-money.ts';

/** A ranked offer as a card; reasons and warnings in the traveller's formats. `travellers` counts the party. */
export function toFlightCard(ranked: RankedOffer, travellers: number, formats: Formats): FlightCard {
  const { offer, withBags } = ranked;
  const againstFirst = ranked.reasons.findIndex(isAgainstFirst);
  const total = toWireMoney(offer.total);
  // Most cards have one fare from one source, at the very amount of the offer.
  const wire = (amount: Money): WireMoney => (amount === offer.total ? total : toWireMoney(amount));
  return {
    offer_id: offer.id,
    provider: offer.provider,
    airline: { code: offer.carrier, name: airlineName(offer.carrier) },
    legs: offer.legs.map(toCardLeg),
    price: {
      total,
      per_traveller: perTraveller(offer, travellers, total),
      includes: 'all travellers, taxes',
      with_bags: withBags && wire(withBags),
      // Where nothing was added or converted, the total says it.
      ...(ranked.compared !== offer.total && { compared: wire(ranked.compared) }),
    },
    fare: toCardFare(offer.fare),
    fares: ranked.fares.map((each) => toCardFareChoice(each, wire(each.total))),
    sources: ranked.sources.map((source) => toCardSource(source, wire(source.total))),
    co2_kg: offer.co2Kg,
    seats_left: offer.seatsLeft,
    badges: [...ranked.badges],
    score: Math.round(ranked.score * 1000) / 1000,
    reasons: ranked.reasons.map((reason) => inOnePiece(describeReason(reason, formats))),
    reason_against_first: againstFirst < 0 ? null : againstFirst,
    warnings: ranked.warnings.map((warning) =>
      inOnePiece(describeWarning(warning, offer.legs.length, formats)),
    ),
    demo: offer.demo,
    observed_at: offer.observedAt,
    expires_at: offer.expiresAt,
    booking: { kind: offer.booking.kind, url: offer.booking.url },
  };
}

/** What one adult pays where the source says so; the total where there is only one traveller. */
const perTraveller = (offer: Offer, travellers: number, total: WireMoney): WireMoney | null => {
  if (offer.perTraveller) return toWireMoney(offer.perTraveller);
  return travellers === 1 ? total : null;
};

function toCardLeg(leg: OfferLeg): FlightCard['legs'][number] {
  const segments = leg.segments.map(toCardSegment);
  const [first, last] = [firstSegment(leg), lastSegment(leg)];
  return {
    origin: first.origin,
    destination: last.destination,
    departs_at: segments[0]?.departs_at ?? toIso(first.departsAt),
    arrives_at: segments.at(-1)?.arrives_at ?? toIso(last.arrivesAt),
    duration_minutes: leg.durationMinutes,
    stops: stopsOf(leg),
    day_shift: dayShiftOf(leg),
    segments,
    layovers: layoversOf(leg).map(toCardLayover),
  };
}

const toCardSegment = (segment: Segment): FlightCard['legs'][number]['segments'][number] => ({
  flight: `${segment.carrier} ${segment.number}`,
  operated_by: segment.operatedBy,
  origin: segment.origin,
  destination: segment.destination,
  departs_at: toIso(segment.departsAt),
  arrives_at: toIso(segment.arrivesAt),
  aircraft: segment.aircraft,
  cabin: segment.cabin,
});

const toCardLayover = (layover: Layover): FlightCard['legs'][number]['layovers'][number] => ({
  airport: layover.airport,
  minutes: layover.minutes,
  overnight: layover.overnight,
  changes_airport: layover.changesAirport,
});

const toCardFare = (fare: Fare): FlightCard['fare'] => ({
  brand: fare.brand,
  cabin: fare.cabin,
  refundable: fare.refundable,
  changeable: fare.changeable,
  carry_on_bags: fare.carryOnBags,
  checked_bags: fare.checkedBags,
  extra_bag_price: fare.extraBagPrice && toWireMoney(fare.extraBagPrice),
});

/** Written out rather than spread from the fare, because that makes an object twice. */
const toCardFareChoice = ({ id, fare }: Offer, total: WireMoney): FlightCard['fares'][number] => ({
  brand: fare.brand,
  cabin: fare.cabin,
  refundable: fare.refundable,
  changeable: fare.changeable,
  carry_on_bags: fare.carryOnBags,
  checked_bags: fare.checkedBags,
  extra_bag_price: fare.extraBagPrice && toWireMoney(fare.extraBagPrice),
  offer_id: id,
  total,
});

const toCardSource = (source: OfferSource, total: WireMoney): FlightCard['sources'][number] => ({
  provider: source.provider,
  offer_id: source.offerId,
  total,
});
