import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { Texts } from '../texts/en.ts';

/** What tells the legs of a card apart: out and back, or their numbers; null where there is one. */
export function legLabel({ legs }: FlightCard, at: number, { card }: Texts): string | null {
  if (legs.length === 1) return null;
  if (legs.length > 2) return card.leg(at + 1);
  return at === 0 ? card.out : card.back;
}
