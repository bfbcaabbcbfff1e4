import { dayShiftOf, firstSegment, lastSegment, layoversOf, stopsOf } from '../../domain/itinerary.ts';
import type { Offer, OfferLeg } from '../../domain/offer.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import type { Formats } from '../format.ts';
import { stopsText } from '../texts/en.ts';

/** "TAP Air Portugal TP 218": the seller and the first flight's number. */
export function nameOffer(offer: Offer): string {
  const first = firstSegment(offer.legs[0]);
  return `${airlineName(offer.carrier)} ${first.carrier} ${first.number}`;
}

/** One offer in one line: airline, times, duration, stops of each leg, and the price for the party. */
export function describeOffer(offer: Offer, formats: Formats): string {
  const legs = offer.legs.map((leg) => describeLeg(leg, formats)).join('; back ');
  return `**${nameOffer(offer)}**, ${legs}, **${formats.money(offer.total)}**`;
}

/** "6:05 PM to 5:40 AM (+1), 6 h 35 min, nonstop". */
export function describeLeg(leg: OfferLeg, formats: Formats): string {
  const shift = dayShiftOf(leg);
  const later = shift === 0 ? '' : ` (${shift > 0 ? '+' : '−'}${Math.abs(shift)})`;
  const stops = stopsOf(leg);
  const where = [...new Set(layoversOf(leg).map(({ airport }) => airport))];
  return [
    `${formats.time(firstSegment(leg).departsAt)} to ${formats.time(lastSegment(leg).arrivesAt)}${later}`,
    formats.duration(leg.durationMinutes),
    stopsText(stops) + (where.length > 0 ? ` in ${formats.list(where)}` : ''),
  ].join(', ');
}
