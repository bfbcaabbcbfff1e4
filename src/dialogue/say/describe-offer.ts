import { dayShiftOf, firstSegment, lastSegment, layoversOf, stopsOf } from '../../domain/itinerary.ts';
import { sameMoney, type Money } from '../../domain/money.ts';
import type { Offer, OfferLeg } from '../../domain/offer.ts';
import { localDateOf } from '../../domain/zoned-minute.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import { metroOfAirport } from '../../domain/reference/metro-areas.ts';
import type { Formats } from '../format.ts';
import { stopsText } from '../texts/en.ts';

/** "TAP Air Portugal TP 218": the first flight and whose number it has, and the seller where that is another airline. */
export function nameOffer(offer: Offer): string {
  const { carrier, number } = firstSegment(offer.legs[0]);
  const seller = offer.carrier === carrier ? '' : `, sold by ${airlineName(offer.carrier)}`;
  return `${airlineName(carrier)} ${carrier} ${number}${seller}`;
}

/** The legs of an offer in words, one after another: "back" where it comes back to where it left, "then" of other ones. */
export const joinLegs = ({ legs }: Offer, describe: (leg: OfferLeg) => string): string =>
  legs.map(describe).join(legs.length === 2 && comesBack(legs) ? '; back ' : '; then ');

const comesBack = (legs: Offer['legs']): boolean =>
  cityOf(lastSegment(legs[legs.length - 1] ?? legs[0]).destination) === cityOf(firstSegment(legs[0]).origin);
const cityOf = (airport: string): string => metroOfAirport.get(airport)?.code ?? airport;

interface Wishes {
  /** Where they are not known from elsewhere. */
  readonly days?: boolean;
  /** The total with the bags that were asked for, where it is known. */
  readonly withBags?: Money | null;
}

/** One offer in one line: airline, times, duration, stops of each leg, and the price for the party. */
export function describeOffer(
  offer: Offer,
  formats: Formats,
  { days = false, withBags = null }: Wishes = {},
): string {
  const legs = joinLegs(offer, (leg) =>
    days
      ? `${formats.shortDate(localDateOf(firstSegment(leg).departsAt))}, ${describeLeg(leg, formats)}`
      : describeLeg(leg, formats),
  );
  return `**${nameOffer(offer)}**, ${legs}, **${describePrice({ offer, withBags }, formats)}**`;
}

/** "$1,158", and where bags come on top "$1,158, $1,428 with the bags". */
export function describePrice(
  { offer: { total }, withBags }: { readonly offer: Pick<Offer, 'total'>; readonly withBags: Money | null },
  formats: Formats,
): string {
  const seats = formats.money(total);
  return !withBags || sameMoney(withBags, total)
    ? seats
    : `${seats}, ${formats.money(withBags)} with the bags`;
}

/** "6:05 PM to 5:40 AM (+1)". */
export function describeTimes(leg: OfferLeg, formats: Formats): string {
  const shift = dayShiftOf(leg);
  const later = shift === 0 ? '' : ` (${shift > 0 ? '+' : '−'}${Math.abs(shift)})`;
  return `${formats.time(firstSegment(leg).departsAt)} to ${formats.time(lastSegment(leg).arrivesAt)}${later}`;
}

/** "6:05 PM to 5:40 AM (+1), 6 h 35 min, nonstop". */
export function describeLeg(leg: OfferLeg, formats: Formats): string {
  const stops = stopsOf(leg);
  const where = new Set(layoversOf(leg).map(({ airport }) => airport));
  const through = where.size > 0 ? ` in ${formats.list([...where])}` : '';
  return `${describeTimes(leg, formats)}, ${formats.duration(leg.durationMinutes)}, ${stopsText(stops)}${through}`;
}
