import type { Layover, Offer, OfferLeg, Segment } from './offer.ts';
import { localDayOf, localMinuteOfDay, minutesBetween } from './zoned-minute.ts';

export const firstSegment = (leg: OfferLeg): Segment => leg.segments[0];
export const lastSegment = (leg: OfferLeg): Segment =>
  leg.segments[leg.segments.length - 1] ?? leg.segments[0];

/** Landings between take-off and arrival: changes of flight and stops on the way. */
export const stopsOf = (leg: OfferLeg): number =>
  leg.segments.reduce((stops, segment) => stops + (segment.technicalStops ?? 0), leg.segments.length - 1);

/** Calendar days between local departure and local arrival: 1 for "+1", -1 across the date line. */
export const dayShiftOf = (leg: OfferLeg): number =>
  localDayOf(lastSegment(leg).arrivesAt) - localDayOf(firstSegment(leg).departsAt);

/** The waits of a leg in order. Overnight: at least four hours of it, and 03:00 local time falls inside. */
export function layoversOf(leg: OfferLeg): Layover[] {
  return leg.segments.slice(1).map((next, index) => {
    const previous = leg.segments[index] ?? next;
    const minutes = minutesBetween(previous.arrivesAt, next.departsAt);
    return {
      airport: previous.destination,
      minutes,
      overnight: minutes >= 240 && spansSmallHours(localMinuteOfDay(previous.arrivesAt), minutes),
      changesAirport: previous.destination !== next.origin,
    };
  });
}

function spansSmallHours(arrivalMinute: number, minutes: number): boolean {
  const untilThree = (180 - arrivalMinute + 1440) % 1440;
  return untilThree < minutes;
}

/** From first departure to last arrival over every leg, waits at the destination excluded. */
export const totalDurationMinutes = (offer: Offer): number =>
  offer.legs.reduce((sum, leg) => sum + leg.durationMinutes, 0);

/** The same for two offers exactly when they are the same flights on the same days; fare and source do not matter. */
export function flightsKey({ legs }: Pick<Offer, 'legs'>): string {
  let key = '';
  for (const leg of legs) {
    for (const { carrier, number, origin, destination, departsAt } of leg.segments)
      key += `${carrier}${number}${origin}${destination}${departsAt.epochMinutes}+`;
    key += '|';
  }
  return key;
}
