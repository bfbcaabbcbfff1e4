import { cabins } from '../domain/cabin.ts';
import { dayShiftOf, firstSegment, lastSegment, layoversOf } from '../domain/itinerary.ts';
import type { Warning } from '../domain/ranked.ts';
import type { Offer, OfferLeg } from '../domain/offer.ts';
import type { Trip } from '../domain/trip.ts';
import { bagCostOf } from './bag-cost.ts';
import { isUnsocial } from './criteria.ts';
import { otherAirportsOf } from './other-airports.ts';
import { longMinutes, tightMinutes } from './weights.ts';

/** Seats at which a traveller should hurry. */
const fewSeats = 4;

/** What a traveller should know before choosing: of the whole trip first, then in the order of the journey. */
export function warningsOf(offer: Offer, trip: Trip, currency: string): Warning[] {
  const warnings: Warning[] = [];
  for (const { end, airport, instead } of otherAirportsOf(offer, trip)) {
    if (end === 'leaves') warnings.push({ kind: 'returns_from_other_airport', from: airport, instead });
    else warnings.push({ kind: 'comes_back_elsewhere', to: airport, instead });
  }
  let index = 0;
  for (const leg of offer.legs) {
    if (isUnsocial(firstSegment(leg).departsAt)) warnings.push({ kind: 'unsocial_departure', leg: index });
    addLayovers(warnings, leg);
    const days = dayShiftOf(leg);
    if (days > 0) warnings.push({ kind: 'arrives_later_day', leg: index, days });
    const { arrivesAt } = lastSegment(leg);
    if (isUnsocial(arrivesAt)) warnings.push({ kind: 'unsocial_arrival', leg: index, at: arrivesAt });
    index += 1;
  }
  if (offer.separateTickets) warnings.push({ kind: 'separate_tickets' });
  const bags = bagCostOf(offer, trip);
  if (bags.unknown) warnings.push({ kind: 'bags_unknown' });
  else if (bags.missing > 0) warnings.push({ kind: 'bags_cost_extra', cost: bags.price });
  if (mixesCabins(offer, trip)) warnings.push({ kind: 'mixed_cabin' });
  if (offer.seatsLeft !== null && offer.seatsLeft <= fewSeats)
    warnings.push({ kind: 'few_seats', seats: offer.seatsLeft });
  if (offer.total.currency !== currency)
    warnings.push({ kind: 'approximate_price_order', currency: offer.total.currency });
  return warnings;
}

function addLayovers(warnings: Warning[], leg: OfferLeg): void {
  let position = 0;
  for (const { airport, minutes, overnight, changesAirport } of layoversOf(leg)) {
    position += 1;
    const to = leg.segments[position]?.origin ?? airport;
    if (changesAirport) warnings.push({ kind: 'changes_airport', from: airport, to, minutes });
    if (overnight) warnings.push({ kind: 'overnight_layover', airport, minutes });
    else if (minutes > longMinutes) warnings.push({ kind: 'long_layover', airport, minutes });
    if (minutes < tightMinutes) warnings.push({ kind: 'tight_connection', airport, minutes });
  }
}

function mixesCabins({ legs, fare }: Offer, { cabin }: Trip): boolean {
  const wanted = cabins.indexOf(cabin ?? fare.cabin ?? 'economy');
  // Nothing is below economy, the cabin of most fares.
  if (wanted === 0) return false;
  return legs.some((leg) =>
    leg.segments.some((segment) => segment.cabin && cabins.indexOf(segment.cabin) < wanted),
  );
}
