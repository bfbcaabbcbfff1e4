import type { FlightCard } from '../contract/flight-card.ts';
import type { Formats } from '../dialogue/format.ts';
import type { Offer } from '../domain/offer.ts';
import type { Ranking } from '../domain/ranked.ts';
import { travellerCount, type Trip } from '../domain/trip.ts';
import { toFlightCard } from '../presentation/flight-card.ts';
import { rank } from '../ranking/rank.ts';
import { cardsShown } from './shown-cards.ts';

/** Offers in order, and the first of them as the wire has them. */
export interface RankedCards {
  readonly ranking: Ranking;
  readonly cards: FlightCard[];
}

const known = new WeakMap<readonly Offer[], WeakMap<Trip, Map<Formats, Map<string, RankedCards>>>>();

/**
 * Ranks the offers for a trip. It is a pure function, and popular trips come again with the very same offers from the cache and the very
 * same trip from the remembered reading: for those (`again`) the answer is remembered as long as offers and trip live. What was just
 * searched is not, because most of it is never asked for again and memory that lives long is dear.
 */
export function rankCards(
  offers: readonly Offer[],
  trip: Trip,
  currency: string,
  formats: Formats,
  most: number,
  again: boolean,
): RankedCards {
  if (!again) return rankNow(offers, trip, currency, formats, most);
  const ofOffers = getOr(known, offers, () => new WeakMap<Trip, Map<Formats, Map<string, RankedCards>>>());
  const ofTrip = getOr(ofOffers, trip, () => new Map<Formats, Map<string, RankedCards>>());
  const ofFormats = getOr(ofTrip, formats, () => new Map<string, RankedCards>());
  return getOr(ofFormats, `${currency} ${most}`, () => rankNow(offers, trip, currency, formats, most));
}

function rankNow(
  offers: readonly Offer[],
  trip: Trip,
  currency: string,
  formats: Formats,
  most: number,
): RankedCards {
  const ranking = rank(offers, trip, { currency });
  const travellers = travellerCount(trip.passengers);
  return { ranking, cards: cardsShown(ranking, most).map((card) => toFlightCard(card, travellers, formats)) };
}

interface Table<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function getOr<Key, Value>(table: Table<Key, Value>, key: Key, make: () => Value): Value {
  const found = table.get(key);
  if (found !== undefined) return found;
  const value = make();
  table.set(key, value);
  return value;
}
