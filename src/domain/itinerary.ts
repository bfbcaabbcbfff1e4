import type { Layover, Offer, OfferLeg, Segment } from './offer.ts';
import { localDayOf, localMinuteOfDay, minutesBetween } from './zoned-minute.ts';

export const firstSegment = (leg: OfferLeg): Segment => leg.segments[0];
export const lastSegment = (leg: OfferLeg): Segment =>
  leg.segments[leg.segments.length - 1] ?? leg.segments[0];

/** Landings between take-off and arrival: changes of flight and stops on the way. */
export function stopsOf({ segments }: OfferLeg): number {
  let stops = segments.length - 1;
  for (const { technicalStops } of segments) stops += technicalStops ?? 0;
  return stops;
}

/** Calendar days between local departure and local arrival: 1 for "+1", -1 across the date line. */
export const dayShiftOf = (leg: OfferLeg): number =>
  localDayOf(lastSegment(leg).arrivesAt) - localDayOf(firstSegment(leg).departsAt);

/** In the air, a night is longer than a late hop over midnight. */
const shortestNightFlight = 240;

/** Whether the night is spent on board: a flight of some hours lands on a later day than it left. */
export const fliesThroughNight = ({ segments }: OfferLeg): boolean =>
  segments.some(
    ({ departsAt, arrivesAt, durationMinutes }) =>
      durationMinutes >= shortestNightFlight && localDayOf(arrivesAt) > localDayOf(departsAt),
  );

const noLayovers: readonly Layover[] = [];

/** The waits of a leg in order. */
export function layoversOf({ segments }: OfferLeg): readonly Layover[] {
  const [first, second, ...others] = segments;
  if (!second) return noLayovers;
  const layovers = [layoverBetween(first, second)];
  let previous = second;
  for (const next of others) {
    layovers.push(layoverBetween(previous, next));
    previous = next;
  }
  return layovers;
}

/** The wait between two segments. Overnight: at least four hours of it, and 03:00 local time falls inside. */
function layoverBetween(previous: Segment, next: Segment): Layover {
  const minutes = minutesBetween(previous.arrivesAt, next.departsAt);
  return {
    airport: previous.destination,
    minutes,
    overnight: minutes >= 240 && spansSmallHours(localMinuteOfDay(previous.arrivesAt), minutes),
    changesAirport: previous.destination !== next.origin,
  };
}

function spansSmallHours(arrivalMinute: number, minutes: number): boolean {
  const untilThree = (180 - arrivalMinute + 1440) % 1440;
  return untilThree < minutes;
}

/**
 * Whether the flights of each leg can be flown one after another, and the legs are in the order in which they begin. A leg that begins before
 * the one before it has ended is let pass: an example of Duffel's own has the same flight twice.
 */
export function isInOrder(legs: readonly OfferLeg[]): boolean {
  let begun = -Infinity;
  for (const { segments } of legs) {
    const begins = segments[0].departsAt.epochMinutes;
    if (begins < begun) return false;
    begun = begins;
    let landed = begins;
    for (const { departsAt, arrivesAt } of segments) {
      if (departsAt.epochMinutes < landed) return false;
      landed = arrivesAt.epochMinutes;
    }
  }
  return true;
}

/** From first departure to last arrival over every leg, waits at the destination excluded. */
export function totalDurationMinutes({ legs }: Offer): number {
  let minutes = 0;
  for (const { durationMinutes } of legs) minutes += durationMinutes;
  return minutes;
}

type Flights = Pick<Offer, 'legs'>;

/** The same for two offers exactly when they are the same flights on the same days; fare and source do not matter. */
export function flightsKey({ legs }: Flights): string {
  let key = '';
  for (const leg of legs) {
    for (const { carrier, number, origin, destination, departsAt } of leg.segments)
      key += `${carrier}${number}${origin}${destination}${departsAt.epochMinutes}+`;
    key += '|';
  }
  return key;
}

/** Whether the keys of two offers are the same, without making them: every offer of a search is compared with others. */
export function sameFlights(a: Flights, b: Flights): boolean {
  if (a.legs.length !== b.legs.length) return false;
  for (const [index, { segments }] of a.legs.entries()) {
    const others = b.legs[index]?.segments;
    if (segments.length !== others?.length) return false;
    for (const [place, segment] of segments.entries()) {
      const other = others[place];
      if (!other || !sameFlight(segment, other)) return false;
    }
  }
  return true;
}

const sameFlight = (a: Segment, b: Segment): boolean =>
  a.departsAt.epochMinutes === b.departsAt.epochMinutes &&
  a.number === b.number &&
  a.carrier === b.carrier &&
  a.origin === b.origin &&
  a.destination === b.destination;

/** A number that is the same for the same flights and seldom for others: when they leave, mixed. */
export function flightsHash({ legs }: Flights): number {
  let hash = 0;
  for (const { segments } of legs)
    for (const { departsAt } of segments) hash = (Math.imul(hash, 31) + departsAt.epochMinutes) | 0;
  return hash;
}
