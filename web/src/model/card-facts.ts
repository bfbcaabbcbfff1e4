import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { Money } from '../../../src/contract/money.ts';

/** Minutes in the air and between flights, all legs together. */
export const durationOf = (card: FlightCard): number =>
  card.legs.reduce((sum, leg) => sum + leg.duration_minutes, 0);

/** What “cheapest” goes by, as on the server: with the bags asked for, and in one currency for all cards of a list. Not a price to show. */
export const comparedOf = ({ price }: FlightCard): Money => price.compared ?? price.total;
export const priceOf = (card: FlightCard): number => Number(comparedOf(card).amount);

/** The price with the bags asked for, where these come on top; else null. */
export function dearerWithBags({ price: { total, with_bags: withBags } }: FlightCard): Money | null {
  return withBags && (withBags.amount !== total.amount || withBags.currency !== total.currency)
    ? withBags
    : null;
}

/** The stops of the leg that has most. */
export const stopsOf = (card: FlightCard): number => Math.max(...card.legs.map((leg) => leg.stops));

/** The longest wait; 0 for nonstops. */
export const longestLayoverOf = (card: FlightCard): number =>
  Math.max(0, ...card.legs.flatMap((leg) => leg.layovers.map((layover) => layover.minutes)));

/** Airports where the traveller changes planes. */
export const connectionsOf = (card: FlightCard): string[] => [
  ...new Set(card.legs.flatMap((leg) => leg.layovers.map((layover) => layover.airport))),
];

/** Whose number a flight has: "B6 69". */
export const carrierOf = (flight: string): string => flight.slice(0, 2);

/** Airlines that sell a seat in it, by the codes of the flight numbers. */
export const airlinesOf = (card: FlightCard): string[] => [
  ...new Set([
    card.airline.code,
    ...card.legs.flatMap((leg) => leg.segments.map(({ flight }) => carrierOf(flight))),
  ]),
];

/** Airlines that sell it, and those whose number a flight has or that fly it. */
export const everyAirlineOf = (card: FlightCard): string[] => [
  ...new Set([
    ...airlinesOf(card),
    ...card.legs.flatMap((leg) => leg.segments.flatMap(({ operated_by: by }) => by ?? [])),
  ]),
];

/** What stays the same of a card when a later answer brings it again, perhaps with another fare first. */
export const flightsOf = (card: FlightCard): string =>
  card.legs
    .flatMap((leg) => leg.segments.map(({ flight, departs_at: departs }) => `${flight} ${departs}`))
    .join('|');
