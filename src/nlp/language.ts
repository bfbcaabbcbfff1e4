import type { Place } from '../domain/place.ts';
import type { Slot, Trip } from '../domain/trip.ts';
import type { Ambiguity, Understood } from '../domain/understood.ts';

/** What a message is read against. */
export interface UnderstandContext {
  /** The trip so far; null before anything is known. */
  readonly trip: Trip | null;
  /** The trip before its last change, where it has had one. */
  readonly previous?: Trip | null;
  /** The slots the agent has just asked for. */
  readonly asked: readonly Slot[];
  /** Phrases of the last message that had several readings and were asked about. */
  readonly pending: readonly Ambiguity[];
  /** The traveller's present, in their own zone. */
  readonly now: Temporal.PlainDateTime;
  /** BCP 47; decides how "03/04" is read. */
  readonly locale: string;
  /** Whether there are offers on the table that a message can point at. */
  readonly hasOffers: boolean;
}

/** The language engine: no I/O, no clock; the same message in the same context always reads the same. */
export interface Language {
  understand(message: string, context: UnderstandContext): Understood;
  /** Places a typed beginning may mean, likeliest first. */
  suggestPlaces(query: string, limit: number): readonly Place[];
  /** The airport of an airport code, the city of a metropolitan code. */
  placeOfCode(code: string): Place | undefined;
}
