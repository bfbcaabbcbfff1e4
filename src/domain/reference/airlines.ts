import type { Alliance } from '../trip.ts';

/** A carrier as travellers know it. */
export interface Airline {
  /** IATA designator. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2 of its home. */
  readonly country: string;
  readonly alliance: Alliance | null;
  /** What travellers also call it, lower case ("klm", "lufthansa airlines"). */
  readonly aliases: readonly string[];
  readonly lowCost: boolean;
}

/** Carriers by IATA code. */
export const airlines: ReadonlyMap<string, Airline> = new Map();

/** The carrier's name, or its code where we do not know it. */
export const airlineName = (code: string): string => airlines.get(code)?.name ?? code;
