import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { airlineName } from '../../../src/domain/reference/airlines.ts';
import { carrierOf } from './card-facts.ts';

/** What a card is called by: its first flight, as in what the agent says. */
export interface FlightName {
  /** "B6 69", and whose number that is, by code and by name. */
  readonly number: string;
  readonly carrier: string;
  readonly airline: string;
  /** Who sells the seats, where that is another airline; else null. */
  readonly seller: string | null;
}

export function flightNameOf({ airline, legs }: FlightCard): FlightName {
  const number = legs[0]?.segments[0]?.flight ?? '';
  const carrier = carrierOf(number);
  return carrier === airline.code
    ? { number, carrier, airline: airline.name, seller: null }
    : { number, carrier, airline: airlineName(carrier), seller: airline.name };
}
