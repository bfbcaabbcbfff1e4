import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { dearerWithBags } from '../model/card-facts.ts';
import type { Words } from './words.ts';

/** "$1,158", and where bags come on top "$1,158, $1,428 with the bags", as the agent says it. */
export function sayPrice(card: FlightCard, { t, money }: Words): string {
  const withBags = dearerWithBags(card);
  const seats = money(card.price.total);
  return withBags ? `${seats}, ${t.card.withBags(money(withBags))}` : seats;
}
