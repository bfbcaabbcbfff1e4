import { money, type Money } from '../domain/money.ts';
import type { Reason } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { totalWithBags, wantsBags } from './bag-cost.ts';
import type { CardDraft } from './cards.ts';
import type { Ordered } from './order.ts';

const mostReasons = 3;
/** A difference in emissions below this share is noise. */
const worthMentioning = 0.15;

/** Why a card stands where it does, the most telling first. Every number follows from the prices and durations on the cards themselves. */
export function reasonsOf(card: CardDraft, ordered: Ordered, trip: Trip, medianCo2: number | null): Reason[] {
  const reasons = standingOf(card, ordered, trip);
  addRemarks(reasons, card, ordered, trip, medianCo2);
  if (reasons.length > mostReasons) reasons.length = mostReasons;
  return reasons;
}

function standingOf(card: CardDraft, ordered: Ordered, trip: Trip): Reason[] {
  if (ordered.cards.length === 1) return [{ kind: 'only_one' }];
  return card === ordered.cards[0]
    ? standingOfFirst(card, ordered, trip)
    : standingOfOther(card, ordered, trip);
}

function standingOfFirst(card: CardDraft, { cards, cheapest, fastest }: Ordered, trip: Trip): Reason[] {
  const offers = cards.length;
  if (trip.sort === 'earliest') return [{ kind: 'earliest_of', offers }];
  if (trip.sort === 'latest') return [{ kind: 'latest_of', offers }];
  const bags = wantsBags(trip) ? countingBags : {};
  if (card === cheapest && card === fastest) return [{ kind: 'cheapest_and_fastest_of', offers, ...bags }];
  const reasons: Reason[] = [];
  if (card === cheapest) reasons.push({ kind: 'cheapest_of', offers, ...bags });
  if (card === fastest) reasons.push({ kind: 'fastest_of', offers });
  if (fastest && fastest !== card) {
    const saved = saving(card, fastest, trip);
    const longerMinutes = minutesLonger(card, fastest);
    if (saved)
      reasons.push({ kind: 'cheaper_than_fastest', saves: saved.amount, longerMinutes, ...saved.bags });
  }
  if (cheapest && cheapest !== card) {
    const more = saving(cheapest, card, trip);
    const savesMinutes = minutesLonger(cheapest, card);
    if (more && savesMinutes > 0)
      reasons.push({ kind: 'faster_than_cheapest', savesMinutes, costs: more.amount, ...more.bags });
  }
  return reasons.length > 0 ? reasons : [{ kind: 'balanced_of', offers }];
}

function standingOfOther(card: CardDraft, { cards, cheapest, fastest }: Ordered, trip: Trip): Reason[] {
  const against = standingAgainst(cards[0] ?? card, card, trip);
  if (card !== cheapest && card !== fastest) return [against];
  const reasons: Reason[] = [];
  if (card === cheapest)
    reasons.push({ kind: 'cheapest_of', offers: cards.length, ...(wantsBags(trip) && countingBags) });
  if (card === fastest) reasons.push({ kind: 'fastest_of', offers: cards.length });
  reasons.push(against);
  return reasons;
}

function standingAgainst(first: CardDraft, card: CardDraft, trip: Trip): Reason {
  const saved = saving(card, first, trip);
  const longerMinutes = minutesLonger(card, first);
  const moreStops = card.criteria.stops - first.criteria.stops;
  if (saved)
    return { kind: 'cheaper_than_best', saves: saved.amount, longerMinutes, moreStops, ...saved.bags };
  const more = saving(first, card, trip);
  const costs = more?.amount ?? null;
  if (longerMinutes < 0)
    return { kind: 'faster_than_best', savesMinutes: -longerMinutes, costs, ...more?.bags };
  return { kind: 'behind_best', costs, longerMinutes, moreStops, ...more?.bags };
}

function addRemarks(
  reasons: Reason[],
  card: CardDraft,
  { cards, nonstops }: Ordered,
  trip: Trip,
  medianCo2: number | null,
): void {
  if (card.criteria.stops === 0)
    reasons.push({ kind: nonstops === 1 && cards.length > 1 ? 'only_nonstop' : 'nonstop' });
  const { checkedBags } = card.offer.fare;
  if (trip.filters.checkedBags && checkedBags !== null && checkedBags >= trip.filters.checkedBags)
    reasons.push({ kind: 'bags_included', pieces: checkedBags });
  const { co2Kg } = card.offer;
  if (co2Kg !== null && medianCo2 !== null && medianCo2 > 0 && co2Kg <= medianCo2 * (1 - worthMentioning))
    reasons.push({ kind: 'lower_emissions', percent: Math.round((1 - co2Kg / medianCo2) * 100) });
}

const countingBags = { withBags: true } as const;

interface Saving {
  readonly amount: Money;
  readonly bags: { readonly withBags?: true };
}

/**
 * What the first costs less than the second: by the prices on the cards, or by those with the bags that were asked for where these differ,
 * because the prices alone would then say the opposite of what the traveller pays. Null where it does not cost less, where the currencies
 * differ, and where a source does not say what the bags cost.
 */
function saving(cheaper: CardDraft, dearer: CardDraft, trip: Trip): Saving | null {
  const sameBags = cheaper.extras === dearer.extras;
  const a = sameBags ? cheaper.offer.total : totalWithBags(cheaper.offer, trip);
  const b = sameBags ? dearer.offer.total : totalWithBags(dearer.offer, trip);
  if (!a || !b || a.currency !== b.currency || a.minor >= b.minor) return null;
  return { amount: money(b.minor - a.minor, a.currency), bags: sameBags ? {} : countingBags };
}

const minutesLonger = (a: CardDraft, b: CardDraft): number =>
  a.criteria.durationMinutes - b.criteria.durationMinutes;
